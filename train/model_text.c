/* See model_text.h. */
#include "model_text.h"

#include "base/file.h"
#include "base/str.h"

typedef struct new_weights {
  const char *const *names;
  const double *values;
  size_t count;
} new_weights;

static void write_line(FILE *out, gm_str line, const new_weights *to) {
  gm_str rest = line, name = gm_str_cut(&rest, ' ');
  for (size_t i = 0; i < to->count; i++) {
    if (!gm_str_equal(name, gm_str_of(to->names[i]))) continue;
    fprintf(out, "%-28s %.3f\n", to->names[i], to->values[i]);
    return;
  }
  fprintf(out, "%.*s\n", GM_PRINT(line));
}

gm_status model_text_write(gm_workspace *ws, const char *from,
                           const char *path, const char *const *names,
                           const double *values, size_t count) {
  const new_weights to = {names, values, count};
  gm_str text;
  gm_status status = gm_file_map(ws, from, &text);
  if (status != GM_OK) return status;
  gm_file file;
  status = gm_file_create(ws, path, &file);
  if (status == GM_OK) {
    gm_str rest = text;
    while (rest.size)
      write_line(file.stream, gm_str_cut(&rest, '\n'), &to);
    status = gm_file_finish(ws, &file);
  }
  gm_file_unmap(text);
  return status;
}
