/* Reading a command line by the table of its command.
 *
 * --name VALUE, --name=VALUE, -x VALUE, -xVALUE; options and operands in any
 * order; "--" ends the options; "-" alone is an operand: standard input. */
#ifndef GM_CLI_OPTIONS_H
#define GM_CLI_OPTIONS_H

#include "command.h"

/* Every command understands --help. */
extern const cli_option cli_option_help;

/* Reads `words` into `out`; they are reordered, operands first.
 * @return false: a sentence was printed */
bool cli_options_read(const cli_command *command, char **words, size_t count,
                      cli_arguments *out);

/* The value of an option ("" for one that takes none), or NULL. The name must
 * be in the command's table, or "help". */
const char *cli_given(const cli_arguments *arguments, const char *name);

/* The values of an option that may be given several times, in their order:
 * begin with *at = 0. NULL: there are no more. */
const char *cli_given_next(const cli_arguments *arguments, const char *name,
                           size_t *at);

/* The value of an option as a whole number from `least` to `most`; `number` is
 * untouched where it is not given. @return false: a sentence was printed */
bool cli_given_number(const cli_arguments *arguments, const char *name,
                      uint64_t least, uint64_t most, uint64_t *number);

/* The place of an option's value among `words` (NULL ends them); 0 where it is
 * not given. @return -1: it is none of them, a sentence was printed */
int cli_given_choice(const cli_arguments *arguments, const char *name,
                     const char *const *words);

/* The command whose name is like that word, or NULL. */
const char *cli_command_like(const char *word);

/* How many letters differ between two words, counting a swap of neighbours as
 * one. Words longer than 31 letters are cut. */
size_t cli_spelling_distance(const char *a, const char *b);

#endif
