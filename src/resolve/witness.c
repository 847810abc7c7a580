/* See witness.h. */
#include "resolve/witness.h"

#include "base/str.h"
#include "base/workspace.h"

/* Whether a span overlaps any of the mentions from `at` on, which is moved
 * behind those that end before it: both come in order. */
static bool is_asked(gm_mentions mentions, gm_span span) {
  uint32_t low = 0, high = mentions.count;
  while (low < high) { /* the first that begins behind the span */
    uint32_t middle = low + (high - low) / 2;
    if (mentions.items[middle].span.begin < span.end)
      low = middle + 1;
    else
      high = middle;
  }
  enum { LOOK_BACK = 8 }; /* given spans may lie in each other */
  for (uint32_t i = 0; i < LOOK_BACK && i < low; i++)
    if (mentions.items[low - 1 - i].span.end > span.begin) return true;
  return false;
}

static bool stands_before(gm_span a, gm_span b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

/* Merges the mentions and those found ones that are not asked about. */
static gm_status merge(gm_workspace *ws, gm_mentions mentions,
                       gm_mentions found, gm_mentions *all,
                       const uint32_t **place) {
  gm_mention *items =
      gm_take_array(ws, mentions.count + found.count, sizeof *items);
  uint32_t *at = gm_take_array(ws, mentions.count, sizeof *at);
  if (!items || !at) return GM_NO_MEMORY;
  uint32_t count = 0, next = 0;
  for (uint32_t i = 0; i <= mentions.count; i++) {
    for (; next < found.count &&
           (i == mentions.count || stands_before(found.items[next].span,
                                                 mentions.items[i].span));
         next++)
      if (!is_asked(mentions, found.items[next].span))
        items[count++] = found.items[next];
    if (i == mentions.count) break;
    at[i] = count;
    items[count++] = mentions.items[i];
  }
  *all = (gm_mentions){items, count, mentions.context};
  *place = at;
  return GM_OK;
}

gm_status gm_witnesses_find(gm_workspace *ws, const gm_gazetteer *gazetteer,
                            const gm_model *model, const gm_document *document,
                            gm_mentions mentions, gm_mentions *all,
                            const uint32_t **place) {
  gm_mentions found = {.count = 0};
  if (document->spans_given) {
    gm_document open = *document;
    open.spans_given = false;
    open.given = NULL;
    open.given_count = 0;
    gm_status status = gm_find(ws, gazetteer, model, &open, &found);
    if (status != GM_OK) return status;
  }
  return merge(ws, mentions, found, all, place);
}
