/* See inputs.h. */
#include "inputs.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "say.h"

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

static bool ends(const char *name, const char *ending) {
  size_t size = strlen(name), tail = strlen(ending);
  return size > tail && strcmp(name + size - tail, ending) == 0;
}

/* Names of articles; hidden files are none. */
static int is_article(const struct dirent *entry) {
  const char *name = entry->d_name;
  return name[0] != '.' && (ends(name, ".txt") || ends(name, ".jsonl") ||
                            ends(name, ".ndjson") || ends(name, ".geojsonl"));
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

/* A folder without articles stays in the list, so that it is reported. */
static bool add_folder(cli_inputs *inputs, const char *folder) {
  struct dirent **entries = NULL;
  int count = scandir(folder, &entries, is_article, by_name);
  bool good = count > 0 || add(inputs, strdup(folder));
  for (int i = 0; i < count; i++) {
    good = good && add(inputs, joined(folder, entries[i]->d_name));
    free(entries[i]);
  }
  free(entries);
  return good;
}

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
  out->whole_bytes = sum_bytes(out);
  return true;
}

void cli_inputs_close(cli_inputs *inputs) {
  for (size_t i = 0; i < inputs->count; i++) free(inputs->paths[i]);
  free(inputs->paths);
  *inputs = (cli_inputs){0};
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
