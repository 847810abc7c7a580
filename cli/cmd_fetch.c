/* geomention fetch: the full public dumps, from their publishers or a mirror.
 *
 *     geomention fetch geonames
 *     geomention fetch geonames --countries UA,RU,IR -o data
 *     geomention fetch naturalearth --from https://mirror.example/naturalearth
 *
 * See fetch.h for how. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fetch.h"
#include "interrupt.h"
#include "options.h"
#include "progress.h"
#include "say.h"

static const cli_option options[] = {
    {"output", 'o', "FOLDER", "where the files go; else as said above"},
    {"countries", 'c', "CODES",
     "of GeoNames only these countries' places, such as UA,RU,IR"},
    {"from", 0, "URL",
     "the address of a mirror, which has the files where the publisher has "
     "them"},
    {"stall-seconds", 0, "N",
     "break off a transfer that brings nothing for N seconds (60)"},
    {"tries", 0, "N", "how often to try a file that does not come (5)"},
    {"quiet", 'q', NULL, "print errors only"},
    {NULL, 0, NULL, NULL},
};

/* ------------------------------------------------------ the command line -- */

/* "there are geonames and naturalearth" */
static void list_sets(char hint[128]) {
  strcpy(hint, "there are ");
  for (size_t i = 0; cli_fetch_sets[i]; i++) {
    if (i) strcat(hint, " and ");
    strcat(hint, cli_fetch_sets[i]->name);
  }
}

/* The set that the operand names. @return NULL: a sentence was printed */
static const cli_fetch_set *read_set(const cli_arguments *arguments) {
  char hint[128];
  const char *like = NULL;
  list_sets(hint);
  if (arguments->operand_count != 1) {
    cli_say("name one set of files, such as: geomention fetch geonames; %s",
            hint);
    return NULL;
  }
  const char *name = arguments->operands[0];
  for (size_t i = 0; cli_fetch_sets[i]; i++) {
    const char *known = cli_fetch_sets[i]->name;
    if (strcmp(known, name) == 0) return cli_fetch_sets[i];
    if (cli_spelling_distance(known, name) < 4) like = known;
  }
  cli_say_unknown("set", name, like, hint);
  return NULL;
}

/* A folder that the environment names; relative ones do not count (XDG Base
 * Directory Specification). */
static const char *variable(const char *name) {
  const char *value = getenv(name);
  return value && *value == '/' ? value : NULL;
}

/* The folder that is named, else the usual one of the user's data. */
static bool read_folder(const char *named, const cli_fetch_set *set,
                        char folder[PATH_MAX]) {
  const char *data = variable("XDG_DATA_HOME"), *home = variable("HOME");
  int size = 0;
  if (named && *named)
    size = snprintf(folder, PATH_MAX, "%s", named);
  else if (data)
    size = snprintf(folder, PATH_MAX, "%s/geomention/%s", data, set->name);
  else if (home)
    size = snprintf(folder, PATH_MAX, "%s/.local/share/geomention/%s", home,
                    set->name);
  while (size > 1 && size < PATH_MAX && folder[size - 1] == '/')
    folder[--size] = 0;
  if (size > 0 && size < PATH_MAX) return true;
  cli_say(size ? "the folder's path is too long"
               : "name a folder with -o FOLDER: there is no HOME");
  return false;
}

/* The address that all paths stand behind, with a slash at its end. */
static bool read_address(const char *named, const cli_fetch_set *set,
                         char address[CLI_FETCH_ADDRESS]) {
  const char *url = named ? named : set->address;
  size_t size = strlen(url);
  if (!cli_fetch_http_is_folder(url) || size + 2 > CLI_FETCH_ADDRESS) {
    cli_say("--from takes an address such as %s, not '%s'", set->address, url);
    return false;
  }
  bool slash = url[size - 1] == '/';
  snprintf(address, CLI_FETCH_ADDRESS, "%s%s", url, slash ? "" : "/");
  return true;
}

static bool read_run(const cli_arguments *arguments, const cli_fetch_set *set,
                     uint64_t *stall_s, cli_fetch_run *run) {
  run->tries = 5;
  *stall_s = 60;
  return cli_given_number(arguments, "tries", 1, 1000, &run->tries) &&
         cli_given_number(arguments, "stall-seconds", 1, 86400, stall_s) &&
         read_address(cli_given(arguments, "from"), set, run->address) &&
         read_folder(cli_given(arguments, "output"), set, run->folder);
}

