/* Homes learnt from the articles themselves: see geomention.h.
 *
 *     count    who published an article             (homes.c, every article)
 *     add      what its names may mean              (homes.c, of some articles)
 *     learn    where each outlet is then at home    (home_guess.c)
 *     find     the home of a document's outlet      (homes.c, from then on) */
#ifndef GM_RESOLVE_HOMES_H
#define GM_RESOLVE_HOMES_H

#include "gazetteer/gazetteer.h"

/* A place that a name may mean. */
typedef struct gm_heard_option {
  uint32_t place;
  float share; /* of the name: all of its options have 1 together */
} gm_heard_option;

/* A name of an article. */
typedef struct gm_heard {
  struct gm_heard *next; /* of the same outlet, later */
  uint64_t article;      /* its ordinal */
  float weight;          /* how often and how surely it is named */
  uint32_t count;
  gm_heard_option options[];
} gm_heard;

/* Guesses where the outlet that published these names is at home.
 * @param name  the outlet, folded
 * @param home  its outlet and articles are left as they are */
gm_status gm_home_guess(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        gm_str name, const gm_heard *heard, gm_home *home);

/* What was learnt of a document's outlet; NULL: nothing. */
const gm_home *gm_homes_find(gm_workspace *ws, const gm_homes *homes,
                             const gm_document *document);

#endif
