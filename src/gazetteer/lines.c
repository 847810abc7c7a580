/* See lines.h. */
#include "gazetteer/lines.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"

enum { MOST_LINE_BYTES = 1 << 20 };

gm_status gm_lines_open(gm_workspace *ws, const char *path, gm_lines *out) {
  return gm_lines_open_member(ws, path, NULL, out);
}

gm_status gm_lines_open_member(gm_workspace *ws, const char *path,
                               const char *member, gm_lines *out) {
  *out = (gm_lines){.path = path};
  gm_status status = gm_archive_open(ws, path, member, &out->file);
  if (!status) out->path = out->file.label;
  return status;
}

void gm_lines_close(gm_lines *lines) {
  gm_archive_close(&lines->file);
  gm_buffer_close(&lines->text);
  *lines = (gm_lines){0};
}

gm_status gm_lines_fault(gm_workspace *ws, const gm_lines *lines,
                         const char *format, ...) {
  char sentence[GM_MESSAGE_BYTES];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(sentence, sizeof sentence, format, arguments);
  va_end(arguments);
  return gm_fail(ws, GM_BAD_INPUT, 0, "%s line %" PRIu64 " %s", lines->path,
                 lines->number, sentence);
}

/* Moves the text that is still unread to the front. */
static void close_ranks(gm_lines *lines) {
  gm_buffer *text = &lines->text;
  if (!lines->at) return;
  text->size -= lines->at;
  memmove(text->bytes, text->bytes + lines->at, text->size);
  lines->at = 0;
}

/* Gets more text behind that which is still unread. */
static gm_status fill(gm_workspace *ws, gm_lines *lines) {
  close_ranks(lines);
  return gm_archive_read(ws, &lines->file, &lines->text);
}

/* The end of the first line of `rest`, looked for behind `looked`, or NULL. */
static const char *line_end(gm_str rest, size_t looked) {
  if (rest.size == looked) return NULL;
  return memchr(rest.bytes + looked, '\n', rest.size - looked);
}

/* The next line, whatever it is. */
static gm_status next_line(gm_workspace *ws, gm_lines *lines, gm_str *out,
                           bool *more) {
  size_t looked = 0;
  for (;;) {
    gm_str rest = {NULL, lines->text.size - lines->at};
    if (lines->text.bytes) rest.bytes = lines->text.bytes + lines->at;
    const char *end = line_end(rest, looked);
    if (!end && rest.size > MOST_LINE_BYTES) {
      lines->number++;
      return gm_lines_fault(ws, lines, "is longer than %d bytes",
                            MOST_LINE_BYTES);
    }
    if (end || lines->file.ended) {
      *more = rest.size != 0;
      *out = gm_str_cut(&rest, '\n');
      lines->at = lines->text.size - rest.size;
      lines->number += *more;
      return GM_OK;
    }
    looked = rest.size;
    gm_status status = fill(ws, lines);
    if (status) return status;
  }
}

gm_status gm_lines_next(gm_workspace *ws, gm_lines *lines, gm_str *out,
                        bool *more) {
  gm_str line = {0};
  do {
    size_t bad;
    gm_status status = next_line(ws, lines, &line, more);
    if (status) return status;
    if (gm_str_ends(line, GM_STR("\r"))) line.size--;
    if (gm_utf8_valid(line, &bad)) continue;
    if (lines->lenient) {
      *out = (gm_str){0};
      return GM_OK;
    }
    return gm_lines_fault(ws, lines, "is not UTF-8 at its byte %zu", bad + 1);
  } while (*more && (!line.size || line.bytes[0] == '#'));
  *out = line;
  return GM_OK;
}
