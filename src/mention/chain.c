/* See chain.h. The words are read backwards from the name, a link at a time:
 *
 *     about 20 km  off  the  southern  coast of  [Libya]
 *     measure      relation  part      relation        <---- read
 *
 * The outermost relation says the kind, the outermost compass word the bearing.
 * Which words there are, chain.def tells. */
#include "mention/chain.h"

#include "base/str.h"
#include "mention/compass.h"
#include "mention/measure.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Of a relation: a measure may stand before it; must; with a number; a word of
 * a part must. */
enum { MEASURED = 1, NEEDS_MEASURE = 2, NEEDS_NUMBER = 4, NEEDS_SIDE = 8 };

/* The most relations of a name, and the most words of one kind in a row: a
 * hostile text costs no more than its length. */
enum { MOST = 4 };

static const gm_phrase relations[] = {
#define RELATION(words, kind, flags) \
  GM_PHRASE(words, 0, GM_MODIFIER_##kind, flags),
#include "mention/chain.def"
};

static const gm_phrase parts[] = {
#define PART_WORD(words, kind) GM_PHRASE(words, 0, GM_MODIFIER_##kind, 0),
#include "mention/chain.def"
};

static const gm_phrase hedges[] = {
#define HEDGE(words) GM_PHRASE(words, 0, 0, 0),
#include "mention/chain.def"
};

bool gm_chain_has(const gm_chain *by, uint32_t end, gm_str word) {
  return end > by->first && gm_phrase_is(by->context, end - 1, word);
}

/* Whether the word before `end` is in one of the classes: it spares most names
 * the search. */
static bool has_class(const gm_chain *by, uint32_t low, uint32_t end,
                      gm_word_classes classes) {
  return end > low && by->context->classes[end - 1] & classes;
}

/* A link more: what is farther out says what kind it is, unless that is only a
 * part of what the inner ones say. */
static void take(gm_chain *by, uint32_t begin, uint32_t end, gm_modifier link) {
  if (by->begin == by->end) by->end = end;
  by->begin = begin;
  if (by->said.kind == GM_MODIFIER_NONE || link.kind != GM_MODIFIER_PART)
    by->said.kind = link.kind;
  if (link.has_bearing) {
    by->said.has_bearing = true;
    by->said.bearing_deg = link.bearing_deg;
  }
  if (link.far_km > 0) by->said.far_km = link.far_km;
}

/* -------------------------------------------------------------- the part -- */

/* One word or hyphened words of a part: "north-eastern", "central". */
static uint32_t part_before(const gm_chain *by, uint32_t low, uint32_t end,
                            gm_modifier *link) {
  *link = (gm_modifier){.kind = GM_MODIFIER_PART};
  uint32_t at = end - gm_phrase_hyphen(by->context, low, end);
  if (!has_class(by, low, at, GM_WORD(DIRECTION))) return end;
  uint32_t begin = gm_compass_before(by->context, low, at, false, link);
  if (begin < at) return begin;
  const gm_phrase *row =
      gm_phrase_longest(by->context, low, at, parts, COUNT(parts), &begin);
  if (!row) return end;
  link->kind = (gm_modifier_kind)row->kind;
  return begin;
}

uint32_t gm_chain_parts(gm_chain *by, uint32_t low, uint32_t end) {
  gm_modifier link;
  uint32_t at = end;
  bool joined = false;
  for (int i = 0; i < MOST; i++) {
    uint32_t begin = part_before(by, low, at - joined, &link);
    if (begin == at - joined) break;
    take(by, begin, end, link);
    if (joined) by->said.has_bearing = false;
    at = begin;
    joined = at > low && gm_chain_has(by, at, GM_STR("and"));
  }
  return at;
}

/* ---------------------------------------------------------- the relation -- */

/* "north of", "to the north of": a direction; "the north of": a part. */
static uint32_t side_before(const gm_chain *by, uint32_t end, gm_modifier *link,
                            unsigned *flags) {
  bool from = gm_chain_has(by, end, GM_STR("from"));
  if (!from && !gm_chain_has(by, end, GM_STR("of"))) return end;
  uint32_t begin =
      gm_compass_before(by->context, by->first, end - 1, true, link);
  if (begin == end - 1) return end;
  *flags = from ? NEEDS_MEASURE : MEASURED;
  link->kind = GM_MODIFIER_DIRECTION;
  if (!gm_chain_has(by, begin, GM_STR("the"))) return begin;
  if (gm_chain_has(by, begin - 1, GM_STR("to"))) return begin - 2;
  link->kind = GM_MODIFIER_PART;
  *flags = 0;
  return begin - 1;
}

/* The relation alone, and what it wants before it. */
static uint32_t bare_before(const gm_chain *by, uint32_t end, gm_modifier *link,
                            unsigned *flags) {
  const gm_word_classes classes = GM_WORD(PREPOSITION) | GM_WORD(DIRECTION);
  if (!has_class(by, by->first, end, classes)) return end;
  uint32_t begin = side_before(by, end, link, flags);
  if (begin < end) return begin;
  const gm_phrase *row = gm_phrase_longest(by->context, by->first, end,
                                           relations, COUNT(relations), &begin);
  if (!row) return end;
  link->kind = (gm_modifier_kind)row->kind;
  *flags = row->flags;
  return begin;
}

static uint32_t hedges_before(const gm_chain *by, uint32_t end) {
  uint32_t begin = end;
  for (int i = 0; i < MOST; i++)
    gm_phrase_longest(by->context, by->first, begin, hedges, COUNT(hedges),
                      &begin);
  return begin;
}

/* A relation with its measure and its hedges; `end`: none stands there. */
static uint32_t relation_before(gm_chain *by, uint32_t end) {
  const unsigned must = NEEDS_MEASURE | NEEDS_NUMBER;
  gm_modifier link = {.kind = GM_MODIFIER_NONE}, side;
  unsigned flags = 0;
  uint32_t words = bare_before(by, end, &link, &flags), begin = words;
  if (words == end) return end;
  if (flags & NEEDS_SIDE && part_before(by, by->first, words, &side) == words)
    return end;
  if (flags & (MEASURED | must))
    begin = gm_measure_before(by->context, by->first, words, &link.far_km);
  if (flags & must && begin == words) return end;
  if (flags & NEEDS_NUMBER && !(link.far_km > 0)) return end;
  if (begin < words && link.kind != GM_MODIFIER_PART)
    link.kind = GM_MODIFIER_DISTANCE;
  begin = hedges_before(by, begin);
  take(by, begin, end, link);
  return begin;
}

/* ------------------------------------------------------- what lies between --
 */

/* Whether a word may stand in "the besieged northern Syrian city of". */
static bool may_describe(const gm_chain *by, uint32_t token) {
  const gm_token *at = &by->context->tokens.items[token];
  gm_word_classes classes = by->context->classes[token];
  if (gm_context_is_mark(by->context, token, '-')) return !at->spaced;
  return at->kind == GM_TOKEN_WORD &&
         (!(classes & GM_WORD(PREPOSITION)) || classes & GM_WORD(DIRECTION));
}

uint32_t gm_chain_title(const gm_chain *by, uint32_t end) {
  enum { REACH = 6 };
  const gm_word_classes generic =
      GM_WORD(GENERIC_BEFORE) | GM_WORD(GENERIC_AFTER);
  uint32_t at = end;
  if (gm_chain_has(by, at, GM_STR("the"))) return at - 1;
  if (gm_chain_has(by, at, GM_STR("of")) || gm_chain_has(by, at, GM_STR(",")))
    at--;
  if (at == by->first || !(by->context->classes[at - 1] & generic)) return end;
  for (uint32_t i = at - 1; i > by->first && at - i < REACH; i--) {
    if (gm_chain_has(by, i, GM_STR("the"))) return i - 1;
    if (!may_describe(by, i - 1)) break;
  }
  return end;
}

/* The next relation outwards, over what the name is called; `at`: none. */
static uint32_t link_before(gm_chain *by, uint32_t at) {
  uint32_t begin = relation_before(by, at);
  if (begin < at) return begin;
  uint32_t title = gm_chain_title(by, at);
  begin = title < at ? relation_before(by, title) : title;
  return begin < title ? begin : at;
}

void gm_chain_relations(gm_chain *by, uint32_t end) {
  uint32_t at = end;
  for (int i = 0; i < MOST; i++) {
    uint32_t begin = link_before(by, at);
    if (begin == at) return;
    at = gm_chain_parts(by, by->first, begin);
  }
}
