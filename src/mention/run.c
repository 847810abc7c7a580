/* Runs: capitalised words that belong together, and what they name.
 *
 *   University of Texas    organisation: an opening word, "of", a name
 *   Houston Rockets        team: ends with a team's word
 *   Sen. John F. Kerry     person: a title, a given name, an initial
 *   Paris Hilton           person: a given name, then no word of place
 *   New York City          plain: the gazetteer has all of it
 *
 * The gazetteer comes first: a run that is a name of several words as a whole
 * stays plain, whatever its words look like. */
#include "mention/context.h"

/* Small words that tie capitalised ones together. */
static bool is_tie(gm_str word) {
  static const char *const ties[] = {"of",  "de",  "del", "la",  "el",  "al",
                                     "bin", "ibn", "von", "van", "der", "du",
                                     "da",  "dos", "di",  "ben"};
  return gm_str_in(word, ties, sizeof ties / sizeof *ties);
}

/* Whether a full stop at `token` belongs to the short word before it. */
static bool is_short_stop(const gm_context *context, uint32_t token) {
  if (!gm_context_is_mark(context, token, '.') || token == 0) return false;
  const gm_token *before = &context->tokens.items[token - 1];
  if (context->tokens.items[token].spaced) return false;
  return before->folded.size == 1 ||
         context->classes[token - 1] & GM_WORD(TITLE) ||
         gm_str_equal(before->folded, GM_STR("st")) ||
         gm_str_equal(before->folded, GM_STR("ft")) ||
         gm_str_equal(before->folded, GM_STR("mt"));
}

/* The token behind `at` that goes on with the run, or `at` when it ends. */
static uint32_t go_on(const gm_context *context, uint32_t at, uint32_t end) {
  uint32_t next = at + 1;
  if (next < end && is_short_stop(context, next)) next++;
  if (next >= end || !context->tokens.items[next].spaced) return at;
  if (gm_context_is_name_like(context, next)) return next;
  const gm_token *token = &context->tokens.items[next];
  if (token->letters != GM_CASE_LOWER || !is_tie(token->folded)) return at;
  uint32_t after = next + 1;
  if (after < end &&
      gm_str_equal(context->tokens.items[after].folded, GM_STR("the")))
    after++;
  if (after < end && gm_context_is_name_like(context, after)) return after;
  return at;
}

/* Whether the whole run is one name of several words in the gazetteer. */
static bool is_listed(const gm_context *context, const gm_run *run) {
  gm_name_walk walk;
  gm_entry entry;
  return gm_context_walk(context, run->begin, run->end, &walk) > 1 &&
         gm_name_walk_entry(&walk, &entry) && entry.sense_count;
}

static gm_word_classes last_classes(const gm_context *context,
                                    const gm_run *run) {
  return context->classes[run->end - 1];
}

static bool opens_organisation(const gm_context *context, const gm_run *run) {
  for (uint32_t i = run->begin; i + 1 < run->end; i++)
    if (context->classes[i] & GM_WORD(ORGANISATION_OF) &&
        gm_str_equal(context->tokens.items[i + 1].folded, GM_STR("of")))
      return true;
  return false;
}

/* The first token behind the last title of the run, or run->end. */
static uint32_t behind_title(const gm_context *context, const gm_run *run) {
  uint32_t found = run->end;
  for (uint32_t i = run->begin; i + 1 < run->end; i++) {
    if (!(context->classes[i] & GM_WORD(TITLE))) continue;
    uint32_t next = i + 1;
    if (gm_context_is_mark(context, next, '.')) next++;
    if (next < run->end && context->tokens.items[next].letters != GM_CASE_LOWER)
      found = next;
  }
  return found;
}

/* An initial inside: John F. Kennedy. */
static bool has_initial(const gm_context *context, const gm_run *run) {
  for (uint32_t i = run->begin + 1; i + 2 < run->end; i++)
    if (context->tokens.items[i].folded.size == 1 &&
        gm_context_is_mark(context, i + 1, '.'))
      return true;
  return false;
}

static uint32_t word_count(const gm_context *context, const gm_run *run) {
  uint32_t count = 0;
  for (uint32_t i = run->begin; i < run->end; i++)
    count += context->tokens.items[i].kind == GM_TOKEN_WORD;
  return count;
}

/* Whether a full name stands here: a given name first, a plain word last. */
static bool is_full_name(const gm_context *context, const gm_run *run) {
  const gm_word_classes no_name = GM_WORD(ORGANISATION) | GM_WORD(TEAM) |
                                  GM_WORD(FACILITY) | GM_WORD(GENERIC_AFTER) |
                                  GM_WORD(MONTH_DAY) | GM_WORD(TITLE);
  uint32_t words = word_count(context, run);
  if (words < 2 || words > 4 || last_classes(context, run) & no_name)
    return false;
  if (has_initial(context, run)) return true;
  return context->classes[run->begin] & GM_WORD(GIVEN_NAME);
}

