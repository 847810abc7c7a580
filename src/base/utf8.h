/* UTF-8: decoding, checking, counting. utf8proc does the decoding. */
#ifndef GM_BASE_UTF8_H
#define GM_BASE_UTF8_H

#include "base/workspace.h"

/* The code point at `at`, which is moved behind it. The text must be valid. */
uint32_t gm_utf8_next(gm_str text, size_t *at);

/* Whether all of `text` is UTF-8; else `*bad` is the first byte that is not. */
bool gm_utf8_valid(gm_str text, size_t *bad);

/* How many code points valid UTF-8 has. */
size_t gm_utf8_count(gm_str text);

#endif
