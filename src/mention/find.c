/* gm_find: from a document to its mentions. The steps, in order:
 *
 *     context   tokens, sentences, runs of capitalised words, people
 *     scan      every name of the gazetteer along the tokens
 *     read      what the recogniser, where there is one, says of each token
 *     cover     the generic words that belong to each name
 *     spot      places that only the recogniser sees
 *     judge     evidence for and against each           (evidence*.c)
 *     settle    of those that overlap, the better one
 *     use       literal, associative, demonym, embedded
 *     modifier  outside, 20 km north of                 (modifier.c)
 */
#include <string.h>

#include "mention/consider.h"
#include "mention/coordinate.h"
#include "mention/given.h"
#include "mention/modifier.h"
#include "mention/settle.h"
#include "mention/use.h"

static gm_span span_of(const gm_context *context, uint32_t begin,
                       uint32_t end) {
  return (gm_span){context->tokens.items[begin].span.begin,
                   context->tokens.items[end - 1].span.end};
}

static gm_status tell_evidence(gm_workspace *ws, const gm_context *context,
                               const gm_mention_weights *weights,
                               const gm_match *match, gm_mention *mention) {
  gm_evidence told[GM_MENTION_EVIDENCE_COUNT];
  uint32_t count = gm_judge_tell(context, weights, match, told);
  gm_evidence *copy = gm_take_array(ws, count, sizeof *copy);
  if (!copy) return GM_NO_MEMORY;
  memcpy(copy, told, count * sizeof *copy);
  mention->evidence = copy;
  mention->evidence_count = count;
  return GM_OK;
}

/* The part that the gazetteer lists: the name that was matched or, of a place
 * that nobody lists, a name inside. */
static gm_status find_head(gm_workspace *ws, const gm_context *context,
                           const gm_match *match, gm_mention *mention) {
  mention->head = span_of(context, match->begin, match->end);
  if (!match->unlisted) return GM_OK;
  int kind_hint;
  bool peoples;
  gm_status status = gm_given_head(ws, context, mention->span, &mention->head,
                                   &kind_hint, &peoples);
  if (mention->kind_hint < 0) mention->kind_hint = kind_hint;
  return status;
}

static gm_status fill_mention(gm_workspace *ws, const gm_context *context,
                              const gm_mention_weights *weights,
                              const gm_match *match, gm_mention *mention) {
  const gm_document *document = context->document;
  mention->span = span_of(context, match->cover_begin, match->cover_end);
  mention->sentence =
      context->sentences.items[context->sentence_of[match->begin]].span;
  mention->part = mention->span.end <= document->title_part.end ? GM_PART_TITLE
                                                                : GM_PART_TEXT;
  mention->use =
      gm_use_of(context, match->cover_begin, match->cover_end, match->peoples);
  mention->kind_hint = match->kind_hint;
  mention->confidence = gm_judge_confidence(context, weights, match);
  gm_status status = find_head(ws, context, match, mention);
  return status == GM_OK ? tell_evidence(ws, context, weights, match, mention)
                         : status;
}

/* The confidence that the user asks for; 0: as the model has it. */
static float asked_of(const gm_document *document) {
  return document->hints ? document->hints->threshold : 0;
}

/* Leaves only the uses that the user wants. */
static void keep_wanted(const gm_document *document, gm_mentions *mentions) {
  unsigned wanted = document->hints ? document->hints->uses : 0;
  gm_mention *items = (gm_mention *)mentions->items;
  uint32_t kept = 0;
  for (uint32_t i = 0; wanted && i < mentions->count; i++)
    if (wanted >> items[i].use & 1) items[kept++] = items[i];
  if (wanted) mentions->count = kept;
}

static gm_status found_mentions(gm_workspace *ws, gm_context *context,
                                const gm_model *model, gm_mentions *out) {
  gm_mention_weights weights;
  gm_matches matches = {0};
  gm_status status = gm_mention_weights_read(ws, model, &weights);
  if (status == GM_OK)
    status = gm_consider(ws, context, gm_model_recogniser(model), &weights,
                         &matches);
  if (status == GM_OK)
    status = gm_settle(ws, context,
                       gm_judge_passes(&weights, asked_of(context->document)),
                       &matches);
  if (status != GM_OK) return status;
  gm_mention *items = gm_take_array(ws, matches.count, sizeof *items);
  if (!items) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < matches.count && status == GM_OK; i++)
    status = fill_mention(ws, context, &weights, &matches.items[i], &items[i]);
  if (status == GM_OK) *out = (gm_mentions){items, matches.count, context};
  return status;
}

/* Given spans are read too, for their uses. */
static gm_status given_mentions(gm_workspace *ws, gm_context *context,
                                const gm_model *model, gm_mentions *out) {
  gm_matches matches;
  const gm_recogniser *recogniser = gm_model_recogniser(model);
  gm_status status = GM_OK;
  if (recogniser) status = gm_consider_read(ws, context, recogniser, &matches);
  if (status == GM_OK) status = gm_given_take(ws, context, out);
  if (status == GM_OK) gm_modifiers_tell(context, *out);
  return status;
}

/* Names and written coordinates, of the uses that are wanted. */
static gm_status all_mentions(gm_workspace *ws, gm_context *context,
                              const gm_model *model, gm_mentions *out) {
  gm_status status = found_mentions(ws, context, model, out);
  if (status == GM_OK) status = gm_mention_coordinates(ws, context, out);
  if (status != GM_OK) return status;
  gm_modifiers_tell(context, *out);
  keep_wanted(context->document, out);
  return GM_OK;
}

gm_status gm_find(gm_workspace *ws, const gm_gazetteer *gazetteer,
                  const gm_model *model, const gm_document *document,
                  gm_mentions *out) {
  gm_context *context = gm_take(ws, sizeof *context);
  if (!context) return GM_NO_MEMORY;
  gm_status status = gm_context_make(ws, gazetteer, document, context);
  if (status != GM_OK) return status;
  gm_mentions found;
  status = document->spans_given ? given_mentions(ws, context, model, &found)
                                 : all_mentions(ws, context, model, &found);
  if (status == GM_OK) *out = found;
  return status;
}
