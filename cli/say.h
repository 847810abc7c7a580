/* What the program says to its user, on standard error: one plain sentence a
 * line, behind the program's name. The line of progress, where there is one,
 * makes room for it. */
#ifndef GM_CLI_SAY_H
#define GM_CLI_SAY_H

#include <stdio.h>

#include "command.h"

/* geomention: sentence */
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* geomention: PATH:NUMBER: sentence, without the number where it is 0, or where
 * the sentence begins with it, as in "article 3 has no text". */
void cli_say_of(const char *path, uint64_t number, const char *sentence);

/* geomention: unknown KIND 'WORD'; did you mean 'LIKE'? HINT stands instead
 * where LIKE is NULL. */
void cli_say_unknown(const char *kind, const char *word, const char *like,
                     const char *hint);

/* Flushes standard output. @return `code`, or CLI_EXIT_OUTPUT where that fails;
 * a reader that has left (`| head`) needs no message */
cli_exit cli_say_finished(cli_exit code);

/* Whether standard output is a pipe that nobody reads any more. */
bool cli_say_unread(void);

#endif
