/* Groups: mentions of one document that are decided together.
 *
 *     ... in Alexandria, La. ... Alexandria ... Alexandria, Egypt ...
 *         group 1: alexandria in La.   group 2: alexandria
 *                                      group 3: alexandria in Egypt
 *
 * News keeps to one meaning a document (Gale, Church and Yarowsky 1992,
 * doi:10.3115/1075527.1075579), so equal names are one question; a name with
 * its container behind it is a question of its own, and answers the others. */
#ifndef GM_RESOLVE_GROUP_H
#define GM_RESOLVE_GROUP_H

#include "earth/distance.h"
#include "resolve/hints.h"

enum { GM_CANDIDATES_MOST = 30, GM_NEIGHBOURS = 4 };

#define GM_NO_GROUP UINT32_MAX

/* What a group may mean, with what the evidence needs of it at hand. */
typedef struct gm_option {
  uint32_t place;
  gm_name_kind name_kind;
  int16_t from_year, to_year; /* when it was called so; 0: unknown */
  bool foreign;  /* only another language than English calls it so */
  bool overlaid; /* the user's overlay gives it this name */
  bool composed; /* by its name and the word beside it: compose.h */
  bool alike;    /* by a name that is spelled almost so: alike.h */
  gm_site site;
  gm_direction toward; /* where it lies */
  uint32_t number;     /* of its place in the document: coherence.h */
  uint32_t country_number, admin1_number, admin2_number; /* of those around */
  float own;               /* score of the evidence that never changes */
  const float *own_shares; /* of its pieces, once they are weighed */
  float score;             /* own and context */
  float probability;       /* among the options and "none of these" */
} gm_option;

typedef struct gm_group {
  gm_str key;         /* the folded head */
  int kind_hint;      /* as the mentions', or -1 */
  bool peoples;       /* used as a demonym */
  bool acronym;       /* written so: EU, not Eu, which is a town */
  uint32_t container; /* the group that stands behind it, or GM_NO_GROUP */
  uint32_t inner;     /* a group whose container this is, or GM_NO_GROUP */
  uint32_t neighbours[GM_NEIGHBOURS]; /* groups named next to its first
                         mention, two before and two behind, or GM_NO_GROUP */
  uint32_t mentions;                  /* how many mentions it has */
  float trust;       /* the surest of them, that it is a place: 0 to 1 */
  uint32_t namesake; /* the next group of the same key, round a ring */
  uint32_t name;     /* the first group of that key */
  gm_entry entry;
  gm_entry composed;  /* of the name with the word beside it */
  gm_option *options; /* in no order until chosen */
  uint32_t option_count;
  uint16_t most_names; /* of any of the options */
  uint8_t largest;     /* prominence of any of the options */
  bool anchor;     /* others are measured from it: coherence.h */
  uint32_t chosen; /* index of the best option; 0 where there is none */
  uint8_t likely[GM_CANDIDATES_MOST]; /* options that are witnesses and have */
  uint32_t likely_count;              /* a point that can be near */
} gm_group;

typedef struct gm_groups {
  gm_group *items;
  uint32_t count;
  const uint32_t *of_mention; /* index of each mention's group */
} gm_groups;

/* @cost linear in mentions. */
gm_status gm_groups_make(gm_workspace *ws, const gm_gazetteer *gazetteer,
                         const gm_document *document, gm_mentions mentions,
                         gm_groups *out);

/* Fills in each group's options: at most GM_CANDIDATES_MOST, those that can
 * win. @cost linear in the senses of the names. */
gm_status gm_options_make(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const gm_known *known, gm_groups groups);

#endif
