/* See lines.h. */
#include "gazetteer/lines.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <string.h>
#include <zstd.h>

#include "base/str.h"
#include "base/utf8.h"

enum { PIECE_BYTES = 64 * 1024, MOST_LINE_BYTES = 1 << 20 };

static gm_status cannot_read(gm_workspace *ws, const char *path) {
  return gm_fail(ws, GM_CANNOT_READ, 0, "%s cannot be read: %s", path,
                 strerror(errno));
}

gm_status gm_lines_open(gm_workspace *ws, const char *path, gm_lines *out) {
  gm_lines lines = {.path = path, .whole = true};
  lines.stream = fopen(path, "rbe");
  if (!lines.stream) return cannot_read(ws, path);
  if (gm_str_ends(gm_str_of(path), GM_STR(".zst"))) {
    lines.unpacker = ZSTD_createDCtx();
    if (!lines.unpacker) {
      fclose(lines.stream);
      return gm_fail(ws, GM_NO_MEMORY, 0, "no memory to unpack %s", path);
    }
    lines.whole = false; /* even nothing is packed into some bytes */
  }
  *out = lines;
  return GM_OK;
}

void gm_lines_close(gm_lines *lines) {
  if (lines->stream) fclose(lines->stream);
  ZSTD_freeDCtx(lines->unpacker);
  gm_buffer_close(&lines->file);
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

/* Appends the next part of what the packed bytes hold: not all at once, as few
 * bytes may unpack to very many. */
static gm_status unpack(gm_workspace *ws, gm_lines *lines) {
  char out[PIECE_BYTES];
  ZSTD_inBuffer from = {lines->file.bytes, lines->file.size, lines->file_at};
  ZSTD_outBuffer to = {out, sizeof out, 0};
  size_t left = ZSTD_decompressStream(lines->unpacker, &to, &from);
  if (ZSTD_isError(left))
    return gm_fail(ws, GM_BAD_INPUT, 0, "%s cannot be unpacked: %s",
                   lines->path, ZSTD_getErrorName(left));
  gm_buffer_append(&lines->text, (gm_str){out, to.pos});
  lines->file_at = from.pos;
  lines->held_back = left && to.pos == to.size;
  lines->whole = left == 0;
  return GM_OK;
}

/* Reads the next piece of the file, packed or not. */
static gm_status read_piece(gm_workspace *ws, gm_lines *lines,
                            gm_buffer *into) {
  char bytes[PIECE_BYTES];
  if (gm_stopped(ws))
    return gm_fail(ws, GM_CANCELLED, 0, "stopped in %s", lines->path);
  gm_str piece = {bytes, fread(bytes, 1, sizeof bytes, lines->stream)};
  if (ferror(lines->stream)) return cannot_read(ws, lines->path);
  gm_buffer_append(into, piece);
  lines->ended = piece.size == 0;
  if (lines->ended && !lines->whole)
    return gm_fail(ws, GM_BAD_INPUT, 0, "%s is cut short", lines->path);
  return GM_OK;
}

/* Reads the next packed piece, once the last one is used up. */
static gm_status read_packed(gm_workspace *ws, gm_lines *lines) {
  if (lines->held_back || lines->file_at < lines->file.size) return GM_OK;
  gm_buffer_clear(&lines->file);
  lines->file_at = 0;
  return read_piece(ws, lines, &lines->file);
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
  gm_status status;
  close_ranks(lines);
  if (lines->unpacker) {
    status = read_packed(ws, lines);
    if (!status && !lines->ended) status = unpack(ws, lines);
  } else {
    status = read_piece(ws, lines, &lines->text);
  }
  if (!status && (lines->text.failed || lines->file.failed))
    status = gm_fail(ws, GM_NO_MEMORY, 0, "no memory to read %s", lines->path);
  return status;
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
    if (end || lines->ended) {
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
    if (!gm_utf8_valid(line, &bad))
      return gm_lines_fault(ws, lines, "is not UTF-8 at its byte %zu", bad + 1);
  } while (*more && (!line.size || line.bytes[0] == '#'));
  *out = line;
  return GM_OK;
}
