/* geomention version: one line, as scripts expect it. */
#include "say.h"

static const cli_option no_options[] = {{NULL, 0, NULL, NULL}};

static cli_exit run_version(const cli_arguments *arguments) {
  (void)arguments;
  printf("geomention %s\n", gm_version());
  return cli_say_finished(CLI_EXIT_DONE);
}

const cli_command cli_command_version = {
    .name = "version",
    .summary = "print the version",
    .usage = "",
    .details = "The same as geomention --version.",
    .options = no_options,
    .run = run_version,
};
