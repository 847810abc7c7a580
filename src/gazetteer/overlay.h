/* An overlay while it is open: what a user's own file changes of a gazetteer,
 * in memory, asked before the mapped file is.
 *
 *     look-up ---> overlay ---> knows the name, or the place? its answer
 *                     |
 *                     '-- no --> the mapped file
 *
 * For each name that the user's file touches, the overlay holds the whole
 * answer, the mapped file's meanings included, so that no look-up has to join
 * two. New places have the indices behind the mapped file's. Every function
 * here takes an overlay that may be NULL: then it knows nothing. */
#ifndef GM_GAZETTEER_OVERLAY_H
#define GM_GAZETTEER_OVERLAY_H

#include "base/arena.h"
#include "earth/box.h"
#include "gazetteer/gazetteer.h"
#include "gazetteer/overlay_read.h"

/* The bit of gm_entry.offset that says that its senses are an overlay's. */
#define GM_OVERLAY_SENSES ((uint64_t)1 << 63)

/* A step of the walk along words: the words of all names, as a tree whose
 * edges are found by a hash table. Node 1 is the root; 0 is no node. */
typedef struct gm_overlay_node {
  gm_str word;
  uint32_t parent;
  bool decides; /* the entry is the whole answer for the words up to here */
  gm_entry entry;
} gm_overlay_node;

typedef struct gm_overlay_sense {
  gm_sense sense;
  gm_str written;
} gm_overlay_sense;

/* What is preferred: where each of country, place and box agrees that is
 * there. */
typedef struct gm_overlay_rule {
  char country[3];
  uint32_t place; /* itself and what lies in it; or GM_NO_PLACE */
  bool has_box;
  gm_box box;
} gm_overlay_rule;

/* A small map from numbers to numbers: slots of key and value + 1. */
typedef struct gm_overlay_map {
  struct gm_overlay_slot {
    uint32_t key, value; /* value 0: the slot is empty */
  } * slots;
  uint32_t mask;
} gm_overlay_map;

typedef struct gm_overlay {
  gm_overlay_rows rows; /* all, also those of earlier files */
  uint64_t hash;
  gm_str name;
  gm_place *places; /* new and corrected ones */
  uint32_t place_count, new_count;
  gm_overlay_map by_index, by_id;
  gm_overlay_node *nodes;
  uint32_t node_count;
  uint32_t *slots; /* nodes, by parent and word */
  uint32_t slot_mask;
  gm_overlay_sense *senses;
  uint32_t sense_count, new_names, new_keys;
  gm_overlay_rule *rules;
  uint32_t rule_count;
} gm_overlay;

/* A place that a user pointed at: it can be chosen, but no text names it. */
typedef struct gm_pin {
  gm_str name; /* as long as what is made of it */
  gm_point at;
  uint64_t line; /* of the user's file */
} gm_pin;

/* Lays pins over a gazetteer, as gm_gazetteer_overlay does a file. They are its
 * last places, in their order.
 * @param path  the user's file, to be named */
gm_status gm_gazetteer_pin(gm_workspace *ws, const gm_gazetteer *base,
                           const char *path, const gm_pin *pins,
                           uint32_t count, gm_gazetteer **out);

/* The node of the words so far and one more; 0: no name goes on so. */
uint32_t gm_overlay_step(const gm_overlay *overlay, uint32_t node, gm_str word);

/* The node of a whole key ("new york city"), or 0. */
uint32_t gm_overlay_node_of(const gm_overlay *overlay, gm_str key);

/* Whether the overlay answers for a node; its answer may be that the name has
 * no meaning. */
bool gm_overlay_entry(const gm_overlay *overlay, uint32_t node, gm_entry *out);

/* The sense of an entry that bears GM_OVERLAY_SENSES. */
gm_overlay_sense gm_overlay_sense_of(const gm_overlay *overlay, gm_entry entry,
                                     uint32_t i);

/* A place that is new or corrected, or NULL. */
const gm_place *gm_overlay_place(const gm_overlay *overlay, uint32_t index);

/* The index of a new place with a GeoNames id, or GM_NO_PLACE. */
uint32_t gm_overlay_by_id(const gm_overlay *overlay, uint32_t geonameid);

/* Whether some rule prefers the place. @cost linear in the rules. */
bool gm_overlay_prefers(const gm_overlay *overlay, uint32_t place,
                        const gm_site *site);

/* The light view of a place. */
gm_site gm_overlay_site_of(const gm_place *place);

/* Building: maps and nodes with room that was made before. */
void gm_overlay_put(gm_overlay_map *map, uint32_t key, uint32_t value);
uint32_t gm_overlay_add_node(gm_overlay *overlay, uint32_t parent, gm_str word);

#endif
