/* See cover.h. */
#include "mention/cover.h"

int gm_cover_kind(gm_word_classes classes) {
  if (classes & GM_WORD(GENERIC_WATER)) return GM_PLACE_WATER;
  if (classes & GM_WORD(GENERIC_TERRAIN)) return GM_PLACE_TERRAIN;
  if (classes & GM_WORD(GENERIC_FACILITY)) return GM_PLACE_FACILITY;
  if (classes & GM_WORD(GENERIC_DIVISION)) return GM_PLACE_DIVISION;
  if (classes & GM_WORD(GENERIC_REGION)) return GM_PLACE_REGION;
  if (classes & GM_WORD(GENERIC_CITY)) return GM_PLACE_CITY;
  return -1;
}

uint32_t gm_cover_generic(const gm_context *context, uint32_t at,
                          gm_word_classes *out) {
  gm_name_walk walk;
  uint32_t found = 0, end = at;
  if (at > 0 && at < context->tokens.count)
    end = context->sentences.items[context->sentence_of[at - 1]].end;
  for (uint32_t i = at; i < end; i++) {
    const gm_token *token = &context->tokens.items[i];
    if (token->kind != GM_TOKEN_WORD || !token->spaced) break;
    bool goes_on = i == at ? gm_context_walk(context, at, at + 1, &walk)
                           : gm_name_walk_step(&walk, token->folded);
    if (!goes_on) break;
    gm_entry entry;
    if (!gm_name_walk_entry(&walk, &entry) ||
        !(entry.classes & GM_WORD(GENERIC_AFTER)))
      continue;
    found = i + 1 - at;
    *out = entry.classes;
  }
  return found;
}

static bool has_capital(const gm_context *context, uint32_t i) {
  return i < context->tokens.count &&
         context->tokens.items[i].kind == GM_TOKEN_WORD &&
         context->tokens.items[i].letters != GM_CASE_LOWER;
}

static bool is_word(const gm_context *context, uint32_t i, gm_str word) {
  return gm_str_equal(context->tokens.items[i].folded, word);
}

/* "Lake" before "Victoria", "Gulf of" before "Aden". */
static void cover_before(const gm_context *context, gm_match *match) {
  uint32_t sentence_begin =
      context->sentences.items[context->sentence_of[match->begin]].begin;
  uint32_t at = match->begin;
  bool of = false;
  if (at > sentence_begin && is_word(context, at - 1, GM_STR("the"))) at--;
  if (at > sentence_begin && is_word(context, at - 1, GM_STR("of")))
    of = true, at--;
  else
    at = match->begin;
  if (at == sentence_begin) return;
  gm_word_classes classes = context->classes[at - 1];
  if (!(classes & GM_WORD(GENERIC_BEFORE))) return;
  if (!of && !has_capital(context, at - 1)) return;
  int kind = gm_cover_kind(classes);
  match->kind_hint = kind;
  if (has_capital(context, at - 1) && kind != GM_PLACE_CITY)
    match->cover_begin = at - 1;
}

/* "County" behind "Clark"; "region" behind "Kherson". */
static void cover_behind(const gm_context *context, gm_match *match) {
  gm_word_classes classes = 0;
  uint32_t words = gm_cover_generic(context, match->end, &classes);
  if (!words) return;
  uint32_t end = match->end + words;
  bool whole = true;
  for (uint32_t i = match->end; i < end; i++)
    whole = whole && has_capital(context, i);
  if (!whole) {
    match->kind_hint = gm_cover_kind(classes);
    return;
  }
  uint32_t run = context->run_of[match->begin];
  bool goes_on = run != GM_NO_RUN && context->runs[run].end > end;
  bool has_generic = context->classes[match->end - 1] & GM_WORD(GENERIC_AFTER);
  if (goes_on || has_generic) return; /* Dublin City Council */
  match->kind_hint = gm_cover_kind(classes);
  match->cover_end = end;
}

/* The full stop of "Calif." belongs to it; that of a sentence does not. */
void gm_cover_stop(const gm_context *context, gm_match *match) {
  if (!match->dotted || match->cover_end != match->end) return;
  if (!match->abbreviated && !match->contains) return;
  uint32_t sentence = context->sentence_of[match->begin];
  if (context->tokens.items[match->end - 1].letters == GM_CASE_UPPER &&
      !context->sentences.items[sentence].shouted)
    return;
  if (gm_context_is_mark(context, match->end, '.') &&
      !context->tokens.items[match->end].spaced)
    match->cover_end++;
}

void gm_cover(const gm_context *context, gm_match *match) {
  match->cover_begin = match->begin;
  match->cover_end = match->end;
  if (match->peoples) return;
  cover_before(context, match);
  if (match->kind_hint < 0) cover_behind(context, match);
}

/* Roads, and buildings that are places of their own. */
static bool is_road(gm_str word) {
  static const char *const words[] = {
      "street", "st",    "avenue",    "ave",     "road",    "rd",     "drive",
      "lane",   "way",   "route",     "blvd",    "highway", "bridge", "trail",
      "park",   "field", "boulevard", "airport", "streets", "farm"};
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    if (gm_str_equal(word, gm_str_of(words[i]))) return true;
  return false;
}

bool gm_cover_is_own_place(const gm_context *context, uint32_t end) {
  const gm_word_classes places =
      GM_WORD(GENERIC_DIVISION) | GM_WORD(GENERIC_WATER) |
      GM_WORD(GENERIC_TERRAIN) | GM_WORD(GENERIC_REGION) |
      GM_WORD(GENERIC_CITY);
  return context->classes[end - 1] & places ||
         is_road(context->tokens.items[end - 1].folded);
}

bool gm_cover_is_building(const gm_context *context, uint32_t end) {
  const gm_word_classes kinds = GM_WORD(ORGANISATION) | GM_WORD(FACILITY);
  return context->classes[end - 1] & kinds &&
         !gm_cover_is_own_place(context, end);
}
