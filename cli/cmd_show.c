/* geomention show: what the gazetteer knows, in the order it would choose.
 *
 *     geomention show Paris
 *     geomention show New York         several words are one name
 *     geomention show --id 2988507 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "interrupt.h"
#include "options.h"
#include "say.h"
#include "text.h"

static const cli_option options[] = {
    {"id", 'i', "N", "the place with this GeoNames id instead of a name"},
    {"all", 'a', NULL, "all meanings, not only the first 20"},
    {"about", 0, NULL, "what the gazetteer says of itself"},
    {"verify", 0, NULL, "check the whole file"},
    CLI_DATA_OPTIONS,
    {NULL, 0, NULL, NULL},
};

enum { FIRST_MEANINGS = 20 };

/* ------------------------------------------------------------ a table -- */

enum { ID, NAME, KIND, FEATURE, ADMIN1, COUNTRY, PEOPLE, LAT, LON, NAMED };
enum { COLUMNS = NAMED + 1, WIDEST = 24 };

static const char *const heads[COLUMNS] = {
    "id",      "name",       "kind", "feature", "admin1",
    "country", "population", "lat",  "lon",     "named"};

static bool is_number(int column) {
  return column == ID || column == PEOPLE || column == LAT || column == LON;
}

/* A row, and the digits that its cells point at. */
typedef struct row {
  gm_str cells[COLUMNS];
  char id[16], people[32], lat[16], lon[16];
} row;

/* The name of a place's parent, or nothing where it has none. */
static gm_str name_of(const gm_gazetteer *gazetteer, uint32_t place) {
  if (place == GM_NO_PLACE) return (gm_str){0};
  return gm_gazetteer_place(gazetteer, place).name;
}

/* Everything about one meaning. Cells point into the row, or at the gazetteer.
 */
static void fill_row(const gm_gazetteer *gazetteer, const gm_meaning *meaning,
                     row *r) {
  gm_place place = gm_gazetteer_place(gazetteer, meaning->place);
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
  r->cells[NAMED] = cli_text_str(gm_name_kind_name(meaning->kind));
}

/* Numbers stand to the right of their columns, words to the left; the last
 * column is not filled up. */
