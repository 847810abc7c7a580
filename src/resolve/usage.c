/* See usage.h. */
#include "resolve/usage.h"

#include <string.h>

#include "gazetteer/name.h"
#include "mention/context.h"

enum { PHRASE_WORDS = 3 };

static const struct country {
  gm_word_classes class;
  const char *code;
} countries[GM_USAGE_COUNT] = {
#define X(bit, code) {GM_WORD(bit), code},
    GM_USAGE_COUNTRIES(X)
#undef X
};

/* Whether a phrase of several words may begin at token `at`: "sheriff's" is one
 * too. */
static bool may_begin(const gm_context *context, uint32_t at) {
  const gm_vocabulary *vocabulary = &context->vocabulary;
  uint32_t next = at + 1;
  return next < context->tokens.count &&
         vocabulary->in_phrase[vocabulary->of_token[at]] &&
         (vocabulary->in_phrase[vocabulary->of_token[next]] ||
          context->tokens.items[next].kind == GM_TOKEN_POSSESSIVE);
}

/* The classes of the longest phrase that begins at token `at`. */
static gm_word_classes phrase_at(const gm_context *context, uint32_t at) {
  const gm_word_classes all = GM_WORDS_USED_IN;
  const gm_vocabulary *vocabulary = &context->vocabulary;
  uint32_t term = vocabulary->of_token[at];
  gm_word_classes found = vocabulary->entries[term].classes & all;
  if (!may_begin(context, at)) return found;
  gm_name_walk walk = vocabulary->walks[term];
  uint32_t end = at + PHRASE_WORDS;
  if (end > context->tokens.count) end = context->tokens.count;
  for (uint32_t i = at + 1; i < end; i++) {
    gm_entry entry;
    if (!gm_name_walk_step(&walk, gm_name_word(&context->tokens.items[i])))
      break;
    if (gm_name_walk_entry(&walk, &entry) && entry.classes & all)
      found = entry.classes & all;
  }
  return found;
}

static void count_phrase(gm_usage *usage, gm_word_classes classes) {
  int sharers = 0;
  if (!classes) return;
  for (int i = 0; i < GM_USAGE_COUNT; i++)
    sharers += (classes & countries[i].class) != 0;
  for (int i = 0; i < GM_USAGE_COUNT; i++)
    if (classes & countries[i].class) usage->words[i] += 1 / (float)sharers;
  usage->total += sharers > 0;
}

/* Endings of two letters that outlets of all countries use. */
static bool is_for_all(gm_str ending) {
  static const char *const endings[] = {"ai", "cc", "co", "eu", "fm",
                                        "gg", "io", "ly", "me", "ms",
                                        "to", "tv", "ws"};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
    if (gm_str_equal(ending, gm_str_of(endings[i]))) return true;
  return false;
}

/* The host of an address: "news.example.co.uk" of "https://news.ex..." */
static gm_str host_of(gm_str address) {
  for (size_t i = 0; i + 3 <= address.size; i++)
    if (memcmp(address.bytes + i, "://", 3) == 0) {
      address = (gm_str){address.bytes + i + 3, address.size - i - 3};
      break;
    }
  return gm_str_cut(&address, '/');
}

/* The ISO code of an address's country; empty where it tells none. */
static void read_outlet(gm_str address, char code[3]) {
  gm_str host = host_of(address);
  if (host.size < 4 || host.bytes[host.size - 3] != '.') return;
  gm_str ending = {host.bytes + host.size - 2, 2};
  if (is_for_all(ending)) return;
  if (gm_str_equal(ending, GM_STR("uk"))) ending = GM_STR("gb");
  for (int i = 0; i < 2; i++) {
    char letter = ending.bytes[i];
    if (letter < 'a' || letter > 'z') return;
  }
  code[0] = (char)(ending.bytes[0] - 'a' + 'A');
  code[1] = (char)(ending.bytes[1] - 'a' + 'A');
}

static void count_words(const gm_context *context, gm_usage *usage) {
  for (uint32_t i = 0; i < context->tokens.count; i++)
    if (context->tokens.items[i].kind == GM_TOKEN_WORD)
      count_phrase(usage, phrase_at(context, i));
}

gm_status gm_usage_read(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        const gm_document *document, gm_mentions mentions,
                        gm_usage *out) {
  gm_usage usage = {.total = 0};
  gm_context made;
  const gm_context *context = mentions.context;
  if (!context) {
    gm_status status = gm_context_make(ws, gazetteer, document, &made);
    if (status != GM_OK) return status;
    context = &made;
  }
  count_words(context, &usage);
  read_outlet(document->url.size ? document->url : document->source,
              usage.outlet);
  *out = usage;
  return GM_OK;
}

float gm_usage_of(const gm_usage *usage, const char country[static 3]) {
  const float few = 2; /* a word or two prove little */
  for (int i = 0; i < GM_USAGE_COUNT; i++)
    if (memcmp(countries[i].code, country, sizeof "US") == 0)
      return usage->words[i] / (usage->total + few);
  return 0;
}
