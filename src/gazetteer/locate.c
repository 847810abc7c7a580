/* gm_gazetteer_locate: the one place that a person names. Unlike a mention of
 * a text it has no words around it, and a wrong guess would be silent, so what
 * is not clear is refused, with words that would be clear.
 *
 *     Clarksville, Tennessee
 *     ^ name       ^ what it lies in: a country, a first- or a second-level
 *                    division, by any of its names or the country's code */
#include "earth/distance.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/name.h"

enum { PARTS_MOST = 4, FOUND_MOST = 64, TOLD_MOST = 3 };

/* A place that the words may name. */
typedef struct found {
  uint32_t place;
  gm_site site;
} found;

typedef struct search {
  gm_workspace *ws;
  const gm_gazetteer *gazetteer;
  gm_str words;             /* as given */
  gm_str name;              /* what stands before the first comma */
  gm_str parts[PARTS_MOST]; /* what stands behind it: trimmed */
  gm_entry entries[PARTS_MOST];
  uint32_t part_count;
  found items[FOUND_MOST]; /* the most populous first */
  uint32_t count;
} search;

static bool names_peoples(gm_sense sense) {
  return sense.kind == GM_NAME_DEMONYM || sense.kind == GM_NAME_ADJECTIVE;
}

static bool same_code(gm_str word, const char *code) {
  if (word.size != 2 || !*code) return false;
  return (word.bytes[0] & ~0x20) == code[0] &&
         (word.bytes[1] & ~0x20) == code[1];
}

/* Whether a site lies in something that the i-th part may name. */
static bool lies_in(const search *s, const gm_site *site, uint32_t place,
                    uint32_t i) {
  if (same_code(s->parts[i], site->country)) return true;
  for (uint32_t k = 0; k < s->entries[i].sense_count; k++) {
    gm_sense sense = gm_gazetteer_sense(s->gazetteer, s->entries[i], k);
    if (sense.place == place || names_peoples(sense)) continue;
    if (sense.place == site->country_place ||
        sense.place == site->admin1_place || sense.place == site->admin2_place)
      return true;
  }
  return false;
}

/* Puts a place among the found, unless it, or its like from another source, is
 * there. */
static void keep(search *s, found one) {
  const double same_km = 15;
  uint32_t at = s->count;
  for (uint32_t i = 0; i < s->count; i++) {
    const found *other = &s->items[i];
    bool alike = other->site.kind == one.site.kind &&
                 gm_distance_fast_km(other->site.at, one.site.at) < same_km;
    if (other->place == one.place || alike) return;
  }
  while (at && s->items[at - 1].site.population < one.site.population) at--;
  if (at == FOUND_MOST) return;
  if (s->count < FOUND_MOST) s->count++;
  for (uint32_t i = s->count - 1; i > at; i--) s->items[i] = s->items[i - 1];
  s->items[at] = one;
}

/* Finds the places of a name that lie in the first `parts` parts. */
static void find(search *s, gm_str key, uint32_t parts) {
  gm_entry entry;
  s->count = 0;
  if (!gm_gazetteer_entry(s->gazetteer, key, &entry)) return;
  for (uint32_t i = 0; i < entry.sense_count; i++) {
    gm_sense sense = gm_gazetteer_sense(s->gazetteer, entry, i);
    found one = {sense.place, gm_gazetteer_site(s->gazetteer, sense.place)};
    bool good = !names_peoples(sense);
    for (uint32_t p = 0; p < parts && good; p++)
      good = lies_in(s, &one.site, sense.place, p);
    if (good) keep(s, one);
  }
}

/* Towns before all else: who says New York means the city. */
static void keep_towns(search *s) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < s->count; i++)
    if (s->items[i].site.kind == GM_PLACE_CITY) s->items[kept++] = s->items[i];
  if (kept) s->count = kept;
}

/* Of several towns, those that have this as their usual name. */
static void keep_usual(search *s, gm_str key) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < s->count; i++) {
    gm_str name = gm_gazetteer_place(s->gazetteer, s->items[i].place).name;
    if (gm_str_equal(gm_name_key(s->ws, name), key))
      s->items[kept++] = s->items[i];
  }
  if (kept) s->count = kept;
}

static bool is_clear(const search *s) {
  enum { TIMES = 10 };
  if (s->count < 2) return s->count;
  return s->items[0].site.population / TIMES > s->items[1].site.population;
}

/* --------------------------------------------------------------- refusing --
 */

/* A place in words that can be given: its name and division, else its country;
 * its number where another has the same words. */
static gm_str clear_words(search *s, const found *one) {
  gm_place place = gm_gazetteer_place(s->gazetteer, one->place);
  uint32_t above = place.admin1_place;
  for (uint32_t i = 0; i < s->count; i++)
    if (s->items[i].place != one->place &&
        s->items[i].site.admin1_place == above && place.geonameid)
      return gm_str_print(s->ws, "\"gn:%u\"", place.geonameid);
  if (above == GM_NO_PLACE || above == one->place) above = place.country_place;
  gm_str in = gm_gazetteer_place(s->gazetteer, above).name;
  return gm_str_print(s->ws, "\"%.*s%s%.*s\"", GM_PRINT(place.name),
                      in.size ? ", " : "", GM_PRINT(in));
}

/* "a", "b" or "c": the first few of the found. */
static gm_str tell_found(search *s) {
  gm_str told = {0};
  uint32_t count = s->count < TOLD_MOST ? s->count : TOLD_MOST;
  for (uint32_t i = 0; i < count; i++) {
    gm_str one = clear_words(s, &s->items[i]);
    const char *link = !i ? "" : i + 1 < count ? ", " : " or ";
    told =
        gm_str_print(s->ws, "%.*s%s%.*s", GM_PRINT(told), link, GM_PRINT(one));
  }
  return told;
}

