/* See evidence.h. The functions stand in the order of evidence.def. */
#include "mention/evidence.h"

#include "gazetteer/name.h"
#include "mention/cover.h"

static const gm_token *token_at(const gm_context *context, uint32_t i) {
  return &context->tokens.items[i];
}

static const gm_sentence *sentence_of(const gm_context *context,
                                      const gm_match *match) {
  return &context->sentences.items[context->sentence_of[match->begin]];
}

static bool is_single(const gm_match *match) {
  return match->end == match->begin + 1;
}

static bool is_shouting(const gm_context *context, const gm_match *match) {
  const gm_sentence *sentence = sentence_of(context, match);
  return sentence->shouted || sentence->titled;
}

/* The classes of the entry, for single words and phrases alike. */
static float in_class(const gm_match *match, gm_word_classes classes) {
  return match->entry.classes & classes ? 1 : 0;
}

static gm_run_kind run_kind(const gm_context *context, const gm_match *match) {
  uint32_t run = context->run_of[match->begin];
  return run == GM_NO_RUN ? GM_RUN_PLAIN : context->runs[run].kind;
}

/* Classes of the nearest word before the mention; "the" is passed over. */
static gm_word_classes classes_before(const gm_context *context,
                                      const gm_match *match) {
  uint32_t at = match->cover_begin;
  uint32_t begin = sentence_of(context, match)->begin;
  if (at > begin &&
      gm_str_equal(token_at(context, at - 1)->folded, GM_STR("the")))
    at--;
  return at > begin ? context->classes[at - 1] : 0;
}

/* ---- the gazetteer's own evidence ---- */

static float bias(const gm_context *context, const gm_match *match) {
  (void)context, (void)match;
  return 1;
}

static float prominence(const gm_context *context, const gm_match *match) {
  (void)context;
  return (float)match->prominence / 255;
}

static float country(const gm_context *context, const gm_match *match) {
  (void)context;
  bool large = match->kind == GM_PLACE_COUNTRY ||
               match->kind == GM_PLACE_CONTINENT ||
               (match->kind == GM_PLACE_DIVISION && match->prominence > 150);
  return large && !match->peoples ? 1 : 0;
}

static float region(const gm_context *context, const gm_match *match) {
  (void)context;
  return match->kind == GM_PLACE_REGION || match->kind == GM_PLACE_WATER ||
         match->kind == GM_PLACE_TERRAIN;
}

static float several_words(const gm_context *context, const gm_match *match) {
  (void)context;
  return is_single(match) ? 0 : 1;
}

static float demonym(const gm_context *context, const gm_match *match) {
  (void)context;
  return match->peoples ? 1 : 0;
}

/* ---- what else the word could be ---- */

static float common_word(const gm_context *context, const gm_match *match) {
  (void)context;
  return in_class(match, GM_WORD(COMMON));
}

static float common_opener(const gm_context *context, const gm_match *match) {
  bool opens = match->begin == sentence_of(context, match)->begin;
  return opens ? common_word(context, match) : 0;
}

static float headline_word(const gm_context *context, const gm_match *match) {
  return is_shouting(context, match) ? common_word(context, match) : 0;
}

static float never_place(const gm_context *context, const gm_match *match) {
  (void)context;
  return in_class(match, GM_WORD(NEVER) | GM_WORD(AGENCY));
}

/* Whether a phrase of the lists that is hardly ever a place begins at token
 * `at` and reaches over `end`. */
static bool never_reaches(const gm_context *context, uint32_t at,
                          uint32_t end) {
  enum { LONGEST = 6 };
  gm_name_walk walk;
  if (!gm_context_walk(context, at, at + 1, &walk)) return false;
  for (uint32_t i = at + 1; i < context->tokens.count && i < at + LONGEST;
       i++) {
    gm_entry entry;
    gm_str word = gm_name_word(token_at(context, i));
    if (!word.size || !gm_name_walk_step(&walk, word)) return false;
    if (i + 1 >= end && gm_name_walk_entry(&walk, &entry) &&
        entry.classes & GM_WORD(NEVER))
      return true;
  }
  return false;
}

/* The America of the Bank of America, the Houston of Sam Houston; not that of
 * the Houston Rockets, which stands in front. */
static float never_phrase(const gm_context *context, const gm_match *match) {
  enum { REACH = 3 };
  uint32_t first = sentence_of(context, match)->begin;
  for (uint32_t d = 1; d <= REACH && match->begin >= first + d; d++) {
    uint32_t at = match->begin - d;
    if (token_at(context, at)->letters != GM_CASE_LOWER &&
        never_reaches(context, at, match->end))
      return 1;
  }
  return 0;
}

