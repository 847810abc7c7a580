/* The line of progress: how far a long run is. Only on a terminal. */
#ifndef GM_CLI_PROGRESS_H
#define GM_CLI_PROGRESS_H

#include <geomention.h>

/* @param whole_bytes  all input, or 0 where nobody can know */
void cli_progress_begin(uint64_t whole_bytes);

/* More of the input is done. @cost nothing, but five times a second */
void cli_progress_advance(uint64_t articles, uint64_t bytes);

/* How far one stage of some other work is: "sorting names, 40 %". */
void cli_progress_stage(const char *stage, uint64_t done, uint64_t whole);

/* Shows that text instead, once. */
void cli_progress_show(const char *line);

/* Takes the line away; the next advance brings it back. */
void cli_progress_hide(void);

/* Takes the line away for good. */
void cli_progress_end(void);

#endif
