/* Learning a whole model: see command.h. The steps:
 *
 *     names     six recognisers: of all articles, and without each fifth
 *     weights   each fifth, read by the recogniser that has not seen it
 *     uses      into the recogniser of all articles */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "mention/recogniser.h"

enum { PATH_BYTES = 4096, FILES = 1 + CORPUS_FOLDS };

typedef struct paths {
  char bytes[FILES][PATH_BYTES], text[PATH_BYTES];
  const char *names[FILES];
} paths;

static void name_files(const char *folder, paths *out) {
  for (int i = 0; i < FILES; i++) {
    if (i == 0)
      snprintf(out->bytes[i], PATH_BYTES, "%s/recogniser.model", folder);
    else
      snprintf(out->bytes[i], PATH_BYTES, "%s/without%d.part", folder, i - 1);
    out->names[i] = out->bytes[i];
  }
  snprintf(out->text, PATH_BYTES, "%s/geomention.model", folder);
}

static gm_status make_folder(gm_workspace *ws, const char *path) {
  if (mkdir(path, 0777) == 0 || errno == EEXIST) return GM_OK;
  return gm_fail(ws, GM_CANNOT_WRITE, 0, "the folder %s cannot be made: %s",
                 path, strerror(errno));
}

static gm_status learn_with_words(gm_workspace *ws, const command *given,
                                  const gm_gazetteer *gazetteer,
                                  const paths *to) {
  gm_recogniser words = {0};
  if (given->kept > 0 && access(to->names[0], R_OK) == 0) return GM_OK;
  gm_status status = gm_recogniser_open(ws, given->words, &words);
  if (status == GM_OK)
    status = learn_names(ws, given, gazetteer, &words, to->names);
  gm_recogniser_close(&words);
  return status;
}

static gm_status learn(gm_workspace *ws, const command *given,
                       const gm_gazetteer *gazetteer, const paths *to) {
  gm_status status = learn_with_words(ws, given, gazetteer, to);
  if (given->alone > 0) return status;
  if (status == GM_OK)
    status = learn_weights(ws, given, gazetteer, to->names + 1, to->text);
  if (status == GM_OK && given->use_count)
    status = learn_uses(ws, given, gazetteer, to->names + 1, to->names[0]);
  for (int i = 1; i < FILES && given->kept == 0; i++) unlink(to->names[i]);
  return status;
}

gm_status command_model(gm_workspace *ws, const command *given) {
  gm_gazetteer *gazetteer = NULL;
  paths to;
  name_files(given->out, &to);
  gm_status status = make_folder(ws, given->out);
  if (status == GM_OK)
    status = gm_gazetteer_open(ws, given->gazetteer, &gazetteer);
  if (status == GM_OK) status = learn(ws, given, gazetteer, &to);
  gm_gazetteer_close(gazetteer);
  if (status != GM_OK) rmdir(given->out); /* goes only where it is empty */
  return status;
}
