/* The line of progress of one file:
 *
 *     allCountries.zip, 120.3 of 418.5 MB, 8.1 MB a second, 37 s left
 *
 * The rate is the mean since the beginning of this run, so bytes that had come
 * before do not count. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "fetch.h"
#include "progress.h"

enum { COLUMNS = 79, LONGEST = 256 };

static struct {
  char name[CLI_FETCH_PATH];
  uint64_t before; /* bytes that had come in an earlier run */
  double begun_s, last_s;
} progress;

static double now_s(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

const char *cli_fetch_size(uint64_t bytes, char buffer[32]) {
  if (bytes < 1000)
    snprintf(buffer, 32, "%" PRIu64 " bytes", bytes);
  else if (bytes < 1000000)
    snprintf(buffer, 32, "%.0f kB", (double)bytes * 1e-3);
  else if (bytes < 1000000000)
    snprintf(buffer, 32, "%.1f MB", (double)bytes * 1e-6);
  else
    snprintf(buffer, 32, "%.2f GB", (double)bytes * 1e-9);
  return buffer;
}

void cli_fetch_progress_begin(const char *name, uint64_t here) {
  snprintf(progress.name, sizeof progress.name, "%s", name);
  progress.before = here;
  progress.begun_s = now_s();
  progress.last_s = 0;
}

/* A line that ran over the edge could not be taken away. */
static void show(char line[LONGEST]) {
  line[COLUMNS] = 0;
  cli_progress_show(line);
}

/* " left", or nothing where nobody can know. */
static void time_left(uint64_t left, double rate, char out[32]) {
  double left_s = (double)left / rate;
  *out = 0;
  if (!left || !(rate > 0)) return;
  if (left_s < 90)
    snprintf(out, 32, ", %.0f s left", left_s);
  else
    snprintf(out, 32, ", %.0f min left", left_s / 60);
}

void cli_fetch_progress_advance(uint64_t here, uint64_t whole) {
  char line[LONGEST], sizes[3][32], rest[32];
  double now = now_s(), passed_s = now - progress.begun_s;
  if (now - progress.last_s < 0.2 || passed_s < 0.2) return;
  progress.last_s = now;
  uint64_t came = here > progress.before ? here - progress.before : 0;
  double rate = (double)came / passed_s;
  time_left(whole > here ? whole - here : 0, rate, rest);
  snprintf(line, sizeof line, "%s, %s%s%s, %s a second%s", progress.name,
           cli_fetch_size(here, sizes[0]), whole ? " of " : "",
           whole ? cli_fetch_size(whole, sizes[1]) : "",
           cli_fetch_size((uint64_t)rate, sizes[2]), rest);
  show(line);
}

void cli_fetch_progress_say(const char *phrase) {
  char line[LONGEST];
  snprintf(line, sizeof line, "%s, %s", progress.name, phrase);
  show(line);
}
