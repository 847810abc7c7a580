/* Addresses of the web and of mail, which must not be cut into words: "Paris"
 * of https://example.org/Paris names a page, not a place. */
#ifndef GM_DOCUMENT_ADDRESS_H
#define GM_DOCUMENT_ADDRESS_H

#include "geomention.h"

/* The end of the address whose first word is `word`, without the marks of the
 * sentence around it; word.end where it is none.
 *
 *     https://example.org/a-b   www.example.org   example.com/x   a.b@c.org
 *
 * @param barren  starts at 0: the end of the run of characters that was last
 *                seen to hold none, so that no run is looked at twice */
size_t gm_address_end(gm_str text, gm_span word, size_t *barren);

/* The end of a handle such as @someone at `begin`, else `begin`. */
size_t gm_address_handle(gm_str text, size_t begin);

#endif
