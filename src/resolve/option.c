/* Options: the places that a group may mean: see group.h. Senses come the most
 * prominent first. A name with more senses than can be scored (there are
 * hundreds of places called San Antonio) keeps those in the countries and
 * divisions that the document's clearest names speak of, those that the user's
 * hints and overlay prefer, and the largest. */
#include <string.h>

#include "mention/cover.h"
#include "resolve/alike.h"
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

/* Whether the name is known to be of another language than English. */
static bool is_foreign(const gm_gazetteer *gazetteer, gm_sense sense) {
  if (!sense.language || sense.kind == GM_NAME_OFFICIAL) return false;
  gm_str language = gm_gazetteer_language(gazetteer, sense.language);
  return !gm_str_equal(language, GM_STR("en"));
}

static void add_option(const gm_gazetteer *gazetteer, gm_group *group,
                       gm_sense sense, gm_site site) {
  for (uint32_t i = 0; i < group->option_count; i++)
    if (group->options[i].place == sense.place) return;
  group->options[group->option_count++] =
      (gm_option){.place = sense.place,
                  .name_kind = sense.kind,
                  .from_year = sense.from_year,
                  .to_year = sense.to_year,
                  .foreign = is_foreign(gazetteer, sense),
                  .overlaid = sense.overlaid,
                  .site = site,
                  .toward = gm_direction_of(site.at)};
}

/* Takes those that lie in the area that the user named. */
static void take_known(const gm_gazetteer *gazetteer, gm_group *group,
                       const gm_known *known) {
  if (!gm_known_has_area(known)) return;
  for (uint32_t i = 0;
       i < group->entry.sense_count && group->option_count < GM_CANDIDATES_MOST;
       i++) {
    gm_sense sense = gm_gazetteer_sense(gazetteer, group->entry, i);
    gm_site site = gm_gazetteer_site(gazetteer, sense.place);
    if (is_peoples(sense.kind) == group->peoples &&
        gm_known_holds(known, &site))
      add_option(gazetteer, group, sense, site);
  }
}

/* ------------------------------------------------- names with a kind -- */

/* "Panama City" may be the City of Panama, "Lake Ohrid" the lake called Ohrid:
 * of a name and the word for its kind beside it. */
typedef struct named_kind {
  gm_str name;
  gm_word_classes classes;
  gm_entry entry; /* the bare name's; no senses: there is none */
} named_kind;

static bool is_kind(const gm_gazetteer *gazetteer, gm_str word,
                    gm_word_classes position, gm_word_classes *out) {
  *out = gm_gazetteer_classes(gazetteer, word);
  return *out & position && gm_cover_kind(*out) >= 0;
}

/* A key without the word for its kind behind or before it. */
static bool split_kind(const gm_gazetteer *gazetteer, gm_str key,
                       named_kind *out) {
  size_t first = 0, last = key.size;
  while (first < key.size && key.bytes[first] != ' ') first++;
  if (first == key.size) return false;
  while (key.bytes[last - 1] != ' ') last--;
  gm_str before = {key.bytes, first};
  gm_str behind = {key.bytes + last, key.size - last};
  if (is_kind(gazetteer, behind, GM_WORD(GENERIC_AFTER), &out->classes))
    out->name = (gm_str){key.bytes, last - 1};
  else if (is_kind(gazetteer, before, GM_WORD(GENERIC_BEFORE), &out->classes))
    out->name = (gm_str){key.bytes + first + 1, key.size - first - 1};
  else
    return false;
  return true;
}

/* A city may be there as its municipality alone, a division as a region. */
static bool is_of_kind(const gm_site *site, int kind) {
  if (kind == GM_PLACE_CITY && site->kind == GM_PLACE_DIVISION) return true;
  if (kind == GM_PLACE_DIVISION && site->kind == GM_PLACE_REGION) return true;
  return (int)site->kind == kind;
}

static named_kind find_named_kind(const gm_gazetteer *gazetteer,
                                  const gm_group *group) {
  named_kind found = {0};
  if (group->peoples || !split_kind(gazetteer, group->key, &found) ||
      !gm_gazetteer_entry(gazetteer, found.name, &found.entry))
    found.entry.sense_count = 0;
  return found;
}

/* Adds the places of that kind that bear the bare name; to them this one is an
 * alternate. */
static void take_named_kind(const gm_gazetteer *gazetteer, gm_group *group,
                            named_kind named) {
  for (uint32_t i = 0; i < named.entry.sense_count; i++) {
    if (group->option_count == GM_CANDIDATES_MOST) return;
    gm_sense sense = gm_gazetteer_sense(gazetteer, named.entry, i);
    gm_site site = gm_gazetteer_site(gazetteer, sense.place);
    if (is_peoples(sense.kind) ||
        !is_of_kind(&site, gm_cover_kind(named.classes)))
      continue;
    sense.kind = GM_NAME_ALTERNATE;
    add_option(gazetteer, group, sense, site);
  }
}

/* Whether some place is called so in capitals. */
static bool has_capital_sense(const gm_gazetteer *gazetteer, gm_entry entry) {
  for (uint32_t i = 0; i < entry.sense_count; i++)
    if (gm_gazetteer_sense(gazetteer, entry, i).capital) return true;
  return false;
}

