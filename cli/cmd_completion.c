/* geomention completion: what a shell needs to complete our command lines,
 * from the table of commands.
 *
 *     source <(geomention completion bash)
 *
 * Option values and operands are completed as files. */
#include <string.h>

#include "options.h"
#include "say.h"

static const cli_option no_options[] = {{NULL, 0, NULL, NULL}};

static void print_names(const char *between) {
  for (size_t i = 0; cli_commands[i]; i++)
    printf("%s%s", i ? between : "", cli_commands[i]->name);
}

/* A function that offers commands as the first word, then options. */
static void bash(void) {
  printf(
      "_geomention() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]} words=\n"
      "  if [ \"$COMP_CWORD\" = 1 ]; then\n"
      "    words='");
  print_names(" ");
  printf(
      "'\n"
      "  else case $word in -*) case ${COMP_WORDS[1]} in\n");
  for (size_t i = 0; cli_commands[i]; i++) {
    printf("    %s) words='--help", cli_commands[i]->name);
    for (const cli_option *o = cli_commands[i]->options; o->name; o++)
      printf(" --%s", o->name);
    printf("' ;;\n");
  }
  printf(
      "  esac ;; esac; fi\n"
      "  [ -n \"$words\" ] || return\n"
      "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
      "}\n"
      "complete -o default -F _geomention geomention\n");
}

/* A string between single quotes, where one inside must be left out. */
static void print_quoted(const char *text) {
  putchar('\'');
  for (; *text; text++)
    if (*text != '\'') putchar(*text);
  putchar('\'');
}

/* The same for zsh; installed as _geomention it is found by itself. */
static void zsh(void) {
  printf(
      "#compdef geomention\n"
      "if (( CURRENT == 2 )); then\n"
      "  compadd -- ");
  print_names(" ");
  printf(
      "\n  return\nfi\n"
      "if [[ $words[CURRENT] != -* ]]; then _files; return; fi\n"
      "case $words[2] in\n");
  for (size_t i = 0; cli_commands[i]; i++) {
    printf("  %s) compadd -- --help", cli_commands[i]->name);
    for (const cli_option *o = cli_commands[i]->options; o->name; o++)
      printf(" --%s", o->name);
    printf(" ;;\n");
  }
  printf("esac\n");
}

/* fish takes a line an option, with its meaning. */
static void fish(void) {
  for (size_t i = 0; cli_commands[i]; i++) {
    const cli_command *command = cli_commands[i];
    printf("complete -c geomention -n __fish_use_subcommand -f -a %s -d ",
           command->name);
    print_quoted(command->summary);
    printf("\n");
    for (const cli_option *o = command->options; o->name; o++) {
      printf("complete -c geomention -n '__fish_seen_subcommand_from %s' -l %s",
             command->name, o->name);
      if (o->letter) printf(" -s %c", o->letter);
      printf("%s -d ", o->argument ? " -r" : "");
      print_quoted(o->meaning);
      printf("\n");
    }
  }
}

static cli_exit run_completion(const cli_arguments *arguments) {
  const char *shell = arguments->operand_count ? arguments->operands[0] : "";
  if (strcmp(shell, "bash") == 0) {
    bash();
  } else if (strcmp(shell, "zsh") == 0) {
    zsh();
  } else if (strcmp(shell, "fish") == 0) {
    fish();
  } else {
    cli_say("name the shell: geomention completion bash, zsh or fish");
    return CLI_EXIT_USAGE;
  }
  return cli_say_finished(CLI_EXIT_DONE);
}

const cli_command cli_command_completion = {
    .name = "completion",
    .summary = "print what a shell needs to complete command lines",
    .usage = "bash|zsh|fish",
    .details = "For bash: source <(geomention completion bash)",
    .options = no_options,
    .run = run_completion,
};
