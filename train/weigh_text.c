/* See weigh_text.h. */
#include "weigh_text.h"

#include <stdio.h>

#include "base/file.h"
#include "base/str.h"

/* Where a column has the number of this name, or NULL. */
static const float *number_of(const gm_mention_column *column, gm_str name) {
  for (int i = 0; i < GM_MENTION_EVIDENCE_COUNT; i++)
    if (gm_str_equal(name, gm_str_of(gm_judge_piece_name(i))))
      return &column->of[i];
  if (gm_str_equal(name, GM_STR("mention.slope"))) return &column->slope;
  if (gm_str_equal(name, GM_STR("mention.shift"))) return &column->shift;
  return NULL;
}

static void write_line(FILE *out, gm_str line,
                       const gm_mention_weights *weights) {
  gm_str rest = line, name = gm_str_cut(&rest, ' ');
  rest = gm_str_trim(rest);
  gm_str first = gm_str_cut(&rest, ' ');
  if (!number_of(&weights->columns[0], name)) {
    fprintf(out, "%.*s\n", GM_PRINT(line));
    return;
  }
  fprintf(out, "%-28.*s %5.*s", GM_PRINT(name), GM_PRINT(first));
  for (int c = GM_WEIGHT_BESIDE; c < GM_WEIGHT_COLUMNS; c++)
    fprintf(out, " %7.3f", (double)*number_of(&weights->columns[c], name));
  fputc('\n', out);
}

gm_status weigh_write(gm_workspace *ws, const char *from, const char *path,
                      const gm_mention_weights *weights) {
  gm_str text;
  gm_status status = gm_file_map(ws, from, &text);
  if (status != GM_OK) return status;
  gm_file file;
  status = gm_file_create(ws, path, &file);
  if (status == GM_OK) {
    for (gm_str rest = text; rest.size;)
      write_line(file.stream, gm_str_cut(&rest, '\n'), weights);
    status = gm_file_finish(ws, &file);
  }
  gm_file_unmap(text);
  return status;
}
