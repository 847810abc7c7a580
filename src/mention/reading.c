/* See reading.h. */
#include "mention/reading.h"

#include "mention/stretch.h"

typedef struct reader {
  gm_workspace *ws;
  const gm_context *context;
  gm_reading found;
  size_t capacity; /* of segments */
} reader;

static gm_status add_segment(reader *by, gm_segment segment) {
  gm_segment *items =
      gm_grow(by->ws, by->found.segments, by->found.segment_count,
              &by->capacity, sizeof *items);
  if (!items) return GM_NO_MEMORY;
  by->found.segments = items;
  items[by->found.segment_count++] = segment;
  for (uint32_t i = segment.begin; i < segment.end; i++)
    by->found.tokens[i].segment = by->found.segment_count;
  return GM_OK;
}

/* Remembers the words of which a stretch leaves no doubt. */
static void remember(const reader *by, gm_stretch stretch) {
  const float sure = 0.8f;
  for (uint32_t i = stretch.begin; i < stretch.end; i++) {
    const gm_token *token = &by->context->tokens.items[i];
    const float *of = by->found.tokens[i].of;
    if (token->kind != GM_TOKEN_WORD) continue;
    if (of[GM_LABEL_PLACE] > sure)
      gm_context_note(by->context, i, GM_SHOWN_READ_PLACE);
    if (of[GM_LABEL_PERSON] > sure)
      gm_context_note(by->context, i, GM_SHOWN_READ_PERSON);
  }
}

/* Labels become segments; `begin` is the token of the first label. */
static gm_status cut_segments(reader *by, const uint8_t *labels, uint32_t count,
                              uint32_t begin) {
  gm_status status = GM_OK;
  for (uint32_t i = 0; i < count && status == GM_OK; i++) {
    if (labels[i] == GM_LABEL_NONE) continue;
    uint32_t end = i + 1;
    while (end < count && gm_label_is_inside(labels[end])) end++;
    status = add_segment(by, (gm_segment){begin + i, begin + end,
                                          (uint8_t)gm_label_type(labels[i])});
    i = end - 1;
  }
  return status;
}

static gm_token_reading sum_types(const gm_label_row row) {
  gm_token_reading sum = {.segment = 0};
  for (int type = 0; type < GM_LABEL_TYPE_COUNT; type++)
    sum.of[type] = row[gm_label_begin(type)] + row[gm_label_inside(type)];
  sum.goes_on = row[gm_label_inside(GM_LABEL_PLACE)];
  return sum;
}

/* The weights of each token's features are asked for while those of the token
 * before it are added up. */
static void emit_stretch(const reader *by, gm_stretch stretch,
                         gm_label_row *emissions) {
  uint32_t features[2][GM_FEATURES_MOST], places[2][GM_FEATURES_MOST];
  uint32_t count[2] = {0};
  const gm_recogniser *recogniser = by->found.recogniser;
  uint32_t tokens = stretch.end - stretch.begin;
  for (uint32_t i = 0; i <= tokens; i++) {
    uint32_t now = i % 2, before = 1 - now;
    if (i < tokens) {
      count[now] = gm_features_of(by->context, &by->found.cues,
                                  stretch.begin + i, features[now], NULL);
      gm_recogniser_expect(recogniser, features[now], count[now],
                           places[now]);
    }
    if (i > 0)
      gm_recogniser_emit(recogniser, features[before], places[before],
                         count[before], emissions[i - 1]);
  }
}

static gm_status read_stretch(reader *by, gm_stretch stretch) {
  uint32_t count = stretch.end - stretch.begin;
  gm_label_row emissions[GM_LATTICE_MOST];
  uint8_t labels[GM_LATTICE_MOST];
  gm_marginals marginals;
  emit_stretch(by, stretch, emissions);
  const gm_transitions *transitions = &by->found.recogniser->transitions;
  if (!gm_lattice_sum(transitions, (const gm_label_row *)emissions, NULL, count,
                      NULL, &marginals))
    return GM_OK; /* weights beyond reason: nothing is said */
  for (uint32_t i = 0; i < count; i++)
    by->found.tokens[stretch.begin + i] = sum_types(marginals.token[i]);
  gm_lattice_best(transitions, (const gm_label_row *)emissions, count, labels);
  remember(by, stretch);
  return cut_segments(by, labels, count, stretch.begin);
}

gm_status gm_read_names(gm_workspace *ws, const gm_context *context,
                        gm_matches matches, const gm_recogniser *recogniser,
                        gm_reading *out) {
  reader by = {.ws = ws, .context = context, .found.recogniser = recogniser};
  by.found.tokens =
      gm_take_array(ws, context->tokens.count + 1u, sizeof *by.found.tokens);
  if (!by.found.tokens) return GM_NO_MEMORY;
  gm_status status =
      gm_cues_make(ws, context, matches, recogniser, &by.found.cues);
  gm_stretch stretch = {0};
  while (status == GM_OK && gm_stretch_next(context, stretch.end, &stretch))
    status = read_stretch(&by, stretch);
  if (status == GM_OK) *out = by.found;
  return status;
}
