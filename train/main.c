/* geomention-train: makes models/recogniser.model. See train/README.md.
 *
 *     geomention-train words CLASSES.tsv -o OUT
 *     geomention-train names --gazetteer G --from WORDS -o OUT CORPUS...
 *     geomention-train use   --gazetteer G --from MODEL -o OUT CORPUS...
 *     geomention-train weigh --gazetteer G --from TEXT_MODEL -o OUT CORPUS...
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
    {"names", command_names},
    {"use", command_use},
    {"weigh", command_weigh},
    {"rank", command_rank},
};

static int usage(void) {
  fprintf(stderr,
          "usage: geomention-train words CLASSES.tsv -o OUT\n"
          "       geomention-train names|use|weigh --gazetteer FILE --from "
          "MODEL -o OUT\n"
          "         [--epochs N] [--rate R] [--decay D] [--fewest N] "
          "[--least W] [--copied SHARE]\n"
          "         [--but-fold F] CORPUS.jsonl...\n");
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
      {"-o", &given->out, NULL},
      {"--epochs", NULL, &given->epochs},
      {"--rate", NULL, &given->rate},
      {"--decay", NULL, &given->decay},
      {"--fewest", NULL, &given->fewest},
      {"--least", NULL, &given->least},
      {"--copied", NULL, &given->copied},
      {"--but-fold", NULL, &given->but_fold},
      {"--but-fold2", NULL, &given->but_fold2},
      {"--pull", NULL, &given->pull},
      {"--recognisers", &given->recognisers, NULL},
      {"--believed", &given->believed, NULL},
      {"--without", &given->without, NULL},
  };
  for (size_t i = 0; i < sizeof options / sizeof *options; i++) {
    if (strcmp(options[i].name, name) != 0) continue;
    if (options[i].text) *options[i].text = value;
    if (options[i].number) *options[i].number = strtod(value, NULL);
    return true;
  }
  return false;
}

int main(int argc, char **argv) {
  command given = {.epochs = 3,
                   .rate = 0.1,
                   .decay = 1e-6,
                   .fewest = 5,
                   .least = 0.02,
                   .copied = 0.08,
                   .but_fold = -1,
                   .but_fold2 = -1,
                   .pull = 1};
  given.paths = calloc((size_t)argc, sizeof *given.paths);
  if (argc < 2 || !given.paths) return usage();
  for (int i = 2; i < argc; i++) {
    if (argv[i][0] != '-')
      given.paths[given.path_count++] = argv[i];
    else if (i + 1 == argc || !take_option(&given, argv[i], argv[i + 1]))
      return usage();
    else
      i++;
  }
  if (!given.out || !given.path_count) return usage();
  gm_workspace *ws = gm_workspace_open((size_t)4 << 30);
  for (size_t c = 0; c < sizeof commands / sizeof *commands; c++) {
    if (strcmp(commands[c].name, argv[1]) != 0) continue;
    gm_status status = commands[c].run(ws, &given);
    if (status != GM_OK)
      fprintf(stderr, "geomention-train: %s\n", gm_workspace_message(ws));
    gm_workspace_close(ws);
    free(given.paths);
    return status != GM_OK;
  }
  return usage();
}
