/* Places as a table: a row each, a column as wide as its widest cell. */
#include <inttypes.h>
#include <stdio.h>

#include "show.h"
#include "text.h"

enum { ID, NAME, KIND, FEATURE, ADMIN1, COUNTRY, PEOPLE, LAT, LON, WHY };
enum { COLUMNS = WHY + 1, WIDEST = 24 };

static const char *const heads[COLUMNS] = {
    "id",      "name",       "kind", "feature", "admin1",
    "country", "population", "lat",  "lon",     "named"};

/* A row, and the digits that its cells point at. */
typedef struct row {
  gm_str cells[COLUMNS];
  char id[16], people[32], lat[16], lon[16], why[64];
} row;

/* What a table is of: names have a way in which they belong to their place,
 * what is near has a distance. */
static bool has_distances(const cli_shown *items, uint32_t count) {
  return count && items[0].far_km >= 0;
}

static bool is_number(int column) {
  return column == ID || column == PEOPLE || column == LAT || column == LON;
}

/* The name of a place's parent, or nothing where it has none. */
static gm_str name_of(const gm_gazetteer *gazetteer, uint32_t place) {
  if (place == GM_NO_PLACE) return (gm_str){0};
  return gm_gazetteer_place(gazetteer, place).name;
}

/* How a name belongs to its place: "historic 1924-1991, ru". */
static gm_str named(const gm_meaning *meaning, row *r) {
  char years[16] = "";
  if (meaning->from_year && meaning->to_year)
    snprintf(years, sizeof years, " %d-%d", meaning->from_year,
             meaning->to_year);
  else if (meaning->from_year)
    snprintf(years, sizeof years, " from %d", meaning->from_year);
  else if (meaning->to_year)
    snprintf(years, sizeof years, " to %d", meaning->to_year);
  snprintf(r->why, sizeof r->why, "%s%s%s%.*s",
           gm_name_kind_name(meaning->kind), years,
           meaning->language.size ? ", " : "", (int)meaning->language.size,
           meaning->language.bytes ? meaning->language.bytes : "");
  return cli_text_str(r->why);
}

static gm_str why_of(const cli_shown *shown, row *r) {
  if (shown->meaning) return named(shown->meaning, r);
  if (shown->far_km < 0) return (gm_str){0};
  snprintf(r->why, sizeof r->why, "%.1f", shown->far_km);
  return cli_text_str(r->why);
}

static void fill_row(const gm_gazetteer *gazetteer, const cli_shown *shown,
                     row *r) {
  gm_place place = gm_gazetteer_place(gazetteer, shown->place);
  snprintf(r->id, sizeof r->id, "%" PRIu32, place.geonameid);
  snprintf(r->lat, sizeof r->lat, "%.4f", place.at.lat_deg);
  snprintf(r->lon, sizeof r->lon, "%.4f", place.at.lon_deg);
  gm_str people = cli_text_number(place.population, r->people);
  r->cells[ID] = cli_text_str(place.geonameid ? r->id : "");
  r->cells[NAME] = place.name;
  r->cells[KIND] = cli_text_str(gm_place_kind_name(place.kind));
  r->cells[FEATURE] = place.feature_code;
  r->cells[ADMIN1] = name_of(gazetteer, place.admin1_place);
  r->cells[COUNTRY] = name_of(gazetteer, place.country_place);
  r->cells[PEOPLE] = place.population ? people : (gm_str){0};
  r->cells[LAT] = cli_text_str(r->lat);
  r->cells[LON] = cli_text_str(r->lon);
  r->cells[WHY] = why_of(shown, r);
}

static void print_row(const gm_str cells[COLUMNS], const int widths[COLUMNS]) {
  for (int i = 0; i < COLUMNS; i++) {
    int own = cli_text_width(cells[i]);
    if (i == WHY && !own) break;
    if (i) fputs("  ", stdout);
    if (is_number(i)) printf("%*s", widths[i] - own, "");
    cli_text_cell(cells[i], is_number(i) || i == WHY ? own : widths[i]);
  }
  putchar('\n');
}

static void widen(const gm_str cells[COLUMNS], int widths[COLUMNS]) {
  for (int i = 0; i < COLUMNS; i++) {
    int own = cli_text_width(cells[i]);
    if (own > WIDEST) own = WIDEST;
    if (own > widths[i]) widths[i] = own;
  }
}

/* Once through to measure, once to print. */
void cli_show_table(const gm_gazetteer *gazetteer, const cli_shown *items,
                    uint32_t count) {
  row head, r;
  int widths[COLUMNS] = {0};
  for (int i = 0; i < COLUMNS; i++) head.cells[i] = cli_text_str(heads[i]);
  if (has_distances(items, count)) head.cells[WHY] = cli_text_str("km");
  if (count && !items[0].meaning && !has_distances(items, count))
    head.cells[WHY] = (gm_str){0};
  widen(head.cells, widths);
  for (uint32_t i = 0; i < count; i++) {
    fill_row(gazetteer, &items[i], &r);
    widen(r.cells, widths);
  }
  print_row(head.cells, widths);
  for (uint32_t i = 0; i < count; i++) {
    fill_row(gazetteer, &items[i], &r);
    print_row(r.cells, widths);
  }
}
