/* geomention show: what the gazetteer knows, in the order it would choose.
 *
 *     geomention show Paris
 *     geomention show New York         several words are one name
 *     geomention show --id 2988507
 *     geomention show --near 50.45,30.52 --within 20
 *     geomention show --stats */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "data.h"
#include "interrupt.h"
#include "options.h"
#include "say.h"
#include "show.h"
#include "text.h"

static const cli_option options[] = {
    {"id", 'i', "N", "the place with this GeoNames id instead of a name"},
    {"near", 'n', "LAT,LON", "the places near a point, the nearest first"},
    {"within", 'w', "KM", "with --near: not farther than that (50)"},
    {"at", 0, "LAT,LON", "what a point lies in, the smallest first"},
    {"all", 'a', NULL, "all there are, not only the first 20"},
    {"to", 't', "FORMAT", "table or geojson"},
    {"geometry", 0, "WORD", "with --to geojson: point, or area"},
    {"about", 0, NULL, "what the gazetteer says of itself"},
    {"stats", 0, NULL, "what the gazetteer holds: kinds, sources, countries"},
    {"verify", 0, NULL, "check the whole file"},
    CLI_DATA_OPTIONS,
    {NULL, 0, NULL, NULL},
};

enum { FIRST_PLACES = 20, SUGGESTIONS = 4 };

/* What is asked for, once the command line has been read. */
typedef struct request {
  const cli_arguments *arguments;
  gm_workspace *ws;
  const gm_gazetteer *gazetteer;
  uint64_t id, within_km;
  gm_point at;
  bool json, area;
  uint32_t most;
} request;

static bool asked(const request *r, const char *option) {
  return cli_given(r->arguments, option) != NULL;
}

static cli_exit failed(gm_workspace *ws) {
  cli_say("%s", gm_workspace_message(ws));
  return CLI_EXIT_DATA;
}

/* ------------------------------------------------------------- printing -- */

/* Prints a list, or the first of it: `whole` is how many there are. */
static cli_exit print(const request *r, const cli_show_list *list,
                      uint32_t whole) {
  uint32_t shown = list->count < r->most ? list->count : r->most;
  if (r->json)
    return cli_show_json(r->ws, r->gazetteer, list->items, shown, r->area)
               ? CLI_EXIT_DONE
               : CLI_EXIT_SOME_FAILED;
  cli_show_table(r->gazetteer, list->items, shown);
  if (shown < whole)
    printf("... and %" PRIu32 " more; --all shows them\n", whole - shown);
  return CLI_EXIT_DONE;
}

/* ------------------------------------------------------------- by name -- */

/* geomention: the gazetteer knows no place called 'Kharkev'; did you mean
 * Kharkiv or Kharkov? */
static cli_exit say_unknown(const request *r, const char *name) {
  const gm_str *like;
  uint32_t count;
  char names[512] = "";
  if (gm_gazetteer_suggest(r->ws, r->gazetteer, cli_text_str(name), SUGGESTIONS,
                           &like, &count))
    return failed(r->ws);
  for (uint32_t i = 0; i < count; i++) {
    size_t size = strlen(names);
    const char *before = !i ? "" : i + 1 < count ? ", " : " or ";
    snprintf(names + size, sizeof names - size, "%s%.*s", before,
             (int)like[i].size, like[i].bytes);
  }
  cli_say("the gazetteer knows no place called '%s'%s%s%s", name,
          count ? "; did you mean " : "", names, count ? "?" : "");
  return CLI_EXIT_SOME_FAILED;
}

static cli_exit show_meanings(const request *r, const char *name) {
  const gm_meaning *meanings;
  uint32_t count;
  cli_show_list list = {0};
  if (gm_gazetteer_look_up(r->ws, r->gazetteer, cli_text_str(name), &meanings,
                           &count))
    return failed(r->ws);
  if (!count) return say_unknown(r, name);
  cli_exit code = CLI_EXIT_DONE;
  for (uint32_t i = 0; i < count && !code; i++)
    if (!cli_show_add(&list, (cli_shown){meanings[i].place, &meanings[i], -1}))
      code = CLI_EXIT_SOME_FAILED;
  if (!code) code = print(r, &list, count);
  free(list.items);
  return code;
}

/* The operands as one name: nobody should have to quote New York. */
static cli_exit show_name(const request *r) {
  const cli_arguments *arguments = r->arguments;
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
  cli_exit code = show_meanings(r, name);
  free(name);
  return code;
}

/* ------------------------------------------------------ by id and point -- */

static cli_exit show_id(const request *r) {
  uint32_t place = gm_gazetteer_by_geonameid(r->gazetteer, (uint32_t)r->id);
  if (place == GM_NO_PLACE) {
    cli_say("the gazetteer has no place with the GeoNames id %" PRIu64, r->id);
    return CLI_EXIT_SOME_FAILED;
  }
  cli_shown one = {place, NULL, -1};
  cli_show_list list = {&one, 1, 1};
  return print(r, &list, 1);
}

