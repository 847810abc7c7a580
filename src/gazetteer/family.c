/* See family.h. */
#include "gazetteer/family.h"

#include "gazetteer/hash.h"

static const struct {
  double far_km;
  bool generics, wide;
} families[] = {
#define ROW_OF(upper, far, generics, wide) {far, generics, wide},
    GM_FAMILIES(ROW_OF)
#undef ROW_OF
};

double gm_family_far_km(gm_family family) {
  return families[family].far_km;
}

bool gm_family_is_wide(gm_family family) {
  return families[family].wide;
}

/* A family's codes, by how they begin. The first line that fits decides. */
static const struct {
  const char *beginning;
  gm_family family;
} beginnings[] = {
    {"ADM1", GM_FAMILY_FIRST},   {"ADM2", GM_FAMILY_SECOND},
    {"STM", GM_FAMILY_STREAM},   {"CNL", GM_FAMILY_STREAM},
    {"WAD", GM_FAMILY_STREAM},   {"LK", GM_FAMILY_LAKE},
    {"RSV", GM_FAMILY_LAKE},     {"ISL", GM_FAMILY_ISLAND},
    {"ATOL", GM_FAMILY_ISLAND},  {"AIRP", GM_FAMILY_AIRPORT},
    {"AIRB", GM_FAMILY_AIRPORT}, {"AIRF", GM_FAMILY_AIRPORT},
};

static const gm_family by_kind[GM_PLACE_KIND_COUNT] = {
    [GM_PLACE_CITY] = GM_FAMILY_TOWN,
    [GM_PLACE_QUARTER] = GM_FAMILY_TOWN,
    [GM_PLACE_DIVISION] = GM_FAMILY_DIVISION,
    [GM_PLACE_COUNTRY] = GM_FAMILY_COUNTRY,
    [GM_PLACE_CONTINENT] = GM_FAMILY_REGION,
    [GM_PLACE_REGION] = GM_FAMILY_REGION,
    [GM_PLACE_WATER] = GM_FAMILY_SEA,
    [GM_PLACE_TERRAIN] = GM_FAMILY_TERRAIN,
    [GM_PLACE_FACILITY] = GM_FAMILY_FACILITY,
};

gm_family gm_family_of(const gm_feature *feature) {
  gm_str code = gm_str_of(feature->code);
  for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
    if (gm_str_starts(code, gm_str_of(beginnings[i].beginning)))
      return beginnings[i].family;
  return feature->kind < GM_PLACE_KIND_COUNT ? by_kind[feature->kind]
                                             : GM_FAMILY_NONE;
}

/* Words that one source writes and the next does not. */
static bool is_generic(gm_str word) {
  static const char words[] =
      "the of river rio lake lac lago reservoir canal creek mount mt monte"
      " mountain mountains range ranges hills peak volcano desert plateau plain"
      " peninsula cape island islands isle isles ile iles isla islas atoll sea"
      " ocean gulf bay strait channel sound airport international air base";
  gm_str rest = {words, sizeof words - 1};
  while (rest.size)
    if (gm_str_equal(gm_str_cut(&rest, ' '), word)) return true;
  return false;
}

static char small(char byte) {
  return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static bool counts(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
         (unsigned char)byte >= 0x80;
}

/* Letters that have no accent to be dropped, as GeoNames writes them in its
 * ASCII names. @return the bytes that were taken, or 0 */
static size_t plain_letter(gm_str rest, gm_str *plain) {
  static const struct {
    const char *letter, *plain;
  } letters[] = {{"ø", "o"},  {"ł", "l"},  {"đ", "d"}, {"æ", "ae"},
                 {"œ", "oe"}, {"ß", "ss"}, {"ı", "i"}, {"ð", "d"}};
  for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
    gm_str letter = gm_str_of(letters[i].letter);
    if (!gm_str_starts(rest, letter)) continue;
    *plain = gm_str_of(letters[i].plain);
    return letter.size;
  }
  return 0;
}

/* Cuts the next word off, in small plain letters, into `word`. */
static gm_str next_word(gm_str *rest, char word[64]) {
  size_t size = 0;
  while (rest->size && size < 60) {
    gm_str plain = {0};
    char byte = small(*rest->bytes);
    size_t taken =
        (unsigned char)byte >= 0x80 ? plain_letter(*rest, &plain) : 0;
    if (!taken && !counts(byte) && byte != '\'' && byte != '`') {
      if (size) break;
      taken = 1;
    } else if (!taken) {
      if (counts(byte)) word[size++] = byte;
      taken = 1;
    }
    for (size_t i = 0; i < plain.size; i++) word[size++] = plain.bytes[i];
    rest->bytes += taken;
    rest->size -= taken;
  }
  return (gm_str){word, size};
}

static uint64_t hash_words(gm_family family, gm_str name, bool generics) {
  char bytes[64];
  uint64_t hash = GM_HASH_BEGIN ^ (uint64_t)family;
  bool any = false;
  while (name.size) {
    gm_str word = next_word(&name, bytes);
    if (!word.size || (!generics && is_generic(word))) continue;
    hash = gm_hash_on(hash, word);
    any = true;
  }
  return any ? gm_hash_mix(hash) : 0;
}

uint64_t gm_family_key(gm_family family, gm_str name) {
  uint64_t key = hash_words(family, name, families[family].generics);
  return key ? key : hash_words(family, name, true);
}
