/* See gold.h. */
#include "gold.h"

#include <stdlib.h>

#include "base/str.h"

static gold_place place_of(const cJSON *mention) {
  const cJSON *id = cJSON_GetObjectItem(mention, "geonameid");
  const cJSON *lat = cJSON_GetObjectItem(mention, "lat");
  const cJSON *lon = cJSON_GetObjectItem(mention, "lon");
  gold_place place = {.placed = cJSON_IsNumber(lat) && cJSON_IsNumber(lon)};
  if (place.placed) place.at = (gm_point){lat->valuedouble, lon->valuedouble};
  if (cJSON_IsNumber(id)) place.geonameid = (uint32_t)id->valuedouble;
  if (cJSON_IsString(id))
    place.geonameid = (uint32_t)strtoul(id->valuestring, NULL, 10);
  return place;
}

static gm_status take_places(gm_workspace *ws, gm_str line,
                             gold_article *article) {
  uint32_t count = article->document->given_count, i = 0;
  gold_place *places = gm_take_array(ws, count + 1u, sizeof *places);
  if (!places) return GM_NO_MEMORY;
  cJSON *object = cJSON_ParseWithLength(line.bytes, line.size);
  const cJSON *mention;
  cJSON_ArrayForEach(mention, cJSON_GetObjectItem(object, "mentions")) {
    if (i < count) places[i++] = place_of(mention);
  }
  cJSON_Delete(object);
  article->places = places;
  return GM_OK;
}

static gm_status take_record(gm_workspace *ws, const gm_source *source,
                             gm_record record, corpus_choice choice,
                             gold_visit *visit, void *user) {
  gold_article article = {.places = NULL};
  gm_status status = gm_read(ws, source, record, &article.document);
  if (status != GM_OK) return status;
  const char *id = gm_str_terminated(ws, article.document->id);
  if (!id) return GM_NO_MEMORY;
  if (!corpus_is_chosen(id, choice)) return GM_OK;
  status = take_places(ws, record.bytes, &article);
  return status == GM_OK ? visit(ws, &article, user) : status;
}

gm_status gold_read(gm_workspace *ws, const char *path, corpus_choice choice,
                    gold_visit *visit, void *user) {
  const gm_read_options how = {.format = GM_FORMAT_JSONL,
                               .mentions_given = true};
  gm_source *source;
  gm_record record;
  bool more = true;
  gm_status status = gm_source_open(ws, path, &how, &source);
  if (status != GM_OK) return status;
  while (status == GM_OK && more) {
    gm_workspace_reset(ws);
    status = gm_source_next(ws, source, &record, &more);
    if (status == GM_OK && more)
      status = take_record(ws, source, record, choice, visit, user);
  }
  gm_source_close(source);
  return status;
}