/* Whether the word before the run is a title in small letters: "coach Ford",
 * "president Washington". */
static bool has_title_before(const gm_context *context, const gm_run *run) {
  if (run->begin == 0 || !context->tokens.items[run->begin].spaced)
    return false;
  uint32_t before = run->begin - 1;
  return context->tokens.items[before].letters == GM_CASE_LOWER &&
         context->classes[before] & GM_WORD(TITLE) &&
         context->classes[run->begin] &
             (GM_WORD(GIVEN_NAME) | GM_WORD(SURNAME));
}

static gm_run_kind kind_of(const gm_context *context, const gm_run *run) {
  if (is_listed(context, run)) return GM_RUN_PLAIN;
  gm_word_classes last = last_classes(context, run);
  bool several = word_count(context, run) > 1;
  if (several && last & GM_WORD(TEAM))
    return last & GM_WORD(SURNAME) &&
                   context->classes[run->begin] & GM_WORD(GIVEN_NAME)
               ? GM_RUN_PERSON
               : GM_RUN_TEAM;
  if (several && last & GM_WORD(ORGANISATION)) return GM_RUN_ORGANISATION;
  if (opens_organisation(context, run)) return GM_RUN_ORGANISATION;
  if (several && last & GM_WORD(FACILITY)) return GM_RUN_FACILITY;
  if (is_full_name(context, run) || has_title_before(context, run))
    return GM_RUN_PERSON;
  return GM_RUN_PLAIN;
}

uint32_t gm_run_person_end(const gm_context *context, const gm_run *run) {
  const gm_token *tokens = context->tokens.items;
  if (context->classes[run->begin] & GM_WORD(DIRECTION)) return run->begin;
  for (uint32_t i = run->begin + 1; i < run->end; i++)
    if (tokens[i].line_start || gm_str_equal(tokens[i].folded, GM_STR("of")))
      return i;
  return run->end;
}

static gm_status add_run(gm_workspace *ws, gm_context *context, gm_run run,
                         size_t *capacity) {
  gm_run *runs = gm_grow(ws, (gm_run *)context->runs, context->run_count,
                         capacity, sizeof *runs);
  if (!runs) return GM_NO_MEMORY;
  runs[context->run_count++] = run;
  context->runs = runs;
  if (run.kind != GM_RUN_PERSON) return GM_OK;
  uint32_t end = gm_run_person_end(context, &run);
  if (end > run.begin) gm_context_note(context, end - 1, GM_SHOWN_PERSON);
  return GM_OK;
}

/* One run; one with a title inside is two: what stands before, the person. */
static gm_status add_stretch(gm_workspace *ws, gm_context *context,
                             uint32_t begin, uint32_t end, size_t *capacity) {
  gm_run whole = {begin, end, GM_RUN_PLAIN};
  uint32_t person = behind_title(context, &whole);
  gm_status status = GM_OK;
  if (person < end && !is_listed(context, &whole) &&
      !(context->classes[end - 1] &
        (GM_WORD(ORGANISATION) | GM_WORD(FACILITY) | GM_WORD(GENERIC_AFTER)))) {
    gm_run before = {begin, person, GM_RUN_PLAIN};
    before.kind = kind_of(context, &before);
    if (before.kind == GM_RUN_PERSON) before.kind = GM_RUN_PLAIN;
    status = add_run(ws, context, before, capacity);
    whole = (gm_run){person, end, GM_RUN_PERSON};
  } else {
    whole.kind = kind_of(context, &whole);
  }
  return status == GM_OK ? add_run(ws, context, whole, capacity) : status;
}

static gm_status index_runs(gm_workspace *ws, gm_context *context) {
  uint32_t *run_of = gm_take_array(ws, context->tokens.count, sizeof *run_of);
  if (!run_of) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < context->tokens.count; i++) run_of[i] = GM_NO_RUN;
  for (uint32_t r = 0; r < context->run_count; r++)
    for (uint32_t i = context->runs[r].begin; i < context->runs[r].end; i++)
      run_of[i] = r;
  context->run_of = run_of;
  return GM_OK;
}

gm_status gm_runs_find(gm_workspace *ws, gm_context *context) {
  size_t capacity = 0;
  gm_status status = GM_OK;
  for (uint32_t s = 0; s < context->sentences.count; s++) {
    const gm_sentence *sentence = &context->sentences.items[s];
    for (uint32_t i = sentence->begin; i < sentence->end; i++) {
      if (!gm_context_is_name_like(context, i)) continue;
      uint32_t last = i;
      for (uint32_t next = i;
           (next = go_on(context, last, sentence->end)) != last;)
        last = next;
      status = add_stretch(ws, context, i, last + 1, &capacity);
      if (status != GM_OK) return status;
      i = last;
    }
  }
  return index_runs(ws, context);
}
