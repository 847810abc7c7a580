/* The page: one HTML file with the map, the articles, and everything that the
 * two need, which opens from a disk without a network.
 *
 *     head       template, styles                       report/ (embedded)
 *     data       {"articles":[                          an article as it comes
 *                ...],"places":{...},"basemap":{...}}   at the end
 *     tail       Leaflet and scripts                    report/ (embedded)
 *
 * The first thousand articles travel whole, to be read; of all others only
 * their mentions are counted, so that the page stays smooth and the memory
 * flat. Which places were spoken of is a bit for each place of the gazetteer,
 * so that each is told once, behind the articles. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "write/label.h"
#include "write/layout.h"
#include "write/number.h"
#include "write/report_counts.h"
#include "write/report_embedded.h"
#include "write/report_json.h"
#include "write/report_map.h"

enum {
  READABLE_ARTICLES = 1000,
  READABLE_BYTES = 32 << 20, /* of all articles together */
};

static const char *const endings[] = {".html", ".htm", NULL};

typedef struct report {
  gm_arena arena; /* holds this struct */
  const gm_gazetteer *gazetteer;
  uint8_t *spoken_of; /* a bit for each place */
  uint32_t places;
  uint64_t articles, readable, bytes;
  bool begun; /* the head was written */
  gm_report_counts counts;
} report;

/* ------------------------------------------------------------- rendering -- */

/* What stands before an article's JSON in a rendering; behind it stand its
 * cells, and the places that it offers. */
typedef struct part {
  uint64_t json_size;
  uint32_t cells, places;
} part;

static void append_bytes(gm_buffer *out, const void *bytes, size_t size) {
  gm_buffer_append(out, (gm_str){bytes, size});
}

/* Every place that the page must know: chosen, or a candidate. */
static uint32_t append_places(gm_resolutions resolutions, gm_buffer *out) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < resolutions.count; i++) {
    const gm_resolution *r = &resolutions.items[i];
    append_bytes(out, &r->place, sizeof r->place);
    count++;
    for (uint32_t c = 0; c < r->candidate_count && c < GM_REPORT_CANDIDATES;
         c++, count++)
      append_bytes(out, &r->candidates[c].place, sizeof r->place);
  }
  return count;
}

/* The header is known last and stands first: its bytes are written over. */
static gm_status tell(gm_workspace *ws, const gm_document *document,
                      gm_mentions mentions, gm_resolutions resolutions,
                      gm_buffer *out) {
  const gm_report_cell *cells;
  part head = {.cells = mentions.count};
  append_bytes(out, &head, sizeof head);
  gm_status status = GM_OK;
  if (document->ordinal <= READABLE_ARTICLES)
    status = gm_report_article(ws, document, mentions, resolutions, out);
  if (out->failed || status) return status;
  head.json_size = out->size - sizeof head;
  status = gm_report_count(ws, document, mentions, resolutions, &cells);
  if (status) return status;
  append_bytes(out, cells, mentions.count * sizeof *cells);
  head.places = append_places(resolutions, out);
  if (out->failed)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for an article's page");
  memcpy(out->bytes, &head, sizeof head);
  return GM_OK;
}

/* -------------------------------------------------------------- in order -- */

static gm_status open_report(gm_workspace *ws, const gm_gazetteer *gazetteer,
                             report **out) {
  gm_arena arena;
  gm_arena_open(&arena, (size_t)64 << 20);
  report *r = gm_arena_take(&arena, sizeof *r);
  uint32_t places = gm_gazetteer_about(gazetteer).places;
  uint8_t *bits = r ? gm_arena_take(&arena, places / 8 + 1) : NULL;
  if (!bits) {
    gm_arena_close(&arena);
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a page");
  }
  *r = (report){.arena = arena,
                .gazetteer = gazetteer,
                .spoken_of = bits,
                .places = places};
  *out = r;
  return GM_OK;
}

static gm_status begin(gm_workspace *ws, gm_sheet *sheet) {
  if (!gm_report_embedded)
    return gm_fail(ws, GM_MISUSE, 0,
                   "this geomention was built without Leaflet, which its HTML "
                   "pages need; install it (Debian: libjs-leaflet) and build "
                   "again");
  report *r = NULL;
  gm_status status = gm_text_begin(ws, sheet);
  if (status == GM_OK) status = open_report(ws, sheet->book->gazetteer, &r);
  sheet->own = r;
  return status;
}

static void drop(gm_sheet *sheet) {
  if (!sheet->own) return;
  gm_arena arena = ((report *)sheet->own)->arena;
  sheet->own = NULL;
  gm_arena_close(&arena);
}

static void print_head(report *r, gm_buffer *out) {
  if (r->begun) return;
  r->begun = true;
  gm_buffer_append(out, gm_report_head);
  gm_buffer_print(out, "{\"generator\":\"geomention %s\",\"articles\":[\n",
                  gm_version());
}

/* Writes what a buffer holds, if all went well, and closes it. */
static gm_status flush(gm_workspace *ws, gm_sheet *sheet, gm_status status,
                       gm_buffer *buffer) {
  if (status == GM_OK && buffer->failed)
    status = gm_fail(ws, GM_NO_MEMORY, 0, "no memory for a part of the page");
  if (status == GM_OK)
    status = gm_file_write(ws, sheet->file, gm_buffer_str(buffer));
  gm_buffer_close(buffer);
  return status;
}

/* Takes `size` bytes off the front of a rendering. */
static void take(gm_str *rest, void *out, size_t size) {
  memcpy(out, rest->bytes, size);
  *rest = (gm_str){rest->bytes + size, rest->size - size};
}

