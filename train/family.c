/* See family.h. The numbers are those that src/mention/feature.c gives its
 * templates; a test sees to it that finding asks none without a family. */
#include "family.h"

#include "base/workspace.h"

/* ---- of each template ---- */

enum {
  WORDS = FAMILY_WORDS,
  SHAPES = FAMILY_SHAPES,
  AFFIXES = FAMILY_AFFIXES,
  CLASSES = FAMILY_CLASSES,
  GAZETTEER = FAMILY_GAZETTEER,
  LISTS = FAMILY_LISTS,
  DOCUMENT = FAMILY_DOCUMENT,
  POSITION = FAMILY_POSITION,
  RUNS = FAMILY_RUNS,
};

/* Of the five tokens from two before to two behind: 100 and more, 200 ... */
enum { BESIDE_FIRST = 100, BESIDE_END = 600, BESIDE_COUNT = 8 };

static const family_set beside[BESIDE_COUNT] = {
    WORDS,     SHAPES,    CLASSES, CLASSES,
    GAZETTEER, GAZETTEER, LISTS,   SHAPES | CLASSES,
};

/* Of the token, of its neighbours together, of its run. */
static const struct {
  uint16_t first, last;
  family_set families;
} others[] = {
    {2, 3, WORDS},
    {4, 5, WORDS | SHAPES},
    {6, 6, SHAPES},
    {7, 7, POSITION | SHAPES},
    {8, 8, GAZETTEER | SHAPES},
    {9, 9, GAZETTEER | WORDS},
    {11, 14, AFFIXES},
    {21, 24, AFFIXES},
    {30, 30, GAZETTEER | WORDS},
    {31, 32, DOCUMENT | WORDS},
    {33, 33, DOCUMENT | SHAPES},
    {34, 36, CLASSES},
    {37, 37, GAZETTEER},
    {38, 39, WORDS | SHAPES},
    {40, 41, RUNS | WORDS},
    {42, 44, RUNS | CLASSES},
    {45, 46, RUNS},
    {47, 47, RUNS | CLASSES | GAZETTEER},
    {49, 51, RUNS | LISTS},
    {52, 53, GAZETTEER | WORDS},
    {54, 54, GAZETTEER},
    {55, 55, POSITION | SHAPES | GAZETTEER},
    {56, 56, POSITION | SHAPES},
};

family_set family_of(uint32_t template) {
  uint32_t asked = template % BESIDE_FIRST;
  if (template >= BESIDE_FIRST)
    return template <BESIDE_END &&asked < BESIDE_COUNT ? beside[asked] : 0;
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    if (others[i].first <= template && template <= others[i].last)
      return others[i].families;
  return 0;
}

uint32_t family_leave_out(family_set without, const uint16_t *templates,
                          uint32_t *features, uint32_t count) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < count; i++)
    if (!(family_of(templates[i]) & without)) features[kept++] = features[i];
  return kept;
}

/* ---- by name ---- */

#define FAMILY_NAME(upper, lower) lower,
static const char *const names_of[] = {FAMILIES(FAMILY_NAME)};
#undef FAMILY_NAME

static family_set named(gm_str name) {
  for (uint32_t i = 0; i < FAMILY_COUNT; i++)
    if (gm_str_equal(name, gm_str_of(names_of[i]))) return 1u << i;
  return 0;
}

gm_status family_read(gm_workspace *ws, const char *names, family_set *out) {
#define FAMILY_LISTED(upper, lower) " " lower
  static const char all[] = FAMILIES(FAMILY_LISTED);
#undef FAMILY_LISTED
  gm_str rest = gm_str_of(names ? names : "");
  family_set set = 0;
  while (rest.size) {
    gm_str name = gm_str_cut(&rest, ',');
    family_set one = named(name);
    if (!one)
      return gm_fail(ws, GM_BAD_INPUT, 0,
                     "\"%.*s\" is no family of features; there are:%s",
                     GM_PRINT(name), all);
    set |= one;
  }
  *out = set;
  return GM_OK;
}
