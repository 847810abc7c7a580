/* geomention train: a model of one's own, from articles with marked names.
 *
 * The trainer is a program of its own, geomention-train, since it calls what
 * the library hides; this command finds its files and gives way to it. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "batch.h"
#include "data.h"
#include "options.h"
#include "say.h"

static const cli_option options[] = {
    {"output", 'o', "FOLDER", "gets geomention.model and recogniser.model"},
    {"uses", 0, "PATH",
     "articles whose names are marked LITERAL, ASSOCIATIVE or EMBEDDED; may be "
     "given several times"},
    {"words", 0, "PATH",
     "the recogniser to begin from, else the recogniser.model beside the "
     "model; one of `geomention-train words` knows word classes and no names"},
    {"believed", 0, "PATH",
     "a model whose weights are believed before; else the model's own"},
    {"gazetteer", 'g', "PATH", "the compiled gazetteer, else world.gaz"},
    CLI_MODEL_OPTION,
    {"jobs", 'j', "N", "threads; default: one per processor"},
    {NULL, 0, NULL, NULL},
};

enum { WORDS_MOST = 18 }; /* besides corpora of names and of uses */

typedef struct line {
  char **words;
  size_t count;
} line;

static void add(line *to, const char *option, const char *value) {
  if (!value) return;
  to->words[to->count++] = (char *)(uintptr_t)option;
  to->words[to->count++] = (char *)(uintptr_t)value;
}

/* recogniser.model in the folder of the model. */
static void name_words(const char *model, char path[PATH_MAX]) {
  const char *slash = strrchr(model, '/');
  int folder = slash ? (int)(slash - model) : 1;
  snprintf(path, PATH_MAX, "%.*s/recogniser.model", folder,
           slash ? model : ".");
}

/* Becomes the trainer; returns only where that fails. */
static cli_exit give_way(const char *program, char **words) {
  execv(program, words);
  cli_say("%s cannot be run: %s", program, strerror(errno));
  return CLI_EXIT_SOME_FAILED;
}

static cli_exit begin(const cli_arguments *arguments, line *to) {
  static char program[PATH_MAX], gazetteer[PATH_MAX], model[PATH_MAX],
      words[PATH_MAX], jobs[32];
  uint64_t threads = 0;
  if (!cli_batch_jobs(arguments, &threads)) return CLI_EXIT_USAGE;
  cli_exit code = cli_data_paths(arguments, gazetteer, model);
  if (code) return code;
  if (!cli_data_program("geomention-train", program)) {
    cli_say(
        "there is no geomention-train beside this program; build it with "
        "./quickstart (a build of the shared library has none)");
    return CLI_EXIT_DATA;
  }
  name_words(model, words);
  snprintf(jobs, sizeof jobs, "%" PRIu64, threads);
  const char *given = cli_given(arguments, "words"), *uses;
  add(to, "geomention-train", "model");
  add(to, "--gazetteer", gazetteer);
  add(to, "--from", model);
  add(to, "--words", given ? given : words);
  add(to, "--believed", cli_given(arguments, "believed"));
  add(to, "--jobs", jobs);
  for (size_t at = 0; (uses = cli_given_next(arguments, "uses", &at));)
    add(to, "--uses", uses);
  add(to, "-o", cli_given(arguments, "output"));
  for (size_t i = 0; i < arguments->operand_count; i++)
    to->words[to->count++] = arguments->operands[i];
  return give_way(program, to->words);
}

static cli_exit run_train(const cli_arguments *arguments) {
  const char *wrong = NULL;
  if (!arguments->operand_count)
    wrong = "name the articles to learn from (train/README.md)";
  else if (!cli_given(arguments, "output"))
    wrong = "name the folder of the model to write with -o FOLDER";
  if (wrong) {
    cli_say("%s", wrong);
    return CLI_EXIT_USAGE;
  }
  line to = {.words = calloc(arguments->operand_count + WORDS_MOST +
                                 2 * arguments->given_count,
                             sizeof *to.words)};
  cli_exit code = to.words ? begin(arguments, &to) : CLI_EXIT_SOME_FAILED;
  free(to.words);
  return code;
}

const cli_command cli_command_train = {
    .name = "train",
    .summary = "learn a model from articles with marked names",
    .usage = "[OPTIONS] ARTICLES.jsonl... -o FOLDER",
    .details =
        "ARTICLES are JSON lines: {\"id\", \"text\", \"spans\": [[8, 12, "
        "\"PLACE\"]], \"partial\": true}; positions count code points, and "
        "\"partial\" says that only places are marked.\n"
        "What the model knows already is where the learning begins, so a "
        "few dozen articles of one's own are enough, and a minute; "
        "train/README.md tells how the shipped model was made. Use the new "
        "model with --model FOLDER/geomention.model.",
    .options = options,
    .run = run_train,
};
