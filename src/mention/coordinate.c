/* See coordinate.h. Two lists in the order of the text become one:
 *
 *     names         [Bakhmut]        [E]       [Donetsk]
 *     coordinates               [48.59 N, 38.00 E]
 *     mentions      [Bakhmut]   [48.59 N, 38.00 E]   [Donetsk]
 */
#include "mention/coordinate.h"

#include "document/coordinate.h"

static const gm_evidence form = {"mention.coordinates",
                                 "it has the form of coordinates", 5};

static gm_span sentence_at(const gm_context *context, uint32_t at) {
  uint32_t token = gm_context_token(context, 0, at);
  if (token == context->tokens.count) return (gm_span){at, at};
  return context->sentences.items[context->sentence_of[token]].span;
}

static gm_mention mention_of(const gm_context *context, gm_span span) {
  bool in_title = span.end <= context->document->title_part.end;
  return (gm_mention){.span = span,
                      .head = span,
                      .sentence = sentence_at(context, span.begin),
                      .part = in_title ? GM_PART_TITLE : GM_PART_TEXT,
                      .use = GM_USE_LITERAL,
                      .kind_hint = -1,
                      .confidence = 0.99f,
                      .evidence = &form,
                      .evidence_count = 1};
}

/* All coordinates of the text. */
static gm_status find(gm_workspace *ws, const gm_context *context,
                      gm_mentions *out) {
  gm_coordinate found;
  gm_mention *items = NULL;
  size_t capacity = 0;
  gm_str text = context->document->text;
  *out = (gm_mentions){0};
  for (uint32_t at = 0; gm_coordinate_next(text, at, &found);
       at = found.span.end) {
    items = gm_grow(ws, items, out->count, &capacity, sizeof *items);
    if (!items) return GM_NO_MEMORY;
    items[out->count++] = mention_of(context, found.span);
    out->items = items;
  }
  return GM_OK;
}

static bool overlap(gm_span a, gm_span b) {
  return a.begin < b.end && b.begin < a.end;
}

/* Both in the order of the text; of two that overlap the coordinates stay. */
static uint32_t merge(gm_mentions names, gm_mentions points, gm_mention *out) {
  uint32_t count = 0, n = 0, p = 0;
  while (n < names.count || p < points.count) {
    const gm_mention *name = n < names.count ? &names.items[n] : NULL;
    const gm_mention *point = p < points.count ? &points.items[p] : NULL;
    if (name && point && overlap(name->span, point->span)) {
      n++;
    } else if (!point || (name && name->span.begin < point->span.begin)) {
      out[count++] = *name;
      n++;
    } else {
      out[count++] = *point;
      p++;
    }
  }
  return count;
}

gm_status gm_mention_coordinates(gm_workspace *ws, const gm_context *context,
                                 gm_mentions *mentions) {
  gm_mentions points;
  gm_status status = find(ws, context, &points);
  if (status || !points.count) return status;
  gm_mention *items =
      gm_take_array(ws, (size_t)mentions->count + points.count, sizeof *items);
  if (!items) return GM_NO_MEMORY;
  mentions->count = merge(*mentions, points, items);
  mentions->items = items;
  return GM_OK;
}
