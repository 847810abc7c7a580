/* See consider.h. */
#include "mention/consider.h"

#include "mention/container.h"
#include "mention/cover.h"
#include "mention/spot.h"

static gm_status read_names(gm_workspace *ws, gm_context *context,
                            const gm_recogniser *recogniser,
                            gm_matches matches) {
  gm_reading *reading = gm_take(ws, sizeof *reading);
  if (!reading) return GM_NO_MEMORY;
  context->reading = reading;
  gm_containers_mark(context, matches, false);
  return gm_read_names(ws, context, matches, recogniser, reading);
}

gm_status gm_consider_read(gm_workspace *ws, gm_context *context,
                           const gm_recogniser *recogniser, gm_matches *out) {
  if (!recogniser) context->uncased = false; /* the lists need capitals */
  gm_status status = gm_scan(ws, context, out);
  if (status == GM_OK && recogniser)
    status = read_names(ws, context, recogniser, *out);
  return status;
}

gm_status gm_consider(gm_workspace *ws, gm_context *context,
                      const gm_recogniser *recogniser,
                      const gm_mention_weights *weights, gm_matches *out) {
  gm_matches matches = {0};
  gm_status status = gm_consider_read(ws, context, recogniser, &matches);
  if (status != GM_OK) return status;
  for (uint32_t i = 0; i < matches.count; i++)
    gm_cover(context, &matches.items[i]);
  if (recogniser) status = gm_spot(ws, context, &matches);
  if (status != GM_OK) return status;
  gm_judge(context, weights, matches);
  *out = matches;
  return GM_OK;
}
