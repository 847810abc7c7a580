/* See use_feature.h. Templates are numbered by what they look at: 0 to 99 the
 * words beside the name, from 100 on words together, from 200 on words farther
 * off, from 300 on the name itself, from 400 on what the recogniser says, from
 * 500 on the sentence. */
#include "mention/use_feature.h"

static const gm_cue edge = {.hash = 7, .shape = 7777};

static const gm_cue *cue_at(const gm_use_view *view, int64_t token) {
  bool inside = token >= view->first && token < view->last;
  return inside ? &view->cues[token] : &edge;
}

static const gm_token *token_at(const gm_use_view *view, int64_t token) {
  return &view->context->tokens.items[token];
}

static void add(gm_use_sink *to, uint32_t template, uint32_t value) {
  enum { FIRST_TEMPLATE = 2000 }; /* the recogniser's are other numbers */
  if (to->count < GM_USE_FEATURES_MOST)
    to->out[to->count++] = (gm_use_feature){
        gm_feature_mix(FIRST_TEMPLATE + template, value), 1};
}

/* What is unknown (0) says nothing. */
static void add_known(gm_use_sink *to, uint32_t template, uint32_t value) {
  if (value) add(to, template, value);
}

static uint32_t mix(uint32_t a, uint32_t b) {
  return gm_feature_mix(a + 1, b + 1);
}

static void add_lists(gm_use_sink *to, uint32_t template,
                      gm_word_classes lists, uint32_t with) {
  for (; lists; lists &= lists - 1)
    add(to, template, mix((uint32_t)__builtin_ctz(lists), with));
}

static bool is_small(const gm_use_view *view, int64_t token) {
  const gm_token *at = token_at(view, token);
  return at->kind == GM_TOKEN_WORD && at->letters == GM_CASE_LOWER;
}

static bool is_capital(const gm_use_view *view, int64_t token) {
  const gm_token *at = token_at(view, token);
  return at->kind == GM_TOKEN_WORD && at->letters > GM_CASE_LOWER;
}

/* ---- where to look ---- */

/* A comma, "and", "or" or "&" between the names of a list. */
static bool joins(const gm_use_view *view, int64_t token) {
  if (token < view->first || token >= view->last) return false;
  gm_str word = token_at(view, token)->folded;
  return gm_str_equal(word, GM_STR("and")) ||
         gm_str_equal(word, GM_STR("or")) || gm_str_equal(word, GM_STR("&")) ||
         gm_str_equal(word, GM_STR(","));
}

/* From the token beside a name, over further names of its list, one way. */
static int64_t pass_list(const gm_use_view *view, int64_t from, int way) {
  for (;;) {
    int64_t at = from;
    while (joins(view, at)) at += way;
    if (at == from || at < view->first || at >= view->last ||
        !is_capital(view, at))
      return from;
    while (at >= view->first && at < view->last && is_capital(view, at))
      at += way;
    from = at;
  }
}

/* The next word in small letters, which is often the verb or the noun. */
static int64_t next_small(const gm_use_view *view) {
  for (uint32_t i = view->end; i < view->last && i < view->end + GM_USE_NEAR;
       i++)
    if (is_small(view, i)) return i;
  return -1;
}

static gm_use_view look(const gm_context *context, uint32_t begin,
                        uint32_t end) {
  const gm_sentence *sentence =
      &context->sentences.items[context->sentence_of[begin]];
  gm_use_view view = {.context = context,
                      .cues = context->reading->cues.items,
                      .first = sentence->begin,
                      .last = sentence->end,
                      .begin = begin,
                      .end = end};
  view.before = pass_list(&view, (int64_t)begin - 1, -1);
  view.behind = pass_list(&view, end, 1);
  view.small = next_small(&view);
  return view;
}

/* The nearest preposition before the name, over a few words; 0: none. */
static uint32_t preposition(const gm_use_view *view, uint32_t *distance) {
  enum { REACH = 3 };
  for (*distance = 1; *distance <= REACH; ++*distance) {
    const gm_cue *cue = cue_at(view, (int64_t)view->begin - *distance);
    if (cue->lists & GM_WORD(PREPOSITION)) return cue->hash;
  }
  return 0;
}

/* ---- templates ---- */

/* One word beside the name; `place` counts from the farthest on the left. */
static void add_neighbour(gm_use_sink *to, const gm_cue *cue, uint32_t place) {
  enum { KIND_AND_CASE = 32 };
  uint32_t base = 10 * place;
  add(to, base, cue->hash);
  add_known(to, base + 1, cue->company.coarse);
  if (place > 0 && place < 2 * GM_USE_NEAR - 1)
    add_known(to, base + 2, cue->company.fine);
  add(to, base + 3, cue->shape % KIND_AND_CASE);
  add_lists(to, base + 4, cue->lists, 0);
}

