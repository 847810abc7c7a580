/* Outlets and their home towns: a table that a user writes.
 *
 *     # outlet             home
 *     theleafchronicle.com Clarksville, Tennessee       (a tab between them)
 *     The Leaf-Chronicle   Clarksville, Tennessee
 *
 *     url     https://www.theleafchronicle.com/story/1
 *     host    www.theleafchronicle.com  ->  theleafchronicle.com  ->  com
 *             the longest end that the table has is the outlet */
#ifndef GM_DOCUMENT_OUTLETS_H
#define GM_DOCUMENT_OUTLETS_H

#include "base/str.h"

/* The home of an article's outlet; empty: the table does not have it.
 * @cost some halvings of the table. */
gm_str gm_outlets_home(gm_workspace *ws, const gm_outlets *outlets, gm_str url,
                       gm_str source);

/* The i-th row, as written: for messages. @return false: there are no more */
bool gm_outlets_row(const gm_outlets *outlets, uint32_t i, const char **path,
                    uint32_t *line, gm_str *home);

#endif
