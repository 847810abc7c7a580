/* A command of the program, described once.
 *
 *     geomention map --to geojson -j 2 news/
 *                |        |         |    |
 *             command  option    option  operand
 *
 * The table of commands drives everything that has to know them: reading the
 * command line (options.c), --help, the manual page and the completions of the
 * shells. A new command is one new file and one line in commands.c. */
#ifndef GM_CLI_COMMAND_H
#define GM_CLI_COMMAND_H

#include <geomention.h>

/* How the program ends. */
typedef enum cli_exit {
  CLI_EXIT_DONE = 0,
  CLI_EXIT_SOME_FAILED = 1, /* some inputs failed, or nothing was found */
  CLI_EXIT_USAGE = 2,       /* the command line is wrong */
  CLI_EXIT_DATA = 3,        /* gazetteer or model missing or unusable */
  CLI_EXIT_OUTPUT = 4,      /* the output cannot be written */
  CLI_EXIT_INTERRUPTED = 130,
} cli_exit;

typedef struct cli_option {
  const char *name;     /* "output" for --output; NULL ends a table */
  char letter;          /* 'o' for -o; 0: none */
  const char *argument; /* what it takes, such as "PATH"; NULL: nothing */
  const char *meaning;  /* a phrase for the help, without a full stop */
} cli_option;

enum { CLI_OPTIONS_MAX = 40, CLI_GIVEN_MAX = 128 };

typedef struct cli_command cli_command;

/* A command line that has been read. */
typedef struct cli_arguments {
  const cli_command *command;
  const char *values[CLI_OPTIONS_MAX]; /* by option; NULL: not given */
  struct {
    int option;
    const char *value;
  } given[CLI_GIVEN_MAX]; /* the options in their order, for those that may be
                             given several times */
  size_t given_count;
  char **operands;
  size_t operand_count;
} cli_arguments;

struct cli_command {
  const char *name;
  const char *summary; /* one line: what it is for */
  const char *usage;   /* what stands behind the name */
  const char *details; /* paragraphs, each one line, parted by newlines */
  const cli_option *options;
  cli_exit (*run)(const cli_arguments *arguments);
};

/* All commands in the order of the help; NULL ends the table. */
extern const cli_command *const cli_commands[];

/* The command of that name, or NULL. */
const cli_command *cli_command_named(const char *name);

/* The help of one command, or of the program where command is NULL. */
void cli_command_help(const cli_command *command);

#endif
