/* The gazetteer and the model: finding their files and opening them.
 *
 *     --gazetteer, --model        a path that the user names
 *     $GEOMENTION_DATA            a folder
 *     build/                      the folder of the program
 *     build/../share/geomention   the prefix that it was moved to
 *     GM_DATA_DIR                 the prefix that it was built for
 *
 * The first that holds the file is taken. A GEOMENTION_DATA that holds neither
 * of the two is a mistake, not a reason to look further. */
#ifndef GM_CLI_DATA_H
#define GM_CLI_DATA_H

#include <limits.h>

#include "command.h"

#define CLI_DATA_OPTIONS                                                  \
  {"gazetteer", 'g', "PATH", "the compiled gazetteer, else world.gaz"}, { \
    "overlay", 0, "PATH",                                                 \
        "your own places, names and preferences over it, in CSV or "      \
        "GeoJSON (docs/overlay.md); the last of several goes first"       \
  }

#define CLI_MODEL_OPTION                                   \
  {                                                        \
    "model", 0, "PATH", "the model, else geomention.model" \
  }

enum { CLI_LAYERS_MAX = 32 };

typedef struct cli_data {
  gm_gazetteer *gazetteer; /* the last of `layers` */
  gm_gazetteer *layers[CLI_LAYERS_MAX]; /* the file, and each overlay on it */
  size_t layer_count;
  gm_model *model;
  gm_decisions *decisions; /* NULL: none were named */
} cli_data;

/* The gazetteer to work with: with the places of the decisions, if any. */
const gm_gazetteer *cli_data_gazetteer(const cli_data *data);

/* Opens a file of decisions over what is open.
 * @return CLI_EXIT_DATA after a sentence was printed */
cli_exit cli_data_decide(gm_workspace *ws, const char *path, cli_data *data);

/* Opens the gazetteer that the arguments name, or the usual one, and lays the
 * overlays over it.
 * @return CLI_EXIT_DATA after a sentence was printed
 * @owner the caller, until cli_data_close */
cli_exit cli_data_open_gazetteer(gm_workspace *ws,
                                 const cli_arguments *arguments, cli_data *out);

/* The same for gazetteer and model. */
cli_exit cli_data_open(gm_workspace *ws, const cli_arguments *arguments,
                       cli_data *out);

void cli_data_close(cli_data *data);

/* Where the two files lie, for a program that opens them itself.
 * @return CLI_EXIT_DATA after a sentence was printed */
cli_exit cli_data_paths(const cli_arguments *arguments,
                        char gazetteer[PATH_MAX], char model[PATH_MAX]);

/* The program of that name beside this one.
 * @return false: there is none, nothing was printed */
bool cli_data_program(const char *name, char path[PATH_MAX]);

#endif
