/* See inputs.h. */
#include "inputs.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "say.h"

/* -------------------------------------------------------------- listing -- */

/* Follows links, as reading does. */
static bool is_folder(const char *path) {
  struct stat about;
  return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

/* Takes over `path`, which may be NULL: there was no memory for it. */
static bool add(cli_inputs *inputs, char *path) {
  if (path && inputs->count == inputs->capacity) {
    size_t larger = inputs->capacity ? inputs->capacity * 2 : 16;
    char **paths = realloc(inputs->paths, larger * sizeof *paths);
    if (!paths) {
      free(path);
      path = NULL;
    } else {
      inputs->paths = paths;
      inputs->capacity = larger;
    }
  }
  if (!path) {
    cli_say("no memory for the names of the inputs; name fewer at once");
    return false;
  }
  inputs->paths[inputs->count++] = path;
  return true;
}

/* Without regard to case, as reading chooses the format. */
static bool ends(const char *name, const char *ending) {
  size_t size = strlen(name), tail = strlen(ending);
  return size > tail && strcasecmp(name + size - tail, ending) == 0;
}

/* Names of articles; hidden files are none. */
static int is_article(const struct dirent *entry) {
  const char *name = entry->d_name;
  return name[0] != '.' && (ends(name, ".txt") || ends(name, ".json") ||
                            ends(name, ".jsonl") || ends(name, ".ndjson"));
}

/* By bytes, so that the order is the same in every locale. */
static int by_name(const struct dirent **a, const struct dirent **b) {
  return strcmp((*a)->d_name, (*b)->d_name);
}

/* folder/name in memory of its own; NULL: there is none. */
static char *joined(const char *folder, const char *name) {
  const char *slash = ends(folder, "/") || !strcmp(folder, "/") ? "" : "/";
  char *path = NULL;
  return asprintf(&path, "%s%s%s", folder, slash, name) < 0 ? NULL : path;
}

/* A folder that cannot be read stays in the list, so that it is reported. */
static bool add_folder(cli_inputs *inputs, const char *folder) {
  struct dirent **entries = NULL;
  int count = scandir(folder, &entries, is_article, by_name);
  bool good = count >= 0 || add(inputs, strdup(folder));
  if (!count) {
    cli_say("%s holds no .txt, .json, .jsonl or .ndjson file", folder);
    inputs->failed++;
  }
  for (int i = 0; i < count; i++) {
    good = good && add(inputs, joined(folder, entries[i]->d_name));
    free(entries[i]);
  }
  free(entries);
  return good;
}

/* ------------------------------------------------------- named only once -- */

/* A file, whatever it is called: news/a.txt, ./news//a.txt, a link to it. */
typedef struct identity {
  dev_t device;
  ino_t number;
  size_t at; /* in the list */
} identity;

static int by_identity(const void *a, const void *b) {
  const identity *one = a, *other = b;
  if (one->device != other->device) return one->device < other->device ? -1 : 1;
  if (one->number != other->number) return one->number < other->number ? -1 : 1;
  return one->at < other->at ? -1 : one->at > other->at;
}

/* The files among the inputs, equal ones beside each other, the first first.
 * NULL: no memory. @owner the caller: free */
static identity *identify(const cli_inputs *inputs, size_t *count) {
  identity *files = calloc(inputs->count + 1, sizeof *files);
  *count = 0;
  for (size_t i = 0; files && i < inputs->count; i++) {
    struct stat about;
    if (!stat(inputs->paths[i], &about) && S_ISREG(about.st_mode))
      files[(*count)++] = (identity){about.st_dev, about.st_ino, i};
  }
  if (files) qsort(files, *count, sizeof *files, by_identity);
  return files;
}

/* Takes out the inputs without a path. */
static void close_gaps(cli_inputs *inputs) {
  size_t kept = 0;
  for (size_t i = 0; i < inputs->count; i++)
    if (inputs->paths[i]) inputs->paths[kept++] = inputs->paths[i];
  inputs->count = kept;
}

static void say_twice(const char *path, size_t count) {
  if (count == 1)
    cli_say("%s is named twice; it is read once", path);
  else
    cli_say("%zu files are named again, such as %s; each is read once", count,
            path);
}

/* Takes out what was listed before, so that no article is counted twice. */
static bool drop_repeated(cli_inputs *inputs) {
  size_t count, repeated = 0, first = inputs->count;
  char *example = NULL;
  identity *files = identify(inputs, &count);
  if (!files) cli_say("no memory for %zu inputs", inputs->count);
  for (size_t i = 1; files && i < count; i++) {
    if (files[i].device != files[i - 1].device ||
        files[i].number != files[i - 1].number)
      continue;
    char **path = &inputs->paths[files[i].at];
    free(files[i].at < first ? example : *path);
    if (files[i].at < first) example = *path, first = files[i].at;
    *path = NULL;
    repeated++;
  }
  if (repeated) say_twice(example, repeated);
  free(example);
  close_gaps(inputs);
  bool good = files != NULL;
  free(files);
  return good;
}

/* --------------------------------------------------------------- the list --
 */

/* The bytes of all inputs, or 0 where one is a pipe. */
static uint64_t sum_bytes(const cli_inputs *inputs) {
  uint64_t sum = 0;
  for (size_t i = 0; i < inputs->count; i++) {
    struct stat about;
    if (strcmp(inputs->paths[i], "-") == 0) return 0;
    if (stat(inputs->paths[i], &about)) continue;
    if (!S_ISREG(about.st_mode)) return 0;
    sum += (uint64_t)about.st_size;
  }
  return sum;
}

bool cli_inputs_list(const cli_arguments *arguments, cli_inputs *out) {
  *out = (cli_inputs){0};
  for (size_t i = 0; i < arguments->operand_count; i++) {
    const char *path = arguments->operands[i];
    bool folder = strcmp(path, "-") != 0 && is_folder(path);
    if (!(folder ? add_folder(out, path) : add(out, strdup(path))))
      return false;
  }
  if (!drop_repeated(out)) return false;
  out->whole_bytes = sum_bytes(out);
  return true;
}

void cli_inputs_close(cli_inputs *inputs) {
  for (size_t i = 0; i < inputs->count; i++) free(inputs->paths[i]);
  free(inputs->paths);
  *inputs = (cli_inputs){0};
}

/* A pipe is not opened: that would wait for its writer, or take its bytes. */
static bool may_be_opened(const char *path) {
  struct stat about;
  if (strcmp(path, "-") == 0) return true;
  return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

/* Opens and closes an input. Opening may look at the first bytes of a file;
 * where that is standard input, they are given back. */
static gm_status try_to_open(gm_workspace *ws, const char *path,
                             const gm_read_options *options) {
  gm_source *source = NULL;
  bool standard = strcmp(path, "-") == 0;
  off_t at = standard ? lseek(STDIN_FILENO, 0, SEEK_CUR) : -1;
  gm_status status = gm_source_open(ws, path, options, &source);
  if (!status) gm_source_close(source);
  if (at >= 0) lseek(STDIN_FILENO, at, SEEK_SET);
  return status;
}

bool cli_inputs_fit(gm_workspace *ws, const cli_inputs *inputs,
                    const gm_read_options *options) {
  for (size_t i = 0; i < inputs->count; i++) {
    if (!may_be_opened(inputs->paths[i])) continue;
    gm_status status = try_to_open(ws, inputs->paths[i], options);
    if (status != GM_MISUSE && status != GM_BAD_ENCODING) continue;
    cli_say("%s", gm_workspace_message(ws));
    return false;
  }
  return true;
}

bool cli_inputs_have(const cli_inputs *inputs, const char *path) {
  struct stat output, input;
  if (stat(path, &output) || !S_ISREG(output.st_mode)) return false;
  for (size_t i = 0; i < inputs->count; i++)
    if (stat(inputs->paths[i], &input) == 0 && output.st_dev == input.st_dev &&
        output.st_ino == input.st_ino)
      return true;
  return false;
}
