/* gm_homes_add and gm_homes_learn: see geomention.h. What the names of an
 * article may mean is kept until all of an outlet's articles were heard; then
 * home_guess.c guesses. */
#include <math.h>

#include "gazetteer/name.h"
#include "resolve/homes.h"

/* Whether the i-th mention is the first of its name: mentions that are decided
 * together have their candidates together. */
static bool is_first(gm_resolutions resolutions, uint32_t i) {
  for (uint32_t k = 0; k < i; k++)
    if (resolutions.items[k].candidates == resolutions.items[i].candidates)
      return false;
  return true;
}

/* What a name weighs, as for its own article: coherence.h. */
static float weight_of(gm_mentions mentions, gm_resolutions resolutions,
                       uint32_t i) {
  float trust = 0, count = 0;
  for (uint32_t k = i; k < mentions.count; k++) {
    if (resolutions.items[k].candidates != resolutions.items[i].candidates)
      continue;
    trust = fmaxf(trust, mentions.items[k].confidence);
    count++;
  }
  return trust * (1 + logf(count));
}

/* Keeps what a name may mean. Roots of probabilities: what is unlikely by its
 * own article alone may be likely by all of them. */
static gm_status hear(gm_workspace *ws, gm_homes *homes, gm_outlet_heard *of,
                      gm_heard about, const gm_resolution *resolution) {
  uint32_t count = resolution->candidate_count;
  gm_heard *heard = gm_arena_take(
      &homes->heard, sizeof *heard + count * sizeof *heard->options);
  if (!heard) return gm_homes_no_memory(ws);
  float sum = 0;
  for (uint32_t i = 0; i < count; i++)
    sum += sqrtf(resolution->candidates[i].probability);
  if (!(sum > 0)) return GM_OK;
  *heard = about;
  heard->count = count;
  for (uint32_t i = 0; i < count; i++) {
    const gm_candidate *candidate = &resolution->candidates[i];
    heard->options[i] = (gm_heard_option){candidate->place,
                                          sqrtf(candidate->probability) / sum};
  }
  if (of->last_heard)
    of->last_heard->next = heard;
  else
    of->first_heard = heard;
  of->last_heard = heard;
  return GM_OK;
}

gm_status gm_homes_add(gm_workspace *ws, gm_homes *homes,
                       const gm_document *document, gm_mentions mentions,
                       gm_resolutions resolutions) {
  enum { NAMES_MOST = 48 };
  gm_outlet_heard *of = gm_homes_wanted(ws, homes, document);
  gm_status status = GM_OK;
  uint32_t names = 0;
  if (!of) return GM_OK;
  for (uint32_t i = 0; i < resolutions.count && !status; i++) {
    const gm_resolution *one = &resolutions.items[i];
    if (!one->candidate_count || mentions.items[i].use == GM_USE_DEMONYM ||
        names == NAMES_MOST || !is_first(resolutions, i))
      continue;
    gm_str key =
        gm_name_key(ws, gm_str_part(document->text, mentions.items[i].head));
    if (!key.bytes) return GM_NO_MEMORY;
    const gm_heard about = {.article = document->ordinal,
                            .name = gm_siphash(homes->secret, key),
                            .weight = weight_of(mentions, resolutions, i)};
    names++;
    status = hear(ws, homes, of, about, one);
  }
  return status;
}

/* What was heard is not needed any more. */
static void forget(gm_homes *homes) {
  for (gm_outlet_heard *o = homes->first; o; o = o->next)
    o->first_heard = o->last_heard = NULL;
  gm_arena_close(&homes->heard);
  gm_arena_open(&homes->heard, SIZE_MAX);
}

gm_status gm_homes_learn(gm_workspace *ws, gm_homes *homes) {
  gm_status status = GM_OK;
  for (gm_outlet_heard *o = homes->first; o && !status; o = o->next) {
    gm_arena_mark before = gm_arena_here(&ws->arena);
    if (gm_stopped(ws))
      return gm_fail(ws, GM_CANCELLED, 0, "stopped while learning homes");
    if (gm_homes_enough(o))
      status =
          gm_home_guess(ws, homes->gazetteer, o->key, o->first_heard, &o->home);
    gm_arena_rewind(&ws->arena, before);
  }
  if (!status) forget(homes);
  return status;
}
