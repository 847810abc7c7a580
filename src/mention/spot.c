/* See spot.h. */
#include "mention/spot.h"

#include <stdlib.h>

#include "mention/cover.h"

typedef struct spotter {
  gm_workspace *ws;
  const gm_context *context;
  gm_matches matches;
  size_t capacity;
  uint32_t listed; /* how many matches the gazetteer gave */
  uint32_t next;   /* the first of them that may still be met */
} spotter;

static const gm_token *token_at(const spotter *by, uint32_t i) {
  return &by->context->tokens.items[i];
}

static gm_status add(spotter *by, gm_match match) {
  gm_match *items = gm_grow(by->ws, by->matches.items, by->matches.count,
                            &by->capacity, sizeof *items);
  if (!items) return GM_NO_MEMORY;
  by->matches.items = items;
  items[by->matches.count++] = match;
  return GM_OK;
}

/* "Ave." in the middle of a sentence: the full stop belongs to it. */
static uint32_t with_stop(const spotter *by, uint32_t end) {
  const gm_context *context = by->context;
  const gm_word_classes generic = GM_WORD(GENERIC_AFTER) | GM_WORD(FACILITY);
  uint32_t sentence_end =
      context->sentences.items[context->sentence_of[end - 1]].end;
  bool is_short = token_at(by, end - 1)->folded.size <= 4 &&
                  context->classes[end - 1] & generic;
  return is_short && end + 1 < sentence_end && !token_at(by, end)->spaced &&
                 gm_context_is_mark(context, end, '.')
             ? end + 1
             : end;
}

/* A name that nobody lists may open with one that is listed and go on as no
 * street or lake does: of the East Bank Middle School, East Bank is what can
 * be mapped. @return where the longest such name ends, or `begin` */
static uint32_t named_after(const spotter *by, uint32_t begin, uint32_t end) {
  gm_match match;
  if (gm_cover_is_own_place(by->context, end)) return begin;
  for (uint32_t stop = end - 1; stop > begin; stop--)
    if (gm_scan_stretch(by->context, begin, stop, &match)) return stop;
  return begin;
}

static gm_status add_unlisted(spotter *by, uint32_t begin, uint32_t end) {
  gm_match match = {.begin = begin, .end = end, .unlisted = true};
  match.kind_hint = gm_cover_kind(by->context->classes[end - 1]);
  match.cover_begin = begin;
  match.cover_end = with_stop(by, end);
  match.segment = true;
  return add(by, match);
}

/* A place from `begin` to `end`, as marked. */
static gm_status take(spotter *by, uint32_t begin, uint32_t end) {
  while (by->next < by->listed && by->matches.items[by->next].end <= begin)
    by->next++;
  const gm_match *bare = NULL;
  for (uint32_t m = by->next; m < by->listed; m++) {
    gm_match *match = &by->matches.items[m];
    if (match->begin >= end) break;
    if (match->cover_begin == begin && match->cover_end == end) {
      match->segment = true;
      return GM_OK;
    }
    if (match->begin == begin && match->end == end) bare = match;
  }
  if (!bare) {
    uint32_t stop = named_after(by, begin, end);
    return stop > begin ? take(by, begin, stop) : add_unlisted(by, begin, end);
  }
  gm_match copy = *bare;
  copy.cover_begin = begin;
  copy.cover_end = end;
  copy.segment = true;
  return add(by, copy);
}

static bool is_listed(const spotter *by, uint32_t begin, uint32_t end) {
  gm_name_walk walk;
  gm_entry entry;
  return gm_context_walk(by->context, begin, end, &walk) &&
         gm_name_walk_entry(&walk, &entry) && entry.sense_count;
}

/* Whether two places are joined by the mark at `at`. */
static bool is_joint(const spotter *by, uint32_t begin, uint32_t at,
                     uint32_t end) {
  if (gm_context_is_mark(by->context, at, ',')) return true;
  return gm_context_is_mark(by->context, at, '-') && is_listed(by, begin, at) &&
         is_listed(by, at + 1, end);
}

