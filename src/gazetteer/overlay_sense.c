/* What names mean under an overlay: see overlay_draft.h. For each name, the
 * mapped meanings go through its edits in the order of the rows. */
#include <stdlib.h>

#include "gazetteer/kind.h"
#include "gazetteer/overlay_draft.h"

static gm_status make_nodes(gm_overlay_draft *b) {
  gm_overlay *overlay = b->overlay;
  size_t slots = 16;
  while (slots < b->words * 2) slots *= 2;
  overlay->nodes = gm_overlay_keep(b, b->words + 2, sizeof *overlay->nodes);
  overlay->slots = gm_overlay_keep(b, slots, sizeof *overlay->slots);
  if (!overlay->nodes || !overlay->slots) return GM_NO_MEMORY;
  overlay->slot_mask = (uint32_t)(slots - 1);
  overlay->node_count = 2; /* none, and the root */
  for (size_t i = 0; i < b->edit_count; i++) {
    gm_str key = b->edits[i].key;
    uint32_t node = 1;
    while (key.size)
      node = gm_overlay_add_node(overlay, node, gm_str_cut(&key, ' '));
    b->edits[i].node = node;
  }
  return GM_OK;
}

static int compare_edits(const void *a, const void *b) {
  const gm_overlay_edit *one = a, *other = b;
  if (one->node != other->node) return one->node < other->node ? -1 : 1;
  return one->order < other->order ? -1 : one->order > other->order;
}

/* ------------------------------------------------- what edits take away -- */

/* Whose names an edit takes away; places are numbered from 0, so a slot holds
 * the place, the sort and one more. */
enum { OWN, PEOPLES, ANY, SORTS };

/* What the edits behind the one that is looked at take away. */
typedef struct losses {
  uint64_t *slots;
  size_t mask;
  bool countries[GM_COUNTRY_CODES];
  bool all;
} losses;

static size_t slot_of(const losses *lost, uint64_t value) {
  size_t at = (size_t)(value * 0x9e3779b97f4a7c15u >> 20) & lost->mask;
  while (lost->slots[at] && lost->slots[at] != value)
    at = (at + 1) & lost->mask;
  return at;
}

static uint64_t value_of(uint32_t place, int sort) {
  return (uint64_t)place * SORTS + (uint64_t)sort + 1;
}

static bool holds(const losses *lost, uint32_t place, int sort) {
  return lost->slots[slot_of(lost, value_of(place, sort))] != 0;
}

static int sort_of(const gm_sense *sense) {
  return gm_name_kind_is_people(sense->kind) ? PEOPLES : OWN;
}

/* The number of a country's two capitals; -1: there are none. */
static int country_number(const char *code) {
  if (code[0] < 'A' || code[0] > 'Z' || code[1] < 'A' || code[1] > 'Z')
    return -1;
  return (code[0] - 'A') * 26 + code[1] - 'A';
}

static bool is_lost(const gm_gazetteer *made, const losses *lost,
                    const gm_sense *sense) {
  if (lost->all || holds(lost, sense->place, sort_of(sense)) ||
      holds(lost, sense->place, ANY))
    return true;
  int country = country_number(gm_gazetteer_site(made, sense->place).country);
  return country >= 0 && lost->countries[country];
}

static void lose(losses *lost, const gm_overlay_edit *by) {
  int country = by->never ? country_number(by->country) : -1;
  int sort = by->never ? ANY : sort_of(&by->sense);
  if (by->place != GM_NO_PLACE) {
    uint64_t value = value_of(by->place, sort);
    lost->slots[slot_of(lost, value)] = value;
  } else if (country >= 0) {
    lost->countries[country] = true;
  } else if (!*by->country) {
    lost->all = true;
  }
}

/* ------------------------------------------------------- name by name -- */

/* The senses of one name: what edits add, the last one first, and the mapped
 * ones, but for what later edits take away. */
static uint32_t list_senses(const gm_overlay_draft *b, losses *lost,
                            const gm_overlay_edit *begin,
                            const gm_overlay_edit *end, gm_entry mapped,
                            gm_overlay_sense *list) {
  uint32_t count = 0;
  for (size_t i = (size_t)(end - begin); i-- > 0;) {
    const gm_overlay_edit *by = &begin[i];
    if (!by->never && !is_lost(b->made, lost, &by->sense))
      list[count++] = (gm_overlay_sense){by->sense, by->written};
    lose(lost, by);
  }
  for (uint32_t i = 0; i < mapped.sense_count; i++) {
    gm_sense sense = gm_gazetteer_sense(&b->plain, mapped, i);
    if (!is_lost(b->made, lost, &sense))
      list[count++] =
          (gm_overlay_sense){sense, gm_gazetteer_written(&b->plain, mapped, i)};
  }
  return count;
}

/* All edits of one name; `list` has room for them. */
static gm_status settle(gm_overlay_draft *b, const gm_overlay_edit *begin,
                        const gm_overlay_edit *end, gm_overlay_sense *list) {
  gm_overlay *overlay = b->overlay;
  gm_overlay_node *node = &overlay->nodes[begin->node];
  gm_entry mapped = {0};
  size_t slots = 4;
  while (slots < 2 * (size_t)(end - begin)) slots *= 2;
  gm_arena_mark before = gm_arena_here(&b->ws->arena);
  losses lost = {gm_take_array(b->ws, slots, sizeof *lost.slots),
                 slots - 1,
                 {false},
                 false};
  if (!lost.slots) return GM_NO_MEMORY;
  bool known = gm_gazetteer_entry(&b->plain, begin->key, &mapped);
  uint32_t count = list_senses(b, &lost, begin, end, mapped, list);
  gm_arena_rewind(&b->ws->arena, before);
  for (const gm_overlay_edit *by = begin; by < end; by++)
    overlay->new_names += !by->never;
  node->decides = true;
  node->entry = (gm_entry){GM_OVERLAY_SENSES | overlay->sense_count, count,
                           mapped.classes};
  overlay->sense_count += count;
  overlay->new_keys += !known;
  return GM_OK;
}

static const gm_overlay_edit *group_end(const gm_overlay_draft *b,
                                        const gm_overlay_edit *begin) {
  const gm_overlay_edit *end = begin, *last = b->edits + b->edit_count;
  while (end < last && end->node == begin->node) end++;
  return end;
}

/* How many senses there can be at most. */
static size_t count_senses(const gm_overlay_draft *b) {
  size_t most = b->edit_count;
  const gm_overlay_edit *last = b->edits + b->edit_count;
  for (const gm_overlay_edit *at = b->edits; at < last; at = group_end(b, at)) {
    gm_entry mapped = {0};
    gm_gazetteer_entry(&b->plain, at->key, &mapped);
    most += mapped.sense_count;
  }
  return most;
}

gm_status gm_overlay_make_senses(gm_overlay_draft *b) {
  gm_overlay *overlay = b->overlay;
  gm_status status = make_nodes(b);
  if (status) return status;
  if (!b->edit_count) return GM_OK;
  qsort(b->edits, b->edit_count, sizeof *b->edits, compare_edits);
  overlay->senses =
      gm_overlay_keep(b, count_senses(b), sizeof *overlay->senses);
  if (!overlay->senses) return GM_NO_MEMORY;
  const gm_overlay_edit *last = b->edits + b->edit_count;
  for (const gm_overlay_edit *at = b->edits, *end; at < last && !status;
       at = end) {
    end = group_end(b, at);
    status = settle(b, at, end, overlay->senses + overlay->sense_count);
  }
  return status;
}
