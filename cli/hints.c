/* See hints.h. */
#include "hints.h"

#include <stdlib.h>

#include "options.h"
#include "say.h"

/* A decimal number that `end` or the end of the text follows. The program does
 * not set a locale, so the point is a point.
 * @return what follows, or NULL */
static const char *read_number(const char *text, char end, double *out) {
  char *rest;
  *out = strtod(text, &rest);
  if (rest == text || *rest != end || !(*out > -1e9 && *out < 1e9)) return NULL;
  return end ? rest + 1 : rest;
}

/* Four numbers with commas between them. */
static bool read_box(const char *text, gm_box *out) {
  const char *rest = read_number(text, ',', &out->west_deg);
  if (rest) rest = read_number(rest, ',', &out->south_deg);
  if (rest) rest = read_number(rest, ',', &out->east_deg);
  return rest && read_number(rest, 0, &out->north_deg);
}

static bool wrong_box(const char *text) {
  cli_say(
      "--bbox takes four numbers W,S,E,N, such as 22,44,40.5,52.5, not '%s'",
      text);
  return false;
}

static bool wrong_confidence(const char *text) {
  cli_say("--min-confidence takes a number from 0 to 1, not '%s'", text);
  return false;
}

/* @return false: a sentence was printed */
static bool read_words(const cli_arguments *arguments, cli_hints *out) {
  const char *box = cli_given(arguments, "bbox");
  const char *confidence = cli_given(arguments, "min-confidence");
  double least = 0;
  if (box && !read_box(box, &out->box)) return wrong_box(box);
  if (confidence &&
      (!read_number(confidence, 0, &least) || least < 0 || least > 1))
    return wrong_confidence(confidence);
  out->hints.home = cli_given(arguments, "home");
  out->hints.countries = cli_given(arguments, "country");
  out->hints.box = box ? &out->box : NULL;
  out->hints.min_confidence = (float)least;
  return true;
}

cli_exit cli_hints_read(gm_workspace *ws, const cli_arguments *arguments,
                        cli_hints *out) {
  const char *outlets = cli_given(arguments, "outlets");
  if (!read_words(arguments, out)) return CLI_EXIT_USAGE;
  if (!outlets) return CLI_EXIT_DONE;
  if (gm_outlets_open(ws, outlets, &out->outlets)) {
    cli_say("%s", gm_workspace_message(ws));
    return CLI_EXIT_DATA;
  }
  out->hints.outlets = out->outlets;
  return CLI_EXIT_DONE;
}

cli_exit cli_hints_check(gm_workspace *ws, const cli_data *data,
                         const cli_hints *hints) {
  if (!gm_hints_check(ws, data->gazetteer, &hints->hints)) return CLI_EXIT_DONE;
  cli_say("%s", gm_workspace_message(ws));
  return CLI_EXIT_USAGE;
}

void cli_hints_close(cli_hints *hints) {
  gm_outlets_close(hints->outlets);
  *hints = (cli_hints){0};
}
