/* Opening and closing: see geomention.h and format.h. Only the header is read,
 * one page, so that opening takes the same time at any size. What is checked
 * here, that every section lies inside the file, is what all bounded loads
 * rely on; whether the contents make sense is for verify.c. */
#include "gazetteer/gazetteer.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/file.h"
#include "gazetteer/mapped.h"

static gm_status bad(gm_workspace *ws, const char *path, const char *why) {
  return gm_fail(ws, GM_BAD_GAZETTEER, 0, "%s %s", path, why);
}

static gm_status check_header(gm_workspace *ws, const char *path, gm_str file,
                              const gm_format_header *header) {
  size_t stamp = sizeof header->stamp;
  if (!gm_format_fits_host())
    return bad(ws, path, "cannot be read on a big-endian computer");
  if (file.size < stamp || memcmp(header->stamp, GM_FORMAT_STAMP, stamp) != 0)
    return bad(ws, path, "is no compiled gazetteer");
  if (file.size < sizeof *header)
    return gm_fail(ws, GM_BAD_GAZETTEER, file.size,
                   "%s has %zu bytes, fewer than the %zu of its header", path,
                   file.size, sizeof *header);
  if (header->order != GM_FORMAT_ORDER)
    return bad(ws, path, "has another byte order");
  if (header->version != GM_FORMAT_VERSION)
    return gm_fail(ws, GM_BAD_GAZETTEER, 12,
                   "%s has version %" PRIu32 " of the format, not %d", path,
                   header->version, GM_FORMAT_VERSION);
  if (header->size != file.size)
    return gm_fail(ws, GM_BAD_GAZETTEER, 16,
                   "%s has %zu bytes instead of %" PRIu64, path, file.size,
                   header->size);
  return GM_OK;
}

static gm_status find_sections(gm_workspace *ws, const char *path,
                               gm_gazetteer *gazetteer) {
  const gm_format_header *header = &gazetteer->header;
  for (int i = 0; i < GM_SECTION_COUNT; i++) {
    uint64_t offset = header->sections[i].offset;
    uint64_t size = header->sections[i].size;
    if (offset > gazetteer->file.size || size > gazetteer->file.size - offset)
      return gm_fail(ws, GM_BAD_GAZETTEER, 64 + 24 * (uint64_t)i,
                     "%s has a section %d of %" PRIu64 " bytes outside of it",
                     path, i, size);
    gazetteer->sections[i] = gm_bytes_str(gazetteer->file, offset, size);
  }
  return GM_OK;
}

static uint32_t records(const gm_gazetteer *gazetteer, enum gm_section section,
                        size_t record) {
  size_t count = gazetteer->sections[section].size / record;
  return count < UINT32_MAX ? (uint32_t)count : UINT32_MAX - 1;
}

/* There are two to the power of some bits of buckets, and the closing one. */
static unsigned count_bits(uint32_t buckets) {
  unsigned bits = 0;
  while (bits < 31 && (uint32_t)2 << bits < buckets) bits++;
  return bits;
}

static void count_records(gm_gazetteer *gazetteer) {
  uint32_t entries = records(gazetteer, GM_SECTION_ENTRIES, GM_RECORD_ENTRIES);
  gazetteer->places = records(gazetteer, GM_SECTION_PLACES, GM_RECORD_PLACES);
  gazetteer->entries = entries ? entries - 1 : 0; /* the last is a sentinel */
  gazetteer->senses = records(gazetteer, GM_SECTION_SENSES, GM_RECORD_SENSES);
  gazetteer->bucket_bits =
      count_bits(records(gazetteer, GM_SECTION_BUCKETS, GM_RECORD_BUCKETS));
  snprintf(gazetteer->hash, sizeof gazetteer->hash, "%016" PRIx64,
           gazetteer->header.hash);
}

/* Makes the struct in an arena of its own, which then moves into it. */
static gm_gazetteer *take(gm_workspace *ws) {
  gm_arena arena;
  gm_arena_open(&arena, SIZE_MAX);
  gm_gazetteer *gazetteer = gm_arena_take(&arena, sizeof *gazetteer);
  if (gazetteer)
    gazetteer->arena = arena;
  else
    gm_fail(ws, GM_NO_MEMORY, 0, "no memory to open a gazetteer");
  return gazetteer;
}

gm_status gm_gazetteer_open(gm_workspace *ws, const char *path,
                            gm_gazetteer **out) {
  gm_gazetteer *gazetteer = take(ws);
  if (!gazetteer) return GM_NO_MEMORY;
  gm_status status = gm_file_map(ws, path, &gazetteer->file);
  if (!status) {
    gm_str file = gazetteer->file;
    size_t there = sizeof gazetteer->header;
    if (file.size < there) there = file.size;
    if (there) memcpy(&gazetteer->header, file.bytes, there);
    status = check_header(ws, path, file, &gazetteer->header);
  }
  if (!status) status = find_sections(ws, path, gazetteer);
  if (status) {
    gm_gazetteer_close(gazetteer);
    return status;
  }
  count_records(gazetteer);
  *out = gazetteer;
  return GM_OK;
}

void gm_gazetteer_close(gm_gazetteer *gazetteer) {
  if (!gazetteer) return;
  gm_arena arena = gazetteer->arena;
  if (!gazetteer->overlay) gm_file_unmap(gazetteer->file); /* else: the base */
  gm_arena_close(&arena);
}

gm_gazetteer_info gm_gazetteer_about(const gm_gazetteer *gazetteer) {
  gm_str text[GM_RECORD_INFO / 4];
  for (uint32_t i = 0; i < GM_RECORD_INFO / 4; i++)
    text[i] = gm_mapped_string(
        gazetteer, gm_mapped_u32(gazetteer, GM_SECTION_INFO, i * 4));
  if (gazetteer->overlay) text[0] = gazetteer->own_name;
  return (gm_gazetteer_info){.name = text[0],
                             .date = text[1],
                             .licence = text[2],
                             .attribution = text[3],
                             .hash = {gazetteer->hash, 16},
                             .places =
                                 gazetteer->places + gazetteer->more_places,
                             .names = gazetteer->senses + gazetteer->more_names,
                             .keys =
                                 gazetteer->header.keys + gazetteer->more_keys,
                             .size_bytes = gazetteer->file.size};
}
