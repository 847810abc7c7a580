/* See decide.h. */
#include "resolve/decide.h"

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

gm_status gm_decide(gm_workspace *ws, const gm_gazetteer *gazetteer,
                    const gm_resolve_weights *weights,
                    const gm_document *document, gm_mentions mentions,
                    gm_coherence *out) {
  gm_groups groups;
  gm_status status =
      gm_groups_make(ws, gazetteer, document, mentions, &groups);
  if (status == GM_OK) status = gm_options_make(ws, gazetteer, groups);
  if (status == GM_OK) status = gm_coherence_open(ws, groups, out);
  if (status != GM_OK) return status;
  give_years(gazetteer, document, out);
  status = gm_usage_read(ws, gazetteer, document, &out->usage);
  if (status != GM_OK) return status;
  return gm_choose(ws, weights, out);
}