static cli_exit show_point(const request *r) {
  cli_show_list list = {0};
  bool near = asked(r, "near");
  bool good = near ? cli_show_near(r->ws, r->gazetteer, r->at,
                                   (double)r->within_km, r->most, &list)
                   : cli_show_around(r->ws, r->gazetteer, r->at, &list);
  cli_exit code = good ? CLI_EXIT_DONE : CLI_EXIT_SOME_FAILED;
  if (good && !list.count && near)
    cli_say("the gazetteer has no place within %" PRIu64 " km of there",
            r->within_km);
  else if (good && !list.count)
    cli_say("the gazetteer knows nothing that the point lies in");
  else if (good)
    code = print(r, &list, list.count);
  if (!list.count) code = CLI_EXIT_SOME_FAILED;
  free(list.items);
  return code;
}

/* ---------------------------------------------------- of the gazetteer -- */

static cli_exit show_stats(const request *r) {
  gm_gazetteer_counts counts;
  if (gm_gazetteer_count(r->ws, r->gazetteer, &counts)) return failed(r->ws);
  cli_show_about(r->gazetteer, &counts);
  return CLI_EXIT_DONE;
}

static cli_exit verify(const request *r) {
  if (gm_gazetteer_verify(r->ws, r->gazetteer)) return failed(r->ws);
  printf("the gazetteer is whole\n");
  return CLI_EXIT_DONE;
}

static cli_exit show_about(const request *r) {
  cli_show_about(r->gazetteer, NULL);
  return CLI_EXIT_DONE;
}

/* --------------------------------------------------------------- asking -- */

/* What can be asked for instead of a name. */
static const struct question {
  const char *option;
  cli_exit (*answer)(const request *r);
} questions[] = {
    {"id", show_id},       {"near", show_point},  {"at", show_point},
    {"about", show_about}, {"stats", show_stats}, {"verify", verify},
};

enum { QUESTIONS = sizeof questions / sizeof *questions };

/* The one thing that is asked for; NULL after a sentence was printed. */
static cli_exit (*answer_of(const request *r))(const request *r) {
  cli_exit (*answer)(const request *) =
      r->arguments->operand_count ? show_name : NULL;
  const char *first = "a name";
  for (int i = 0; i < QUESTIONS; i++) {
    if (!asked(r, questions[i].option)) continue;
    if (answer) {
      cli_say("%s and --%s do not go together", first, questions[i].option);
      return NULL;
    }
    first = questions[i].option;
    answer = questions[i].answer;
  }
  if (!answer) cli_say("name a place, such as: geomention show Paris");
  return answer;
}

static bool read_point(request *r, const char *option) {
  const char *text = cli_given(r->arguments, option);
  if (!text || cli_show_point(text, &r->at)) return true;
  cli_say(
      "--%s takes a latitude and a longitude in degrees, such as "
      "50.45,30.52, not '%s'",
      option, text);
  return false;
}

static bool read_options(request *r) {
  static const char *const formats[] = {"table", "geojson", NULL};
  static const char *const geometries[] = {"point", "area", NULL};
  const cli_arguments *arguments = r->arguments;
  int format = cli_given_choice(arguments, "to", formats);
  int geometry = cli_given_choice(arguments, "geometry", geometries);
  r->json = format == 1;
  r->area = geometry == 1;
  r->within_km = 50;
  r->most = asked(r, "all") ? UINT32_MAX : FIRST_PLACES;
  if (format < 0 || geometry < 0 || !read_point(r, "near") ||
      !read_point(r, "at") ||
      !cli_given_number(arguments, "id", 1, UINT32_MAX, &r->id) ||
      !cli_given_number(arguments, "within", 1, 20040, &r->within_km))
    return false;
  if (!asked(r, "within") || asked(r, "near")) return true;
  cli_say("--within goes with --near");
  return false;
}

static cli_exit run_show(const cli_arguments *arguments) {
  request r = {.arguments = arguments};
  if (!read_options(&r)) return CLI_EXIT_USAGE;
  cli_exit (*answer)(const request *) = answer_of(&r);
  if (!answer) return CLI_EXIT_USAGE;
  cli_data data = {0};
  r.ws = cli_interrupt_workspace(0);
  cli_exit code = r.ws ? cli_data_open_gazetteer(r.ws, arguments, &data)
                       : CLI_EXIT_SOME_FAILED;
  r.gazetteer = data.gazetteer;
  if (!code) code = cli_say_finished(answer(&r));
  cli_data_close(&data);
  gm_workspace_close(r.ws);
  return code;
}

const cli_command cli_command_show = {
    .name = "show",
    .summary = "show what the gazetteer knows of a name or a point",
    .usage = "[OPTIONS] NAME",
    .details =
        "Lists the places that NAME may mean, in the order in which the "
        "gazetteer would choose without any context. Case, accents, "
        "hyphens and full stops do not matter; several words are one "
        "name. Where nothing is called so, names that are spelled almost so "
        "are suggested.\n"
        "Instead of a name, an id or a point can be asked for, or what the "
        "gazetteer is and holds.",
    .options = options,
    .run = run_show,
};
