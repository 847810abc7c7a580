/* gm_find: from a document to its mentions. The steps, in order:
 *
 *     context   tokens, sentences, runs of capitalised words, people
 *     scan      every name of the gazetteer along the tokens
 *     judge     evidence for and against each           (evidence.c)
 *     settle    of those that overlap, the better one
 *     use       literal, associative, demonym, embedded
 */
#include <string.h>

#include "mention/evidence.h"
#include "mention/given.h"
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

static gm_status fill_mention(gm_workspace *ws, const gm_context *context,
                              const gm_mention_weights *weights,
                              const gm_match *match, gm_mention *mention) {
  const gm_document *document = context->document;
  mention->span = span_of(context, match->cover_begin, match->cover_end);
  mention->head = span_of(context, match->begin, match->end);
  mention->sentence =
      context->sentences.items[context->sentence_of[match->begin]].span;
  mention->part = mention->span.end <= document->title_part.end
                      ? GM_PART_TITLE
                      : GM_PART_TEXT;
  mention->use = gm_use_of(context, match->cover_begin, match->cover_end,
                           match->peoples);
  mention->kind_hint = match->kind_hint;
  mention->confidence = gm_probability(match->score);
  return tell_evidence(ws, context, weights, match, mention);
}

static gm_status found_mentions(gm_workspace *ws, gm_context *context,
                                const gm_model *model, gm_mentions *out) {
  gm_mention_weights weights;
  gm_matches matches = {0};
  gm_status status = gm_mention_weights_read(ws, model, &weights);
  if (status == GM_OK) status = gm_scan(ws, context, &matches);
  if (status == GM_OK) status = gm_judge(ws, context, &weights, matches);
  if (status == GM_OK) status = gm_settle(ws, context, &matches);
  if (status != GM_OK) return status;
  gm_mention *items = gm_take_array(ws, matches.count, sizeof *items);
  if (!items) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < matches.count && status == GM_OK; i++)
    status = fill_mention(ws, context, &weights, &matches.items[i],
                          &items[i]);
  if (status == GM_OK) *out = (gm_mentions){items, matches.count};
  return status;
}

gm_status gm_find(gm_workspace *ws, const gm_gazetteer *gazetteer,
                  const gm_model *model, const gm_document *document,
                  gm_mentions *out) {
  gm_context context;
  gm_status status = gm_context_make(ws, gazetteer, document, &context);
  if (status != GM_OK) return status;
  if (document->spans_given) return gm_given_take(ws, &context, out);
  return found_mentions(ws, &context, model, out);
}
