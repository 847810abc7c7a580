/* See hints.h. */
#include "hints.h"

#include <stdlib.h>
#include <string.h>

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

/* A share by an option, from 0 to 1; untouched where it is not given.
 * @return false: a sentence was printed */
static bool read_share(const cli_arguments *arguments, const char *name,
                       float *out) {
  const char *text = cli_given(arguments, name);
  double share;
  if (!text) return true;
  if (!read_number(text, 0, &share) || share < 0 || share > 1) {
    cli_say("--%s takes a number from 0 to 1, not '%s'", name, text);
    return false;
  }
  *out = (float)share;
  return true;
}

/* The use of that name, or -1. */
static int use_named(const char *name, size_t size) {
  for (int use = 0; use < GM_USE_COUNT; use++) {
    const char *known = gm_use_name((gm_use)use);
    if (strlen(known) == size && strncmp(known, name, size) == 0) return use;
  }
  return -1;
}

/* Uses with commas between them. @return false: a sentence was printed */
static bool read_uses(const char *text, unsigned *out) {
  for (const char *at = text; at;) {
    const char *comma = strchr(at, ',');
    size_t size = comma ? (size_t)(comma - at) : strlen(at);
    int use = use_named(at, size);
    if (use < 0) {
      cli_say(
          "--use takes literal, associative, demonym, embedded, with commas "
          "between them, not '%s'",
          text);
      return false;
    }
    *out |= 1u << use;
    at = comma ? comma + 1 : NULL;
  }
  return true;
}

/* @return false: a sentence was printed */
static bool read_words(const cli_arguments *arguments, cli_hints *out) {
  const char *box = cli_given(arguments, "bbox");
  const char *uses = cli_given(arguments, "use");
  if (box && !read_box(box, &out->box)) return wrong_box(box);
  if (!read_share(arguments, "min-confidence", &out->hints.min_confidence) ||
      !read_share(arguments, "threshold", &out->hints.threshold) ||
      (uses && !read_uses(uses, &out->hints.uses)))
    return false;
  out->hints.home = cli_given(arguments, "home");
  out->hints.countries = cli_given(arguments, "country");
  out->hints.box = box ? &out->box : NULL;
  return true;
}

cli_exit cli_hints_read(gm_workspace *ws, const cli_arguments *arguments,
                        cli_hints *out) {
  static const char *const homes[] = {"learnt", "given", NULL};
  const char *outlets = cli_given(arguments, "outlets");
  int which = cli_given_choice(arguments, "homes", homes);
  if (which < 0 || !read_words(arguments, out)) return CLI_EXIT_USAGE;
  out->learn = which == 0 && !out->hints.home; /* which all articles have */
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
  gm_homes_close(hints->homes);
  *hints = (cli_hints){0};
}
