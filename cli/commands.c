/* The table of commands: a new command is one new file and one line here. */
#include <string.h>

#include "command.h"

extern const cli_command cli_command_map, cli_command_show, cli_command_score,
    cli_command_homes,
    cli_command_fetch, cli_command_compile, cli_command_train,
    cli_command_help_,
    cli_command_version, cli_command_man, cli_command_completion;

const cli_command *const cli_commands[] = {
    &cli_command_map,        &cli_command_show,
    &cli_command_score,      &cli_command_homes,
    &cli_command_fetch,      &cli_command_compile,    &cli_command_train,
    &cli_command_help_,      &cli_command_version,    &cli_command_man,
    &cli_command_completion, NULL,
};

const cli_command *cli_command_named(const char *name) {
  for (size_t i = 0; cli_commands[i]; i++)
    if (strcmp(cli_commands[i]->name, name) == 0) return cli_commands[i];
  return NULL;
}
