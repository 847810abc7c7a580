/* See data.h. */
#include "data.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "options.h"
#include "say.h"

static const char gazetteer_file[] = "world.gaz";
static const char model_file[] = "geomention.model";

/* Whether folder/file can be read; its path is written to `path`. */
static bool holds(const char *folder, const char *file, char path[PATH_MAX]) {
  int size = snprintf(path, PATH_MAX, "%s/%s", folder, file);
  return size < PATH_MAX && access(path, R_OK) == 0;
}

/* The folder of the running program, or "." where the system does not say. */
static void program_folder(char folder[PATH_MAX]) {
  ssize_t size = readlink("/proc/self/exe", folder, PATH_MAX - 1);
  folder[size > 0 ? size : 0] = 0;
  char *slash = strrchr(folder, '/');
  if (slash)
    *slash = 0;
  else
    strcpy(folder, ".");
}

/* Beside the program, as in build/, or in share/ of the prefix it lies in. */
static bool beside_the_program(const char *file, char path[PATH_MAX]) {
  char folder[PATH_MAX], share[PATH_MAX + 32];
  program_folder(folder);
  snprintf(share, sizeof share, "%s/../share/geomention", folder);
  return holds(folder, file, path) || holds(share, file, path);
}

/* $GEOMENTION_DATA, or NULL where it is not set. */
static const char *named_folder(void) {
  const char *folder = getenv("GEOMENTION_DATA");
  return folder && *folder ? folder : NULL;
}

/* Whether $GEOMENTION_DATA, where it is set, holds one of the two files. */
static bool named_folder_is_good(void) {
  const char *folder = named_folder();
  char path[PATH_MAX];
  if (!folder || holds(folder, gazetteer_file, path) ||
      holds(folder, model_file, path))
    return true;
  cli_say(
      "GEOMENTION_DATA is %s, which holds neither %s nor %s; set it to a "
      "folder that does, or unset it",
      folder, gazetteer_file, model_file);
  return false;
}

/* Looks for a file where data usually lies. */
static bool find(const char *file, const char *what, const char *option,
                 char path[PATH_MAX]) {
  const char *named = named_folder();
  if (named && holds(named, file, path)) return true;
  if (beside_the_program(file, path)) return true;
  if (holds(GM_DATA_DIR, file, path)) return true;
  cli_say(
      "there is no %s: %s is neither beside the program nor in %s; build "
      "it with ./quickstart, or name one with --%s PATH",
      what, file, GM_DATA_DIR, option);
  return false;
}

/* What the library said of the file, and what to do about it. */
static cli_exit unusable(gm_workspace *ws, const char *path, gm_status status) {
  char sentence[1024];
  snprintf(sentence, sizeof sentence, "%s; %s", gm_workspace_message(ws),
           gm_status_advice(status));
  cli_say_of(path, 0, sentence);
  return CLI_EXIT_DATA;
}

/* An overlay's faults are told as they are: they name line and column. */
static cli_exit lay_overlays(gm_workspace *ws, const cli_arguments *arguments,
                             cli_data *out) {
  const char *path;
  for (size_t at = 0; (path = cli_given_next(arguments, "overlay", &at));) {
    if (out->layer_count == CLI_LAYERS_MAX) {
      cli_say("more than %d overlays; join some", CLI_LAYERS_MAX - 1);
      return CLI_EXIT_USAGE;
    }
    if (gm_gazetteer_overlay(ws, out->gazetteer, path, &out->gazetteer)) {
      cli_say("%s", gm_workspace_message(ws));
      return CLI_EXIT_DATA;
    }
    out->layers[out->layer_count++] = out->gazetteer;
  }
  return CLI_EXIT_DONE;
}

cli_exit cli_data_open_gazetteer(gm_workspace *ws,
                                 const cli_arguments *arguments,
                                 cli_data *out) {
  char found[PATH_MAX];
  const char *path = cli_given(arguments, "gazetteer");
  if (!path) {
    if (!named_folder_is_good() ||
        !find(gazetteer_file, "gazetteer", "gazetteer", found))
      return CLI_EXIT_DATA;
    path = found;
  }
  gm_status status = gm_gazetteer_open(ws, path, &out->gazetteer);
  if (status) return unusable(ws, path, status);
  out->layers[out->layer_count++] = out->gazetteer;
  cli_exit code = lay_overlays(ws, arguments, out);
  if (code) cli_data_close(out);
  return code;
}

/* The same way for the model. */
static cli_exit open_model(gm_workspace *ws, const cli_arguments *arguments,
                           cli_data *out) {
  char found[PATH_MAX];
  const char *path = cli_given(arguments, "model");
  if (!path) {
    if (!find(model_file, "model", "model", found)) return CLI_EXIT_DATA;
    path = found;
  }
  gm_status status = gm_model_open(ws, path, &out->model);
  return status ? unusable(ws, path, status) : CLI_EXIT_DONE;
}

cli_exit cli_data_open(gm_workspace *ws, const cli_arguments *arguments,
                       cli_data *out) {
  cli_exit code = cli_data_open_gazetteer(ws, arguments, out);
  if (code) return code;
  code = open_model(ws, arguments, out);
  if (code) cli_data_close(out);
  return code;
}

/* The faults of decisions are told as they are too. */
cli_exit cli_data_decide(gm_workspace *ws, const char *path, cli_data *data) {
  if (!gm_decisions_open(ws, data->gazetteer, path, &data->decisions))
    return CLI_EXIT_DONE;
  cli_say("%s", gm_workspace_message(ws));
  return CLI_EXIT_DATA;
}

const gm_gazetteer *cli_data_gazetteer(const cli_data *data) {
  return data->decisions ? gm_decisions_gazetteer(data->decisions)
                         : data->gazetteer;
}

/* The path that an option names, or the usual one. */
static bool choose_path(const cli_arguments *arguments, const char *option,
                        const char *file, char path[PATH_MAX]) {
  const char *given = cli_given(arguments, option);
  if (!given) return find(file, option, option, path);
  snprintf(path, PATH_MAX, "%s", given);
  return true;
}

cli_exit cli_data_paths(const cli_arguments *arguments,
                        char gazetteer[PATH_MAX], char model[PATH_MAX]) {
  bool found = named_folder_is_good() &&
               choose_path(arguments, "gazetteer", gazetteer_file, gazetteer) &&
               choose_path(arguments, "model", model_file, model);
  return found ? CLI_EXIT_DONE : CLI_EXIT_DATA;
}

bool cli_data_program(const char *name, char path[PATH_MAX]) {
  char folder[PATH_MAX];
  program_folder(folder);
  return holds(folder, name, path);
}

void cli_data_close(cli_data *data) {
  gm_decisions_close(data->decisions);
  gm_model_close(data->model);
  while (data->layer_count)
    gm_gazetteer_close(data->layers[--data->layer_count]);
  *data = (cli_data){0};
}
