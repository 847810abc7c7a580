/* See model_text.h. */
#include "model_text.h"

#include "base/file.h"

static void write_lines(FILE *out, gm_str text, model_line *line,
                        const void *user) {
  while (text.size) {
    gm_str whole = gm_str_cut(&text, '\n'), rest = whole;
    gm_str name = gm_str_cut(&rest, ' ');
    if (!line(out, name, gm_str_trim(rest), user))
      fprintf(out, "%.*s\n", GM_PRINT(whole));
  }
}

gm_status model_text_write(gm_workspace *ws, const char *from, const char *path,
                           model_line *line, const void *user) {
  gm_str text;
  gm_status status = gm_file_map(ws, from, &text);
  if (status != GM_OK) return status;
  gm_file file;
  status = gm_file_create(ws, path, &file);
  if (status == GM_OK) {
    write_lines(file.stream, text, line, user);
    status = gm_file_finish(ws, &file);
  }
  gm_file_unmap(text);
  return status;
}