static float ambiguous_word(const gm_context *context, const gm_match *match) {
  (void)context;
  return in_class(match, GM_WORD(AMBIGUOUS));
}

static float other_class(const gm_context *context, const gm_match *match) {
  const gm_word_classes others =
      GM_WORD(TITLE) | GM_WORD(DIRECTION) | GM_WORD(ORGANISATION) |
      GM_WORD(GENERIC_AFTER) | GM_WORD(GENERIC_BEFORE) | GM_WORD(FACILITY) |
      GM_WORD(PREPOSITION) | GM_WORD(PERSON_VERB);
  (void)context;
  return match->peoples ? 0 : in_class(match, others);
}

/* "I've", "We'll": an apostrophe behind one or two letters at the front. */
static float contraction(const gm_context *context, const gm_match *match) {
  static const char *const endings[] = {"ve", "ll", "re", "m", "d", "t"};
  const gm_token *token = token_at(context, match->end - 1);
  gm_str written = gm_str_part(context->document->text, token->span);
  if (written.size <= token->folded.size) return 0; /* no apostrophe */
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    gm_str ending = gm_str_of(endings[i]);
    if (!gm_str_ends(written, ending)) continue;
    char before = written.bytes[written.size - ending.size - 1];
    if (before == '\'' || (unsigned char)before == 0x99) return 1;
  }
  return 0;
}

static float month_or_day(const gm_context *context, const gm_match *match) {
  (void)context;
  return in_class(match, GM_WORD(MONTH_DAY));
}

static float given_name(const gm_context *context, const gm_match *match) {
  (void)context;
  return is_single(match) && !match->peoples
             ? in_class(match, GM_WORD(GIVEN_NAME))
             : 0;
}

static float surname(const gm_context *context, const gm_match *match) {
  (void)context;
  return is_single(match) && !match->peoples ? in_class(match, GM_WORD(SURNAME))
                                             : 0;
}

/* ---- the run it stands in ---- */

static float person_run(const gm_context *context, const gm_match *match) {
  if (run_kind(context, match) != GM_RUN_PERSON) return 0;
  const gm_run *run = &context->runs[context->run_of[match->begin]];
  return match->begin < gm_run_person_end(context, run);
}

static float person_elsewhere(const gm_context *context,
                              const gm_match *match) {
  return is_single(match) &&
         gm_context_shown(context, match->begin, GM_SHOWN_PERSON);
}

static float organisation_run(const gm_context *context,
                              const gm_match *match) {
  return run_kind(context, match) == GM_RUN_ORGANISATION;
}

static float organisation_inside(const gm_context *context,
                                 const gm_match *match) {
  uint32_t run = context->run_of[match->begin];
  if (run == GM_NO_RUN || match->begin == context->runs[run].begin) return 0;
  gm_run_kind kind = context->runs[run].kind;
  if (kind == GM_RUN_PLAIN || kind == GM_RUN_PERSON) return 0;
  gm_str before = token_at(context, match->begin - 1)->folded;
  return !gm_str_equal(before, GM_STR("of"));
}

static float team_run(const gm_context *context, const gm_match *match) {
  return run_kind(context, match) == GM_RUN_TEAM;
}

static float facility_run(const gm_context *context, const gm_match *match) {
  return run_kind(context, match) == GM_RUN_FACILITY;
}

/* Words that may stand beside a name without belonging to it. */
static bool is_harmless(const gm_context *context, uint32_t i) {
  const gm_word_classes harmless = GM_WORD(TITLE) | GM_WORD(DIRECTION) |
                                   GM_WORD(MONTH_DAY) | GM_WORD(PREPOSITION) |
                                   GM_WORD(GENERIC_AFTER) | GM_WORD(AGENCY);
  if (context->classes[i] & harmless) return true;
  gm_match other;
  return gm_scan_stretch(context, i, i + 1, &other) &&
         (other.peoples || other.prominence > 120);
}

static float unknown_neighbour(const gm_context *context,
                               const gm_match *match) {
  uint32_t run = context->run_of[match->begin];
  if (run == GM_NO_RUN || match->peoples) return 0;
  const gm_run *whole = &context->runs[run];
  if (whole->kind != GM_RUN_PLAIN) return 0;
  bool before = match->cover_begin > whole->begin &&
                !is_harmless(context, match->cover_begin - 1);
  bool behind = match->cover_end < whole->end &&
                token_at(context, match->cover_end)->kind == GM_TOKEN_WORD &&
                !is_harmless(context, match->cover_end);
  return (before ? 0.7f : 0) + (behind ? 0.7f : 0);
}

/* ---- the words around it ---- */

static float preposition_before(const gm_context *context,
                                const gm_match *match) {
  return classes_before(context, match) & GM_WORD(PREPOSITION) ? 1 : 0;
}

