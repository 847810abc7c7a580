/* See scan.h. From each word that could begin a name, gm_name_walk follows the
 * next words as long as some name goes on so; where one ends, it is a match.
 * The way a word is written decides which senses count: "US" is a country and
 * "us" is none, "PARIS" may be shouted but "CAN" in a calm sentence is no town
 * of that name. */
#include "mention/scan.h"

#include "gazetteer/name.h"

static const gm_token *token_at(const gm_context *context, uint32_t i) {
  return &context->tokens.items[i];
}

static const gm_sentence *sentence_at(const gm_context *context, uint32_t i) {
  return &context->sentences.items[context->sentence_of[i]];
}

/* Whether a match may be what is always written in capitals. Where all words
 * are, only a country or a large region may, and no common word: the UK and
 * the EU, but not TV, US and IN. */
static bool fits_capitals(const gm_context *context, const gm_match *match,
                          gm_rank rank) {
  enum { LARGE = 140 };
  const gm_word_classes words = GM_WORD(COMMON) | GM_WORD(AMBIGUOUS) |
                                GM_WORD(NEVER) | GM_WORD(PREPOSITION);
  const gm_token *first = token_at(context, match->begin);
  if (first->letters != GM_CASE_UPPER) return false;
  if (!sentence_at(context, match->begin)->shouted) return true;
  bool large = rank.kind == GM_PLACE_COUNTRY || rank.kind == GM_PLACE_REGION;
  return first->dotted ||
         (large && rank.prominence >= LARGE && !(match->entry.classes & words));
}

/* Whether a sense may be meant by what is written there. */
static bool fits_writing(const gm_context *context, const gm_match *match,
                         gm_sense sense) {
  uint32_t end = match->end;
  const gm_token *first = token_at(context, match->begin);
  bool single = end == match->begin + 1;
  bool shouted = sentence_at(context, match->begin)->shouted;
  if (sense.capital && !sense.dotted)
    return fits_capitals(context, match, sense.rank);
  if (sense.kind == GM_NAME_ABBREVIATION && sense.dotted && single)
    return first->dotted || gm_context_is_mark(context, end, '.') ||
           first->folded.size > 4;
  if (!single || first->letters != GM_CASE_UPPER || shouted) return true;
  return first->folded.size > 2 || first->dotted;
}

enum { MOST_SENSES = 8 };

/* The first senses that may be meant. @return how many */
static uint32_t fitting_senses(const gm_context *context, const gm_match *match,
                               bool as_written, gm_sense out[MOST_SENSES]) {
  uint32_t fitting = 0, count = match->entry.sense_count;
  for (uint32_t i = 0; i < count && fitting < MOST_SENSES; i++) {
    gm_sense sense = gm_gazetteer_sense(context->gazetteer, match->entry, i);
    if (as_written && !fits_writing(context, match, sense)) continue;
    out[fitting++] = sense;
  }
  return fitting;
}

/* What one more sense adds to what the evidence asks; the first is `first`. */
static void weigh_sense(gm_sense sense, uint32_t first_place, bool first,
                        gm_match *match) {
  gm_rank rank = sense.rank;
  bool people =
      sense.kind == GM_NAME_DEMONYM || sense.kind == GM_NAME_ADJECTIVE;
  bool place_like = rank.kind == GM_PLACE_WATER || rank.kind == GM_PLACE_REGION;
  if (!first && !people && place_like && sense.place == first_place)
    match->peoples = false; /* the Mediterranean */
  if (first || rank.prominence > match->prominence) {
    match->prominence = rank.prominence;
    match->kind = rank.kind;
    match->peoples = people;
  }
  match->capital = match->capital || sense.capital;
  if (sense.kind != GM_NAME_ABBREVIATION) match->abbreviated = false;
  if (sense.stop) match->dotted = true;
}

/* Reads the senses: fills in what the evidence asks about them. */
static bool weigh_senses(const gm_context *context, gm_match *match,
                         bool as_written) {
  gm_sense senses[MOST_SENSES];
  uint32_t count = fitting_senses(context, match, as_written, senses);
  match->abbreviated = true;
  for (uint32_t i = 0; i < count; i++)
    weigh_sense(senses[i], senses[0].place, i == 0, match);
  return count > 0;
}

bool gm_scan_stretch(const gm_context *context, uint32_t begin, uint32_t end,
                     gm_match *out) {
  gm_match match = {.begin = begin,
                    .end = end,
                    .cover_begin = begin,
                    .cover_end = end,
                    .kind_hint = -1};
  gm_name_walk walk;
  if (!gm_context_walk(context, begin, end, &walk)) return false;
  if (!gm_name_walk_entry(&walk, &match.entry)) return false;
  if (!weigh_senses(context, &match, false)) return false;
  *out = match;
  return true;
}

/* Whether a name may go on from the token before `next` to it: over a blank, a
 * hyphen, or the full stop of an abbreviation such as "St.". Leaves `next` on
 * the word. */
