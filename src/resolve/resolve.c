/* gm_resolve: from mentions to places. The steps, in order:
 *
 *     group     mentions that are one question            (group.c)
 *     options   the places that each may mean             (option.c)
 *     choose    evidence, alone and together, some rounds (choose.c)
 *     tell      candidates, confidence, runner-up, reasons
 *
 * decide.c takes the first three. */
#include <stdlib.h>
#include <string.h>

#include "resolve/confidence.h"
#include "resolve/coordinate.h"
#include "resolve/decide.h"
#include "resolve/reason.h"

typedef struct teller {
  gm_workspace *ws;
  const gm_gazetteer *gazetteer;
  const gm_resolve_weights *weights;
  const gm_coherence *coherence;
} teller;

static int by_score(const void *a, const void *b) {
  const gm_option *x = a, *y = b;
  if (x->score != y->score) return x->score > y->score ? -1 : 1;
  return x->place < y->place ? -1 : x->place > y->place;
}

/* The sum of what the user's hints give. */
static float sum_hints(const gm_option *option) {
  float sum = 0;
  for (int i = GM_RESOLVE_HINTS_BEGIN; i < GM_RESOLVE_HINTS_END; i++)
    sum += option->shares[i];
  return sum;
}

static void copy_shares(const gm_option *from, int begin, int end, float *to) {
  memcpy(to + begin, from->shares + begin, (size_t)(end - begin) * sizeof *to);
}

/* The shares that the choice is held against: the runner-up's; but hints are
 * told by what would have been chosen without them. */
static void shares_of_second(const gm_group *group, float *shares) {
  const gm_option *first = NULL;
  float most = 0;
  copy_shares(&group->options[1], 0, GM_RESOLVE_EVIDENCE_COUNT, shares);
  for (uint32_t i = 0; i < group->option_count; i++) {
    const gm_option *option = &group->options[i];
    float score = option->score - sum_hints(option);
    if (!first || score > most) first = option, most = score;
  }
  if (first != gm_group_choice(group))
    copy_shares(first, GM_RESOLVE_HINTS_BEGIN, GM_RESOLVE_HINTS_END, shares);
}

/* The pieces that hold. @return how many; no branch guesses which */
static uint32_t find_held(const float *shares,
                          uint8_t held[GM_RESOLVE_EVIDENCE_COUNT]) {
  uint32_t count = 0;
  for (int i = 0; i < GM_RESOLVE_EVIDENCE_COUNT; i++) {
    held[count] = (uint8_t)i;
    count += shares[i] != 0;
  }
  return count;
}

static gm_status tell_candidate(const teller *tell, const gm_option *option,
                                gm_candidate *out) {
  uint8_t held[GM_RESOLVE_EVIDENCE_COUNT];
  uint32_t count = find_held(option->shares, held);
  gm_evidence *evidence = gm_take_array(tell->ws, count, sizeof *evidence);
  if (!evidence) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < count; i++)
    evidence[i] = (gm_evidence){gm_evidence_name(held[i]),
                                gm_evidence_sentence(held[i]),
                                option->shares[held[i]]};
  *out = (gm_candidate){.place = option->place,
                        .name_kind = option->name_kind,
                        .score = option->score,
                        .probability = option->probability,
                        .evidence = evidence,
                        .evidence_count = count};
  return GM_OK;
}

static gm_status tell_candidates(const teller *tell, const gm_group *group,
                                 gm_resolution *out) {
  gm_candidate *items =
      gm_take_array(tell->ws, group->option_count, sizeof *items);
  if (!items) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < group->option_count; i++) {
    gm_status status = tell_candidate(tell, &group->options[i], &items[i]);
    if (status != GM_OK) return status;
  }
  out->candidates = items;
  out->candidate_count = group->option_count;
  return GM_OK;
}

