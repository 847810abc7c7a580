/* geomention man: the manual page, in the language of man(7), from the table
 * of commands. docs/man/geomention.1 is its output; a test compares the two. */
#include <ctype.h>
#include <string.h>

#include "options.h"
#include "say.h"

/* Text with what man(7) would take for its own escaped. */
static void print_text(const char *text) {
  for (; *text; text++) {
    if (*text == '\\')
      fputs("\\e", stdout);
    else if (*text == '-')
      fputs("\\-", stdout);
    else if (*text == '\n')
      fputs("\n.PP\n", stdout);
    else
      putchar(*text);
  }
}

/* A tagged paragraph: the option in bold, what it takes in italics. */
static void print_option(const cli_option *option) {
  printf(".TP\n");
  if (option->letter) printf("\\fB\\-%c\\fR, ", option->letter);
  printf("\\fB\\-\\-");
  print_text(option->name);
  printf("\\fR");
  if (option->argument) printf(" \\fI%s\\fR", option->argument);
  printf("\n");
  print_text(option->meaning);
  printf("\n");
}

/* A subsection with the summary as its first sentence. */
static void print_command(const cli_command *command) {
  printf(".SS geomention %s%s", command->name, *command->usage ? " " : "");
  print_text(command->usage);
  printf("\n");
  putchar(toupper((unsigned char)command->summary[0]));
  print_text(command->summary + 1);
  printf(".\n.PP\n");
  print_text(command->details);
  printf("\n");
  for (const cli_option *o = command->options; o->name; o++) print_option(o);
}

static const char foot[] =
    ".SH EXIT STATUS\n"
    ".TP\n0\nall was done\n"
    ".TP\n1\nsome inputs failed (each is reported), or nothing was found\n"
    ".TP\n2\nthe command line is wrong\n"
    ".TP\n3\nthe gazetteer or the model is missing or cannot be used\n"
    ".TP\n4\nthe output cannot be written\n"
    ".TP\n130\ninterrupted\n"
    ".SH ENVIRONMENT\n"
    ".TP\nGEOMENTION_DATA\n"
    "a folder that holds world.gaz, geomention.model or both; without it, and "
    "for what it does not hold, they are looked for beside the program, then "
    "in its prefix under share/geomention\n"
    ".SH EXAMPLES\n"
    ".nf\n"
    "geomention map article.txt \\-o map.geojson\n"
    "geomention map news/*.txt \\-o news.geojson\n"
    "geomention map \\- < article.txt\n"
    "geomention map \\-\\-explain article.txt\n"
    "geomention show Paris\n"
    "geomention score gold.jsonl\n"
    ".fi\n";

static const cli_option no_options[] = {{NULL, 0, NULL, NULL}};

static cli_exit run_man(const cli_arguments *arguments) {
  (void)arguments;
  printf(".TH GEOMENTION 1 \"\" \"geomention %s\"\n", gm_version());
  printf(
      ".SH NAME\ngeomention \\- find the places that articles speak of and "
      "map them\n");
  printf(".SH SYNOPSIS\n.B geomention\n.I COMMAND\n[\\fIOPTIONS\\fR] ...\n");
  printf(".SH COMMANDS\nEvery command understands \\fB\\-\\-help\\fR.\n");
  for (size_t i = 0; cli_commands[i]; i++) print_command(cli_commands[i]);
  fputs(foot, stdout);
  return cli_say_finished(CLI_EXIT_DONE);
}

const cli_command cli_command_man = {
    .name = "man",
    .summary = "print the manual page",
    .usage = "",
    .details = "Read it with: geomention man | man -l -",
    .options = no_options,
    .run = run_man,
};