static bool opens_badly(const spotter *by, uint32_t i) {
  return token_at(by, i)->kind == GM_TOKEN_MARK ||
         gm_str_equal(token_at(by, i)->folded, GM_STR("the"));
}

static bool ends_badly(const spotter *by, uint32_t i) {
  const gm_token *token = token_at(by, i);
  return token->kind == GM_TOKEN_MARK || token->kind == GM_TOKEN_POSSESSIVE ||
         (token->letters == GM_CASE_LOWER && !by->context->uncased);
}

/* How many tokens in front belong to no name: "R-" of R-Ocilla, "Historic",
 * "City of" or "Miss" before a listed name. */
static uint32_t qualifier(const spotter *by, uint32_t begin, uint32_t end) {
  const gm_word_classes words = GM_WORD(COMMON) | GM_WORD(DIRECTION) |
                                GM_WORD(TITLE) | GM_WORD(GENERIC_CITY) |
                                GM_WORD(GENERIC_BEFORE);
  if (is_listed(by, begin, end)) return 0;
  bool hyphen = gm_context_is_mark(by->context, begin + 1, '-');
  if (hyphen && token_at(by, begin)->folded.size <= 3 &&
      is_listed(by, begin + 2, end))
    return 2;
  if (!(by->context->classes[begin] & words)) return 0;
  if (is_listed(by, begin + 1, end)) return 1;
  bool of = gm_str_equal(token_at(by, begin + 1)->folded, GM_STR("of"));
  return of && is_listed(by, begin + 2, end) ? 2 : 0;
}

/* Where a person's title begins inside: "Gainesville Mayor Ann Fenwick". */
static uint32_t before_title(const spotter *by, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin + 1; i + 1 < end; i++)
    if (by->context->classes[i] & GM_WORD(TITLE))
      return is_listed(by, begin, end) ? end : i;
  return end;
}

static gm_status take_trimmed(spotter *by, uint32_t begin, uint32_t end) {
  while (begin < end && opens_badly(by, begin)) begin++;
  while (begin < end && ends_badly(by, end - 1)) end--;
  if (begin == end) return GM_OK;
  end = before_title(by, begin, end);
  if (end > begin + 1) begin += qualifier(by, begin, end);
  return begin < end ? take(by, begin, end) : GM_OK;
}

static gm_status take_segment(spotter *by, const gm_segment *segment) {
  uint32_t begin = segment->begin;
  gm_status status = GM_OK;
  for (uint32_t i = begin + 1; i + 1 < segment->end && status == GM_OK; i++) {
    if (!is_joint(by, begin, i, segment->end)) continue;
    status = take_trimmed(by, begin, i);
    begin = i + 1;
  }
  return status == GM_OK ? take_trimmed(by, begin, segment->end) : status;
}

static int by_place(const void *a, const void *b) {
  const gm_match *x = a, *y = b;
  if (x->begin != y->begin) return x->begin < y->begin ? -1 : 1;
  if (x->end != y->end) return x->end < y->end ? -1 : 1;
  return x->cover_end < y->cover_end ? -1 : x->cover_end > y->cover_end;
}

gm_status gm_spot(gm_workspace *ws, const gm_context *context,
                  gm_matches *matches) {
  spotter by = {.ws = ws,
                .context = context,
                .matches = *matches,
                .capacity = matches->count,
                .listed = matches->count};
  const gm_reading *reading = context->reading;
  gm_status status = GM_OK;
  for (uint32_t i = 0; i < reading->segment_count && status == GM_OK; i++)
    if (reading->segments[i].type == GM_LABEL_PLACE)
      status = take_segment(&by, &reading->segments[i]);
  if (status != GM_OK) return status;
  if (by.matches.count > by.listed)
    qsort(by.matches.items, by.matches.count, sizeof *by.matches.items,
          by_place);
  *matches = by.matches;
  return GM_OK;
}
