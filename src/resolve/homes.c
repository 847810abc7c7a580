/* See homes.h, and geomention.h for what is public. Outlets are found by a
 * hash table that is seeded, since strangers choose their names; they stay in
 * the order in which they came, so that the same articles give the same table.
 *
 * Of an outlet's articles the first few dozen tell where it is at home; the
 * others are counted, and not heard. */
#include "resolve/homes.h"

#include <math.h>
#include <string.h>

#include "document/outlets.h"

enum { ARTICLES_LEAST = 2, ARTICLES_MOST = 24, NAMES_MOST = 48 };

typedef struct outlet {
  struct outlet *next; /* in the order in which they came */
  gm_str key;          /* folded */
  gm_home home;        /* as far as it is known */
  uint64_t last;       /* the ordinal of the last article to be heard */
  gm_heard *first_heard, *last_heard;
} outlet;

struct gm_homes {
  gm_arena arena; /* holds this struct and all else */
  const gm_gazetteer *gazetteer;
  gm_secret secret;
  outlet **slots;
  size_t capacity; /* a power of two */
  outlet *first, *last;
  uint64_t count;
};

static gm_status no_memory(gm_workspace *ws) {
  return gm_fail(ws, GM_NO_MEMORY, 0, "no memory to learn homes of outlets");
}

gm_status gm_homes_open(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        gm_homes **out) {
  enum { FIRST = 64 };
  gm_arena arena;
  gm_arena_open(&arena, SIZE_MAX);
  gm_homes *homes = gm_arena_take(&arena, sizeof *homes);
  outlet **slots = gm_arena_take(&arena, FIRST * sizeof(outlet *));
  if (!homes || !slots) {
    gm_arena_close(&arena);
    return no_memory(ws);
  }
  *homes = (gm_homes){.arena = arena,
                      .gazetteer = gazetteer,
                      .secret = gm_secret_make(),
                      .slots = slots,
                      .capacity = FIRST};
  *out = homes;
  return GM_OK;
}

void gm_homes_close(gm_homes *homes) {
  if (!homes) return;
  gm_arena arena = homes->arena; /* which holds the table itself */
  gm_arena_close(&arena);
}

/* -------------------------------------------------------------- outlets -- */

/* Where an outlet stands, or would. */
static outlet **slot_of(const gm_homes *homes, gm_str key) {
  size_t at = (size_t)gm_siphash(homes->secret, key) & (homes->capacity - 1);
  while (homes->slots[at] && !gm_str_equal(homes->slots[at]->key, key))
    at = (at + 1) & (homes->capacity - 1);
  return &homes->slots[at];
}

/* The outlet of a document, or NULL: unknown, or the document names none. */
static outlet *find(gm_workspace *ws, const gm_homes *homes,
                    const gm_document *document) {
  gm_str name = gm_outlet_of(document);
  if (!name.size) return NULL;
  gm_str key = gm_outlet_fold(ws, name);
  return key.size ? *slot_of(homes, key) : NULL;
}

/* Twice as many slots. @return false: no memory */
static bool widen(gm_homes *homes) {
  size_t capacity = homes->capacity * 2;
  outlet **slots = gm_arena_take(&homes->arena, capacity * sizeof *slots);
  if (!slots) return false;
  homes->slots = slots;
  homes->capacity = capacity;
  for (outlet *o = homes->first; o; o = o->next) *slot_of(homes, o->key) = o;
  return true;
}

static gm_str keep(gm_homes *homes, gm_str bytes) {
  char *copy = gm_arena_take(&homes->arena, bytes.size + 1);
  if (copy && bytes.size) memcpy(copy, bytes.bytes, bytes.size);
  return (gm_str){copy, bytes.size};
}

/* Adds an outlet. NULL: no memory. */
static outlet *add_outlet(gm_homes *homes, gm_str name, gm_str key) {
  if (homes->count * 2 >= homes->capacity && !widen(homes)) return NULL;
  outlet *added = gm_arena_take(&homes->arena, sizeof *added);
  gm_str kept = keep(homes, name), kept_key = keep(homes, key);
  if (!added || !kept.bytes || !kept_key.bytes) return NULL;
  added->key = kept_key;
  added->home = (gm_home){.outlet = kept, .place = GM_NO_PLACE};
  *slot_of(homes, key) = added;
  if (homes->last)
    homes->last->next = added;
  else
    homes->first = added;
  homes->last = added;
  homes->count++;
  return added;
}

