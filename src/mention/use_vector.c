/* The vectors of the words around a name: see use_feature.h. The nearer a word
 * stands, the more it counts; of the words farther off only the sum is told,
 * which shows what the sentence is about. */
#include "mention/use_feature.h"

/* Numbers of vectors are signed bytes: so scaled, they count all together about
 * as much as all the features that are there or not. */
static const float SCALE = 0.15f;

/* Where the words stand: first the nearest on the left and on the right. */
enum { NEXT_SMALL = 2 * GM_USE_NEAR, BEFORE, BEHIND, LEFT, RIGHT, OWN, PLACES };
_Static_assert((int)PLACES == GM_VECTOR_PLACES, "the file has a row for each");

static void add_vector(gm_use_sink *to, uint32_t place,
                       const float numbers[GM_VECTOR_NUMBERS], float weight) {
  if (to->count + GM_VECTOR_NUMBERS > GM_USE_FEATURES_MOST) return;
  for (uint32_t n = 0; n < GM_VECTOR_NUMBERS; n++)
    to->out[to->count++] = (gm_use_feature){gm_amount_feature(place, n),
                                            weight * SCALE * numbers[n]};
}

/* Adds up the vectors of tokens [begin, end) of the sentence. */
static bool sum_vectors(const gm_use_view *view, int64_t begin, int64_t end,
                        float out[GM_VECTOR_NUMBERS]) {
  bool found = false;
  if (begin < view->first) begin = view->first;
  if (end > view->last) end = view->last;
  for (int64_t i = begin; i < end; i++) {
    const signed char *numbers = gm_recogniser_vector(
        view->context->reading->recogniser, view->cues[i].hash);
    for (int n = 0; numbers && n < GM_VECTOR_NUMBERS; n++)
      out[n] += numbers[n];
    found = found || numbers;
  }
  return found;
}

static void add_words(gm_use_sink *to, const gm_use_view *view,
                      uint32_t place, int64_t begin, int64_t end,
                      float weight) {
  float sum[GM_VECTOR_NUMBERS] = {0};
  if (sum_vectors(view, begin, end, sum)) add_vector(to, place, sum, weight);
}

void gm_use_vectors_add(gm_use_sink *to, const gm_use_view *view) {
  static const float left[GM_USE_NEAR] = {1.2f, 0.8f, 0.6f, 0.4f};
  static const float right[GM_USE_NEAR] = {1.2f, 0.9f, 0.7f, 0.5f};
  int64_t begin = view->begin, end = view->end;
  for (uint32_t d = 0; d < GM_USE_NEAR; d++) {
    add_words(to, view, d, begin - 1 - d, begin - d, left[d]);
    add_words(to, view, GM_USE_NEAR + d, end + d, end + d + 1, right[d]);
  }
  if (view->small >= 0)
    add_words(to, view, NEXT_SMALL, view->small, view->small + 1, 0.8f);
  add_words(to, view, BEFORE, view->before, view->before + 1, 0.6f);
  add_words(to, view, BEHIND, view->behind, view->behind + 1, 0.8f);
  add_words(to, view, LEFT, begin - GM_USE_FAR, begin, 0.125f);
  add_words(to, view, RIGHT, end, end + GM_USE_FAR, 0.125f);
  add_words(to, view, OWN, begin, end, 0.5f / (float)(end - begin));
}
