/* Options: the places that a group may mean: see group.h. Senses come the most
 * prominent first. A name with more senses than can be scored (there are
 * hundreds of places called San Antonio) keeps those in the countries and
 * divisions that the document's clearest names speak of, those that the user's
 * hints and overlay prefer, and the largest. */
#include "resolve/group.h"

static bool is_peoples(gm_name_kind kind) {
  return kind == GM_NAME_DEMONYM || kind == GM_NAME_ADJECTIVE;
}

/* Countries and divisions of the first sense of each name of the document. */
typedef struct focus {
  uint32_t *places;
  uint32_t count;
} focus;

static gm_status find_focus(gm_workspace *ws, const gm_gazetteer *gazetteer,
                            const gm_known *known, gm_groups groups,
                            focus *out) {
  enum { MOST = 64 };
  uint32_t *places = gm_take_array(ws, MOST * 3, sizeof *places);
  if (!places) return GM_NO_MEMORY;
  uint32_t count = 0;
  if (known->home_site.admin1_place != GM_NO_PLACE)
    places[count++] = known->home_site.admin1_place;
  for (uint32_t g = 0; g < groups.count && count < MOST * 3 - 3; g++) {
    if (!groups.items[g].entry.sense_count) continue;
    uint32_t place =
        gm_gazetteer_sense(gazetteer, groups.items[g].entry, 0).place;
    gm_site site = gm_gazetteer_site(gazetteer, place);
    if (site.admin1_place != GM_NO_PLACE) places[count++] = site.admin1_place;
    places[count++] = place;
  }
  *out = (focus){places, count};
  return GM_OK;
}

static void add_option(gm_group *group, gm_sense sense, gm_site site) {
  for (uint32_t i = 0; i < group->option_count; i++)
    if (group->options[i].place == sense.place) return;
  group->options[group->option_count++] =
      (gm_option){.place = sense.place,
                  .name_kind = sense.kind,
                  .from_year = sense.from_year,
                  .to_year = sense.to_year,
                  .overlaid = sense.overlaid,
                  .site = site};
}

/* Takes those that lie in the area that the user named. */
static void take_known(const gm_gazetteer *gazetteer, gm_group *group,
                       const gm_known *known) {
  if (!gm_known_has_area(known)) return;
  for (uint32_t i = 0; i < group->entry.sense_count &&
                       group->option_count < GM_CANDIDATES_MOST;
       i++) {
    gm_sense sense = gm_gazetteer_sense(gazetteer, group->entry, i);
    gm_site site = gm_gazetteer_site(gazetteer, sense.place);
    if (is_peoples(sense.kind) == group->peoples &&
        gm_known_holds(known, &site))
      add_option(group, sense, site);
  }
}

/* Takes senses until the options are full; with `only`, those in the focus. */
static void take_senses(const gm_gazetteer *gazetteer, gm_group *group,
                        bool peoples, const focus *only, uint32_t most) {
  for (uint32_t i = 0;
       i < group->entry.sense_count && group->option_count < most; i++) {
    gm_sense sense = gm_gazetteer_sense(gazetteer, group->entry, i);
    if (is_peoples(sense.kind) != peoples) continue;
    if (only &&
        !gm_gazetteer_is_in(gazetteer, sense, only->places, only->count))
      continue;
    add_option(group, sense, gm_gazetteer_site(gazetteer, sense.place));
  }
}

gm_status gm_options_make(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const gm_known *known, gm_groups groups) {
  enum { LARGEST = 12 };
  focus clearest;
  gm_status status = find_focus(ws, gazetteer, known, groups, &clearest);
  if (status != GM_OK) return status;
  for (uint32_t g = 0; g < groups.count; g++) {
    gm_group *group = &groups.items[g];
    if (!group->entry.sense_count) continue;
    group->options =
        gm_take_array(ws, GM_CANDIDATES_MOST, sizeof *group->options);
    if (!group->options) return GM_NO_MEMORY;
    bool few = group->entry.sense_count <= GM_CANDIDATES_MOST;
    if (!few) {
      take_senses(gazetteer, group, group->peoples, NULL, LARGEST);
      take_known(gazetteer, group, known);
      take_senses(gazetteer, group, group->peoples, &clearest,
                  GM_CANDIDATES_MOST);
    }
    take_senses(gazetteer, group, group->peoples, NULL, GM_CANDIDATES_MOST);
    if (!group->option_count)
      take_senses(gazetteer, group, !group->peoples, NULL, GM_CANDIDATES_MOST);
  }
  return GM_OK;
}