gm_status gm_homes_count(gm_workspace *ws, gm_homes *homes,
                         const gm_document *document) {
  gm_str name = gm_outlet_of(document);
  if (!name.size || document->home.size) return GM_OK;
  gm_str key = gm_outlet_fold(ws, name);
  if (!key.bytes) return GM_NO_MEMORY;
  if (!key.size) return GM_OK;
  outlet *of = *slot_of(homes, key);
  if (!of) of = add_outlet(homes, name, key);
  if (!of) return no_memory(ws);
  if (++of->home.articles <= ARTICLES_MOST) of->last = document->ordinal;
  return GM_OK;
}

static bool is_heard(const outlet *of, const gm_document *document) {
  return of && !document->home.size && of->home.articles >= ARTICLES_LEAST &&
         document->ordinal <= of->last;
}

bool gm_homes_want(gm_workspace *ws, const gm_homes *homes,
                   const gm_document *document) {
  if (document) return is_heard(find(ws, homes, document), document);
  for (const outlet *o = homes->first; o; o = o->next)
    if (o->home.articles >= ARTICLES_LEAST) return true;
  return false;
}

/* -------------------------------------------------------------- hearing -- */

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
static gm_status hear(gm_workspace *ws, gm_homes *homes, outlet *of,
                      uint64_t article, float weight,
                      const gm_resolution *resolution) {
  uint32_t count = resolution->candidate_count;
  gm_heard *heard = gm_arena_take(
      &homes->arena, sizeof *heard + count * sizeof *heard->options);
  if (!heard) return no_memory(ws);
  float sum = 0;
  for (uint32_t i = 0; i < count; i++)
    sum += sqrtf(resolution->candidates[i].probability);
  if (!(sum > 0)) return GM_OK;
  heard->article = article;
  heard->weight = weight;
  heard->count = count;
  for (uint32_t i = 0; i < count; i++) {
    const gm_candidate *candidate = &resolution->candidates[i];
    heard->options[i] = (gm_heard_option){
        candidate->place, sqrtf(candidate->probability) / sum};
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
  outlet *of = find(ws, homes, document);
  gm_status status = GM_OK;
  uint32_t names = 0;
  if (!is_heard(of, document)) return GM_OK;
  for (uint32_t i = 0; i < resolutions.count && !status; i++) {
    const gm_resolution *one = &resolutions.items[i];
    if (!one->candidate_count || mentions.items[i].use == GM_USE_DEMONYM ||
        names == NAMES_MOST || !is_first(resolutions, i))
      continue;
    names++;
    status = hear(ws, homes, of, document->ordinal,
                  weight_of(mentions, resolutions, i), one);
  }
  return status;
}

/* ------------------------------------------------------------- the homes -- */

gm_status gm_homes_learn(gm_workspace *ws, gm_homes *homes) {
  gm_status status = GM_OK;
  for (outlet *o = homes->first; o && !status; o = o->next) {
    gm_arena_mark before = gm_arena_here(&ws->arena);
    if (gm_stopped(ws))
      return gm_fail(ws, GM_CANCELLED, 0, "stopped while learning homes");
    if (o->home.articles >= ARTICLES_LEAST)
      status = gm_home_guess(ws, homes->gazetteer, o->key, o->first_heard,
                             &o->home);
    gm_arena_rewind(&ws->arena, before);
  }
  return status;
}

gm_status gm_homes_each(const gm_homes *homes,
                        gm_status (*each)(void *user, const gm_home *home),
                        void *user) {
  gm_status status = GM_OK;
  for (const outlet *o = homes->first; o && !status; o = o->next)
    status = each(user, &o->home);
  return status;
}

const gm_home *gm_homes_find(gm_workspace *ws, const gm_homes *homes,
                             const gm_document *document) {
  const outlet *of = find(ws, homes, document);
  return of && of->home.place != GM_NO_PLACE ? &of->home : NULL;
}