static void note_place(report *r, uint32_t place) {
  if (place < r->places) r->spoken_of[place / 8] |= (uint8_t)(1 << place % 8);
}

static gm_status count(gm_workspace *ws, report *r, gm_report_cell cell) {
  note_place(r, cell.place);
  return gm_report_counts_add(ws, &r->arena, &r->counts, cell);
}

/* Puts an article into the page, or only its counts. */
static gm_status take_article(gm_workspace *ws, report *r, gm_str rest,
                              gm_buffer *out) {
  part head;
  take(&rest, &head, sizeof head);
  gm_str json = {rest.bytes, head.json_size};
  rest = (gm_str){rest.bytes + json.size, rest.size - json.size};
  bool readable = json.size && r->readable < READABLE_ARTICLES &&
                  r->bytes + json.size <= READABLE_BYTES;
  gm_status status = GM_OK;
  r->articles++;
  if (readable) {
    if (r->readable++) gm_buffer_append(out, GM_STR(",\n"));
    gm_buffer_append(out, json);
    r->bytes += json.size;
  }
  for (uint32_t i = 0; i < head.cells && !status; i++) {
    gm_report_cell cell;
    take(&rest, &cell, sizeof cell);
    if (!readable) status = count(ws, r, cell);
  }
  for (uint32_t i = 0; i < head.places && readable; i++) {
    uint32_t place;
    take(&rest, &place, sizeof place);
    note_place(r, place);
  }
  return status;
}

static gm_status add(gm_workspace *ws, gm_sheet *sheet, gm_str told) {
  gm_buffer out = {0};
  print_head(sheet->own, &out);
  gm_status status = take_article(ws, sheet->own, told, &out);
  return flush(ws, sheet, status, &out);
}

/* --------------------------------------------------------------- the rest --
 */

/* "48217":["gn:2988507","Paris","Île-de-France, France",0,48.9,2.35,"FR",
 * 2138551,"PPLC"] */
static gm_status print_place(gm_workspace *ws, const report *r, uint32_t index,
                             gm_buffer *out) {
  gm_arena_mark mark = gm_arena_here(&ws->arena);
  gm_place place = gm_gazetteer_place(r->gazetteer, index);
  gm_str where = gm_label_of(ws, r->gazetteer, index);
  if (!where.bytes) return GM_NO_MEMORY;
  size_t skipped = place.name.size + 2;
  where = where.size > skipped
              ? (gm_str){where.bytes + skipped, where.size - skipped}
              : (gm_str){0};
  gm_buffer_print(out, "\"%" PRIu32 "\":[", index);
  gm_report_text(place.ref, out);
  gm_buffer_append(out, GM_STR(","));
  gm_report_text(place.name, out);
  gm_buffer_append(out, GM_STR(","));
  gm_report_text(where, out);
  gm_buffer_print(
      out, ",%d,%s,%s,", (int)place.kind,
      gm_number_of(place.at.lat_deg, GM_COORDINATE_DECIMALS).digits,
      gm_number_of(place.at.lon_deg, GM_COORDINATE_DECIMALS).digits);
  gm_report_text(place.country, out);
  gm_buffer_print(out, ",%" PRIu64 ",", place.population);
  gm_report_text(place.feature_code, out);
  gm_buffer_append(out, GM_STR("]"));
  gm_arena_rewind(&ws->arena, mark);
  return GM_OK;
}

static gm_status print_places(gm_workspace *ws, const report *r,
                              gm_buffer *out) {
  gm_status status = GM_OK;
  bool any = false;
  for (uint32_t i = 0; i < r->places && !status; i++) {
    if (!(r->spoken_of[i / 8] >> i % 8 & 1)) continue;
    if (any) gm_buffer_append(out, GM_STR(",\n"));
    status = print_place(ws, r, i, out);
    any = true;
  }
  return status;
}

static void print_gazetteer(const gm_gazetteer *gazetteer, gm_buffer *out) {
  gm_gazetteer_info info = gm_gazetteer_about(gazetteer);
  gm_str members[] = {info.name, info.date, info.hash, info.licence,
                      info.attribution};
  gm_buffer_append(out, GM_STR("["));
  for (size_t i = 0; i < sizeof members / sizeof *members; i++) {
    if (i) gm_buffer_append(out, GM_STR(","));
    gm_report_text(members[i], out);
  }
  gm_buffer_append(out, GM_STR("]"));
}

static gm_status end(gm_workspace *ws, gm_sheet *sheet) {
  report *r = sheet->own;
  gm_buffer out = {0};
  print_head(r, &out);
  gm_buffer_print(&out,
                  "\n],\"whole\":%" PRIu64 ",\"step\":%d,\"lost\":%" PRIu64
                  ",\"cells\":",
                  r->articles, (int)r->counts.step, r->counts.lost);
  gm_report_counts_print(&r->counts, &out);
  gm_buffer_append(&out, GM_STR(",\n\"places\":{"));
  gm_status status = print_places(ws, r, &out);
  gm_buffer_append(&out, GM_STR("},\n\"gazetteer\":"));
  print_gazetteer(r->gazetteer, &out);
  gm_buffer_append(&out, GM_STR(",\n\"basemap\":"));
  if (!status) status = gm_report_map_print(ws, r->gazetteer, &out);
  gm_buffer_append(&out, GM_STR("}\n"));
  gm_buffer_append(&out, gm_report_tail);
  return flush(ws, sheet, status, &out);
}

const gm_layout gm_layout_html = {
    .name = "html",
    .endings = endings,
    .together = true,
    .streamed = true,
    .mixed = true,
    .begin = begin,
    .tell = tell,
    .add = add,
    .end = end,
    .drop = drop,
};
