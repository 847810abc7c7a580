/* See writing.h. */
#include "writing.h"

#include <ctype.h>
#include <stdbool.h>

void writing_apply(char *text, writing how) {
  bool inside = false;
  for (; *text; text++) {
    unsigned char letter = (unsigned char)*text;
    bool lower = how == SMALL;
    bool upper = how == CAPITALS || (how == TITLE_CASE && !inside);
    inside = isalnum(letter) || letter == '\'' || letter >= 0x80;
    if (upper) *text = (char)toupper(letter);
    if (lower) *text = (char)tolower(letter);
  }
}
