/* What names mean under an overlay: see overlay_draft.h. For each name, the
 * mapped meanings go through its edits in the order of the rows. */
#include <stdlib.h>
#include <string.h>

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

/* The senses of one name while they change. */
typedef struct senses {
  gm_overlay_sense *items;
  uint32_t count;
} senses;

static void load_mapped(const gm_gazetteer *plain, gm_entry entry,
                        senses *list) {
  for (uint32_t i = 0; i < entry.sense_count; i++)
    list->items[list->count++] =
        (gm_overlay_sense){gm_gazetteer_sense(plain, entry, i),
                           gm_gazetteer_written(plain, entry, i)};
}

static bool is_lost(const gm_gazetteer *made, const gm_overlay_edit *by,
                    const gm_sense *sense) {
  if (!by->never)
    return sense->place == by->place &&
           gm_name_kind_is_people(sense->kind) ==
               gm_name_kind_is_people(by->sense.kind);
  if (by->place != GM_NO_PLACE) return sense->place == by->place;
  if (!*by->country) return true;
  gm_site site = gm_gazetteer_site(made, sense->place);
  return strcmp(site.country, by->country) == 0;
}

/* Takes away what the edit takes away, and puts in front what it adds. */
static void apply(const gm_gazetteer *made, const gm_overlay_edit *by,
                  senses *list) {
  uint32_t kept = 0;
  for (uint32_t i = 0; i < list->count; i++)
    if (!is_lost(made, by, &list->items[i].sense))
      list->items[kept++] = list->items[i];
  list->count = kept;
  if (by->never) return;
  memmove(list->items + 1, list->items, kept * sizeof *list->items);
  list->items[0] = (gm_overlay_sense){by->sense, by->written};
  list->count++;
}

/* All edits of one name; `list` has room for them. */
static void settle(gm_overlay_draft *b, const gm_overlay_edit *begin,
                   const gm_overlay_edit *end, senses *list) {
  gm_overlay *overlay = b->overlay;
  gm_overlay_node *node = &overlay->nodes[begin->node];
  gm_entry mapped = {0};
  bool known = gm_gazetteer_entry(&b->plain, begin->key, &mapped);
  load_mapped(&b->plain, mapped, list);
  for (const gm_overlay_edit *by = begin; by < end; by++) {
    apply(b->made, by, list);
    overlay->new_names += !by->never;
  }
  node->decides = true;
  node->entry = (gm_entry){GM_OVERLAY_SENSES | overlay->sense_count,
                           list->count, mapped.classes};
  overlay->sense_count += list->count;
  overlay->new_keys += !known;
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
  for (const gm_overlay_edit *at = b->edits, *end; at < last; at = end) {
    senses list = {overlay->senses + overlay->sense_count, 0};
    end = group_end(b, at);
    settle(b, at, end, &list);
  }
  return GM_OK;
}
