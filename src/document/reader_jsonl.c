/* JSON lines: one object a line is one article. Lines are only cut here;
 * article.c understands them. See reader.h. */
#include <string.h>

#include "base/str.h"
#include "document/article.h"
#include "document/encoding.h"

/* UTF-16 and UTF-32 have other line ends: say so, once, and end. */
static gm_status refuse_wide(gm_workspace *ws, gm_source *source) {
  gm_str window = {source->window + source->begin, source->end - source->begin};
  size_t mark;
  const char *encoding = gm_encoding_marked(window, &mark);
  if (source->passed || !encoding ||
      gm_str_equal(gm_str_of(encoding), GM_STR("UTF-8")))
    return GM_OK;
  source->ended = true;
  source->begin = source->end;
  return gm_fail(ws, GM_BAD_ENCODING, 0,
                 "it is %s, but JSON must be UTF-8: convert it first, such as "
                 "with iconv -f %s -t UTF-8",
                 encoding, encoding);
}

/* ------------------------------------------------- a value over many lines */

/* Whether a line ends within an array or an object, where a printer breaks
 * lines: behind one of ",:[{". A line that is merely cut off ends elsewhere. */
static bool ends_open(gm_str line) {
  bool quoted = false;
  for (size_t i = 0; i < line.size; i++) {
    if (line.bytes[i] == '\\' && quoted)
      i++;
    else
      quoted ^= line.bytes[i] == '"';
  }
  return !quoted && memchr(",:[{", line.bytes[line.size - 1], 4);
}

/* The line that was gathered, without a byte order mark; empty where it is too
 * long to be held. */
static gm_str line_of(const gm_source *source) {
  size_t mark = 0;
  if (source->size > source->limit_bytes || source->record.failed)
    return (gm_str){0};
  gm_str line = gm_buffer_str(&source->record);
  gm_encoding_marked(line, &mark);
  return gm_str_trim((gm_str){line.bytes + mark, line.size - mark});
}

/* Whether what comes next goes on with that line. Where it was an article that
 * was cut off, the next one begins with a brace. */
static bool goes_on(gm_str line, const gm_source *source) {
  gm_str rest = {source->window + source->begin, source->end - source->begin};
  rest = gm_str_trim(rest);
  if (!rest.size) return false;
  if (line.bytes[0] == '[' || line.bytes[line.size - 1] == '[') return true;
  return line.bytes[0] == '{' && rest.bytes[0] != '{';
}

/* JSON that was printed for people, under the wrong name: it is said once, at
 * the first line, for no line of it is an article. */
static gm_status refuse_many_lines(gm_workspace *ws, gm_source *source) {
  gm_str line = line_of(source);
  if (!line.size || !ends_open(line)) return GM_OK;
  gm_status status = gm_source_fill(ws, source);
  if (status || !goes_on(line, source)) return status;
  source->ended = true;
  source->begin = source->end;
  return gm_fail(ws, GM_BAD_INPUT, 0,
                 "this is one JSON value over several lines; name it .json, or "
                 "put an article on each line");
}

/* ---------------------------------------------------------------- lines -- */

/* Gathers up to the next line end; `more` is false where there is none. */
static gm_status gather_line(gm_workspace *ws, gm_source *source, bool *more) {
  gm_source_start(source);
  source->number++;
  for (;;) {
    gm_status status = gm_source_fill(ws, source);
    if (!status) status = refuse_wide(ws, source);
    if (status) return status;
    size_t held = source->end - source->begin;
    *more = held || source->size;
    if (!held) return GM_OK;
    const char *from = source->window + source->begin;
    const char *line_end = memchr(from, '\n', held);
    gm_source_gather(source, line_end ? (size_t)(line_end - from) : held);
    if (!line_end) continue;
    gm_source_pass(source, 1);
    return GM_OK;
  }
}

static bool is_blank(const gm_source *source) {
  return source->size <= source->limit_bytes && !source->record.failed &&
         !gm_str_trim(gm_buffer_str(&source->record)).size;
}

static gm_status next(gm_workspace *ws, gm_source *source, gm_record *out,
                      bool *more) {
  bool first = !source->number;
  gm_status status;
  do {
    status = gather_line(ws, source, more);
    if (status || !*more) return status;
  } while (is_blank(source));
  if (first) status = refuse_many_lines(ws, source);
  return status ? status : gm_source_finish(ws, source, "line", out);
}

static gm_status decode(gm_workspace *ws, const gm_source *source,
                        gm_record record, const gm_document **out) {
  return gm_article_decode(ws, source, record, true, out);
}

static const char *const suffixes[] = {".jsonl", ".ndjson", ".geojsonl", NULL};

const gm_reader gm_reader_jsonl = {
    .format = GM_FORMAT_JSONL,
    .suffixes = suffixes,
    .gives_mentions = true,
    .needs_lines = true,
    .next = next,
    .decode = decode,
};