/* -------------------------------------------------------- closing words -- */

/* A path as a shell takes it. */
static void print_path(const char *path) {
  const char *plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-+,@";
  if (strspn(path, plain) == strlen(path)) {
    fputs(path, stderr);
    return;
  }
  fputc('\'', stderr);
  for (; *path; path++)
    if (*path == '\'')
      fputs("'\\''", stderr);
    else
      fputc(*path, stderr);
  fputc('\'', stderr);
}

/* What is here now, what to do with it, and whose it is. */
static void close_run(const cli_fetch_run *run, const cli_fetch_set *set,
                      size_t wanted) {
  char size[32];
  uint64_t here = run->tally.fresh + run->tally.unchanged;
  if (!here) return;
  fprintf(stderr,
          "%s: %" PRIu64 " of %zu files, %s (%" PRIu64 " fetched, %" PRIu64
          " unchanged)\n",
          run->folder, here, wanted, cli_fetch_size(run->tally.bytes, size),
          run->tally.fresh, run->tally.unchanged);
  if (here == wanted) {
    fprintf(stderr, "Next: geomention compile ");
    print_path(run->folder);
    fprintf(stderr, " -o world.gaz\n");
  }
  fprintf(stderr, "%s\n", set->licence);
}

/* -------------------------------------------------------------- the run -- */

/* One file after the other: the line is the limit, and servers are free. */
static cli_exit fetch_all(cli_fetch_run *run, const cli_fetch_list *list) {
  cli_exit code = CLI_EXIT_DONE;
  for (size_t i = 0; i < list->count && !code; i++)
    code = cli_fetch_file(run, list->paths[i]);
  cli_progress_end();
  if (code == CLI_EXIT_INTERRUPTED)
    cli_say("interrupted; run the same command again to go on from there");
  return !code && run->tally.failed ? CLI_EXIT_SOME_FAILED : code;
}

static cli_exit fetch(cli_fetch_run *run, const cli_fetch_set *set,
                      const cli_fetch_list *list, uint64_t stall_s,
                      bool quiet) {
  run->line = cli_fetch_http_open(stall_s);
  if (!run->line) return CLI_EXIT_SOME_FAILED;
  cli_interrupt_catch();
  if (!quiet) cli_progress_begin(0);
  cli_exit code = fetch_all(run, list);
  if (!quiet && code <= CLI_EXIT_SOME_FAILED) close_run(run, set, list->count);
  cli_fetch_http_close(run->line);
  return code;
}

static cli_exit run_fetch(const cli_arguments *arguments) {
  cli_fetch_run run = {0};
  cli_fetch_list list = {0};
  uint64_t stall_s;
  const cli_fetch_set *set = read_set(arguments);
  if (!set || !read_run(arguments, set, &stall_s, &run)) return CLI_EXIT_USAGE;
  cli_exit code =
      cli_fetch_set_list(set, cli_given(arguments, "countries"), &list);
  bool quiet = cli_given(arguments, "quiet") != NULL;
  if (!code) code = fetch(&run, set, &list, stall_s, quiet);
  free(list.paths);
  return code;
}

const cli_command cli_command_fetch = {
    .name = "fetch",
    .summary = "download the public data that gazetteers are made from",
    .usage = "[OPTIONS] geonames|naturalearth",
    .details =
        "Downloads GeoNames (all places and names, about 650 MB) or Natural "
        "Earth (shapes at 1:10 million) into a folder: "
        "$XDG_DATA_HOME/geomention/geonames, or else "
        "~/.local/share/geomention/geonames, and likewise naturalearth.\n"
        "What has come is kept when the transfer breaks off, and the same "
        "command goes on from there; a file that has not changed is not "
        "fetched again. Each file is checked and appears whole or not at "
        "all.\n"
        "Servers must show a certificate that the system trusts, or one of "
        "those in the file that $SSL_CERT_FILE names. $https_proxy and "
        "$http_proxy are heeded.",
    .options = options,
    .run = run_fetch,
};
