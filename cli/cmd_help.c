/* geomention help: what the tables of commands and options say, in columns. */
#include <string.h>

#include "options.h"
#include "say.h"
#include "text.h"

enum { MARGIN = 2, COLUMN = 24 };

/* -o, --output PATH     meaning; on a line of its own where it is long. */
static void print_option(const cli_option *option) {
  char shown[64];
  bool valued = option->argument != NULL;
  int size = snprintf(
      shown, sizeof shown, "%s--%s%s%s",
      option->letter ? (char[]){'-', option->letter, ',', ' ', 0} : "    ",
      option->name, valued ? " " : "", valued ? option->argument : "");
  printf("%*s%s", MARGIN, "", shown);
  if (MARGIN + size + 2 > COLUMN)
    printf("\n%*s", COLUMN, "");
  else
    printf("%*s", COLUMN - MARGIN - size, "");
  cli_text_wrap(option->meaning, COLUMN, COLUMN);
}

/* The help of one command, all of it from the table. */
static void print_command(const cli_command *command) {
  printf("usage: geomention %s%s%s\n\n", command->name,
         *command->usage ? " " : "", command->usage);
  printf("%s: %s.\n\n", command->name, command->summary);
  cli_text_wrap(command->details, 0, 0);
  printf("\noptions:\n");
  for (const cli_option *o = command->options; o->name; o++) print_option(o);
  print_option(&cli_option_help);
}

/* The commands, a line each, and what most people want. */
static void print_program(void) {
  printf("usage: geomention COMMAND ...\n\n");
  printf("Finds the places that articles speak of and maps them.\n\n");
  for (size_t i = 0; cli_commands[i]; i++)
    printf("  %-12s %s\n", cli_commands[i]->name, cli_commands[i]->summary);
  printf(
      "\n'geomention COMMAND --help' describes a command. For example:\n\n"
      "  geomention map article.txt -o map.geojson\n"
      "  geomention map --explain article.txt\n"
      "  geomention show Paris\n");
}

void cli_command_help(const cli_command *command) {
  if (command)
    print_command(command);
  else
    print_program();
}

static const cli_option no_options[] = {{NULL, 0, NULL, NULL}};

static cli_exit run_help(const cli_arguments *arguments) {
  const cli_command *command = NULL;
  if (arguments->operand_count) {
    const char *name = arguments->operands[0];
    command = cli_command_named(name);
    if (!command) {
      cli_say_unknown("command", name, cli_command_like(name),
                      "'geomention help' lists the commands");
      return CLI_EXIT_USAGE;
    }
  }
  cli_command_help(command);
  return cli_say_finished(CLI_EXIT_DONE);
}

const cli_command cli_command_help_ = {
    .name = "help",
    .summary = "list the commands, or describe one",
    .usage = "[COMMAND]",
    .details = "The same as geomention --help and geomention COMMAND --help.",
    .options = no_options,
    .run = run_help,
};
