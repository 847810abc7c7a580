/* See given.h. The head of a span is looked for in this order:
 *
 *   all of it                       Clark County
 *   without articles, directions,   the [Kherson] region, northern [Iraq]
 *   generic words, plural s
 *   the longest name inside, the    Bank of [Mexico], [Washington], D.C.
 *   most prominent of equal ones
 */
#include "mention/given.h"

#include <stdlib.h>

#include "gazetteer/name.h"
#include "mention/cover.h"
#include "mention/use.h"

typedef struct head {
  uint32_t begin, end; /* tokens of the span */
  int kind_hint;
  bool peoples;
  uint32_t words;
  uint8_t prominence;
} head;

static bool better(const head *a, const head *b) {
  if (a->words != b->words) return a->words > b->words;
  return a->prominence > b->prominence;
}

/* A single word such as "Avenue" or "West" is no head of a longer span. */
static bool is_generic(gm_tokens tokens, const head *found, gm_entry entry) {
  const gm_word_classes generic = GM_WORD(GENERIC_AFTER) |
                                  GM_WORD(GENERIC_BEFORE) | GM_WORD(FACILITY) |
                                  GM_WORD(ORGANISATION) | GM_WORD(DIRECTION) |
                                  GM_WORD(TITLE) | GM_WORD(NEVER);
  enum { LARGE = 120 };
  if (found->words > 1 || tokens.count == 1) return false;
  return entry.classes & generic ||
         (entry.classes & GM_WORD(COMMON) && found->prominence < LARGE);
}

/* Walks every name that begins at `begin`; keeps the best in `best`. */
static void walk_from(const gm_gazetteer *gazetteer, gm_tokens tokens,
                      uint32_t begin, head *best) {
  gm_name_walk walk = gm_name_walk_begin(gazetteer);
  head now = {.begin = begin, .kind_hint = -1};
  for (uint32_t i = begin; i < tokens.count; i++) {
    gm_str word = gm_name_word(&tokens.items[i]);
    if (!word.size) continue;
    if (!gm_name_walk_step(&walk, word)) return;
    now.words++;
    gm_entry entry;
    if (!gm_name_walk_entry(&walk, &entry) || !entry.sense_count) continue;
    gm_sense sense = gm_gazetteer_sense(gazetteer, entry, 0);
    now.end = i + 1;
    now.prominence = sense.rank.prominence;
    now.peoples =
        sense.kind == GM_NAME_DEMONYM || sense.kind == GM_NAME_ADJECTIVE;
    if (is_generic(tokens, &now, entry)) continue;
    if (!best->words || better(&now, best)) *best = now;
  }
}

/* Whether the words beside the head are of a known class: "Bank of Mexico",
 * "West Surrey", but not "Cherry Hinton", whose Hinton is another. A large
 * place needs no such witness. */
static bool is_part(const gm_gazetteer *gazetteer, gm_tokens tokens,
                    const head *found) {
  enum { LARGE = 120 };
  if (found->prominence > LARGE || found->peoples) return true;
  for (uint32_t i = 0; i < tokens.count; i++) {
    const gm_token *token = &tokens.items[i];
    if ((i >= found->begin && i < found->end) || token->kind != GM_TOKEN_WORD ||
        token->letters == GM_CASE_LOWER)
      continue;
    if (!gm_gazetteer_classes(gazetteer, token->folded)) return false;
  }
  return true;
}

/* The kind that the words of the span beside its head demand, or -1. */
static int hint(const gm_gazetteer *gazetteer, gm_tokens tokens,
                const head *found) {
  for (uint32_t i = 0; i < tokens.count; i++) {
    if (i >= found->begin && i < found->end) continue;
    int kind =
        gm_cover_kind(gm_gazetteer_classes(gazetteer, tokens.items[i].folded));
    if (kind >= 0) return kind;
  }
  return -1;
}

gm_status gm_given_head(gm_workspace *ws, const gm_context *context,
                        gm_span span, gm_span *out, int *kind_hint,
                        bool *peoples) {
  gm_arena_mark before = gm_arena_here(&ws->arena);
  gm_tokens tokens;
  gm_status status = gm_tokenise(ws, context->document->text, span, &tokens);
  if (status != GM_OK) return status;
  head best = {.kind_hint = -1};
  for (uint32_t i = 0; i < tokens.count; i++)
    if (tokens.items[i].kind != GM_TOKEN_MARK)
      walk_from(context->gazetteer, tokens, i, &best);
  *out = span;
  *kind_hint = -1;
  *peoples = false;
  if (best.words && is_part(context->gazetteer, tokens, &best)) {
    *out = (gm_span){tokens.items[best.begin].span.begin,
                     tokens.items[best.end - 1].span.end};
    *kind_hint = hint(context->gazetteer, tokens, &best);
    *peoples = best.peoples;
  }
  gm_arena_rewind(&ws->arena, before);
  return GM_OK;
}

/* What the words around the span say: sentence, use, part, a generic word. */
static void look_around(const gm_context *context, bool peoples,
                        gm_mention *mention) {
  uint32_t begin = gm_context_token(context, 0, mention->span.begin);
  uint32_t end = begin;
  while (end < context->tokens.count &&
         context->tokens.items[end].span.begin < mention->span.end)
    end++;
  mention->part = mention->span.end <= context->document->title_part.end
                      ? GM_PART_TITLE
                      : GM_PART_TEXT;
  if (begin == end) return;
  mention->sentence =
      context->sentences.items[context->sentence_of[begin]].span;
  mention->use = gm_use_of(context, begin, end, peoples);
  gm_word_classes classes = 0;
  if (mention->kind_hint < 0 && gm_cover_generic(context, end, &classes))
    mention->kind_hint = gm_cover_kind(classes);
}

static int by_place(const void *a, const void *b) {
  const gm_mention *x = a, *y = b;
  if (x->span.begin != y->span.begin)
    return x->span.begin < y->span.begin ? -1 : 1;
  return x->span.end < y->span.end ? -1 : x->span.end > y->span.end;
}

gm_status gm_given_take(gm_workspace *ws, const gm_context *context,
                        gm_mentions *out) {
  const gm_document *document = context->document;
  gm_mention *items = gm_take_array(ws, document->given_count, sizeof *items);
  if (!items) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < document->given_count; i++) {
    gm_mention *mention = &items[i];
    mention->span = mention->sentence = document->given[i];
    mention->confidence = 1;
    bool peoples = false;
    gm_status status = gm_given_head(ws, context, mention->span, &mention->head,
                                     &mention->kind_hint, &peoples);
    if (status != GM_OK) return status;
    look_around(context, peoples, mention);
  }
  if (document->given_count)
    qsort(items, document->given_count, sizeof *items, by_place);
  *out = (gm_mentions){items, document->given_count, context};
  return GM_OK;
}
