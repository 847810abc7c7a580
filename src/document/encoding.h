/* Encodings: bytes of any origin become UTF-8. A byte order mark decides, then
 * the name that the user gave, and else the bytes must be UTF-8 already: an
 * encoding is never guessed, it is at most suggested in the message. */
#ifndef GM_DOCUMENT_ENCODING_H
#define GM_DOCUMENT_ENCODING_H

#include "base/workspace.h"

/* Checks that `encoding` is known (NULL always is).
 * @return GM_BAD_ENCODING */
gm_status gm_encoding_check(gm_workspace *ws, const char *encoding);

/* Whether a line end is the byte 0x0A in it, as in Latin-1 but not UTF-16. */
bool gm_encoding_has_lines(const char *encoding);

/* The name of the encoding whose byte order mark `bytes` begin with, or NULL;
 * `size` is that of the mark. */
const char *gm_encoding_marked(gm_str bytes, size_t *size);

/* The text as valid UTF-8, without a byte order mark: `bytes` themselves where
 * they are, else a copy in the workspace.
 * @param where  begins the message, such as "article 7: "
 * @return GM_BAD_ENCODING with the byte; GM_NO_MEMORY */
gm_status gm_encoding_decode(gm_workspace *ws, gm_str bytes,
                             const char *encoding, const char *where,
                             gm_str *out);

#endif
