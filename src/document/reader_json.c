/* JSON files: one object, an array of objects, or objects one behind the other
 * over any number of lines. Only braces and quotes are followed here, so that
 * an array of any length is read an article at a time; article.c understands
 * the objects. See reader.h. */
#include <inttypes.h>
#include <string.h>

#include "document/article.h"

/* Where we are in the text of an object. */
typedef struct place {
  unsigned depth; /* of braces; 0: between objects */
  bool quoted, escaped;
} place;

static void follow(place *in, char byte) {
  if (in->escaped) {
    in->escaped = false;
  } else if (in->quoted) {
    in->escaped = byte == '\\';
    in->quoted = byte != '"';
  } else if (byte == '"') {
    in->quoted = true;
  } else {
    in->depth += byte == '{';
    in->depth -= byte == '}' && in->depth;
  }
}

/* Passes over what may stand between objects. @return whether one begins */
static bool find_object(gm_source *source) {
  while (source->begin < source->end) {
    char byte = source->window[source->begin];
    bool mark = source->passed < 3 && (unsigned char)byte >= 0xBB;
    if (byte == '{') return true;
    if (!byte || (!mark && !strchr(" \t\r\n,[]", byte))) return false;
    gm_source_pass(source, 1);
  }
  return false;
}

static gm_status no_object(gm_workspace *ws, gm_source *source) {
  unsigned char byte = (unsigned char)source->window[source->begin];
  source->ended = true;
  source->begin = source->end;
  return gm_fail(ws, GM_BAD_INPUT, source->passed,
                 "it is no JSON of articles: byte %" PRIu64
                 " is 0x%02X, where an object must begin",
                 source->passed + 1, byte);
}

/* Gathers one object; one that the end cuts short is gathered too. */
static gm_status gather_object(gm_workspace *ws, gm_source *source) {
  place in = {0};
  do {
    size_t at = source->begin;
    do follow(&in, source->window[at++]);
    while (in.depth && at < source->end);
    gm_source_gather(source, at - source->begin);
    gm_status status = gm_source_fill(ws, source);
    if (status) return status;
  } while (in.depth && !source->ended);
  return GM_OK;
}

static gm_status next(gm_workspace *ws, gm_source *source, gm_record *out,
                      bool *more) {
  gm_status status;
  gm_source_start(source);
  while (!(status = gm_source_fill(ws, source)) && !source->ended) {
    *more = true;
    if (!find_object(source)) {
      if (source->begin < source->end) return no_object(ws, source);
      continue;
    }
    source->number++;
    status = gather_object(ws, source);
    return status ? status : gm_source_finish(ws, source, "article", out);
  }
  *more = status;
  return status;
}

static gm_status decode(gm_workspace *ws, const gm_source *source,
                        gm_record record, const gm_document **out) {
  return gm_article_decode(ws, source, record, false, out);
}

static const char *const suffixes[] = {".json", NULL};

const gm_reader gm_reader_json = {
    .format = GM_FORMAT_JSON,
    .suffixes = suffixes,
    .gives_mentions = true,
    .needs_lines = true,
    .next = next,
    .decode = decode,
};