static float container_behind(const gm_context *context,
                              const gm_match *match) {
  (void)context;
  return match->contained;
}

static float contained_before(const gm_context *context,
                              const gm_match *match) {
  (void)context;
  return match->contains;
}

/* "KYIV, Ukraine (AP) -", "LONDON -": opens a line, and a dash or a bracket
 * with an agency follows within a few words. */
static float dateline(const gm_context *context, const gm_match *match) {
  enum { REACH = 10 };
  const gm_token *first = token_at(context, match->begin);
  if (!first->line_start || first->letters != GM_CASE_UPPER) return 0;
  for (uint32_t i = match->end;
       i < match->end + REACH && i < context->tokens.count; i++) {
    const gm_token *token = token_at(context, i);
    if (token->line_start) return 0;
    if (context->classes[i] & GM_WORD(AGENCY)) return 1;
    if (token->kind != GM_TOKEN_MARK || !token->spaced) continue;
    if (gm_context_is_mark(context, i, '-') || token->folded.size == 3)
      return 1; /* a dash: - or, of three bytes, an en or em dash */
  }
  return 0;
}

static float generic_word(const gm_context *context, const gm_match *match) {
  (void)context;
  return match->kind_hint >= 0 ? 1 : 0;
}

static float direction_before(const gm_context *context,
                              const gm_match *match) {
  uint32_t at = match->cover_begin;
  if (at == sentence_of(context, match)->begin) return 0;
  return context->classes[at - 1] & GM_WORD(DIRECTION) &&
         token_at(context, at)->spaced;
}

/* "NASA" in a calm sentence; not "US", which the tables write so, and not what
 * opens a line ("KYIV, Ukraine"). */
static float acronym(const gm_context *context, const gm_match *match) {
  const gm_token *token = token_at(context, match->begin);
  return is_single(match) && token->letters == GM_CASE_UPPER &&
         !token->dotted && !token->line_start && !match->capital &&
         token->folded.size < 6 && !sentence_of(context, match)->shouted;
}

static float possessive(const gm_context *context, const gm_match *match) {
  uint32_t at = match->cover_end;
  return at < context->tokens.count &&
         token_at(context, at)->kind == GM_TOKEN_POSSESSIVE;
}

/* "Kirby said": news lets persons and capitals speak, but seldom towns. */
static float acts_like_person(const gm_context *context,
                              const gm_match *match) {
  if (!is_single(match) || match->prominence > 165 || match->peoples) return 0;
  bool acts = gm_context_classes(context, match->end) & GM_WORD(PERSON_VERB);
  uint32_t before = match->begin - 1;
  bool said_before = match->begin > sentence_of(context, match)->begin &&
                     context->classes[before] & GM_WORD(PERSON_VERB);
  return acts ||
         (said_before && context->classes[match->begin] & GM_WORD(SURNAME));
}

static float bare_abbreviation(const gm_context *context,
                               const gm_match *match) {
  if (!match->abbreviated || match->contains) return 0;
  if (match->kind == GM_PLACE_COUNTRY) return 0;
  return !token_at(context, match->begin)->dotted;
}

static float lower_elsewhere(const gm_context *context, const gm_match *match) {
  return is_single(match) && !match->peoples &&
         gm_context_shown(context, match->begin, GM_SHOWN_SMALL);
}

static bool is_language_opener(gm_str word) {
  static const char *const openers[] = {"in", "into", "speak", "speaks",
                                        "speaking", "spoke", "spoken"};
  return gm_str_in(word, openers, sizeof openers / sizeof *openers);
}

/* Whether what stands before token `at` opens the use as a language: "in",
 * "speaks", or such a language and "and", a few times over. */
static bool opens_language(const gm_context *context, uint32_t at,
                           uint32_t begin) {
  for (int links = 4; links && at > begin; links--) {
    gm_str before = token_at(context, at - 1)->folded;
    if (is_language_opener(before)) return true;
    bool joined = at >= begin + 3 && gm_str_equal(before, GM_STR("and")) &&
                  context->classes[at - 2] & GM_WORD(LANGUAGE);
    if (!joined) return false;
    at -= 2;
  }
  return false;
}

/* "in Spanish," and "speaks Russian": the next word is no noun. */
static float language(const gm_context *context, const gm_match *match) {
  if (in_class(match, GM_WORD(LANGUAGE)) == 0 || !match->peoples) return 0;
  uint32_t begin = sentence_of(context, match)->begin;
  if (!opens_language(context, match->begin, begin)) return 0;
  if (match->end >= context->tokens.count) return 1;
  const gm_token *next = token_at(context, match->end);
  return next->kind == GM_TOKEN_MARK ||
         gm_str_equal(next->folded, GM_STR("and")) ||
         context->classes[match->end] & GM_WORD(PREPOSITION);
}

