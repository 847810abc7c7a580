/* The sections' bytes, and the file: see format.h. Each section is made in
 * memory, then the header with their places, then all is hashed and written.
 * What changes nothing for a reader, padding and the hash itself, is zero. */
#include <stdlib.h>

#include "base/file.h"
#include "gazetteer/build.h"
#include "gazetteer/slot.h"

/* The file while it is laid out. */
typedef struct layout {
  gm_format_header header;
  gm_str sections[GM_SECTION_COUNT];
} layout;

/* Memory for a section of `count` records; NULL after gm_fail. */
static char *take_section(gm_build *build, layout *file,
                          enum gm_section section, size_t count,
                          size_t record) {
  char *bytes = gm_take_array(build->ws, count, record);
  file->sections[section] = (gm_str){bytes, count * record};
  return bytes;
}

static void put_u32(char *bytes, size_t at, uint32_t value) {
  memcpy(bytes + at, &value, sizeof value);
}

static gm_status lay_places(gm_build *build, layout *file) {
  char *out = take_section(build, file, GM_SECTION_PLACES, build->refs.count,
                           GM_RECORD_PLACES);
  if (!out) return GM_NO_MEMORY;
  for (size_t i = 0; i < build->refs.count; i++)
    memcpy(out + i * GM_RECORD_PLACES, &build->places[i].record,
           GM_RECORD_PLACES);
  return GM_OK;
}

static gm_status lay_features(gm_build *build, layout *file) {
  char *out = take_section(build, file, GM_SECTION_FEATURES,
                           build->features_count, GM_RECORD_FEATURES);
  if (!out) return GM_NO_MEMORY;
  for (size_t i = 0; i < build->features_count; i++)
    memcpy(out + i * GM_RECORD_FEATURES, &build->features[i],
           GM_RECORD_FEATURES);
  return GM_OK;
}

/* The offset of a string that is in the pool by its number. */
static uint32_t offset_of(const gm_build *build, uint32_t string) {
  return build->strings.offsets[string];
}

static gm_status lay_sources(gm_build *build, layout *file) {
  size_t at = 0;
  char *out = take_section(build, file, GM_SECTION_SOURCES,
                           build->sources.count, GM_RECORD_SOURCES);
  if (!out) return GM_NO_MEMORY;
  for (size_t i = 0; i < build->sources.count; i++)
    for (int column = 0; column < GM_SOURCES_COLUMN_COUNT; column++, at += 4)
      put_u32(out, at, offset_of(build, build->source_rows[i][column]));
  return GM_OK;
}

/* A GeoNames id and the place that has it, as in the file. */
typedef struct id {
  uint32_t geonameid, place;
} id;

static int compare_ids(const void *a, const void *b) {
  const id *x = a, *y = b;
  return (x->geonameid > y->geonameid) - (x->geonameid < y->geonameid);
}

static gm_status lay_ids(gm_build *build, layout *file) {
  size_t count = 0;
  id *ids = gm_take_array(build->ws, build->refs.count, sizeof *ids);
  if (!ids) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < build->refs.count; i++) {
    uint32_t geonameid = build->places[i].record.geonameid;
    if (geonameid) ids[count++] = (id){geonameid, i};
  }
  qsort(ids, count, sizeof *ids, compare_ids);
  file->sections[GM_SECTION_IDS] =
      (gm_str){(const char *)ids, count * sizeof *ids};
  return GM_OK;
}

static gm_status lay_entries(gm_build *build, layout *file) {
  size_t count = build->keys.count;
  char *out = take_section(build, file, GM_SECTION_ENTRIES, count + 1,
                           GM_RECORD_ENTRIES);
  if (!out) return GM_NO_MEMORY;
  for (size_t i = 0; i <= count; i++) {
    size_t at = i * GM_RECORD_ENTRIES;
    put_u32(out, at + 4, build->first_senses[i]);
    if (i == count) break;
    put_u32(out, at, build->keys.offsets[i]);
    put_u32(out, at + 8, build->classes[i]);
  }
  return GM_OK;
}

static gm_status lay_slots(gm_build *build, layout *file) {
  uint32_t entries = (uint32_t)build->keys.count;
  uint32_t count = gm_slot_count(entries);
  unsigned bits = gm_slot_bits(entries);
  uint32_t *slots = gm_take_array(build->ws, count, sizeof *slots);
  if (!slots) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < entries; i++) {
    gm_slot_place slot = gm_slot_of(build->keys.hashes[i], count, bits);
    while (slots[slot.at])
      if (++slot.at == count) slot.at = 0;
    slots[slot.at] = slot.tag | (i + 1);
  }
  file->sections[GM_SECTION_SLOTS] =
      (gm_str){(const char *)slots, count * sizeof *slots};
  file->header.slots = count;
  return GM_OK;
}

