/* Homes of outlets, learnt from the first articles of a run: they are read
 * ahead, found and resolved once without homes, and then all articles with
 * them. Of outlets that have one article nothing is learnt, and nothing done
 * twice. */
#ifndef GM_CLI_HOMES_H
#define GM_CLI_HOMES_H

#include "batch.h"
#include "hints.h"

/* Learns homes, unless the hints say not to, and adds them to the hints that
 * the feed's articles are read with.
 * @return CLI_EXIT_DATA, CLI_EXIT_INTERRUPTED, CLI_EXIT_SOME_FAILED after a
 *         sentence was printed */
cli_exit cli_homes_learn(gm_workspace *ws, const cli_data *data, uint64_t jobs,
                         cli_feed *feed, cli_hints *hints);

#endif
