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

/* Who published an article: its source, else its url; of an address the host
 * without www. A part of the document's own strings; may be empty. */
gm_str gm_outlet_of(const gm_document *document);

/* An outlet as tables hold it: a domain in small letters and without www, a
 * name folded. bytes is NULL after gm_fail. */
gm_str gm_outlet_fold(gm_workspace *ws, gm_str outlet);

/* The home of an article's outlet; empty: the table does not have it.
 * @cost some halvings of the table. */
gm_str gm_outlets_home(gm_workspace *ws, const gm_outlets *outlets, gm_str url,
                       gm_str source);

/* The i-th row, as written: for messages. @return false: there are no more */
bool gm_outlets_row(const gm_outlets *outlets, uint32_t i, const char **path,
                    uint32_t *line, gm_str *home);

#endif