/* Words beside the name together. */
static void add_pairs(gm_use_sink *to, const gm_use_view *view) {
  const gm_cue *l1 = cue_at(view, (int64_t)view->begin - 1);
  const gm_cue *l2 = cue_at(view, (int64_t)view->begin - 2);
  const gm_cue *r1 = cue_at(view, view->end);
  const gm_cue *r2 = cue_at(view, view->end + 1);
  const gm_cue *r3 = cue_at(view, view->end + 2);
  uint32_t left = l1->company.coarse, right = r1->company.coarse;
  add(to, 100, mix(l1->hash, r1->hash));
  add(to, 101, mix(left, right));
  add(to, 102, mix(l1->company.fine, r1->company.fine));
  add(to, 103, mix(r1->hash, r2->hash));
  add(to, 104, mix(right, r2->company.coarse));
  add(to, 105, mix(right, r2->company.fine));
  add(to, 106, mix(mix(right, r2->company.coarse), r3->company.coarse));
  add(to, 107, mix(l2->hash, l1->hash));
  add(to, 108, mix(l2->company.coarse, left));
  add(to, 109, mix(l2->company.fine, left));
  add(to, 110, mix(l2->company.coarse, l1->hash));
  add(to, 111, mix(r1->hash, r2->company.coarse));
}

/* Preposition and verb: "in Moscow", "Moscow said". */
static void add_governors(gm_use_sink *to, const gm_use_view *view) {
  uint32_t distance, governs = preposition(view, &distance);
  bool starts = view->begin == view->first;
  add(to, 200, governs);
  if (governs) add(to, 201, mix(distance, governs));
  add(to, 202, mix(starts, cue_at(view, view->end)->company.coarse));
  add(to, 203, mix(starts, governs));
  if (view->small < 0) {
    add(to, 204, 0);
    return;
  }
  const gm_cue *next = &view->cues[view->small];
  add(to, 205, next->hash);
  add(to, 206, next->company.coarse);
  add(to, 207, next->company.fine);
  add(to, 208, mix(governs, next->company.coarse));
  add(to, 209, mix(governs, next->company.fine));
  add(to, 210, mix((next->lists & GM_WORD(PERSON_VERB)) != 0, governs));
}

/* What stands around the whole list that the name is in. */
static void add_list(gm_use_sink *to, const gm_use_view *view) {
  bool goes_before = view->before + 1 < view->begin;
  bool goes_behind = view->behind > view->end;
  if (!goes_before && !goes_behind) return;
  const gm_cue *before = cue_at(view, view->before);
  const gm_cue *behind = cue_at(view, view->behind);
  add(to, 220, mix(goes_before, goes_behind));
  add(to, 221, before->hash);
  add(to, 222, before->company.coarse);
  add(to, 223, behind->hash);
  add(to, 224, behind->company.coarse);
  add(to, 225, behind->company.fine);
  add(to, 226, mix(before->company.coarse, behind->company.coarse));
  uint32_t nearest_left = 10 * (GM_USE_NEAR - 1);
  uint32_t nearest_right = 10 * GM_USE_NEAR;
  if (goes_before) {
    add(to, nearest_left, before->hash);
    add(to, nearest_left + 1, before->company.coarse);
  }
  if (goes_behind) {
    add(to, nearest_right, behind->hash);
    add(to, nearest_right + 1, behind->company.coarse);
  }
}

/* What the sentence is about. */
static void add_topic(gm_use_sink *to, const gm_use_view *view) {
  for (int64_t d = 1; d <= GM_USE_FAR; d++) {
    uint32_t left = cue_at(view, view->begin - d)->company.coarse;
    uint32_t right = cue_at(view, view->end + d - 1)->company.coarse;
    add_known(to, 230, left);
    add_known(to, 231, right);
    add_known(to, 232, left);
    add_known(to, 232, right);
  }
}

static uint32_t prominence_of(uint32_t match) {
  return match ? (match - 1) % 1024 / 64 : 0; /* as feature.c writes it */
}

/* The name itself. */
static void add_name(gm_use_sink *to, const gm_use_view *view) {
  const gm_cue *first = &view->cues[view->begin];
  const gm_cue *last = &view->cues[view->end - 1];
  uint32_t kind = first->match ? (first->match - 1) % 16 : 99;
  uint32_t distance, governs = preposition(view, &distance);
  uint32_t words = view->end - view->begin, name = 0, prominence = 0;
  bool several = words > 1;
  for (uint32_t i = view->begin; i < view->end; i++) {
    uint32_t large = prominence_of(view->cues[i].match);
    name = mix(name, view->cues[i].hash);
    if (large > prominence) prominence = large;
  }
  add_known(to, 300, first->match);
  add(to, 301, kind);
  const gm_cue *left = cue_at(view, (int64_t)view->begin - 1);
  const gm_cue *right = cue_at(view, view->end);
  add(to, 302, mix(kind, left->company.coarse));
  add(to, 303, mix(kind, right->company.coarse));
  add(to, 304, mix(kind, governs));
  add_known(to, 305, first->company.coarse);
  add_known(to, 306, first->company.fine);
  add(to, 307, name);
  add(to, 308, mix(last->hash, several));
  add(to, 309, mix(last->company.coarse, several));
  add(to, 310, mix(last->company.fine, several));
  add_lists(to, 311, last->lists, several);
  add(to, 312, first->shape);
  add(to, 313, prominence);
  add(to, 314, words < 3 ? words : 3);
}

