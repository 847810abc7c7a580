/* See build.h: places, their names and codes, as the tables bring them. */
#include "gazetteer/build.h"

void gm_build_close(gm_build *build) {
  gm_press_close(build->press);
  gm_refs_close(build->ws, &build->refs);
  gm_store_close(build->ws, &build->place_store);
}

/* Puts a record behind the others. */
static gm_status append(gm_build *build, gm_str ref,
                        const gm_format_place *record) {
  uint32_t index = build->refs.count;
  if (index == GM_NO_PLACE - 1)
    return gm_fail(build->ws, GM_TOO_LARGE, 0, "more than %u places", index);
  if (!gm_store_reserve(build->ws, &build->place_store,
                        ((size_t)index + 1) * sizeof *record))
    return GM_NO_MEMORY;
  build->places = build->place_store.bytes;
  build->places[index] = *record;
  gm_status status =
      gm_refs_fit(build->ws, &build->strings, ref, build->places[index].ref);
  if (status) return status;
  return gm_refs_add(build->ws, &build->refs, build->places, &build->strings);
}

gm_status gm_build_add_place(gm_build *build, gm_str ref, gm_str name,
                             const gm_format_place *record, uint32_t *index,
                             bool *is_new) {
  *is_new = !gm_build_find_ref(build, ref, index);
  if (!*is_new) return GM_OK;
  gm_status status = append(build, ref, record);
  if (status) return status;
  *index = build->refs.count - 1;
  gm_draft_name about = {
      .place = *index, .kind = GM_NAME_OFFICIAL, .main = true};
  return gm_press_name(build->press, name, &about);
}

bool gm_build_find_ref(const gm_build *build, gm_str ref, uint32_t *index) {
  return gm_refs_find(&build->refs, build->places, &build->strings, ref, index);
}

gm_status gm_build_add_name(gm_build *build, gm_str written, uint32_t place,
                            gm_name_kind kind, gm_str language) {
  return gm_build_add_dated_name(build, written, place, kind, language, 0, 0);
}

gm_status gm_build_add_dated_name(gm_build *build, gm_str written,
                                  uint32_t place, gm_name_kind kind,
                                  gm_str language, int16_t from_year,
                                  int16_t to_year) {
  uint32_t number = 0;
  gm_status status =
      gm_pool_add(build->ws, &build->languages, language, &number);
  if (status) return status;
  if (number > UINT16_MAX)
    return gm_fail(build->ws, GM_TOO_LARGE, 0, "more than %u languages",
                   UINT16_MAX);
  gm_draft_name about = {
      .place = place,
      .kind = kind,
      .language = (uint16_t)number,
      .foreign =
          language.size && !gm_str_equal(language, GM_STR(GM_HOME_LANGUAGE)),
      .from_year = from_year,
      .to_year = to_year};
  return gm_press_name(build->press, written, &about);
}

gm_status gm_build_add_word(gm_build *build, gm_str written,
                            gm_word_classes classes, bool *known) {
  return gm_press_word(build->press, written, classes, known);
}

gm_status gm_build_code(gm_build *build, gm_str code, uint32_t *number) {
  size_t before = build->codes.count;
  gm_status status = gm_pool_add(build->ws, &build->codes, code, number);
  if (status) return status;
  gm_ruler *rulers = gm_grow(build->ws, build->rulers, *number,
                             &build->rulers_capacity, sizeof *rulers);
  if (!rulers) return GM_NO_MEMORY;
  build->rulers = rulers;
  if (build->codes.count > before)
    rulers[*number] = (gm_ruler){.place = GM_NO_PLACE};
  return GM_OK;
}

/* The numbers of an area's codes, as far as there are any. */
static gm_status read_codes(gm_build *build, const gm_str codes[3],
                            gm_str joined, gm_draft_area *area) {
  size_t size = 0;
  *area = (gm_draft_area){{GM_NO_AREA, GM_NO_AREA, GM_NO_AREA}, {0}};
  if (!codes[0].size) return GM_OK;
  memcpy(area->country, codes[0].bytes, codes[0].size == 2 ? 2 : 0);
  for (int i = 0; i < 3; i++) {
    size += codes[i].size + (i > 0);
    if (!codes[i].size) continue;
    gm_status status =
        gm_build_code(build, (gm_str){joined.bytes, size}, &area->codes[i]);
    if (status) return status;
  }
  return GM_OK;
}

/* An area that is new: its codes, and its record. */
static gm_status add_area(gm_build *build, const gm_str codes[3], gm_str joined,
                          uint32_t number) {
  gm_draft_area *rows = gm_grow(build->ws, build->area_rows, number,
                                &build->area_rows_capacity, sizeof *rows);
  if (!rows) return GM_NO_MEMORY;
  build->area_rows = rows;
  return read_codes(build, codes, joined, &rows[number]);
}

gm_status gm_build_area(gm_build *build, const gm_str codes[3],
                        uint32_t *number) {
  char joined[64];
  size_t size = 0, before = build->areas.count;
  if (codes[0].size + codes[1].size + codes[2].size + 2 > sizeof joined)
    return GM_BAD_INPUT;
  for (int i = 0; i < 3; i++) { /* without a country codes say nothing */
    if (i) joined[size++] = '.';
    if (codes[0].size && codes[i].size)
      memcpy(joined + size, codes[i].bytes, codes[i].size);
    size += codes[0].size ? codes[i].size : 0;
  }
  gm_str code = {joined, size};
  gm_status status = gm_pool_add(build->ws, &build->areas, code, number);
  if (status || build->areas.count == before) return status;
  if (*number >> 8 * GM_SENSE_AREA_BYTES)
    return gm_fail(build->ws, GM_TOO_LARGE, 0, "%u different areas", *number);
  return add_area(build, codes, code, *number);
}

void gm_build_progress(const gm_build *build, const char *stage, uint64_t done,
                       uint64_t whole) {
  const gm_compile_options *options = &build->options;
  if (options->progress) options->progress(options->user, stage, done, whole);
}
