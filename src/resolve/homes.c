/* See homes.h, and geomention.h for what is public. Outlets are found by a
 * hash table that is seeded, since strangers choose their names; they stay in
 * the order in which they came, so that the same articles give the same table.
 */
#include "resolve/homes.h"

#include <string.h>

#include "document/outlets.h"

gm_status gm_homes_no_memory(gm_workspace *ws) {
  return gm_fail(ws, GM_NO_MEMORY, 0, "no memory to learn homes of outlets");
}

gm_status gm_homes_open(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        gm_homes **out) {
  enum { FIRST = 64 };
  gm_arena arena;
  gm_arena_open(&arena, SIZE_MAX);
  gm_homes *homes = gm_arena_take(&arena, sizeof *homes);
  gm_outlet_heard **slots =
      gm_arena_take(&arena, FIRST * sizeof(gm_outlet_heard *));
  if (!homes || !slots) {
    gm_arena_close(&arena);
    return gm_homes_no_memory(ws);
  }
  *homes = (gm_homes){.arena = arena,
                      .gazetteer = gazetteer,
                      .secret = gm_secret_make(),
                      .slots = slots,
                      .capacity = FIRST};
  gm_arena_open(&homes->heard, SIZE_MAX);
  *out = homes;
  return GM_OK;
}

void gm_homes_close(gm_homes *homes) {
  if (!homes) return;
  gm_arena_close(&homes->heard);
  gm_arena arena = homes->arena; /* which holds the table itself */
  gm_arena_close(&arena);
}

/* -------------------------------------------------------------- outlets -- */

/* Where an outlet stands, or would. */
static gm_outlet_heard **slot_of(const gm_homes *homes, gm_str key) {
  size_t at = (size_t)gm_siphash(homes->secret, key) & (homes->capacity - 1);
  while (homes->slots[at] && !gm_str_equal(homes->slots[at]->key, key))
    at = (at + 1) & (homes->capacity - 1);
  return &homes->slots[at];
}

/* The outlet of a document, or NULL: unknown, or the document names none. */
static gm_outlet_heard *find(gm_workspace *ws, const gm_homes *homes,
                             const gm_document *document) {
  gm_str name = gm_outlet_of(document);
  if (!name.size) return NULL;
  gm_str key = gm_outlet_fold(ws, name);
  return key.size ? *slot_of(homes, key) : NULL;
}

/* Twice as many slots. @return false: no memory */
static bool widen(gm_homes *homes) {
  size_t capacity = homes->capacity * 2;
  gm_outlet_heard **slots =
      gm_arena_take(&homes->arena, capacity * sizeof *slots);
  if (!slots) return false;
  homes->slots = slots;
  homes->capacity = capacity;
  for (gm_outlet_heard *o = homes->first; o; o = o->next)
    *slot_of(homes, o->key) = o;
  return true;
}

static gm_str keep(gm_homes *homes, gm_str bytes) {
  char *copy = gm_arena_take(&homes->arena, bytes.size + 1);
  if (copy && bytes.size) memcpy(copy, bytes.bytes, bytes.size);
  return (gm_str){copy, bytes.size};
}

/* Adds an outlet. NULL: no memory. */
static gm_outlet_heard *add_outlet(gm_homes *homes, gm_str name, gm_str key) {
  if (homes->count * 2 >= homes->capacity && !widen(homes)) return NULL;
  gm_outlet_heard *added = gm_arena_take(&homes->arena, sizeof *added);
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

bool gm_homes_enough(const gm_outlet_heard *of) {
  enum { ARTICLES_LEAST = 2 };
  return of->home.articles >= ARTICLES_LEAST;
}

/* Chooses articles from all over those that come: the first, the third, the
 * fifth ... once each has been too many, and so on. They may be sorted. */
static void choose(gm_outlet_heard *of, uint64_t ordinal) {
  if (!of->stride) of->stride = 1;
  if ((of->home.articles - 1) % of->stride) return;
  if (of->chosen_count == GM_HEARD_MOST) {
    of->chosen_count /= 2;
    for (uint32_t i = 0; i < of->chosen_count; i++)
      of->chosen[i] = of->chosen[2 * (size_t)i];
    of->stride *= 2;
    if ((of->home.articles - 1) % of->stride) return;
  }
  of->chosen[of->chosen_count++] = ordinal;
}

static bool is_chosen(const gm_outlet_heard *of, uint64_t ordinal) {
  for (uint32_t i = 0; i < of->chosen_count; i++)
    if (of->chosen[i] == ordinal) return true;
  return false;
}

gm_status gm_homes_count(gm_workspace *ws, gm_homes *homes,
                         const gm_document *document) {
  gm_str name = gm_outlet_of(document);
  if (!name.size || document->home.size) return GM_OK;
  gm_str key = gm_outlet_fold(ws, name);
  if (!key.bytes) return GM_NO_MEMORY;
  if (!key.size) return GM_OK;
  gm_outlet_heard *of = *slot_of(homes, key);
  if (!of) of = add_outlet(homes, name, key);
  if (!of) return gm_homes_no_memory(ws);
  of->home.articles++;
  choose(of, document->ordinal);
  return GM_OK;
}

gm_outlet_heard *gm_homes_wanted(gm_workspace *ws, const gm_homes *homes,
                                 const gm_document *document) {
  gm_outlet_heard *of = find(ws, homes, document);
  bool wanted = of && !document->home.size && gm_homes_enough(of) &&
                is_chosen(of, document->ordinal);
  return wanted ? of : NULL;
}

bool gm_homes_want(gm_workspace *ws, const gm_homes *homes,
                   const gm_document *document) {
  if (document) return gm_homes_wanted(ws, homes, document);
  for (const gm_outlet_heard *o = homes->first; o; o = o->next)
    if (gm_homes_enough(o)) return true;
  return false;
}

gm_status gm_homes_each(const gm_homes *homes,
                        gm_status (*each)(void *user, const gm_home *home),
                        void *user) {
  gm_status status = GM_OK;
  for (const gm_outlet_heard *o = homes->first; o && !status; o = o->next)
    status = each(user, &o->home);
  return status;
}

const gm_home *gm_homes_of(gm_workspace *ws, const gm_document *document) {
  const gm_hints *hints = document->hints;
  if (document->home.size || !hints || !hints->homes) return NULL;
  const gm_outlet_heard *of = find(ws, hints->homes, document);
  return of && of->home.place != GM_NO_PLACE ? &of->home : NULL;
}
