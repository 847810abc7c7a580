/* Weighing: evidence times weights, see evidence.h. */
#include "mention/model.h"
#include "resolve/evidence.h"

static const struct piece {
  const char *name;
  const char *sentence;
  const char *lead;
  gm_strength *strength;
} pieces[] = {
#define X(name, sentence, lead) \
  {"resolve." #name, sentence, lead, gm_evidence_##name},
#include "resolve/evidence.def"
#undef X
};

const char *gm_evidence_sentence(int piece) {
  return pieces[piece].sentence;
}

const char *gm_evidence_lead(int piece) {
  return pieces[piece].lead;
}

const char *gm_evidence_name(int piece) {
  return pieces[piece].name;
}

gm_status gm_resolve_weights_read(gm_workspace *ws, const gm_model *model,
                                  gm_resolve_weights *out) {
  enum { COUNT = GM_RESOLVE_EVIDENCE_COUNT };
  const struct {
    const char *name;
    float *value;
  } others[] = {
      {"resolve.none", &out->none},
      {"resolve.sharpness", &out->sharpness},
      {"resolve.slope", &out->slope},
      {"resolve.shift", &out->shift},
      {"resolve.least", &out->least},
  };
  enum { OTHERS = sizeof others / sizeof *others };
  const char *names[COUNT + OTHERS];
  float values[COUNT + OTHERS];
  for (int i = 0; i < COUNT; i++) names[i] = pieces[i].name;
  for (int i = 0; i < OTHERS; i++) names[COUNT + i] = others[i].name;
  gm_status status =
      gm_model_weights(ws, model, names, COUNT + OTHERS, values);
  if (status != GM_OK) return status;
  for (int i = 0; i < COUNT; i++) out->of[i] = values[i];
  for (int i = 0; i < OTHERS; i++) *others[i].value = values[COUNT + i];
  return GM_OK;
}

/* The sum of weighted evidence from piece `begin` to `end`. It is put in line
 * with numbers for these two, so that nothing is asked of the other pieces. */
static inline __attribute__((always_inline)) float weigh(
    const gm_resolve_weights *weights, const gm_coherence *coherence,
    const gm_group *group, const gm_option *option, int begin, int end,
    float *shares) {
  float sum = 0;
  int i = 0;
#define X(name, sentence, lead)                                            \
  if (i >= begin && i < end) {                                             \
    float share = weights->of[i];                                          \
    if (share != 0) share *= gm_evidence_##name(coherence, group, option); \
    shares[i] = share;                                                     \
    sum += share;                                                          \
  }                                                                        \
  i++;
#include "resolve/evidence.def"
#undef X
  return sum;
}

/* Where the user told nothing, the pieces that speak of hints, a sixth of all,
 * need not be asked. */
float gm_weigh_own(const gm_resolve_weights *weights,
                   const gm_coherence *coherence, const gm_group *group,
                   const gm_option *option, float *shares) {
  enum { BEGIN = GM_RESOLVE_HINTS_BEGIN, END = GM_RESOLVE_HINTS_END };
  float sum = weigh(weights, coherence, group, option, 0, BEGIN, shares);
  if (gm_known_any(&coherence->known))
    sum += weigh(weights, coherence, group, option, BEGIN, END, shares);
  return sum + weigh(weights, coherence, group, option, END,
                     GM_RESOLVE_OWN_COUNT, shares);
}

float gm_weigh_context(const gm_resolve_weights *weights,
                       const gm_coherence *coherence, const gm_group *group,
                       const gm_option *option, float *shares) {
  return weigh(weights, coherence, group, option, GM_RESOLVE_OWN_COUNT,
               GM_RESOLVE_EVIDENCE_COUNT, shares);
}

void gm_strengths(const gm_coherence *coherence, const gm_group *group,
                  const gm_option *option, float *strengths) {
  for (int i = 0; i < GM_RESOLVE_EVIDENCE_COUNT; i++)
    strengths[i] = pieces[i].strength(coherence, group, option);
}