static bool crosses(const gm_context *context, uint32_t *next, uint32_t end) {
  if (*next >= end) return false;
  const gm_token *token = token_at(context, *next);
  if (token->kind != GM_TOKEN_MARK) return true;
  if (token->spaced || token->folded.size != 1) return false;
  char mark = token->folded.bytes[0];
  uint32_t before_size = (uint32_t)token_at(context, *next - 1)->folded.size;
  if (mark != '-' && (mark != '.' || before_size > 4)) return false;
  ++*next;
  return *next < end && token_at(context, *next)->kind != GM_TOKEN_MARK &&
         token_at(context, *next)->spaced == (mark == '.');
}

/* Words of names are capitalised, unless their script has no case or the whole
 * text is written in small letters. */
static bool has_case_of_name(const gm_context *context, uint32_t i) {
  return token_at(context, i)->letters != GM_CASE_LOWER || context->uncased;
}

static bool may_end(const gm_context *context, uint32_t i) {
  return token_at(context, i)->kind != GM_TOKEN_POSSESSIVE &&
         has_case_of_name(context, i);
}

/* In a text of small letters, a short word would meet a place of that name
 * everywhere. */
static bool may_begin(const gm_context *context, uint32_t i) {
  const gm_token *token = token_at(context, i);
  if (token->kind != GM_TOKEN_WORD || !has_case_of_name(context, i))
    return false;
  return token->letters != GM_CASE_LOWER || token->dotted ||
         token->folded.size > 2;
}

typedef struct scanner {
  gm_workspace *ws;
  const gm_context *context;
  gm_matches found;
  size_t capacity;
} scanner;

/* "Syrian Kurdish": two demonyms, even where both are one name, too. */
static bool is_two_peoples(const gm_context *context, const gm_match *match) {
  gm_match first, second;
  return match->peoples && match->end == match->begin + 2 &&
         gm_scan_stretch(context, match->begin, match->begin + 1, &first) &&
         gm_scan_stretch(context, match->begin + 1, match->end, &second) &&
         first.peoples && second.peoples;
}

static gm_status keep(scanner *scan, uint32_t begin, uint32_t end,
                      gm_entry entry) {
  gm_match match = {.begin = begin,
                    .end = end,
                    .cover_begin = begin,
                    .cover_end = end,
                    .entry = entry,
                    .kind_hint = -1};
  if (!weigh_senses(scan->context, &match, true) ||
      is_two_peoples(scan->context, &match))
    return GM_OK;
  gm_match *items = gm_grow(scan->ws, scan->found.items, scan->found.count,
                            &scan->capacity, sizeof *items);
  if (!items) return GM_NO_MEMORY;
  items[scan->found.count++] = match;
  scan->found.items = items;
  return GM_OK;
}

/* "City of Norfolk": news means Norfolk, which is a match of its own. */
static bool opens_with_city_of(const gm_context *context, uint32_t begin) {
  return context->classes[begin] & GM_WORD(GENERIC_CITY) &&
         begin + 1 < context->tokens.count &&
         gm_str_equal(token_at(context, begin + 1)->folded, GM_STR("of"));
}

/* In capitals nothing tells The Hague from the United States: the article is
 * left outside. */
static bool opens_with_the(const gm_context *context, uint32_t begin) {
  return sentence_at(context, begin)->shouted &&
         gm_str_equal(token_at(context, begin)->folded, GM_STR("the"));
}

static gm_status scan_from(scanner *scan, uint32_t begin, uint32_t end) {
  const gm_context *context = scan->context;
  gm_name_walk walk;
  bool goes_on = gm_context_walk(context, begin, begin + 1, &walk);
  gm_status status = GM_OK;
  uint32_t next = begin;
  while (status == GM_OK && goes_on) {
    gm_entry entry;
    if (may_end(context, next) && gm_name_walk_entry(&walk, &entry) &&
        entry.sense_count)
      status = keep(scan, begin, next + 1, entry);
    next++;
    if (!crosses(context, &next, end)) break;
    goes_on = gm_name_walk_step(&walk, gm_name_word(token_at(context, next)));
  }
  return status;
}

/* Matches come by their begin, then by their end: what covers one begins no
 * later, so the furthest end so far tells. */
static void mark_inner(gm_matches matches) {
  uint32_t reach = 0;
  for (uint32_t i = 0; i < matches.count;) {
    uint32_t same = i, begin = matches.items[i].begin;
    while (same < matches.count && matches.items[same].begin == begin) same++;
    for (uint32_t k = i; k < same; k++)
      matches.items[k].inner = k + 1 < same || matches.items[k].end <= reach;
    if (matches.items[same - 1].end > reach)
      reach = matches.items[same - 1].end;
    i = same;
  }
}

gm_status gm_scan(gm_workspace *ws, const gm_context *context,
                  gm_matches *out) {
  enum { OFTEN = 4096 };
  scanner scan = {.ws = ws, .context = context};
  gm_status status = GM_OK;
  for (uint32_t i = 0; i < context->tokens.count && status == GM_OK; i++) {
    if (i % OFTEN == 0 && gm_stopped(ws))
      return gm_fail(ws, GM_CANCELLED, token_at(context, i)->span.begin,
                     "stopped while finding mentions");
    if (!may_begin(context, i) || opens_with_city_of(context, i) ||
        opens_with_the(context, i))
      continue;
    status = scan_from(&scan, i, sentence_at(context, i)->end);
  }
  mark_inner(scan.found);
  if (status == GM_OK) *out = scan.found;
  return status;
}
