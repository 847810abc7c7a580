/* Ctrl-C and its like: they ask, and the work in hand ends tidily. */
#ifndef GM_CLI_INTERRUPT_H
#define GM_CLI_INTERRUPT_H

#include <geomention.h>

/* From now on SIGINT, SIGTERM and SIGHUP set a flag instead of killing. */
void cli_interrupt_catch(void);

/* Whether one of them came. */
bool cli_interrupted(void);

/* A workspace whose calls end early once one of them came; NULL, after a
 * sentence was printed, when there is no memory. 0 is the usual ceiling. */
gm_workspace *cli_interrupt_workspace(size_t ceiling_bytes);

#endif
