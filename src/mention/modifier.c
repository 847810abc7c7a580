/* See modifier.h. chain.c reads the words; here it is said which words may
 * speak of which mention: not of one inside another name ("near [Kyiv] Post"),
 * nor of those who act there, and what a name owns is not the name ("outside
 * [London]'s airport"), unless it is its border or its coast. */
#include "mention/modifier.h"

#include "base/str.h"
#include "mention/chain.h"
#include "mention/tail.h"

/* A mention in its text, in tokens, and the one before it. */
typedef struct stand {
  const gm_context *context;
  const gm_mention *mention;
  uint32_t begin, head, end;
  const gm_mention *before; /* NULL: it is the first */
  uint32_t before_end;
  bool opened; /* the one before is the first of "between [Kyiv] and" */
} stand;

static bool is_owner(const stand *at) {
  const gm_tokens *tokens = &at->context->tokens;
  return at->end < tokens->count &&
         tokens->items[at->end].kind == GM_TOKEN_POSSESSIVE;
}

/* "near Kyiv", but neither "near Kyiv's station" nor "near Kyiv officials". */
static bool may_relate(const stand *at) {
  bool literal = at->mention->use == GM_USE_LITERAL && !is_owner(at);
  return literal || gm_tail_is_edge(at->context, at->end);
}

static gm_chain start(const stand *at) {
  uint32_t sentence = at->context->sentence_of[at->begin];
  return (gm_chain){.context = at->context,
                    .first = at->context->sentences.items[sentence].begin};
}

/* Whether it is the second name of "between [Kyiv] and [Lviv]". */
static bool is_second(const stand *at) {
  if (!at->opened || !may_relate(at)) return false;
  gm_chain by = start(at);
  uint32_t title = gm_chain_title(&by, at->begin);
  return gm_chain_has(&by, title, GM_STR("and")) && title - 1 == at->before_end;
}

/* Whether "and" stands behind it: "between" is of no use without. */
static bool is_joined(const stand *at) {
  return at->end < at->context->tokens.count &&
         gm_phrase_is(at->context, at->end, GM_STR("and"));
}

/* What stands before a mention, or what it takes in ("Eastern Ukraine"). */
static gm_chain read(const stand *at) {
  const gm_chain none = start(at);
  gm_chain by = none;
  uint32_t low = at->before_end > by.first ? at->before_end : by.first;
  if (gm_chain_parts(&by, at->begin, at->head) > at->begin) by = none;
  uint32_t name =
      low < at->begin ? gm_chain_parts(&by, low, at->begin) : at->begin;
  if (may_relate(at)) gm_chain_relations(&by, name);
  return by;
}

static gm_modifier modifier_of(const stand *at) {
  gm_chain by = read(at);
  if (by.said.kind == GM_MODIFIER_BETWEEN && !is_joined(at))
    return (gm_modifier){0};
  if (by.begin == by.end) return gm_tail_read(at->context, at->end);
  by.said.span = (gm_span){at->context->tokens.items[by.begin].span.begin,
                           at->context->tokens.items[by.end - 1].span.end};
  return by.said;
}

void gm_modifiers_tell(const gm_context *context, gm_mentions mentions) {
  gm_mention *items = (gm_mention *)mentions.items;
  stand at = {.context = context};
  for (uint32_t i = 0; i < mentions.count; i++) {
    gm_mention *mention = &items[i];
    at.mention = mention;
    at.begin = gm_context_token(context, at.begin, mention->span.begin);
    if (at.begin == context->tokens.count) return;
    at.head = gm_context_token(context, at.begin, mention->head.begin);
    at.end = 1 + gm_context_token(context, at.begin, mention->span.end - 1);
    bool second = is_second(&at);
    if (second)
      mention->modifier = at.before->modifier;
    else if (mention->use != GM_USE_EMBEDDED)
      mention->modifier = modifier_of(&at);
    at.opened = !second && mention->modifier.kind == GM_MODIFIER_BETWEEN;
    at.before = mention;
    at.before_end = at.end;
  }
}

const char *gm_modifier_name(gm_modifier_kind kind) {
  static const char *const names[] = {
#define NAME(upper, lower, meaning) lower,
      GM_MODIFIER_KINDS(NAME)
#undef NAME
  };
  return (size_t)kind < GM_MODIFIER_COUNT ? names[kind] : "";
}