static gm_status refuse_several(search *s) {
  gm_str told = tell_found(s);
  return gm_fail(s->ws, GM_BAD_INPUT, 0,
                 "\"%.*s\" is the name of %u places; write which, such as %.*s",
                 GM_PRINT(s->words), s->count, GM_PRINT(told));
}

/* Suggests names that are spelled almost so. */
static gm_status refuse_unknown(search *s) {
  const gm_str *like = NULL;
  uint32_t count = 0;
  gm_status status = gm_gazetteer_suggest(s->ws, s->gazetteer, s->name,
                                          TOLD_MOST, &like, &count);
  if (status) return status;
  gm_str told = {0};
  for (uint32_t i = 0; i < count; i++)
    told = gm_str_print(s->ws, "%.*s%s%.*s", GM_PRINT(told),
                        !i              ? "; did you mean "
                        : i + 1 < count ? ", "
                                        : " or ",
                        GM_PRINT(like[i]));
  return gm_fail(s->ws, GM_BAD_INPUT, 0,
                 "the gazetteer has no place \"%.*s\"%.*s%s",
                 GM_PRINT(s->words), GM_PRINT(told), count ? "?" : "");
}

/* The name is known, but not there: says where it is. */
static gm_status refuse_elsewhere(search *s, gm_str key) {
  find(s, key, 0);
  if (!s->count) return refuse_unknown(s);
  keep_towns(s);
  gm_str told = tell_found(s);
  return gm_fail(s->ws, GM_BAD_INPUT, 0,
                 "the gazetteer has no place \"%.*s\"; did you mean %.*s?",
                 GM_PRINT(s->words), GM_PRINT(told));
}

/* ----------------------------------------------------------------- asking --
 */

/* Cuts the words at their commas. @return GM_NO_MEMORY */
static gm_status cut_words(search *s) {
  gm_str rest = s->words;
  s->name = gm_str_trim(gm_str_cut(&rest, ','));
  while (rest.size && s->part_count < PARTS_MOST) {
    gm_str part = gm_str_trim(gm_str_cut(&rest, ','));
    if (!part.size) continue;
    gm_str key = gm_name_key(s->ws, part);
    if (!key.bytes) return GM_NO_MEMORY;
    gm_gazetteer_entry(s->gazetteer, key, &s->entries[s->part_count]);
    s->parts[s->part_count++] = part;
  }
  return GM_OK;
}

/* A number of GeoNames. @return whether the words are one */
static bool is_number(gm_str words, uint64_t *out) {
  if (gm_str_starts(words, GM_STR("gn:")))
    words = (gm_str){words.bytes + 3, words.size - 3};
  return gm_str_to_u64(words, out) && *out && *out <= UINT32_MAX;
}

gm_status gm_gazetteer_locate(gm_workspace *ws, const gm_gazetteer *gazetteer,
                              gm_str words, uint32_t *out) {
  search s = {.ws = ws, .gazetteer = gazetteer, .words = gm_str_trim(words)};
  uint64_t number;
  if (is_number(s.words, &number)) {
    uint32_t place = gm_gazetteer_by_geonameid(gazetteer, (uint32_t)number);
    if (place == GM_NO_PLACE)
      return gm_fail(ws, GM_BAD_INPUT, 0,
                     "the gazetteer has no place of the number \"%.*s\"",
                     GM_PRINT(s.words));
    *out = place;
    return GM_OK;
  }
  gm_status status = cut_words(&s);
  gm_str key = gm_name_key(ws, s.name), whole = gm_name_key(ws, s.words);
  if (status || !key.bytes || !whole.bytes) return GM_NO_MEMORY;
  find(&s, key, s.part_count);
  if (!s.count && s.part_count) find(&s, whole, 0); /* Washington, D.C. */
  keep_towns(&s);
  if (!is_clear(&s)) keep_usual(&s, key);
  if (!s.count) return refuse_elsewhere(&s, key);
  if (!is_clear(&s)) return refuse_several(&s);
  *out = s.items[0].place;
  return GM_OK;
}

/* Whether words mean just this place. They may be unclear: that is no failure,
 * but no memory is. */
static gm_status try_words(gm_workspace *ws, const gm_gazetteer *gazetteer,
                           gm_str words, uint32_t place, gm_str *out) {
  uint32_t meant = GM_NO_PLACE;
  if (!words.bytes) return GM_NO_MEMORY;
  gm_status status = gm_gazetteer_locate(ws, gazetteer, words, &meant);
  if (status == GM_NO_MEMORY || status == GM_CANCELLED) return status;
  if (!status && meant == place) *out = words;
  return GM_OK;
}

gm_status gm_gazetteer_words(gm_workspace *ws, const gm_gazetteer *gazetteer,
                             uint32_t place, gm_str *out) {
  gm_place of = gm_gazetteer_place(gazetteer, place);
  const uint32_t above[] = {of.admin1_place, of.country_place, of.admin2_place};
  gm_str words = {0};
  gm_status status = GM_OK;
  for (int i = 0; i < 3 && !status && !words.size; i++) {
    gm_str in = gm_gazetteer_place(gazetteer, above[i]).name;
    bool itself = above[i] == place || !in.size;
    gm_str tried = gm_str_print(ws, "%.*s%s%.*s", GM_PRINT(of.name),
                                itself ? "" : ", ", itself ? 0 : (int)in.size,
                                itself ? "" : in.bytes);
    status = try_words(ws, gazetteer, tried, place, &words);
  }
  if (!status && !words.size && of.geonameid)
    words = gm_str_print(ws, "gn:%u", of.geonameid);
  if (status) return status;
  *out = words;
  return GM_OK;
}