/* The part of a probability, in fifths or thirds. */
static uint32_t part(float probability, float parts) {
  return (uint32_t)(probability * (parts - 0.01f));
}

static float other_name(const float *of) {
  return of[GM_LABEL_ORGANISATION] + of[GM_LABEL_OTHER];
}

static const float *reading_at(const gm_use_view *view, int64_t token) {
  static const float none[GM_LABEL_TYPE_COUNT];
  bool inside = token >= view->first && token < view->last;
  return inside ? view->context->reading->tokens[token].of : none;
}

/* What the recogniser says of the name and its neighbours. */
static void add_reading(gm_use_sink *to, const gm_use_view *view) {
  const float *own = reading_at(view, view->begin);
  const float *left = reading_at(view, (int64_t)view->begin - 1);
  const float *right = reading_at(view, view->end);
  uint32_t other = part(other_name(own), 5);
  add(to, 400, other);
  add(to, 401, part(own[GM_LABEL_PLACE], 5));
  add(to, 402, mix(part(other_name(left), 3), other));
  add(to, 403, mix(part(other_name(right), 3), other));
  add(to, 404, part(right[GM_LABEL_PERSON], 3));
  for (uint32_t type = 0; type < GM_LABEL_TYPE_COUNT; type++) {
    float most = 0;
    for (uint32_t i = view->begin; i < view->end; i++) {
      float of = reading_at(view, i)[type];
      if (of > most) most = of;
    }
    add(to, 405, mix(type, part(most, 5)));
  }
}

/* The longer run of capitals that it may stand in. */
static void add_run(gm_use_sink *to, const gm_use_view *view) {
  uint32_t index = view->context->run_of[view->begin];
  uint32_t other = part(other_name(reading_at(view, view->begin)), 5);
  if (index == GM_NO_RUN) return;
  const gm_run *run = &view->context->runs[index];
  uint32_t where = (run->begin < view->begin) + 2u * (run->end > view->end);
  const gm_cue *last = &view->cues[run->end - 1];
  add(to, 420, where);
  add(to, 421, mix(other, where));
  add(to, 422, mix(run->kind, where));
  if (!where) return;
  add(to, 423, mix(last->company.coarse, where));
  add(to, 424, mix(last->hash, where));
  add(to, 425, mix(view->cues[run->begin].hash, where));
  add_lists(to, 426, last->lists, where);
}

/* The sentence, and where in it the name stands. */
static void add_sentence(gm_use_sink *to, const gm_use_view *view) {
  const gm_context *context = view->context;
  const gm_sentence *sentence =
      &context->sentences.items[context->sentence_of[view->begin]];
  const gm_cue *next = cue_at(view, view->end);
  bool starts = view->begin == view->first, opens = view->first == 0;
  uint32_t words = view->last - view->first, quotes = 0;
  for (uint32_t i = view->first; i < view->begin; i++)
    quotes += gm_context_is_mark(context, i, '"');
  add(to, 500, 0);
  add(to, 501, sentence->titled + 2u * sentence->shouted);
  add(to, 502, mix(opens, starts));
  add(to, 503, mix(starts, next->hash));
  add(to, 504, mix(mix(opens, starts), next->shape % 32));
  add(to, 505, words < 40 ? words / 5 : 8);
  add(to, 506, view->end + 1 >= view->last);
  add(to, 507, quotes % 2);
}

/* Asks for the vectors of the words around, long before they are added. */
static void expect_vectors(const gm_use_view *view) {
  const gm_recogniser *recogniser = view->context->reading->recogniser;
  for (int64_t d = 1; d <= GM_USE_FAR; d++) {
    gm_recogniser_expect_vector(recogniser,
                                cue_at(view, view->begin - d)->hash);
    gm_recogniser_expect_vector(recogniser,
                                cue_at(view, view->end + d - 1)->hash);
  }
}

uint32_t gm_use_features_of(const gm_context *context, uint32_t begin,
                            uint32_t end,
                            gm_use_feature out[GM_USE_FEATURES_MOST]) {
  gm_use_sink to = {out, 0};
  gm_use_view view = look(context, begin, end);
  expect_vectors(&view);
  for (uint32_t d = 0; d < GM_USE_NEAR; d++) {
    const gm_cue *left = cue_at(&view, (int64_t)begin - GM_USE_NEAR + d);
    add_neighbour(&to, left, d);
    add_neighbour(&to, cue_at(&view, end + d), GM_USE_NEAR + d);
  }
  add_pairs(&to, &view);
  add_governors(&to, &view);
  add_list(&to, &view);
  add_name(&to, &view);
  add_reading(&to, &view);
  add_run(&to, &view);
  add_sentence(&to, &view);
  gm_use_vectors_add(&to, &view);
  add_topic(&to, &view);
  return to.count;
}