static float title_before(const gm_context *context, const gm_match *match) {
  uint32_t at = match->begin;
  if (at == sentence_of(context, match)->begin || match->peoples) return 0;
  if (gm_context_is_mark(context, at - 1, '.') && at > 1) at--;
  return context->classes[at - 1] & GM_WORD(TITLE) &&
         in_class(match, GM_WORD(SURNAME) | GM_WORD(GIVEN_NAME)) > 0;
}

/* "Iran-backed", "U.S.-led": a place; "Mobile-friendly": no name. */
static float hyphen_behind(const gm_context *context, const gm_match *match) {
  uint32_t at = match->end;
  return gm_context_is_mark(context, at, '-') &&
         !token_at(context, at)->spaced && at + 1 < context->tokens.count &&
         token_at(context, at + 1)->letters == GM_CASE_LOWER &&
         !token_at(context, at + 1)->spaced;
}

/* "@paris", "#texas", "paris.com", "Hill/Paris": signs without blanks. */
static float inside_word(const gm_context *context, const gm_match *match) {
  static const char signs[] = "@_=&\\/";
  for (const char *sign = signs; *sign; sign++) {
    if (match->begin > 0 && !token_at(context, match->begin)->spaced &&
        gm_context_is_mark(context, match->begin - 1, *sign))
      return 1;
    if (gm_context_is_mark(context, match->end, *sign) &&
        !token_at(context, match->end)->spaced)
      return 1;
  }
  return 0;
}

/* Holds once the surest matches are judged: see judge.c. */
static float place_elsewhere(const gm_context *context, const gm_match *match) {
  return is_single(match) && !match->peoples &&
         gm_context_shown(context, match->begin, GM_SHOWN_PLACE);
}

/* "R-Ocilla", "D-W.Va.": a party's letters, a hyphen, no blanks. */
static float party_before(const gm_context *context, const gm_match *match) {
  static const char *const parties[] = {"r", "d", "i", "dfl", "rep", "dem"};
  uint32_t at = match->cover_begin;
  if (at < sentence_of(context, match)->begin + 2 || match->peoples ||
      !gm_context_is_mark(context, at - 1, '-') ||
      token_at(context, at)->spaced || token_at(context, at - 1)->spaced)
    return 0;
  const gm_token *party = token_at(context, at - 2);
  if (party->letters == GM_CASE_LOWER) return 0;
  for (size_t i = 0; i < sizeof parties / sizeof *parties; i++)
    if (gm_str_equal(party->folded, gm_str_of(parties[i]))) return 1;
  return 0;
}

static bool is_plural_kind(gm_str word) {
  static const char *const kinds[] = {
      "counties",  "parishes", "townships", "provinces", "regions", "states",
      "districts", "towns",    "cities",    "villages",  "islands", "oblasts"};
  for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
    if (gm_str_equal(word, gm_str_of(kinds[i]))) return true;
  return false;
}

/* "Butler, Clark, Preble and Warren counties": from the first name on. */
static float list_of_kind(const gm_context *context, const gm_match *match) {
  enum { REACH = 40 };
  uint32_t end = sentence_of(context, match)->end, joints = 0;
  if (match->peoples) return 0;
  for (uint32_t i = match->cover_end; i < end && i < match->end + REACH; i++) {
    const gm_token *token = token_at(context, i);
    if (joints && is_plural_kind(token->folded)) return 1;
    bool joint = gm_context_is_mark(context, i, ',') ||
                 gm_str_equal(token->folded, GM_STR("and")) ||
                 gm_str_equal(token->folded, GM_STR("or"));
    joints += joint;
    if (!joint && (token->kind != GM_TOKEN_WORD ||
                   token->letters == GM_CASE_LOWER || !joints))
      return 0;
  }
  return 0;
}

static float inner(const gm_context *context, const gm_match *match) {
  (void)context;
  return match->inner && !match->peoples;
}

static float at_home(const gm_context *context, const gm_match *match) {
  (void)context;
  return match->at_home > 0 ? match->at_home : 0;
}

static float not_at_home(const gm_context *context, const gm_match *match) {
  (void)context;
  return match->at_home < 0 ? -match->at_home : 0;
}

void gm_list_strengths(const gm_context *context, const gm_match *match,
                       float *out) {
#define X(name, sentence) *out++ = name(context, match);
#include "mention/evidence.def"
#undef X
}

const gm_piece gm_list_pieces[] = {
#define X(name, sentence) {"mention." #name, sentence, name},
#include "mention/evidence.def"
#undef X
};
