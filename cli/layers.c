/* See layers.h. */
#include "layers.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "options.h"
#include "say.h"

/* QGIS reads a whole GeoJSON again at every move of the map. */
enum { GEOJSON_MOST = 20000, COUNTRIES_SHOWN = 5 };

static const char *const names[] = {
#define NAME(upper, lower, meaning) #lower,
    GM_MAP_LAYERS(NAME)
#undef NAME
};

/* ---------------------------------------------------------- which layers -- */

/* The bit of a layer; 0: there is none of this name. */
static unsigned bit_of(const char *name, size_t size) {
  for (unsigned i = 0; i < GM_MAP_LAYER_COUNT; i++)
    if (strlen(names[i]) == size && !memcmp(names[i], name, size))
      return 1U << i;
  return 0;
}

bool cli_layers_given(const cli_arguments *arguments, unsigned *layers) {
  const char *rest = cli_given(arguments, "layers");
  *layers = (1U << GM_MAP_LAYER_COUNT) - 1;
  if (!rest) return true;
  *layers = 1U << GM_MAP_MENTIONS;
  for (;;) {
    size_t size = strcspn(rest, ",");
    unsigned bit = bit_of(rest, size);
    if (!bit) {
      cli_say(
          "--layers: there is no layer \"%.*s\"; say places, mentions, "
          "links, articles, areas, unresolved or timeline",
          (int)size, rest);
      return false;
    }
    *layers |= bit;
    if (!rest[size]) return true;
    rest += size + 1;
  }
}

/* ------------------------------------------------------------- the end -- */

static const char *plural(uint64_t count) {
  return count == 1 ? "" : "s";
}

/* Countries come first, the most mentioned first. */
typedef struct countries {
  const gm_gazetteer *gazetteer;
  uint64_t count;
} countries;

static gm_status show_country(void *user, const gm_area_sum *row) {
  countries *c = user;
  if (row->level != GM_LEVEL_COUNTRY) return GM_OK;
  if (c->count++ >= COUNTRIES_SHOWN) return GM_OK;
  gm_str name = gm_gazetteer_place(c->gazetteer, row->place).name;
  fprintf(stderr, "%s%.*s (%" PRIu64 ")",
          c->count > 1 ? ", " : "most named: ", (int)name.size, name.bytes,
          row->count.mentions);
  return GM_OK;
}

static void print_places(gm_workspace *ws, const gm_gazetteer *gazetteer,
                         gm_summary *summary) {
  gm_summary_counts counts;
  countries c = {gazetteer, 0};
  if (gm_summary_count(ws, summary, &counts) || !counts.places) return;
  fprintf(stderr,
          "%" PRIu64 " different place%s, %" PRIu64 " pair%s named together; ",
          counts.places, plural(counts.places), counts.links,
          plural(counts.links));
  if (gm_summary_areas(ws, summary, show_country, &c)) return;
  if (c.count > COUNTRIES_SHOWN)
    fprintf(stderr, " and %" PRIu64 " countries more",
            c.count - COUNTRIES_SHOWN);
  fputs(c.count ? "\n" : "in no country\n", stderr);
}

void cli_closing_print(gm_workspace *ws, const gm_tally *t,
                       const gm_gazetteer *gazetteer, gm_summary *summary) {
  uint64_t articles = t->articles + t->failed;
  fprintf(stderr,
          "%" PRIu64 " article%s: %" PRIu64 " place%s found, %" PRIu64
          " placed, %" PRIu64 " unresolved, %" PRIu64 " failed\n",
          articles, plural(articles), t->mentions, plural(t->mentions),
          t->placed, t->unresolved, t->failed);
  if (summary && isatty(STDERR_FILENO)) print_places(ws, gazetteer, summary);
}

/* Says what --crs could not do. */
static void warn_of_crs(const gm_writer *writer) {
  const char *format = gm_writer_unmoved(writer);
  uint64_t outside = gm_writer_outside(writer);
  if (format)
    cli_say("%s stays in WGS 84: --crs is for gpkg, shp and csv", format);
  if (outside)
    cli_say("%" PRIu64
            " row%s beyond the area that this coordinate system is made for; "
            "what it cannot show is cut, or in the tables without a place",
            outside, outside == 1 ? " reaches" : "s reach");
}

/* The GeoJSON among the files of a map, which may be a folder. */
static const char *geojson_of(const gm_writer *writer, const char *map) {
  const char *path;
  for (unsigned i = 0; (path = gm_writer_path(writer, i)); i++) {
    const char *dot = strrchr(path, '.');
    if (dot && !strcmp(dot, ".geojson")) return path;
  }
  return map;
}

void cli_closing_warn(const gm_writer *writer, const char *map) {
  warn_of_crs(writer);
  uint64_t rows = gm_writer_largest(writer, "geojson");
  if (rows <= GEOJSON_MOST) return;
  const char *path = geojson_of(writer, map);
  size_t stem = strlen(path);
  const char *dot = strrchr(path, '.');
  if (dot && !strchr(dot, '/')) stem = (size_t)(dot - path);
  cli_say("%s has %" PRIu64
          " features in a layer; above %d QGIS draws GeoJSON slowly, and a "
          "GeoPackage at once: -o %.*s.gpkg",
          path, rows, GEOJSON_MOST, (int)stem, path);
}
