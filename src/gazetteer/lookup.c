/* Look-ups: see gazetteer.h and slot.h. A walk keeps the running hash of the
 * words so far and the entry that they make, so that a step compares only the
 * bytes that it adds:
 *
 *     words    new        york            city
 *     hash     h("new") > h(" york") >    h(" city")
 *     entry    "new"      "new york"      "new york city"
 *
 * Every beginning of a key is an entry too; most have no senses. */
#include "gazetteer/gazetteer.h"
#include "gazetteer/mapped.h"
#include "gazetteer/name.h"
#include "gazetteer/overlay.h"
#include "gazetteer/slot.h"

/* What the walk's four numbers are. */
enum { HASH, ENTRY, GOES_ON, UNUSED }; /* ENTRY: its number + 1; 0: the start */

static const uint32_t no_entry = UINT32_MAX;

/* Whether `key` is `before`, a space (but at the start), and `word`. */
static bool is_joined(gm_str key, gm_str before, gm_str word) {
  size_t space = before.size != 0;
  if (key.size != before.size + space + word.size) return false;
  if (!gm_str_starts(key, before)) return false;
  if (space && key.bytes[before.size] != ' ') return false;
  gm_str end = {key.bytes + before.size + space, word.size};
  return gm_str_equal(end, word);
}

/* The entry of the key `before word`, whose hash is given. */
static uint32_t find(const gm_gazetteer *gazetteer, uint64_t hash,
                     gm_str before, gm_str word) {
  unsigned bits = gazetteer->slot_bits;
  if (!gazetteer->slots) return no_entry;
  gm_slot_place slot = gm_slot_of(hash, gazetteer->slots, bits);
  for (uint32_t looked = 0; looked < gazetteer->slots; looked++) {
    uint32_t value = gm_mapped_u32(gazetteer, GM_SECTION_SLOTS,
                                   (uint64_t)slot.at * GM_RECORD_SLOTS);
    if (!value) return no_entry;
    uint32_t entry = gm_slot_entry(value, slot.tag, bits);
    if (entry < gazetteer->entries &&
        is_joined(gm_mapped_key(gazetteer, entry), before, word))
      return entry;
    if (++slot.at == gazetteer->slots) slot.at = 0;
  }
  return no_entry;
}

static uint32_t classes_of(const gm_gazetteer *gazetteer, uint32_t entry) {
  return gm_mapped_u32(gazetteer, GM_SECTION_ENTRIES,
                       (uint64_t)entry * GM_RECORD_ENTRIES + 8);
}

/* What is known of an entry; false if it only begins longer keys. */
static bool load(const gm_gazetteer *gazetteer, uint32_t entry, gm_entry *out) {
  uint64_t at = (uint64_t)entry * GM_RECORD_ENTRIES;
  uint32_t first = gm_mapped_u32(gazetteer, GM_SECTION_ENTRIES, at + 4);
  uint32_t end =
      gm_mapped_u32(gazetteer, GM_SECTION_ENTRIES, at + GM_RECORD_ENTRIES + 4);
  if (end > gazetteer->senses) end = gazetteer->senses;
  uint32_t count = first < end ? end - first : 0;
  gm_word_classes classes = classes_of(gazetteer, entry) & ~GM_ENTRY_CONTINUES;
  if (!count && !classes) return false;
  *out = (gm_entry){(uint64_t)first * GM_RECORD_SENSES, count, classes};
  return true;
}

gm_name_walk gm_name_walk_begin(const gm_gazetteer *gazetteer) {
  return (gm_name_walk){gazetteer, {GM_HASH_BEGIN, 0, true, 0}, 1};
}

/* Takes a step; false: no key begins so. */
static bool go_on(gm_name_walk *walk, gm_str word) {
  const gm_gazetteer *gazetteer = walk->gazetteer;
  gm_str before = {0};
  if (walk->state[ENTRY]) {
    uint32_t here = (uint32_t)walk->state[ENTRY] - 1;
    if (!(classes_of(gazetteer, here) & GM_ENTRY_CONTINUES)) return false;
    before = gm_mapped_key(gazetteer, here);
    walk->state[HASH] = gm_hash_on(walk->state[HASH], GM_STR(" "));
  }
  walk->state[HASH] = gm_hash_on(walk->state[HASH], word);
  uint32_t entry = find(gazetteer, walk->state[HASH], before, word);
  if (entry == no_entry) return false;
  walk->state[ENTRY] = (uint64_t)entry + 1;
  return true;
}

