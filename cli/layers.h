/* Which layers a map has, and what is said of it when it is done. */
#ifndef GM_CLI_LAYERS_H
#define GM_CLI_LAYERS_H

#include "command.h"

/* The layers that --layers names, else all; bits of gm_map_layer.
 * @return false: a sentence was printed */
bool cli_layers_given(const cli_arguments *arguments, unsigned *layers);

/* The lines at the end of a run: what was counted; on a terminal, where there
 * is a summary, also what the articles speak of most.
 * @param summary  may be NULL */
void cli_closing_print(gm_workspace *ws, const gm_tally *tally,
                       const gm_gazetteer *gazetteer, gm_summary *summary);

/* Warns where a GeoJSON has grown too large for QGIS, and of what --crs could
 * not do. */
void cli_closing_warn(const gm_writer *writer, const char *map);

#define CLI_LAYERS_OPTION                                                \
  {                                                                      \
    "layers", 'l', "NAMES",                                              \
        "which layers the map has beside its mentions, with commas "     \
        "between: places, links, articles, areas, unresolved, timeline " \
        "(all); mentions: no others"                                     \
  }

#endif
