/* See decide.h. */
#include "resolve/decide.h"

#include "resolve/witness.h"

/* The year that a date begins with, or 0. */
static int year_of(gm_str date) {
  uint64_t year = 0;
  gm_str digits = gm_str_cut(&date, '-');
  return gm_str_to_u64(digits, &year) && year <= 9999 ? (int)year : 0;
}

static void give_years(const gm_gazetteer *gazetteer,
                       const gm_document *document, gm_coherence *coherence) {
  bool given = document->as_of.size;
  coherence->year = year_of(given ? document->as_of : document->date);
  coherence->year_now = year_of(gm_gazetteer_about(gazetteer).date);
}

/* The groups of the mentions alone; the witnesses keep theirs. */
static gm_status point_groups(gm_workspace *ws, gm_mentions mentions,
                              const uint32_t *place, gm_groups *groups) {
  uint32_t *of_mention = gm_take_array(ws, mentions.count, sizeof *of_mention);
  if (!of_mention) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < mentions.count; i++)
    of_mention[i] = groups->of_mention[place[i]];
  groups->of_mention = of_mention;
  return GM_OK;
}

gm_status gm_decide(gm_workspace *ws, const gm_gazetteer *gazetteer,
                    const gm_model *model, const gm_resolve_weights *weights,
                    const gm_document *document, gm_mentions mentions,
                    gm_coherence *out) {
  gm_groups groups;
  gm_mentions all;
  gm_known known;
  const uint32_t *place;
  gm_status status = gm_known_read(ws, gazetteer, document, &known);
  if (status == GM_OK)
    status = gm_witnesses_find(ws, gazetteer, model, document, mentions, &all,
                               &place);
  if (status == GM_OK)
    status = gm_groups_make(ws, gazetteer, document, all, &groups);
  if (status == GM_OK) status = point_groups(ws, mentions, place, &groups);
  if (status == GM_OK) status = gm_options_make(ws, gazetteer, &known, groups);
  if (status == GM_OK) status = gm_coherence_open(ws, groups, out);
  if (status != GM_OK) return status;
  out->known = known;
  give_years(gazetteer, document, out);
  status = gm_usage_read(ws, gazetteer, document, mentions, &out->usage);
  return status == GM_OK ? gm_choose(ws, weights, out) : status;
}
