/* Files that are no text at all. */
#ifndef GM_DOCUMENT_BINARY_H
#define GM_DOCUMENT_BINARY_H

#include "geomention.h"

/* What bytes begin like, such as "a PDF file"; NULL: no format known here. */
const char *gm_binary_format(gm_str bytes);

/* Whether a text holds more control characters than any text does. */
bool gm_binary_looks(gm_str text);

/* The encoding of UTF-16 that bytes without a mark seem to have, or NULL. */
const char *gm_binary_wide(gm_str bytes);

#endif
