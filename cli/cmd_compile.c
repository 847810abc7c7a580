/* geomention compile: tables in, one gazetteer file out (gazetteer/README.md
 * describes the tables). */
#include <inttypes.h>

#include "batch.h"
#include "interrupt.h"
#include "options.h"
#include "progress.h"
#include "say.h"

static const cli_option options[] = {
    {"output", 'o', "PATH", "the gazetteer to write, such as world.gaz"},
    {"jobs", 'j', "N", "threads; default: one per processor"},
    {"quiet", 'q', NULL, "no progress, no line at the end"},
    {NULL, 0, NULL, NULL},
};

/* About 60 bytes a place: all of GeoNames needs more than the usual. */
static const size_t ceiling_bytes = (size_t)4 << 30;

/* What the library tells of its progress. */
static void show(void *user, const char *stage, uint64_t done, uint64_t whole) {
  (void)user;
  cli_progress_stage(stage, done, whole);
}

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
  bool quiet = cli_given(arguments, "quiet");
  uint64_t jobs = 0;
  if (!cli_batch_jobs(arguments, &jobs)) return CLI_EXIT_USAGE;
  if (!path || !arguments->operand_count) {
    cli_say(path ? "name the folders that hold the tables"
                 : "name the gazetteer to write with -o PATH");
    return CLI_EXIT_USAGE;
  }
  cli_interrupt_catch();
  gm_workspace *ws = cli_interrupt_workspace(ceiling_bytes);
  if (!ws) return CLI_EXIT_SOME_FAILED;
  gm_compiled compiled = {0};
  gm_compile_options how = {.threads = (unsigned)jobs,
                            .compiled = &compiled,
                            .progress = quiet ? NULL : show};
  if (!quiet) cli_progress_begin(0);
  gm_status status =
      gm_gazetteer_compile(ws, (const char *const *)arguments->operands,
                           arguments->operand_count, path, &how);
  cli_progress_end();
  cli_exit code = status ? failed(ws, status) : CLI_EXIT_DONE;
  if (!code && !quiet) code = report(ws, path, &compiled);
  gm_workspace_close(ws);
  return code;
}

const cli_command cli_command_compile = {
    .name = "compile",
    .summary = "make a gazetteer from tables",
    .usage = "[OPTIONS] FOLDER... -o PATH",
    .details =
        "Each FOLDER holds tables (*.tsv, *.tsv.zst) or words "
        "(LANGUAGE/*.txt), as gazetteer/README.md describes them. The "
        "same tables give the same bytes.",
    .options = options,
    .run = run_compile,
};
