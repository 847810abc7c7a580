/* What the user knows of the articles: the options of map and score that tell
 * it. They are read before any work is done, and held against the gazetteer, so
 * that a misspelt home is one sentence and not a map that is a little worse. */
#ifndef GM_CLI_HINTS_H
#define GM_CLI_HINTS_H

#include "data.h"

#define CLI_HINT_OPTIONS                                                     \
  {"home", 0, "TOWN",                                                        \
   "the outlet's town (\"Clarksville, Tennessee\"), near which names are "   \
   "likelier; an article's own \"home\" goes before it"},                    \
      {"outlets", 0, "PATH",                                                 \
       "a table of homes: lines of a domain or a name of an outlet, a tab, " \
       "its town; held against an article's url, source or domain"},         \
      {"homes", 0, "WORD",                                                   \
       "learnt: other outlets' homes from the run's first articles; or "     \
       "given: only those that you tell"},                                   \
      {"country", 0, "CODES",                                                \
       "the countries where the places mostly lie: UA, or UA,PL"},           \
      {"bbox", 0, "W,S,E,N",                                                 \
       "the same as a box in degrees; west > east crosses 180 degrees"},     \
      {"use", 0, "WORDS",                                                    \
       "find only names of these uses: literal, associative, demonym, "      \
       "embedded, such as literal,demonym; else all"},                       \
      {"threshold", 0, "P",                                                  \
       "find only names that are places as likely as P, from 0 to 1: more "  \
       "for precision, less for recall"},                                    \
  {                                                                          \
    "min-confidence", 0, "P",                                                \
        "leave unresolved what is less sure than P, "                        \
        "from 0 to 1"                                                        \
  }

/* The hints of a run, and what they point to. */
typedef struct cli_hints {
  gm_hints hints;
  gm_outlets *outlets;
  gm_homes *homes; /* NULL: none were learnt */
  gm_box box;
  bool learn; /* homes, from the articles */
} cli_hints;

/* Reads the options, and opens the table of outlets.
 * @return CLI_EXIT_USAGE, CLI_EXIT_DATA after a sentence was printed
 * @owner the caller, until cli_hints_close, also after a failure. `out` must
 *        stay where it is. */
cli_exit cli_hints_read(gm_workspace *ws, const cli_arguments *arguments,
                        cli_hints *out);

/* Holds them against the gazetteer. @return CLI_EXIT_USAGE after a sentence */
cli_exit cli_hints_check(gm_workspace *ws, const cli_data *data,
                         const cli_hints *hints);

void cli_hints_close(cli_hints *hints);

#endif
