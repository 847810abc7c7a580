/* One file, tried until it is here or hopeless.
 *
 *     ask ---> unchanged                              nothing to do
 *      |  `--> came ---> checked ---> its final name
 *      |  `--> broken --> wait --> ask for the rest
 *      `-----> hopeless, unreachable                  a sentence
 *
 * Waiting: 1, 2, 4 ... seconds, or what the server asks for. A long file over a
 * bad line may need many tries, so that only those count which brought less
 * than a megabyte. A host that has never answered in this run is not tried
 * again: an address that is wrong, or no network at all, will not mend in
 * seconds. */
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "fetch.h"
#include "interrupt.h"
#include "progress.h"
#include "say.h"

enum { LONGEST_WAIT_S = 30, MOST_PATIENCE_S = 120 };
static const uint64_t enough_bytes = 1000000;
static const char go_on[] = "run the same command again to go on from there";

/* A file while it is fetched. */
typedef struct task {
  cli_fetch_run *run;
  const char *name;
  char address[CLI_FETCH_ADDRESS + CLI_FETCH_PATH];
  cli_fetch_part part;
  cli_fetch_answer answer;
} task;

/* ------------------------------------------------------------ one try -- */

/* Calls a try broken after all. */
static void break_off(task *t, const char *why) {
  t->answer.kind = CLI_FETCH_BROKEN;
  snprintf(t->answer.phrase, sizeof t->answer.phrase, "%s", why);
}

/* One request for what is not here yet. */
static void ask(task *t) {
  cli_fetch_part *part = &t->part;
  cli_fetch_request request = cli_fetch_part_request(part, t->address);
  cli_fetch_sink sink = cli_fetch_part_sink(part);
  cli_fetch_progress_begin(t->name, request.from);
  part->outdated = false;
  cli_fetch_http_get(t->run->line, &request, &sink, &t->answer);
  if (t->answer.status) t->run->reached = true;
  if (t->answer.kind == CLI_FETCH_CAME && !cli_fetch_part_is_whole(part))
    break_off(t, "did not come whole: its size is not what the server says");
  if (part->outdated) break_off(t, "changes at the server all the time");
  if (part->outdated || t->answer.status == 416) cli_fetch_part_empty(part);
}

/* ------------------------------------------------------------ and again -- */

/* Whether another try may help, and so soon. */
static bool worth_another(const task *t) {
  if (cli_interrupted() || t->part.reason) return false;
  if (t->answer.wait_s > MOST_PATIENCE_S) return false;
  return t->answer.kind == CLI_FETCH_BROKEN ||
         (t->answer.kind == CLI_FETCH_UNREACHABLE && t->run->reached);
}

/* Ctrl-C ends the wait. */
static void sleep_s(uint64_t wait_s) {
  struct timespec slice = {.tv_nsec = 50000000};
  for (uint64_t i = 0; i < wait_s * 20 && !cli_interrupted(); i++)
    nanosleep(&slice, NULL);
}

/* The longer it has not helped, the longer the wait. */
static void wait_after(const task *t, uint64_t fruitless) {
  uint64_t wait_s = fruitless < 6 ? 1u << (fruitless - 1) : LONGEST_WAIT_S;
  if (t->answer.wait_s > wait_s) wait_s = t->answer.wait_s;
  char phrase[64];
  snprintf(phrase, sizeof phrase, "trying again in %" PRIu64 " s", wait_s);
  cli_fetch_progress_say(phrase);
  sleep_s(wait_s);
}

static void ask_until_settled(task *t) {
  uint64_t fruitless = 0;
  for (;;) {
    uint64_t before = t->part.size;
    ask(t);
    if (!worth_another(t)) return;
    if (t->part.size >= before + enough_bytes) fruitless = 0;
    if (++fruitless >= t->run->tries) return;
    wait_after(t, fruitless);
  }
}

/* --------------------------------------------------------- what came of it --
 */

/* The disk is full, or the folder not ours: no file would fare better. */
static cli_exit unwritable(const task *t) {
  if (t->part.reason == EWOULDBLOCK)
    cli_say("%s is being fetched by another geomention", t->part.path);
  else
    cli_say("%s cannot be written: %s", t->part.path, strerror(t->part.reason));
  return CLI_EXIT_OUTPUT;
}

/* Reports the file and lets the run go on. What a server or a zip said of
 * itself may hold anything, but must not command a terminal. */
static cli_exit failed(task *t, const char *advice) {
  for (char *c = t->answer.phrase; *c; c++)
    if (iscntrl((unsigned char)*c)) *c = '?';
  t->run->tally.failed++;
  cli_say("%s %s%s%s", t->name, t->answer.phrase, advice ? "; " : "",
          advice ? advice : "");
  return CLI_EXIT_DONE;
}

/* Checks what came and gives it its name. What is damaged is of no use even as
 * a beginning. */
static cli_exit keep(task *t) {
  cli_fetch_progress_say("checking");
  bool good = cli_fetch_check(t->part.path, t->name, t->answer.phrase);
  if (cli_interrupted()) return CLI_EXIT_INTERRUPTED;
  if (!good) {
    if (!cli_fetch_part_empty(&t->part)) return unwritable(t);
    return failed(t, "it was deleted");
  }
  if (!cli_fetch_part_finish(&t->part)) return unwritable(t);
  t->run->tally.fresh++;
  t->run->tally.bytes += t->part.size;
  return CLI_EXIT_DONE;
}

/* The one that is here is the last. */
static cli_exit skip(task *t) {
  t->run->tally.unchanged++;
  t->run->tally.bytes += t->part.held.bytes;
  return CLI_EXIT_DONE;
}

/* No other file would fare better. */
static cli_exit unreachable(task *t) {
  failed(t, NULL);
  return CLI_EXIT_SOME_FAILED;
}

static cli_exit settle(task *t) {
  if (cli_interrupted()) return CLI_EXIT_INTERRUPTED;
  if (t->part.reason) return unwritable(t);
  bool impatient = t->answer.wait_s > MOST_PATIENCE_S;
  switch (t->answer.kind) {
    case CLI_FETCH_CAME: return keep(t);
    case CLI_FETCH_UNCHANGED: return skip(t);
    case CLI_FETCH_UNREACHABLE: return unreachable(t);
    case CLI_FETCH_BROKEN:
      return failed(t, impatient      ? "it asks us to come back much later"
                       : t->part.size ? go_on
                                      : NULL);
    case CLI_FETCH_HOPELESS:
    case CLI_FETCH_STOPPED: break;
  }
  return failed(t, NULL);
}

cli_exit cli_fetch_file(cli_fetch_run *run, const char *path) {
  task t = {.run = run, .name = cli_fetch_set_file(path)};
  snprintf(t.address, sizeof t.address, "%s%s", run->address, path);
  bool good = cli_fetch_part_open(run->folder, t.name, t.address, &t.part);
  if (good) ask_until_settled(&t);
  cli_exit code = good ? settle(&t) : unwritable(&t);
  cli_fetch_part_close(&t.part);
  cli_progress_hide();
  return code;
}