bool gm_name_walk_step(gm_name_walk *walk, gm_str folded) {
  bool alive = walk->state[GOES_ON] && folded.size && go_on(walk, folded);
  walk->state[GOES_ON] = alive;
  walk->overlay =
      gm_overlay_step(walk->gazetteer->overlay, walk->overlay, folded);
  return alive || walk->overlay;
}

bool gm_name_walk_entry(const gm_name_walk *walk, gm_entry *out) {
  if (gm_overlay_entry(walk->gazetteer->overlay, walk->overlay, out))
    return out->sense_count || out->classes;
  if (!walk->state[GOES_ON] || !walk->state[ENTRY]) return false;
  return load(walk->gazetteer, (uint32_t)walk->state[ENTRY] - 1, out);
}

bool gm_gazetteer_entry(const gm_gazetteer *gazetteer, gm_str key,
                        gm_entry *out) {
  const gm_overlay *overlay = gazetteer->overlay;
  if (gm_overlay_entry(overlay, gm_overlay_node_of(overlay, key), out))
    return out->sense_count || out->classes;
  uint64_t hash = gm_hash_on(GM_HASH_BEGIN, key);
  uint32_t entry = find(gazetteer, hash, (gm_str){0}, key);
  return entry != no_entry && load(gazetteer, entry, out);
}

gm_word_classes gm_gazetteer_classes(const gm_gazetteer *gazetteer,
                                     gm_str key) {
  gm_entry entry = {0};
  return gm_gazetteer_entry(gazetteer, key, &entry) ? entry.classes : 0;
}

gm_sense gm_gazetteer_sense(const gm_gazetteer *gazetteer, gm_entry entry,
                            uint32_t i) {
  if (entry.offset & GM_OVERLAY_SENSES)
    return gm_overlay_sense_of(gazetteer->overlay, entry, i).sense;
  uint8_t record[GM_RECORD_SENSES];
  uint32_t place;
  gm_bytes_load(gazetteer->sections[GM_SECTION_SENSES],
                entry.offset + (uint64_t)i * GM_RECORD_SENSES, record,
                sizeof record);
  memcpy(&place, record, sizeof place);
  uint8_t kind = record[8], flags = record[9];
  return (gm_sense){.place = place < gazetteer->places ? place : GM_NO_PLACE,
                    .kind = kind < GM_NAME_KIND_COUNT ? (gm_name_kind)kind
                                                      : GM_NAME_ALTERNATE,
                    .dotted = flags & GM_SENSE_DOTTED,
                    .capital = flags & GM_SENSE_CAPITAL,
                    .stop = flags & GM_SENSE_STOP};
}

gm_str gm_gazetteer_written(const gm_gazetteer *gazetteer, gm_entry entry,
                            uint32_t i) {
  if (entry.offset & GM_OVERLAY_SENSES)
    return gm_overlay_sense_of(gazetteer->overlay, entry, i).written;
  uint64_t at = entry.offset + (uint64_t)i * GM_RECORD_SENSES + 4;
  return gm_mapped_string(gazetteer,
                          gm_mapped_u32(gazetteer, GM_SECTION_SENSES, at));
}

gm_status gm_gazetteer_look_up(gm_workspace *ws, const gm_gazetteer *gazetteer,
                               gm_str name, const gm_meaning **out,
                               uint32_t *out_count) {
  gm_name read;
  gm_entry entry = {0};
  gm_status status = gm_name_read(ws, name, &read);
  if (status) return status;
  gm_gazetteer_entry(gazetteer, read.key, &entry);
  gm_meaning *meanings = gm_take_array(ws, entry.sense_count, sizeof *meanings);
  if (!meanings) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < entry.sense_count; i++) {
    gm_sense sense = gm_gazetteer_sense(gazetteer, entry, i);
    meanings[i] = (gm_meaning){sense.place, sense.kind,
                               gm_gazetteer_written(gazetteer, entry, i)};
  }
  *out = meanings;
  *out_count = entry.sense_count;
  return GM_OK;
}
