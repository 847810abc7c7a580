/* The file while it is laid out: what layout.c, layout_places.c and
 * layout_names.c share. A crew lays the sections: each is written by an outlet
 * of its own, so that they can come in any order. */
#ifndef GM_GAZETTEER_LAYOUT_H
#define GM_GAZETTEER_LAYOUT_H

#include "gazetteer/outlet.h"
#include "gazetteer/shard.h"

typedef struct gm_layout {
  gm_build *build;
  gm_shards shards;
  gm_format_header header;
  uint32_t string_bases[GM_SHARDS]; /* where each shard's strings begin */
  uint32_t entry_bases[GM_SHARDS];  /* likewise */
  uint32_t sense_bases[GM_SHARDS];
  uint32_t entries, senses, dated; /* of all shards */
  gm_pool classes;                 /* the sets that occur, 4 bytes each */
  gm_str shapes, outlines;
  gm_store numbers; /* of places, by their old ones; empty: they keep those */
  gm_store order;   /* the old numbers, in the order of the new ones */
  gm_crew *crew;
  gm_file out;
} gm_layout;

/* group.c: numbers places anew, those of one name one behind the other. */
gm_status gm_layout_group(gm_layout *layout);

/* The number of a place in the file, by that of the build, and back. */
static inline uint32_t gm_layout_number(const gm_layout *layout,
                                        uint32_t place) {
  const uint32_t *numbers = layout->numbers.bytes;
  return numbers && place != GM_NO_PLACE ? numbers[place] : place;
}

static inline uint32_t gm_layout_place(const gm_layout *layout,
                                       uint32_t number) {
  const uint32_t *order = layout->order.bytes;
  return order ? order[number] : number;
}

/* Where a section is written. */
gm_outlet gm_layout_outlet(gm_workspace *ws, gm_layout *layout,
                           enum gm_section section);

/* Ends a section: its hash goes into the header. */
gm_status gm_layout_close(gm_layout *layout, enum gm_section section,
                          gm_outlet *outlet);

/* layout_places.c: sections that have a record of each place. */
gm_status gm_layout_places(gm_workspace *ws, gm_layout *layout);
gm_status gm_layout_nearest(gm_workspace *ws, gm_layout *layout);
gm_status gm_layout_ids(gm_workspace *ws, gm_layout *layout);
uint32_t gm_layout_count_ids(const gm_layout *layout);

/* layout_names.c: the sections that come from shards. The crew lays each shard
 * once; in turn they are written and fill `classes`. */
typedef struct gm_names gm_names;
gm_status gm_layout_names_begin(gm_layout *layout, gm_names **out);
gm_status gm_layout_shard(gm_workspace *ws, gm_names *names, unsigned worker,
                          unsigned shard);
gm_status gm_layout_names_end(gm_names *names);
void gm_layout_names_close(gm_names *names); /* NULL is allowed */

#endif
