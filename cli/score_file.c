/* What the readers of gold and mentions share: whole files, lists of names,
 * arrays that grow. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "say.h"
#include "score.h"

/* Memory, or the end of the program. */
static void *checked(void *memory) {
  if (memory) return memory;
  cli_say("no memory for so many mentions; score fewer at once");
  exit(CLI_EXIT_SOME_FAILED);
}

void *cli_score_grow(void *items, size_t count, size_t *capacity, size_t size) {
  if (count < *capacity) return items;
  *capacity = *capacity ? *capacity * 2 : 64;
  return checked(reallocarray(items, *capacity, size));
}

char *cli_score_copy(const char *text, size_t size) {
  return checked(strndup(text, size));
}

/* All bytes of a stream, with a zero byte behind them. */
static char *read_stream(FILE *stream) {
  char *bytes = NULL;
  size_t size = 0, capacity = 0, got;
  do {
    if (capacity - size < 2) {
      capacity = capacity ? capacity * 2 : (size_t)1 << 16;
      bytes = checked(realloc(bytes, capacity));
    }
    got = fread(bytes + size, 1, capacity - size - 1, stream);
    size += got;
  } while (got);
  bytes[size] = 0;
  return bytes;
}

char *cli_score_read_file(const char *path) {
  FILE *stream = strcmp(path, "-") ? fopen(path, "rbe") : stdin;
  char *bytes = stream ? read_stream(stream) : NULL;
  if (!stream || ferror(stream)) {
    cli_say_of(path, 0, strerror(errno));
    free(bytes);
    bytes = NULL;
  }
  if (stream && stream != stdin) fclose(stream);
  static const char mark[] = "\xEF\xBB\xBF";
  if (bytes && strncmp(bytes, mark, 3) == 0)
    memmove(bytes, bytes + 3, strlen(bytes + 3) + 1);
  return bytes;
}

/* -------------------------------------------------------------- lists -- */

/* Compares up to the tab behind which the value stands. */
static int compare_names(const char *a, const char *b) {
  while (*a && *a != '\t' && *a == *b) a++, b++;
  int one = *a == '\t' ? 0 : (unsigned char)*a;
  int other = *b == '\t' ? 0 : (unsigned char)*b;
  return one - other;
}

static int compare_lines(const void *a, const void *b) {
  return compare_names(*(char *const *)a, *(char *const *)b);
}

bool cli_score_read_list(const char *path, cli_score_list *out) {
  *out = (cli_score_list){0};
  char *bytes = cli_score_read_file(path);
  if (!bytes) return false;
  for (char *line = bytes; *line;) {
    size_t size = strcspn(line, "\r\n");
    out->lines = cli_score_grow(out->lines, out->count, &out->capacity,
                                sizeof *out->lines);
    if (size) out->lines[out->count++] = cli_score_copy(line, size);
    line += size + strspn(line + size, "\r\n");
  }
  free(bytes);
  if (out->count)
    qsort(out->lines, out->count, sizeof *out->lines, compare_lines);
  return true;
}

void cli_score_close_list(cli_score_list *list) {
  for (size_t i = 0; i < list->count; i++) free(list->lines[i]);
  free(list->lines);
  *list = (cli_score_list){0};
}

const char *cli_score_look_up(const cli_score_list *list, const char *name) {
  if (!list->count) return NULL;
  char **line = bsearch(&name, list->lines, list->count, sizeof *list->lines,
                        compare_lines);
  if (!line) return NULL;
  const char *tab = strchr(*line, '\t');
  return tab ? tab + 1 : "";
}
