/* See corpus.h. */
#include "corpus.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "mention/lattice.h"

/* CRC-32 (ISO 3309), bit by bit: ids are short. */
static uint32_t crc32_of(const char *id) {
  uint32_t crc = ~0u;
  for (; *id; id++) {
    crc ^= (unsigned char)*id;
    for (int bit = 0; bit < 8; bit++)
      crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
  }
  return ~crc;
}

static int fold_of(const char *id) {
  return (int)(crc32_of(id) % CORPUS_FOLDS);
}

bool corpus_is_chosen(const char *id, corpus_choice choice) {
  int fold = fold_of(id);
  return fold != choice.but[0] && fold != choice.but[1] &&
         (choice.only < 0 || fold == choice.only);
}

static int type_of(const char *written) {
  static const char *const names[] = {
#define NAME(upper, name) name,
      GM_LABEL_TYPES(NAME)
#undef NAME
  };
  for (int i = 0; i < GM_LABEL_TYPE_COUNT; i++)
    if (strcmp(names[i], written) == 0) return i;
  return -1;
}

/* The byte at which each code point begins, and the end. */
static uint32_t *bytes_of(gm_workspace *ws, gm_str text, size_t *count) {
  *count = gm_utf8_count(text);
  uint32_t *bytes = gm_take_array(ws, *count + 1, sizeof *bytes);
  if (!bytes) return NULL;
  size_t at = 0;
  for (size_t i = 0; at < text.size; i++) {
    bytes[i] = (uint32_t)at;
    gm_utf8_next(text, &at);
  }
  bytes[*count] = (uint32_t)text.size;
  return bytes;
}

static gm_status bad(gm_workspace *ws, const char *id, const char *why) {
  return gm_fail(ws, GM_BAD_INPUT, 0, "the article %s %s", id, why);
}

/* Turns one span of the file into bytes. */
static bool take_span(const cJSON *given, const uint32_t *bytes, size_t count,
                      corpus_span *out) {
  const cJSON *begin = cJSON_GetArrayItem(given, 0);
  const cJSON *end = cJSON_GetArrayItem(given, 1);
  const cJSON *type = cJSON_GetArrayItem(given, 2);
  if (!cJSON_IsNumber(begin) || !cJSON_IsNumber(end) || !cJSON_IsString(type))
    return false;
  if (begin->valueint < 0 || begin->valueint >= end->valueint ||
      (size_t)end->valueint > count)
    return false;
  *out = (corpus_span){bytes[begin->valueint], bytes[end->valueint],
                       type_of(type->valuestring), type->valuestring};
  return true;
}

static gm_status take_spans(gm_workspace *ws, const cJSON *given,
                            corpus_article *article) {
  size_t count = 0;
  uint32_t *bytes = bytes_of(ws, gm_str_of(article->text), &count);
  uint32_t spans = (uint32_t)cJSON_GetArraySize(given);
  article->spans = gm_take_array(ws, spans + 1u, sizeof *article->spans);
  if (!bytes || !article->spans) return GM_NO_MEMORY;
  const cJSON *span;
  cJSON_ArrayForEach(span, given) {
    if (!take_span(span, bytes, count, &article->spans[article->span_count]))
      return bad(ws, article->id, "has a span that is none");
    article->span_count++;
  }
  return GM_OK;
}

static float number_or(const cJSON *given, float otherwise) {
  return cJSON_IsNumber(given) ? (float)given->valuedouble : otherwise;
}

static gm_status take_article(gm_workspace *ws, const cJSON *object,
                              corpus_choice choice, corpus_visit *visit,
                              void *user) {
  const cJSON *id = cJSON_GetObjectItem(object, "id");
  const cJSON *text = cJSON_GetObjectItem(object, "text");
  const cJSON *weight = cJSON_GetObjectItem(object, "weight");
  const cJSON *home = cJSON_GetObjectItem(object, "home");
  const cJSON *judged = cJSON_GetObjectItem(object, "judged");
  if (!cJSON_IsString(id) || !cJSON_IsString(text))
    return gm_fail(ws, GM_BAD_INPUT, 0, "an article has no id or no text");
  if (!corpus_is_chosen(id->valuestring, choice)) return GM_OK;
  corpus_article article = {
      .id = id->valuestring,
      .fold = fold_of(id->valuestring),
      .text = text->valuestring,
      .partial = cJSON_IsTrue(cJSON_GetObjectItem(object, "partial")),
      .weight = number_or(weight, 1)};
  article.home = home ? cJSON_IsTrue(home) : article.partial;
  article.judged = number_or(judged, article.home ? 1 : 0);
  gm_status status =
      take_spans(ws, cJSON_GetObjectItem(object, "spans"), &article);
  return status == GM_OK ? visit(ws, &article, user) : status;
}

gm_status corpus_read(gm_workspace *ws, const char *path, corpus_choice choice,
                      corpus_visit *visit, void *user) {
  FILE *file = fopen(path, "r");
  if (!file)
    return gm_fail(ws, GM_CANNOT_READ, 0, "%s cannot be opened: %s", path,
                   strerror(errno));
  char *line = NULL;
  size_t capacity = 0;
  gm_status status = GM_OK;
  while (status == GM_OK && getline(&line, &capacity, file) > 0) {
    gm_workspace_reset(ws);
    cJSON *object = cJSON_Parse(line);
    status = object
                 ? take_article(ws, object, choice, visit, user)
                 : gm_fail(ws, GM_BAD_INPUT, 0, "%s is not JSON lines", path);
    cJSON_Delete(object);
  }
  free(line);
  fclose(file);
  return status;
}
