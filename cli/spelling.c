/* What a misspelt word may have been: the distance of Damerau and Levenshtein
 * (doi:10.1145/363958.363994) in its restricted form, where a letter is moved
 * at most once. `row[i]` is the distance of the first i letters of `a` from as
 * much of `b` as has been read; two earlier rows suffice. */
#include <string.h>

#include "options.h"

enum { LONGEST = 31 };

static size_t least(size_t a, size_t b) {
  return a < b ? a : b;
}

static size_t length(const char *word) {
  return least(strlen(word), LONGEST);
}

size_t cli_spelling_distance(const char *a, const char *b) {
  size_t rows[3][LONGEST + 1] = {{0}};
  size_t *before = rows[0], *last = rows[1], *row = rows[2];
  size_t width = length(a), height = length(b);
  for (size_t i = 0; i <= width; i++) last[i] = i;
  for (size_t j = 1; j <= height; j++) {
    row[0] = j;
    for (size_t i = 1; i <= width; i++) {
      size_t changed = last[i - 1] + (a[i - 1] != b[j - 1]);
      row[i] = least(changed, least(last[i], row[i - 1]) + 1);
      bool swapped =
          i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[i] = least(row[i], before[i - 2] + 1);
    }
    size_t *free_row = before;
    before = last, last = row, row = free_row;
  }
  return last[width];
}

const char *cli_command_like(const char *word) {
  const char *best = NULL;
  size_t fewest = 3;
  for (size_t i = 0; cli_commands[i]; i++) {
    const char *name = cli_commands[i]->name;
    size_t distance = cli_spelling_distance(word, name);
    if (distance < fewest && distance < strlen(name) - 1)
      best = name, fewest = distance;
  }
  return best;
}
