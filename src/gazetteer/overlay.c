/* See overlay.h. */
#include "gazetteer/overlay.h"

#include <string.h>

#include "gazetteer/hash.h"

/* ----------------------------------------------------------------- maps -- */

static struct gm_overlay_slot *slot_of(const gm_overlay_map *map,
                                       uint32_t key) {
  uint32_t at = key * UINT32_C(2654435761) & map->mask;
  while (map->slots[at].value && map->slots[at].key != key)
    at = (at + 1) & map->mask;
  return &map->slots[at];
}

void gm_overlay_put(gm_overlay_map *map, uint32_t key, uint32_t value) {
  *slot_of(map, key) = (struct gm_overlay_slot){key, value + 1};
}

/* The value, or UINT32_MAX. */
static uint32_t get(const gm_overlay_map *map, uint32_t key) {
  return slot_of(map, key)->value - 1;
}

/* ---------------------------------------------------------------- names -- */

/* The slot of a word behind a node, or the empty one where it would be. */
static uint32_t *edge(const gm_overlay *overlay, uint32_t parent, gm_str word) {
  uint64_t hash = gm_hash_mix(gm_hash_on(GM_HASH_BEGIN + parent, word));
  uint32_t at = (uint32_t)hash & overlay->slot_mask;
  for (; overlay->slots[at]; at = (at + 1) & overlay->slot_mask) {
    const gm_overlay_node *node = &overlay->nodes[overlay->slots[at]];
    if (node->parent == parent && gm_str_equal(node->word, word)) break;
  }
  return &overlay->slots[at];
}

uint32_t gm_overlay_add_node(gm_overlay *overlay, uint32_t parent,
                             gm_str word) {
  uint32_t *slot = edge(overlay, parent, word);
  if (*slot) return *slot;
  *slot = overlay->node_count++;
  overlay->nodes[*slot] = (gm_overlay_node){.word = word, .parent = parent};
  return *slot;
}

uint32_t gm_overlay_step(const gm_overlay *overlay, uint32_t node,
                         gm_str word) {
  return overlay && node && word.size ? *edge(overlay, node, word) : 0;
}

uint32_t gm_overlay_node_of(const gm_overlay *overlay, gm_str key) {
  uint32_t node = 1;
  if (!overlay || !key.size) return 0;
  while (node && key.size)
    node = gm_overlay_step(overlay, node, gm_str_cut(&key, ' '));
  return node;
}

bool gm_overlay_entry(const gm_overlay *overlay, uint32_t node, gm_entry *out) {
  if (!overlay || !overlay->nodes[node].decides) return false;
  *out = overlay->nodes[node].entry;
  return true;
}

gm_overlay_sense gm_overlay_sense_of(const gm_overlay *overlay, gm_entry entry,
                                     uint32_t i) {
  uint64_t at = (entry.offset & ~GM_OVERLAY_SENSES) + i;
  if (!overlay || at >= overlay->sense_count)
    return (gm_overlay_sense){.sense.place = GM_NO_PLACE};
  return overlay->senses[at];
}

/* --------------------------------------------------------------- places -- */

const gm_place *gm_overlay_place(const gm_overlay *overlay, uint32_t index) {
  if (!overlay) return NULL;
  uint32_t at = get(&overlay->by_index, index);
  return at == UINT32_MAX ? NULL : &overlay->places[at];
}

uint32_t gm_overlay_by_id(const gm_overlay *overlay, uint32_t geonameid) {
  return overlay && geonameid ? get(&overlay->by_id, geonameid) : GM_NO_PLACE;
}

static bool lies_in(uint32_t place, const gm_site *site, uint32_t whole) {
  return place == whole || site->country_place == whole ||
         site->admin1_place == whole || site->admin2_place == whole;
}

bool gm_overlay_prefers(const gm_overlay *overlay, uint32_t place,
                        const gm_site *site) {
  if (!overlay) return false;
  for (uint32_t i = 0; i < overlay->rule_count; i++) {
    const gm_overlay_rule *rule = &overlay->rules[i];
    if ((!*rule->country || strcmp(rule->country, site->country) == 0) &&
        (rule->place == GM_NO_PLACE || lies_in(place, site, rule->place)) &&
        (!rule->has_box || gm_box_holds(rule->box, site->at)))
      return true;
  }
  return false;
}

gm_site gm_overlay_site_of(const gm_place *place) {
  gm_site site = {
      .at = place->at,
      .geonameid = place->geonameid,
      .country_place = place->country_place,
      .admin1_place = place->admin1_place,
      .admin2_place = place->admin2_place,
      .population = place->population < UINT32_MAX ? (uint32_t)place->population
                                                   : UINT32_MAX,
      .names =
          (uint16_t)(place->names < UINT16_MAX ? place->names : UINT16_MAX),
      .prominence = (uint8_t)(place->prominence * 255 + 0.5F),
      .kind = (uint8_t)place->kind,
  };
  if (place->country.size == 2) memcpy(site.country, place->country.bytes, 2);
  if (place->feature_code.size < sizeof site.feature &&
      place->feature_code.size)
    memcpy(site.feature, place->feature_code.bytes, place->feature_code.size);
  return site;
}
