/* The same place in two sources. Publishers' files come after our own tables,
 * and what they know is put together with what is there:
 *
 *     by GeoNames id     ours has gn:524901, or Natural Earth a gn_id
 *     by Wikidata id     Natural Earth has it, GeoNames tells whose it is
 *     by name            and family, country, nearness: gazetteer/family.h
 *
 * Rows of GeoNames are never one place if their ids differ: it says so. By name
 * they can only be a place that has no id. There may be several such rows, in
 * any order, so the files are read twice: at first every row claims the places
 * that it might be, and each place remembers the best claim; then they get
 * those ids, and everything is found by id. Without publishers' files there is
 * no gm_merge and nothing of this happens. */
#ifndef GM_GAZETTEER_MERGE_H
#define GM_GAZETTEER_MERGE_H

#include "gazetteer/build.h"
#include "gazetteer/family.h"
#include "gazetteer/name.h"
#include "gazetteer/number_map.h"
#include "gazetteer/remark.h"

typedef struct gm_merge {
  gm_number_map ids;      /* GeoNames id: place */
  gm_number_map wikidata; /* Wikidata id: GeoNames id */
  struct gm_named {
    uint32_t hash, place; /* the place's number + 1; 0: an empty slot */
  } * named;              /* places by gm_family_key: several may share one */
  size_t named_slots, named_count;
  struct gm_claim {
    uint32_t geonameid; /* 0: none */
    float score;
  } * claims; /* claims_count of them, by place */
  size_t claims_count;
  uint16_t *days; /* of the last change at GeoNames, by place; 0: unknown */
  size_t days_count, days_capacity;
  gm_remarks remarks;
  uint64_t merged; /* rows that were put to a place that was there */
  gm_pool
      renamed; /* refs of places that got a GeoNames id, which then is ... */
  uint32_t *renamed_places; /* ... their ref: renamed.count of them */
  size_t renamed_capacity;
} gm_merge;

/* What two sources must agree on. */
typedef struct gm_likeness {
  gm_family family;
  uint64_t key;    /* gm_family_key */
  char country[2]; /* letters, or zeros: unknown */
  gm_point at;
} gm_likeness;

/* A row of a publisher. */
typedef struct gm_arrival {
  gm_format_place record; /* but for ref and name */
  uint32_t geonameid;     /* 0: none */
  gm_str name;
} gm_arrival;

gm_status gm_merge_open(gm_build *build);
void gm_merge_close(gm_build *build);

/* Remembers the id of a place, and a name of it. */
gm_status gm_merge_learn_id(gm_build *build, uint32_t place);
gm_status gm_merge_learn_name(gm_build *build, uint32_t place, gm_str name);

/* Gives a place a GeoNames id, which is its ref from then on. */
gm_status gm_merge_give_id(gm_build *build, uint32_t place, uint32_t geonameid);

/* A place by the ref that it had before it got an id. */
bool gm_merge_find_ref(const gm_build *build, gm_str ref, uint32_t *place);

/* Whether a place has a GeoNames id. */
bool gm_merge_has_id(const gm_build *build, uint32_t place);

/* The nearest place that is like it. @return false: there is none */
bool gm_merge_by_likeness(const gm_build *build, const gm_likeness *likeness,
                          uint32_t *place);

/* A row of GeoNames claims the places without an id that are like it.
 * @param names  how many it has: of wide places the best known is meant */
void gm_merge_claim(gm_build *build, const gm_likeness *likeness,
                    uint32_t geonameid, uint32_t names);
gm_status gm_merge_begin_claims(gm_build *build);

/* Gives ids to the places that were claimed. */
gm_status gm_merge_end_claims(gm_build *build);

/* The day of a place's last change at GeoNames; 0: unknown. */
uint16_t gm_merge_day(const gm_build *build, uint32_t place);
gm_status gm_merge_set_day(gm_build *build, uint32_t place, uint16_t day);

/* Adds a source to those of a place. */
gm_status gm_merge_add_source(gm_build *build, uint32_t place, uint16_t source);

gm_point gm_merge_point(const gm_format_place *place);
const char *gm_merge_country(const gm_build *build,
                             const gm_format_place *place);

/* The number of people, in the two parts that a record has. */
void gm_merge_set_people(gm_format_place *place, uint64_t people);

#endif