/* Takes senses until the options are full; with `only`, those in the focus. */
static void take_senses(const gm_gazetteer *gazetteer, gm_group *group,
                        bool peoples, const focus *only, uint32_t most) {
  bool capital = group->acronym && has_capital_sense(gazetteer, group->entry);
  for (uint32_t i = 0;
       i < group->entry.sense_count && group->option_count < most; i++) {
    gm_sense sense = gm_gazetteer_sense(gazetteer, group->entry, i);
    if (is_peoples(sense.kind) != peoples || (capital && !sense.capital))
      continue;
    if (only &&
        !gm_gazetteer_is_in(gazetteer, sense, only->places, only->count))
      continue;
    add_option(gazetteer, group, sense,
               gm_gazetteer_site(gazetteer, sense.place));
  }
}

/* Takes the senses of another name of the group than its own.
 * @return the first of the new options */
static uint32_t take_other(const gm_gazetteer *gazetteer, gm_group *group,
                           gm_entry other) {
  uint32_t first = group->option_count;
  gm_entry own = group->entry;
  group->entry = other;
  take_senses(gazetteer, group, group->peoples, NULL, GM_CANDIDATES_MOST);
  group->entry = own;
  return first;
}

static void take_composed(const gm_gazetteer *gazetteer, gm_group *group) {
  uint32_t first = take_other(gazetteer, group, group->composed);
  for (uint32_t i = first; i < group->option_count; i++)
    group->options[i].composed = true;
}

/* Whether some word of a name is known to be something else: the Capitol is no
 * misspelt capital. */
static bool has_known_word(const gm_gazetteer *gazetteer, gm_str key) {
  while (key.size)
    if (gm_gazetteer_classes(gazetteer, gm_str_cut(&key, ' '))) return true;
  return false;
}

/* For a name that the gazetteer does not have at all. */
static void take_alike(const gm_gazetteer *gazetteer, gm_group *group) {
  gm_entry entries[GM_ALIKE_MOST];
  uint32_t count = gm_alike_find(gazetteer, group->key, entries);
  for (uint32_t i = 0; i < count; i++) {
    uint32_t first = take_other(gazetteer, group, entries[i]);
    for (uint32_t k = first; k < group->option_count; k++)
      group->options[k].alike = true;
  }
}

static bool has_no_sense(const gm_group *group) {
  return !group->entry.sense_count && !group->composed.sense_count;
}

/* Whether to look for names like a group's, of which a document has `left`. */
static bool may_be_alike(const gm_gazetteer *gazetteer, const gm_group *group,
                         uint32_t *left) {
  if (!*left || group->peoples || has_known_word(gazetteer, group->key))
    return false;
  --*left;
  return true;
}

/* Copies a group's options out of the room that all groups share: few names
 * have as many as there is room for. */
static gm_status keep_options(gm_workspace *ws, gm_group *group) {
  size_t bytes = group->option_count * sizeof *group->options;
  gm_option *kept = gm_take(ws, bytes);
  if (!kept) return GM_NO_MEMORY;
  if (bytes) memcpy(kept, group->options, bytes);
  group->options = kept;
  return GM_OK;
}

/* All options of a group with some sense, into the room that it has. */
static void take_all(const gm_gazetteer *gazetteer, const gm_known *known,
                     const focus *clearest, gm_group *group) {
  enum { LARGEST = 12 };
  gm_gazetteer_expect(gazetteer, group->entry, GM_CANDIDATES_MOST);
  take_composed(gazetteer, group);
  if (has_no_sense(group)) take_alike(gazetteer, group);
  if (group->entry.sense_count > GM_CANDIDATES_MOST) {
    take_senses(gazetteer, group, group->peoples, NULL, LARGEST);
    take_known(gazetteer, group, known);
    take_senses(gazetteer, group, group->peoples, clearest, GM_CANDIDATES_MOST);
  }
  take_senses(gazetteer, group, group->peoples, NULL, GM_CANDIDATES_MOST);
  if (!group->option_count)
    take_senses(gazetteer, group, !group->peoples, NULL, GM_CANDIDATES_MOST);
  take_named_kind(gazetteer, group, find_named_kind(gazetteer, group));
}

/* What each option is measured against. */
static void find_largest(gm_group *group) {
  for (uint32_t i = 0; i < group->option_count; i++) {
    const gm_site *site = &group->options[i].site;
    if (site->prominence > group->largest) group->largest = site->prominence;
    if (site->names > group->most_names) group->most_names = site->names;
  }
}

gm_status gm_options_make(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const gm_known *known, gm_groups groups) {
  enum { ALIKE_MOST = 16 };
  uint32_t alike = ALIKE_MOST; /* each is a thousand look-ups */
  focus clearest;
  gm_status status = find_focus(ws, gazetteer, known, groups, &clearest);
  gm_option room[GM_CANDIDATES_MOST];
  for (uint32_t g = 0; g < groups.count && status == GM_OK; g++) {
    gm_group *group = &groups.items[g];
    if (has_no_sense(group) && !may_be_alike(gazetteer, group, &alike))
      continue;
    group->options = room;
    take_all(gazetteer, known, &clearest, group);
    find_largest(group);
    status = keep_options(ws, group);
  }
  return status;
}
