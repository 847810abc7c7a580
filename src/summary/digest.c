/* gm_summarise: one article in sum. The steps, each a file:
 *
 *     places      mentions of one place are one           (here)
 *     pairs       which two are named together            (pair.c)
 *     leanings    what countries and divisions they lie in (leaning.c)
 *     focus       what it is all about                    (focus.c)
 *
 * Any thread may do it; what needs other articles is gm_summary's. */
#include "summary/digest.h"

#include <stdlib.h>

#include "summary/focus.h"

/* A mention and its place. */
typedef struct named {
  uint32_t place;
  uint32_t mention;
} named;

static int by_place(const void *a, const void *b) {
  const named *x = a, *y = b;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  return x->mention < y->mention ? -1 : x->mention > y->mention;
}

static int by_mentions(const void *a, const void *b) {
  const gm_digest_place *x = a, *y = b;
  if (x->mentions != y->mentions) return x->mentions > y->mentions ? -1 : 1;
  return x->first < y->first ? -1 : x->first > y->first;
}

/* The mentions that have a place, those of one place together. */
static named *list_named(gm_workspace *ws, gm_resolutions resolutions,
                         uint32_t *out_count) {
  named *list = gm_take_array(ws, resolutions.count + 1, sizeof *list);
  uint32_t count = 0;
  if (!list) return NULL;
  for (uint32_t i = 0; i < resolutions.count; i++)
    if (resolutions.items[i].place != GM_NO_PLACE)
      list[count++] = (named){resolutions.items[i].place, i};
  qsort(list, count, sizeof *list, by_place);
  *out_count = count;
  return list;
}

/* One place out of its mentions, list[0 .. count). */
static gm_digest_place place_of(const named *list, uint32_t count,
                                gm_resolutions resolutions) {
  double sum = 0;
  for (uint32_t i = 0; i < count; i++)
    sum += (double)resolutions.items[list[i].mention].confidence;
  return (gm_digest_place){.place = list->place,
                           .mentions = count,
                           .first = list->mention,
                           .confidence = (float)(sum / count)};
}

static gm_status find_places(gm_workspace *ws, gm_digest *digest) {
  uint32_t count = 0;
  named *list = list_named(ws, digest->resolutions, &count);
  gm_digest_place *places = gm_take_array(ws, count + 1, sizeof *places);
  if (!list || !places) return ws->status;
  for (uint32_t i = 0, end; i < count; i = end) {
    for (end = i + 1; end < count && list[end].place == list[i].place;) end++;
    places[digest->place_count++] =
        place_of(list + i, end - i, digest->resolutions);
  }
  qsort(places, digest->place_count, sizeof *places, by_mentions);
  digest->places = places;
  digest->placed = count;
  return GM_OK;
}

gm_status gm_summarise(gm_workspace *ws, const gm_gazetteer *gazetteer,
                       const gm_document *document, gm_mentions mentions,
                       gm_resolutions resolutions, const gm_digest **out) {
  if (mentions.count != resolutions.count)
    return gm_fail(ws, GM_MISUSE, 0, "%u mentions but %u resolutions",
                   (unsigned)mentions.count, (unsigned)resolutions.count);
  gm_digest *digest = gm_take(ws, sizeof *digest);
  if (!digest) return ws->status;
  *digest = (gm_digest){
      .document = document, .mentions = mentions, .resolutions = resolutions};
  gm_status status = find_places(ws, digest);
  if (status == GM_OK) status = gm_pairs_find(ws, gazetteer, digest);
  if (status == GM_OK) status = gm_leanings_find(ws, gazetteer, digest);
  if (status != GM_OK) return status;
  digest->focus =
      gm_focus_of(gazetteer, digest->leanings, digest->leaning_count);
  *out = digest;
  return GM_OK;
}
