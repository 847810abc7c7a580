/* geomention-train: makes the two files of a model. See train/README.md;
 * `geomention train` calls it.
 *
 *     geomention-train words CLASSES.tsv -o WORDS
 *     geomention-train model --gazetteer G --from TEXT_MODEL --words WORDS
 *                            [--uses USES]... -o FOLDER CORPUS...
 *     geomention-train rank  --gazetteer G --from TEXT_MODEL -o OUT GOLD...
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"

static const struct {
  const char *name;
  gm_status (*run)(gm_workspace *ws, const command *given);
} commands[] = {
    {"words", command_words},
    {"model", command_model},
    {"rank", command_rank},
    {"options", command_options},
};

static int usage(void) {
  fprintf(
      stderr,
      "usage: geomention-train words CLASSES.tsv -o WORDS\n"
      "       geomention-train model --gazetteer FILE --from MODEL "
      "--words FILE --believed FILE\n"
      "         [--uses CORPUS.jsonl]... [--runs N] [--epochs N] [--rate R] "
      "[--decay D] [--home H]\n"
      "         [--fewest N] [--least W] [--copied SHARE] [--pull ROWS] "
      "[--but-fold F]\n"
      "         [--kept 1] [--alone 1] [--without FAMILY,FAMILY] [--jobs N]\n"
      "         -o FOLDER CORPUS.jsonl...\n"
      "       geomention-train rank --gazetteer FILE --from MODEL "
      "[--but-fold F]\n"
      "         [--pull ROWS] -o MODEL GOLD.jsonl...\n");
  return 2;
}

/* One option with its value; false: there is none of this name. */
static bool take_option(command *given, const char *name, const char *value) {
  const struct {
    const char *name;
    const char **text;
    double *number;
  } options[] = {
      {"--gazetteer", &given->gazetteer, NULL},
      {"--from", &given->from, NULL},
      {"--words", &given->words, NULL},
      {"--believed", &given->believed, NULL},
      {"--without", &given->without, NULL},
      {"--uses", &given->uses[given->use_count], NULL},
      {"-o", &given->out, NULL},
      {"--runs", NULL, &given->runs},
      {"--epochs", NULL, &given->epochs},
      {"--rate", NULL, &given->rate},
      {"--decay", NULL, &given->decay},
      {"--home", NULL, &given->home},
      {"--fewest", NULL, &given->fewest},
      {"--least", NULL, &given->least},
      {"--copied", NULL, &given->copied},
      {"--pull", NULL, &given->pull},
      {"--but-fold", NULL, &given->but_fold},
      {"--kept", NULL, &given->kept},
      {"--alone", NULL, &given->alone},
      {"--jobs", NULL, &given->jobs},
  };
  for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
    if (strcmp(options[i].name, name) != 0) continue;
    if (options[i].text) *options[i].text = value;
    if (options[i].number) *options[i].number = strtod(value, NULL);
    given->use_count += strcmp(name, "--uses") == 0;
    return true;
  }
  return false;
}

static bool read_line(command *given, int argc, char **argv) {
  for (int i = 2; i < argc; i++) {
    if (argv[i][0] != '-') {
      given->paths[given->path_count++] = argv[i];
      continue;
    }
    if (i + 1 == argc || !take_option(given, argv[i], argv[i + 1]))
      return false;
    i++;
  }
  bool prints = strcmp(argv[1], "options") == 0;
  return (given->out || prints) && given->path_count;
}

static int run(const command *given, const char *name) {
  gm_workspace *ws = gm_workspace_open((size_t)4 << 30);
  for (size_t c = 0; c < sizeof commands / sizeof *commands; c++) {
    if (strcmp(commands[c].name, name) != 0) continue;
    gm_status status = commands[c].run(ws, given);
    if (status != GM_OK)
      fprintf(stderr, "geomention-train: %s\n", gm_workspace_message(ws));
    gm_workspace_close(ws);
    return status != GM_OK;
  }
  gm_workspace_close(ws);
  return usage();
}

int main(int argc, char **argv) {
  command given = {.runs = 3,
                   .epochs = 4,
                   .rate = 0.04,
                   .decay = 1e-6,
                   .home = 0.3,
                   .fewest = 5,
                   .least = 0.12,
                   .copied = 0.08,
                   .but_fold = -1,
                   .pull = -1};
  given.paths = calloc((size_t)argc, sizeof *given.paths);
  given.uses = calloc((size_t)argc, sizeof *given.uses);
  bool is_read =
      argc > 1 && given.paths && given.uses && read_line(&given, argc, argv);
  if (is_read && given.pull < 0) /* few weights, or few questions */
    given.pull = strcmp(argv[1], "rank") == 0 ? 1 : 13;
  int result = is_read ? run(&given, argv[1]) : usage();
  free(given.paths);
  free(given.uses);
  return result;
}
