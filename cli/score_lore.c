/* What the measures must know of words: which gold mentions are demonyms, and
 * which name a country.
 *
 * Corpora seldom say it themselves. Lists settle it: demonyms.txt (a word a
 * line) and countries.tsv (a name, a tab, an ISO code). Without lists the
 * gazetteer is asked. It knows the people of every district, while corpora and
 * their lists mean nations; so only these count here: the people of countries,
 * of continents, and of regions that are spoken of as nations are. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "say.h"
#include "score.h"
#include "text.h"

/* -------------------------------------------------------------- lists -- */

bool cli_score_list_beside(const char *gold, const char *name, char *path,
                           size_t size) {
  static const char *const folders[] = {".", "eval", "../eval"};
  const char *slash = strrchr(gold, '/');
  int stem = slash ? (int)(slash - gold) : 1;
  const char *folder = slash ? gold : ".";
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
    int length =
        snprintf(path, size, "%.*s/%s/%s", stem, folder, folders[i], name);
    if (length > 0 && (size_t)length < size && access(path, R_OK) == 0)
      return true;
  }
  return false;
}

/* ------------------------------------------------------ the gazetteer -- */

/* Regions whose people are spoken of as nations are, by their main names. */
static const char *const like_nations[] = {
    "Alaska",   "Arab world",  "Balkans",         "Basque Country",
    "Bavaria",  "Bengal",      "California",      "Catalonia",
    "Chechnya", "Crimea",      "Central America", "England",
    "Flanders", "Hawaii",      "Kurdistan",       "Latin America",
    "London",   "New York",    "New York City",   "Nordic countries",
    "Paris",    "Punjab",      "Quebec",          "Scandinavia",
    "Scotland", "Siberia",     "Sicily",          "Tamil Nadu",
    "Texas",    "Tibet",       "Veneto",          "Venice",
    "Wales",    "West Bengal",
};

static bool is_like_nation(gm_str name) {
  for (size_t i = 0; i < sizeof like_nations / sizeof *like_nations; i++)
    if (strlen(like_nations[i]) == name.size &&
        memcmp(like_nations[i], name.bytes, name.size) == 0)
      return true;
  return false;
}

/* The meanings that the gazetteer has for a name; 0 on failure. */
static uint32_t meanings_of(const cli_score_lore *lore, const char *name,
                            const gm_meaning **out) {
  uint32_t count = 0;
  gm_workspace_reset(lore->ws);
  if (gm_gazetteer_look_up(lore->ws, lore->gazetteer, cli_text_str(name), out,
                           &count))
    return 0;
  return count;
}

static bool names_people(gm_name_kind kind) {
  return kind == GM_NAME_DEMONYM || kind == GM_NAME_ADJECTIVE;
}

bool cli_score_demonym(const cli_score_lore *lore, const char *words) {
  if (lore->demonyms) return cli_score_look_up(lore->demonyms, words) != NULL;
  const gm_meaning *meanings;
  uint32_t count = meanings_of(lore, words, &meanings);
  for (uint32_t i = 0; i < count; i++) {
    if (!names_people(meanings[i].kind)) continue;
    gm_place place = gm_gazetteer_place(lore->gazetteer, meanings[i].place);
    if (place.kind == GM_PLACE_COUNTRY || place.kind == GM_PLACE_CONTINENT ||
        is_like_nation(place.name))
      return true;
  }
  return false;
}

void cli_score_nation(const cli_score_lore *lore, const char *name,
                      char nation[3]) {
  if (lore->nations) {
    const char *code = cli_score_look_up(lore->nations, name);
    if (code && strlen(code) == 2) memcpy(nation, code, 2);
    return;
  }
  const gm_meaning *meanings;
  uint32_t count = meanings_of(lore, name, &meanings);
  for (uint32_t i = 0; i < count; i++) {
    gm_place place = gm_gazetteer_place(lore->gazetteer, meanings[i].place);
    if (place.kind != GM_PLACE_COUNTRY || names_people(meanings[i].kind) ||
        place.country.size != 2)
      continue;
    memcpy(nation, place.country.bytes, 2);
    return;
  }
}
