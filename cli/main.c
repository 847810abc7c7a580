/* geomention, the program: an article in, a map out.
 *
 * The first word of the command line names the command; the rest is the
 * command's. See command.h for the table that describes them all. */
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "command.h"
#include "options.h"
#include "say.h"

/* `geomention article.txt` is what people try first: tell them the rest. */
static cli_exit unknown_command(const char *name) {
  if (access(name, F_OK) == 0 && !cli_command_named(name))
    cli_say("'%s' is no command; did you mean 'geomention map %s'?", name,
            name);
  else
    cli_say_unknown("command", name, cli_command_like(name),
                    "'geomention help' lists the commands");
  return CLI_EXIT_USAGE;
}

static bool is_any(const char *word, const char *one, const char *other) {
  return strcmp(word, one) == 0 || strcmp(word, other) == 0;
}

static cli_exit run(int count, char **words) {
  if (count < 2) {
    cli_say("name a command; 'geomention help' lists the commands");
    return CLI_EXIT_USAGE;
  }
  const char *name = words[1];
  if (is_any(name, "--help", "-h")) name = "help";
  if (is_any(name, "--version", "-V")) name = "version";
  const cli_command *command = cli_command_named(name);
  if (!command) return unknown_command(name);

  cli_arguments arguments;
  if (!cli_options_read(command, words + 2, (size_t)count - 2, &arguments))
    return CLI_EXIT_USAGE;
  if (cli_given(&arguments, "help")) {
    cli_command_help(command);
    return cli_say_finished(CLI_EXIT_DONE);
  }
  if (!*command->usage && arguments.operand_count) {
    cli_say("%s takes nothing more; leave out '%s'", words[1],
            arguments.operands[0]);
    return CLI_EXIT_USAGE;
  }
  return command->run(&arguments);
}

int main(int count, char **words) {
  signal(SIGPIPE, SIG_IGN); /* a reader that left is an error to report */
  return (int)run(count, words);
}
