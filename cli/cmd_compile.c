/* geomention compile: tables in, one gazetteer file out (gazetteer/README.md
 * describes the tables). */
#include <inttypes.h>

#include "interrupt.h"
#include "options.h"
#include "say.h"

static const cli_option options[] = {
    {"output", 'o', "PATH", "the gazetteer to write, such as world.gaz"},
    {"quiet", 'q', NULL, "no line at the end"},
    {NULL, 0, NULL, NULL},
};

/* About 300 bytes a name: the world's tables need more than the usual. */
static const size_t ceiling_bytes = (size_t)4 << 30;

/* Tables at fault, an output that cannot be written, or Ctrl-C. */
static cli_exit failed(gm_workspace *ws, gm_status status) {
  if (cli_interrupted()) {
    cli_say("interrupted; no gazetteer was written");
    return CLI_EXIT_INTERRUPTED;
  }
  cli_say("%s", gm_workspace_message(ws));
  return status == GM_CANNOT_WRITE ? CLI_EXIT_OUTPUT : CLI_EXIT_SOME_FAILED;
}

/* Opens what was written, so that it is known to be good. */
static cli_exit report(gm_workspace *ws, const char *path,
                       const gm_compiled *compiled) {
  gm_gazetteer *gazetteer;
  if (gm_gazetteer_open(ws, path, &gazetteer)) {
    cli_say("%s", gm_workspace_message(ws));
    return CLI_EXIT_DATA;
  }
  gm_gazetteer_info info = gm_gazetteer_about(gazetteer);
  fprintf(stderr, "%.*s%s: %u places, %u names, ", (int)compiled->remarks.size,
          compiled->remarks.bytes, path, info.places, info.names);
  if (compiled->merged || compiled->left_out)
    fprintf(stderr, "%" PRIu64 " rows merged, %" PRIu64 " left out, ",
            compiled->merged, compiled->left_out);
  fprintf(stderr, "%.1f MB\n", (double)info.size_bytes * 1e-6);
  gm_gazetteer_close(gazetteer);
  return CLI_EXIT_DONE;
}

static cli_exit run_compile(const cli_arguments *arguments) {
  const char *path = cli_given(arguments, "output");
  if (!path || !arguments->operand_count) {
    cli_say(path ? "name the folders that hold the tables"
                 : "name the gazetteer to write with -o PATH");
    return CLI_EXIT_USAGE;
  }
  cli_interrupt_catch();
  gm_workspace *ws = cli_interrupt_workspace(ceiling_bytes);
  if (!ws) return CLI_EXIT_SOME_FAILED;
  gm_compiled compiled;
  gm_status status =
      gm_gazetteer_compile_told(ws, (const char *const *)arguments->operands,
                                arguments->operand_count, path, &compiled);
  cli_exit code = status ? failed(ws, status) : CLI_EXIT_DONE;
  if (!code && !cli_given(arguments, "quiet"))
    code = report(ws, path, &compiled);
  gm_workspace_close(ws);
  return code;
}

const cli_command cli_command_compile = {
    .name = "compile",
    .summary = "make a gazetteer from tables and public dumps",
    .usage = "[OPTIONS] FOLDER|FILE... -o PATH",
    .details =
        "Each FOLDER holds tables (*.tsv, *.tsv.zst) or words "
        "(LANGUAGE/*.txt), as gazetteer/README.md describes them; or files as "
        "GeoNames and Natural Earth publish them, packed (.zip, .gz, .zst) or "
        "not. It may be a single such file.\n"
        "Places that several of them know become one. Rows of publishers' "
        "files that make no sense are left out, counted and told at the end; "
        "in tables of our own kind any fault is an error. The same files give "
        "the same bytes.",
    .options = options,
    .run = run_compile,
};