/* What the mentions of one group are told. */
static gm_status tell_group(const teller *tell, const gm_group *group,
                            gm_resolution *out) {
  const float guess = 0.8f; /* at most so sure of what is only spelled alike */
  float confidence = gm_confidence_of(tell->weights, group);
  *out = (gm_resolution){.place = GM_NO_PLACE, .runner_up = GM_NO_PLACE};
  gm_status status = tell_candidates(tell, group, out);
  if (status != GM_OK) return status;
  if (group->option_count > 1) out->runner_up = group->options[1].place;
  const gm_option *choice = gm_group_choice(group);
  if (!choice || confidence < tell->weights->least) {
    if (choice) out->runner_up = choice->place;
    out->reasons = gm_reason_unresolved(tell->ws, group);
    return out->reasons.bytes ? GM_OK : GM_NO_MEMORY;
  }
  float second[GM_RESOLVE_EVIDENCE_COUNT];
  if (group->option_count > 1) shares_of_second(group, second);
  out->place = choice->place;
  out->confidence_place = confidence * (choice->alike ? guess : 1);
  out->reasons =
      gm_reason(tell->ws, tell->gazetteer, tell->coherence, group,
                choice->shares, group->option_count > 1 ? second : NULL);
  return out->reasons.bytes ? GM_OK : GM_NO_MEMORY;
}

/* Leaves unresolved what is less sure than the user wants; what would have been
 * chosen is the runner-up then. @return false after gm_fail */
static bool ask_for_more(const teller *tell, gm_resolution *one) {
  float least = tell->coherence->known.min_confidence;
  bool placed = one->has_point || one->place != GM_NO_PLACE;
  if (!placed || one->confidence >= least) return true;
  one->reasons = gm_reason_unsure(tell->ws, tell->gazetteer, one, least);
  if (!one->has_point) one->runner_up = one->place;
  one->place = GM_NO_PLACE;
  one->has_point = false;
  one->confidence = one->confidence_place = 0;
  return one->reasons.bytes;
}

static gm_status tell_all(const teller *tell, gm_str text, gm_mentions mentions,
                          gm_resolutions *out) {
  gm_groups groups = tell->coherence->groups;
  gm_resolution *told = gm_take_array(tell->ws, groups.count, sizeof *told);
  gm_resolution *items = gm_take_array(tell->ws, mentions.count, sizeof *items);
  if (!told || !items) return GM_NO_MEMORY;
  for (uint32_t g = 0; g < groups.count; g++) {
    gm_status status = tell_group(tell, &groups.items[g], &told[g]);
    if (status != GM_OK) return status;
  }
  for (uint32_t i = 0; i < mentions.count; i++) {
    items[i] = told[groups.of_mention[i]];
    items[i].confidence =
        items[i].confidence_place * mentions.items[i].confidence;
    gm_status status = gm_coordinate_resolve(tell->ws, tell->gazetteer, text,
                                             &mentions.items[i], &items[i]);
    if (status != GM_OK) return status;
    if (!ask_for_more(tell, &items[i])) return GM_NO_MEMORY;
  }
  *out = (gm_resolutions){items, mentions.count};
  return GM_OK;
}

gm_status gm_resolve(gm_workspace *ws, const gm_gazetteer *gazetteer,
                     const gm_model *model, const gm_document *document,
                     gm_mentions mentions, gm_resolutions *out) {
  gm_resolve_weights weights;
  gm_coherence coherence;
  gm_status status = gm_resolve_weights_read(ws, model, &weights);
  if (status == GM_OK)
    status = gm_decide(ws, gazetteer, model, &weights, document, mentions,
                       &coherence);
  if (status != GM_OK) return status;
  for (uint32_t g = 0; g < coherence.groups.count; g++) {
    gm_group *group = &coherence.groups.items[g];
    if (!group->option_count) continue;
    qsort(group->options, group->option_count, sizeof *group->options,
          by_score);
    group->chosen = 0;
  }
  teller tell = {ws, gazetteer, &weights, &coherence};
  return tell_all(&tell, document->text, mentions, out);
}
