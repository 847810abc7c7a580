/* Homes learnt from the articles themselves: see geomention.h.
 *
 *     count    who published an article           (homes.c: of all articles)
 *     add      what its names may mean            (homes_learn.c: of some)
 *     learn    where each outlet is then at home  (home_guess.c)
 *     find     the home of a document's outlet    (homes.c: from then on) */
#ifndef GM_RESOLVE_HOMES_H
#define GM_RESOLVE_HOMES_H

#include "gazetteer/gazetteer.h"

enum { GM_HEARD_MOST = 24 }; /* articles of an outlet */

/* A place that a name may mean. */
typedef struct gm_heard_option {
  uint32_t place;
  float share; /* of the name: all of its options have 1 together */
} gm_heard_option;

/* A name of an article. */
typedef struct gm_heard {
  struct gm_heard *next; /* of the same outlet, later */
  uint64_t article;      /* its ordinal */
  uint64_t name;         /* equal for equal names */
  float weight;          /* how often and how surely it is named */
  uint32_t count;
  gm_heard_option options[];
} gm_heard;

/* An outlet, and what its articles name. */
typedef struct gm_outlet_heard {
  struct gm_outlet_heard *next; /* in the order in which they came */
  gm_str key;                   /* folded */
  gm_home home;                 /* as far as it is known */
  uint64_t chosen[GM_HEARD_MOST]; /* ordinals of the articles to be heard */
  uint32_t chosen_count;
  uint64_t stride; /* of so many articles one is chosen; 0: none was yet */
  gm_heard *first_heard, *last_heard;
} gm_outlet_heard;

struct gm_homes {
  gm_arena arena; /* holds this struct and all else but */
  gm_arena heard; /* what is heard, until it is learnt */
  const gm_gazetteer *gazetteer;
  gm_secret secret;
  gm_outlet_heard **slots; /* open addressing, by key */
  size_t capacity;         /* a power of two */
  gm_outlet_heard *first, *last;
  uint64_t count;
};

/* Says that there is no memory. @return GM_NO_MEMORY */
gm_status gm_homes_no_memory(gm_workspace *ws);

/* Whether an outlet has enough articles to learn from. */
bool gm_homes_enough(const gm_outlet_heard *of);

/* The outlet of an article that shall be heard, or NULL. */
gm_outlet_heard *gm_homes_wanted(gm_workspace *ws, const gm_homes *homes,
                                 const gm_document *document);

/* Guesses where the outlet that published these names is at home.
 * @param name  the outlet, folded
 * @param home  its outlet and articles are left as they are */
gm_status gm_home_guess(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        gm_str name, const gm_heard *heard, gm_home *home);

/* What was learnt of a document's outlet; NULL: nothing, or its home was told,
 * which goes before. */
const gm_home *gm_homes_of(gm_workspace *ws, const gm_document *document);

#endif