static gm_status lay_senses(gm_build *build, layout *file) {
  char *out = take_section(build, file, GM_SECTION_SENSES, build->senses_count,
                           GM_RECORD_SENSES);
  if (!out) return GM_NO_MEMORY;
  for (size_t i = 0; i < build->senses_count; i++) {
    const gm_draft_sense *sense = &build->senses[i];
    size_t at = i * GM_RECORD_SENSES;
    put_u32(out, at, sense->place);
    put_u32(out, at + 4, offset_of(build, sense->written));
    out[at + 8] = (char)sense->kind;
    out[at + 9] = (char)sense->flags;
  }
  return GM_OK;
}

static gm_status lay_info(gm_build *build, layout *file) {
  const gm_str texts[] = {build->name, build->date, build->licence,
                          build->attribution};
  char *out = take_section(build, file, GM_SECTION_INFO, 1, GM_RECORD_INFO);
  if (!out) return GM_NO_MEMORY;
  for (size_t i = 0; i < 4; i++) {
    uint32_t string;
    gm_status status =
        gm_pool_add(build->ws, &build->strings, texts[i], &string);
    if (status) return status;
    put_u32(out, i * 4, offset_of(build, string));
  }
  return GM_OK;
}

/* Places and strings hold numbers of the pool until now: offsets from here. */
static void give_offsets(gm_build *build) {
  for (size_t i = 0; i < build->refs.count; i++) {
    gm_format_place *record = &build->places[i].record;
    record->ref = offset_of(build, record->ref);
    record->name = offset_of(build, record->name);
  }
}

static gm_status lay_shapes(gm_build *build, layout *file) {
  return gm_shapes_lay(build, &file->sections[GM_SECTION_SHAPES],
                       &file->sections[GM_SECTION_OUTLINES]);
}

static gm_status lay_nearest(gm_build *build, layout *file) {
  return gm_nearest_lay(build, &file->sections[GM_SECTION_NEAREST]);
}

static gm_status lay_all(gm_build *build, layout *file) {
  typedef gm_status (*step)(gm_build *, layout *);
  static const step steps[] = {lay_places,  lay_features, lay_sources, lay_ids,
                               lay_entries, lay_slots,    lay_senses,  lay_info,
                               lay_shapes,  lay_nearest};
  gm_status status = GM_OK;
  give_offsets(build);
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !status; i++)
    status = steps[i](build, file);
  file->sections[GM_SECTION_STRINGS] =
      (gm_str){build->strings.bytes, build->strings.size};
  file->sections[GM_SECTION_KEYS] =
      (gm_str){build->keys.bytes, build->keys.size};
  return status;
}

static gm_str padding_behind(gm_str section) {
  static const char zeros[8] = {0};
  return (gm_str){zeros, (8 - section.size % 8) % 8};
}

/* Keys that are names: not words alone, or beginnings of names. */
static uint32_t count_keys(const gm_build *build) {
  uint32_t count = 0;
  for (size_t i = 0; i < build->keys.count; i++)
    count += build->first_senses[i] < build->first_senses[i + 1];
  return count;
}

/* Fills the header; its hash, last, is over itself and all sections. */
static void head(const gm_build *build, layout *file) {
  gm_format_header *header = &file->header;
  uint64_t at = sizeof *header;
  memcpy(header->stamp, GM_FORMAT_STAMP, sizeof header->stamp);
  header->order = GM_FORMAT_ORDER;
  header->version = GM_FORMAT_VERSION;
  header->places = (uint32_t)build->refs.count;
  header->keys = count_keys(build);
  header->senses = (uint32_t)build->senses_count;
  header->useless = build->useless;
  header->too_long = build->too_long;
  header->codes = build->codes_left_out;
  for (int i = 0; i < GM_SECTION_COUNT; i++) {
    header->sections[i].offset = at;
    header->sections[i].size = file->sections[i].size;
    at += file->sections[i].size + padding_behind(file->sections[i]).size;
  }
  header->size = at;
  gm_str bytes = {(const char *)header, sizeof *header};
  uint64_t hash = gm_hash_on(GM_HASH_BEGIN, bytes);
  for (int i = 0; i < GM_SECTION_COUNT; i++) {
    hash = gm_hash_on(hash, file->sections[i]);
    hash = gm_hash_on(hash, padding_behind(file->sections[i]));
  }
  header->hash = hash;
}

gm_status gm_layout_write(gm_build *build, const char *path) {
  layout *file = gm_take(build->ws, sizeof *file);
  gm_file out;
  if (!file) return GM_NO_MEMORY;
  gm_status status = lay_all(build, file);
  if (status) return status;
  head(build, file);
  status = gm_file_create(build->ws, path, &out);
  if (status) return status;
  gm_str header = {(const char *)&file->header, sizeof file->header};
  status = gm_file_write(build->ws, &out, header);
  for (int i = 0; i < GM_SECTION_COUNT && !status; i++) {
    gm_str section = file->sections[i];
    status = gm_file_write(build->ws, &out, section);
    if (!status)
      status = gm_file_write(build->ws, &out, padding_behind(section));
  }
  if (status) {
    gm_file_abandon(&out);
    return status;
  }
  return gm_file_finish(build->ws, &out);
}
