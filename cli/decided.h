/* What became of a user's decisions (--decisions FILE) in a run. */
#ifndef GM_CLI_DECIDED_H
#define GM_CLI_DECIDED_H

#include "data.h"

#define CLI_DECISIONS_OPTION                                          \
  {                                                                   \
    "decisions", 0, "PATH",                                           \
        "your decisions on mentions, as the page of --to html saves " \
        "them: they go before what the evidence says"                 \
  }

typedef struct cli_decided {
  const char *path; /* of the file; NULL: there is none */
  uint64_t decisions, mentions, stale;
} cli_decided;

/* Counts what decisions did to an article, and reports those that do not fit
 * any more. */
void cli_decided_note(cli_decided *sum, const gm_decided *decided);

/* Says at the end of a run what all of them did. */
void cli_decided_print(const cli_decided *sum, const gm_decisions *decisions);

#endif
