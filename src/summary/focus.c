/* See focus.h. From the whole to the part, so that the three answers fit each
 * other: the country that most speaks for; the division, of that country; the
 * place, in that country and rather in that division. A town goes before what
 * it lies in, as long as it is named about as often: an article on Kharkiv
 * names Ukraine too.
 *
 * The more of an article speaks for an answer, the surer it is: its share of
 * all that speaks for anything of its level. */
#include "summary/focus.h"

#include <stddef.h>

/* By hand: how much a place counts that lies in another division than the
 * article's, and how much a country or a division beside a town in it. */
static const float ELSEWHERE = 0.5F, CONTAINER = 0.6F;

typedef struct best {
  uint32_t place;
  float weight;
  float sum; /* of all of its level */
} best;

static void consider(best *b, uint32_t place, float weight) {
  if (weight <= b->weight) return;
  b->weight = weight;
  b->place = place;
}

static float confidence_of(const best *b) {
  if (b->place == GM_NO_PLACE) return 0;
  float rest = 1 - b->weight / b->sum;
  return 1 - rest * rest * rest;
}

/* How well a place fits the focus; 0: it lies in another country. What lies in
 * none, a sea or a border river, fits. */
static float fit_of(const gm_place *place, const gm_focus *focus) {
  if (place->country_place == GM_NO_PLACE)
    return place->kind == GM_PLACE_CONTINENT ? CONTAINER : 1;
  if (focus->country != GM_NO_PLACE && place->country_place != focus->country)
    return 0;
  if (place->kind == GM_PLACE_COUNTRY) return CONTAINER;
  float fit = place->kind == GM_PLACE_DIVISION ? CONTAINER : 1;
  if (place->admin1_place != focus->division) fit *= ELSEWHERE;
  return fit;
}

static best strongest(const gm_gazetteer *gazetteer, const gm_focus *focus,
                      const gm_leaning *leanings, uint32_t count,
                      gm_level level) {
  best b = {.place = GM_NO_PLACE};
  for (uint32_t i = 0; i < count; i++) {
    const gm_leaning *one = &leanings[i];
    if (one->level != level) continue;
    gm_place place = gm_gazetteer_place(gazetteer, one->place);
    float fit = 1;
    if (level == GM_LEVEL_DIVISION)
      fit = place.country_place == focus->country ? 1 : 0;
    else if (level == GM_LEVEL_PLACE)
      fit = fit_of(&place, focus);
    b.sum += one->weight;
    consider(&b, one->place, one->weight * fit);
  }
  return b;
}

/* Where no place of the article is in the country that its names together speak
 * for, the division or the country itself stands for it. */
static void fall_back(gm_focus *focus) {
  bool divided = focus->division != GM_NO_PLACE;
  focus->place = divided ? focus->division : focus->country;
  focus->confidence =
      divided ? focus->confidence_division : focus->confidence_country;
}

gm_focus gm_focus_of(const gm_gazetteer *gazetteer, const gm_leaning *leanings,
                     uint32_t count) {
  gm_focus focus = {GM_NO_PLACE, GM_NO_PLACE, GM_NO_PLACE, 0, 0, 0};
  best country =
      strongest(gazetteer, &focus, leanings, count, GM_LEVEL_COUNTRY);
  focus.country = country.place;
  focus.confidence_country = confidence_of(&country);
  if (focus.country != GM_NO_PLACE) {
    best division =
        strongest(gazetteer, &focus, leanings, count, GM_LEVEL_DIVISION);
    focus.division = division.place;
    focus.confidence_division = confidence_of(&division);
  }
  best place = strongest(gazetteer, &focus, leanings, count, GM_LEVEL_PLACE);
  focus.place = place.place;
  focus.confidence = confidence_of(&place);
  if (place.place == GM_NO_PLACE) fall_back(&focus);
  return focus;
}