static void print_row(const gm_str cells[COLUMNS], const int widths[COLUMNS]) {
  for (int i = 0; i < COLUMNS; i++) {
    int own = cli_text_width(cells[i]);
    if (i) fputs("  ", stdout);
    if (is_number(i)) printf("%*s", widths[i] - own, "");
    cli_text_cell(cells[i], is_number(i) || i == NAMED ? own : widths[i]);
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

/* Each column is as wide as its widest cell: once through to measure, once to
 * print. */
static void print_table(const gm_gazetteer *gazetteer,
                        const gm_meaning *meanings, uint32_t count) {
  row head, r;
  int widths[COLUMNS] = {0};
  for (int i = 0; i < COLUMNS; i++) head.cells[i] = cli_text_str(heads[i]);
  widen(head.cells, widths);
  for (uint32_t i = 0; i < count; i++) {
    fill_row(gazetteer, &meanings[i], &r);
    widen(r.cells, widths);
  }
  print_row(head.cells, widths);
  for (uint32_t i = 0; i < count; i++) {
    fill_row(gazetteer, &meanings[i], &r);
    print_row(r.cells, widths);
  }
}

/* ---------------------------------------------------------- what is asked --
 */

/* The gazetteer itself is at fault. */
static cli_exit failed(gm_workspace *ws) {
  cli_say("%s", gm_workspace_message(ws));
  return CLI_EXIT_DATA;
}

/* All meanings of a name, the first ones alone unless all are wanted. */
static cli_exit show_meanings(gm_workspace *ws, const gm_gazetteer *gazetteer,
                              const char *name, bool all) {
  const gm_meaning *meanings;
  uint32_t count;
  if (gm_gazetteer_look_up(ws, gazetteer, cli_text_str(name), &meanings,
                           &count))
    return failed(ws);
  if (!count) {
    cli_say("the gazetteer knows no place called '%s'", name);
    return CLI_EXIT_SOME_FAILED;
  }
  uint32_t shown = all || count <= FIRST_MEANINGS ? count : FIRST_MEANINGS;
  print_table(gazetteer, meanings, shown);
  if (shown < count)
    printf("... and %" PRIu32 " more; --all shows them\n", count - shown);
  return CLI_EXIT_DONE;
}

/* The operands as one name: nobody should have to quote New York. */
static cli_exit show_name(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const cli_arguments *arguments) {
  size_t size = 0;
  for (size_t i = 0; i < arguments->operand_count; i++)
    size += strlen(arguments->operands[i]) + 1;
  char *name = malloc(size), *end = name;
  if (!name) {
    cli_say("no memory for a name of %zu bytes", size);
    return CLI_EXIT_SOME_FAILED;
  }
  for (size_t i = 0; i < arguments->operand_count; i++) {
    if (i) *end++ = ' ';
    end = stpcpy(end, arguments->operands[i]);
  }
  bool all = cli_given(arguments, "all") != NULL;
  cli_exit code = show_meanings(ws, gazetteer, name, all);
  free(name);
  return code;
}

static cli_exit show_id(const gm_gazetteer *gazetteer, uint64_t id) {
  uint32_t place = gm_gazetteer_by_geonameid(gazetteer, (uint32_t)id);
  if (place == GM_NO_PLACE) {
    cli_say("the gazetteer has no place with the GeoNames id %" PRIu64, id);
    return CLI_EXIT_SOME_FAILED;
  }
  gm_meaning main_name = {.place = place, .kind = GM_NAME_OFFICIAL};
  print_table(gazetteer, &main_name, 1);
  return CLI_EXIT_DONE;
}

/* A line of --about; nothing where the gazetteer does not say. */
static void show_line(const char *head, gm_str text) {
  if (!text.size) return;
  printf("%-12s ", head);
  fwrite(text.bytes, 1, text.size, stdout);
  putchar('\n');
}

static void show_count(const char *head, uint64_t count) {
  char buffer[32];
  show_line(head, cli_text_number(count, buffer));
}

static cli_exit show_about(const gm_gazetteer *gazetteer) {
  gm_gazetteer_info info = gm_gazetteer_about(gazetteer);
  show_line("name", info.name);
  show_line("date", info.date);
  show_line("hash", info.hash);
  show_count("places", info.places);
  show_count("names", info.names);
  show_count("keys", info.keys);
  show_count("bytes", info.size_bytes);
  show_line("licence", info.licence);
  show_line("attribution", info.attribution);
  return CLI_EXIT_DONE;
}

static cli_exit verify(gm_workspace *ws, const gm_gazetteer *gazetteer) {
  if (gm_gazetteer_verify(ws, gazetteer)) return failed(ws);
  printf("the gazetteer is whole\n");
  return CLI_EXIT_DONE;
}

/* The one thing that was asked for. */
static cli_exit show(gm_workspace *ws, const gm_gazetteer *gazetteer,
                     const cli_arguments *arguments, uint64_t id) {
  if (cli_given(arguments, "about")) return show_about(gazetteer);
  if (cli_given(arguments, "verify")) return verify(ws, gazetteer);
  if (cli_given(arguments, "id")) return show_id(gazetteer, id);
  return show_name(ws, gazetteer, arguments);
}

static cli_exit run_show(const cli_arguments *arguments) {
  uint64_t id = 0;
  if (!cli_given_number(arguments, "id", 1, UINT32_MAX, &id))
    return CLI_EXIT_USAGE;
  bool other = cli_given(arguments, "id") || cli_given(arguments, "about") ||
               cli_given(arguments, "verify");
  if (other == (arguments->operand_count > 0)) {
    cli_say(other ? "a name does not go with --id, --about or --verify"
                  : "name a place, such as: geomention show Paris");
    return CLI_EXIT_USAGE;
  }
  cli_data data = {0};
  gm_workspace *ws = cli_interrupt_workspace(0);
  cli_exit code =
      ws ? cli_data_open_gazetteer(ws, arguments, &data) : CLI_EXIT_SOME_FAILED;
  if (!code) code = cli_say_finished(show(ws, data.gazetteer, arguments, id));
  cli_data_close(&data);
  gm_workspace_close(ws);
  return code;
}

const cli_command cli_command_show = {
    .name = "show",
    .summary = "show what the gazetteer knows of a name",
    .usage = "[OPTIONS] NAME",
    .details =
        "Lists the places that NAME may mean, in the order in which the "
        "gazetteer would choose without any context. Case, accents, "
        "hyphens and full stops do not matter; several words are one "
        "name.",
    .options = options,
    .run = run_show,
};
