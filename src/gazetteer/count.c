/* gm_gazetteer_count: what a gazetteer holds, counted by walking all of it.
 * What an overlay adds is counted too, under the source "overlay". */
#include <string.h>

#include "gazetteer/mapped.h"
#include "gazetteer/overlay.h"

enum { WORDS_OF_A_SOURCE = GM_RECORD_SOURCES / 4, COUNTRY_CODES = 26 * 26 };

/* The words of a source in the order of gazetteer/columns.def. */
enum { CODE, PACKAGE, VERSION, DATE, LICENCE };

static gm_str word_of(const gm_gazetteer *gazetteer, uint32_t source,
                      uint32_t word) {
  uint64_t at = ((uint64_t)source * WORDS_OF_A_SOURCE + word) * 4;
  return gm_mapped_string(gazetteer,
                          gm_mapped_u32(gazetteer, GM_SECTION_SOURCES, at));
}

/* The sources of the file, and behind them the overlay. */
static gm_status list_sources(gm_workspace *ws, const gm_gazetteer *gazetteer,
                              gm_source_count **out, uint32_t *count) {
  size_t bytes = gazetteer->sections[GM_SECTION_SOURCES].size;
  uint32_t own = (uint32_t)(bytes / GM_RECORD_SOURCES);
  gm_source_count *sources = gm_take_array(ws, own + 1, sizeof *sources);
  if (!sources) return GM_NO_MEMORY;
  for (uint32_t i = 0; i < own; i++)
    sources[i] = (gm_source_count){
        .code = word_of(gazetteer, i, CODE),
        .package = word_of(gazetteer, i, PACKAGE),
        .version = word_of(gazetteer, i, VERSION),
        .date = word_of(gazetteer, i, DATE),
        .licence = word_of(gazetteer, i, LICENCE),
    };
  sources[own].code = GM_STR("overlay");
  *out = sources;
  *count = own + 1;
  return GM_OK;
}

static void count_source(gm_str code, gm_source_count *sources,
                         uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    if (gm_str_equal(sources[i].code, code)) {
      sources[i].places++;
      return;
    }
}

static gm_status count_places(gm_workspace *ws, const gm_gazetteer *gazetteer,
                              gm_source_count *sources, uint32_t source_count,
                              gm_gazetteer_counts *out) {
  bool seen[COUNTRY_CODES] = {false};
  uint32_t places = gm_gazetteer_about(gazetteer).places;
  for (uint32_t i = 0; i < places; i++) {
    if (i % 65536 == 0 && gm_stopped(ws))
      return gm_fail(ws, GM_CANCELLED, 0, "stopped while counting places");
    gm_place place = gm_gazetteer_place(gazetteer, i);
    out->places_of_kind[place.kind]++;
    count_source(place.source, sources, source_count);
    if (place.country.size != 2) continue;
    unsigned first = (unsigned)(place.country.bytes[0] - 'A');
    unsigned second = (unsigned)(place.country.bytes[1] - 'A');
    if (first < 26 && second < 26) seen[first * 26 + second] = true;
  }
  for (int i = 0; i < COUNTRY_CODES; i++) out->countries += seen[i];
  return GM_OK;
}

/* All senses of the file lie behind each other, as if they were of one name. */
static gm_status count_names(gm_workspace *ws, const gm_gazetteer *gazetteer,
                             gm_gazetteer_counts *out) {
  const gm_overlay *overlay = gazetteer->overlay;
  gm_entry all = {.sense_count = gazetteer->senses};
  for (uint32_t i = 0; i < all.sense_count; i++) {
    if (i % 65536 == 0 && gm_stopped(ws))
      return gm_fail(ws, GM_CANCELLED, 0, "stopped while counting names");
    out->names_of_kind[gm_gazetteer_sense(gazetteer, all, i).kind]++;
  }
  for (uint32_t i = 0; overlay && i < overlay->sense_count; i++)
    if (overlay->senses[i].sense.overlaid)
      out->names_of_kind[overlay->senses[i].sense.kind]++;
  return GM_OK;
}

gm_status gm_gazetteer_count(gm_workspace *ws, const gm_gazetteer *gazetteer,
                             gm_gazetteer_counts *out) {
  gm_gazetteer_counts counts = {.countries = 0};
  gm_source_count *sources;
  gm_status status =
      list_sources(ws, gazetteer, &sources, &counts.source_count);
  if (!status)
    status = count_places(ws, gazetteer, sources, counts.source_count, &counts);
  if (!status) status = count_names(ws, gazetteer, &counts);
  if (status) return status;
  counts.sources = sources;
  *out = counts;
  return GM_OK;
}
