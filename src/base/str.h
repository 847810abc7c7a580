/* Strings as pointer and length, never terminated: see gm_str. */
#ifndef GM_BASE_STR_H
#define GM_BASE_STR_H

#include <string.h>

#include "base/workspace.h"

/* A literal as a gm_str: GM_STR("county"). */
#define GM_STR(literal) ((gm_str){literal, sizeof(literal) - 1})

/* For printf: printf("%.*s", GM_PRINT(str)). */
#define GM_PRINT(str) (int)(str).size, (str).bytes ? (str).bytes : ""

gm_str gm_str_of(const char *terminated);
gm_str gm_str_part(gm_str whole, gm_span span);

/* Here rather than in str.c: it is asked some ten times a word of a text. */
static inline bool gm_str_equal(gm_str a, gm_str b) {
  return a.size == b.size && (!a.size || !memcmp(a.bytes, b.bytes, a.size));
}

/* Whether it is one of a list of strings, none of them empty. */
bool gm_str_in(gm_str str, const char *const *list, size_t count);

int gm_str_compare(gm_str a, gm_str b); /* by bytes, then by length */
bool gm_str_starts(gm_str whole, gm_str beginning);
bool gm_str_ends(gm_str whole, gm_str ending);
gm_str gm_str_trim(gm_str str); /* without ASCII white space at both ends */

/* Cuts `rest` at its first `separator` (or its end): returns what stands
 * before it and leaves what stands behind it. */
gm_str gm_str_cut(gm_str *rest, char separator);

/* A decimal number of digits alone. */
bool gm_str_to_u64(gm_str str, uint64_t *out);

/* A decimal fraction such as -12.5, whatever the locale. */
bool gm_str_to_double(gm_str str, double *out);

/* A copy in the workspace; bytes is NULL after gm_fail. */
gm_str gm_str_copy(gm_workspace *ws, gm_str str);

/* The same with a zero byte behind it; NULL after gm_fail. */
char *gm_str_terminated(gm_workspace *ws, gm_str str);

/* Two texts with a third between them; bytes is NULL after gm_fail. @cost a
 * fifth of that of gm_str_print */
gm_str gm_str_join(gm_workspace *ws, gm_str a, gm_str between, gm_str b);

/* Text made by printf's rules; bytes is NULL after gm_fail. */
gm_str gm_str_print(gm_workspace *ws, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
