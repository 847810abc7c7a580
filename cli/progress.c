/* See progress.h.
 *
 *     1204 articles, 310 a second, 37 %, 2 min left
 *
 * The rate is the mean since the beginning. The time left follows from the
 * bytes, for articles differ in size. */
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static struct {
  bool wanted, shown;
  double begun_s, last_s;
  uint64_t whole_bytes;
  uint64_t bytes, articles; /* done */
} progress;

/* A clock that nobody sets back. */
static double now_s(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void cli_progress_begin(uint64_t whole_bytes) {
  progress.wanted = isatty(STDERR_FILENO);
  progress.whole_bytes = whole_bytes;
  progress.begun_s = progress.last_s = now_s();
}

static void show_time_left(double passed_s) {
  double share = (double)progress.bytes / (double)progress.whole_bytes;
  if (share > 1) share = 1;
  double left_s = share > 0 ? passed_s / share - passed_s : 0;
  fprintf(stderr, ", %.0f %%, ", share * 100);
  if (left_s < 90)
    fprintf(stderr, "%.0f s left", left_s);
  else
    fprintf(stderr, "%.0f min left", left_s / 60);
}

void cli_progress_advance(uint64_t articles, uint64_t bytes) {
  progress.articles += articles;
  progress.bytes += bytes;
  if (!progress.wanted) return;
  double now = now_s(), passed_s = now - progress.begun_s;
  if (now - progress.last_s < 0.2) return;
  progress.last_s = now;
  fprintf(stderr, "\r\033[K%" PRIu64 " articles, %.0f a second",
          progress.articles, (double)progress.articles / passed_s);
  if (progress.whole_bytes) show_time_left(passed_s);
  fflush(stderr);
  progress.shown = true;
}

void cli_progress_stage(const char *stage, uint64_t done, uint64_t whole) {
  if (!progress.wanted) return;
  double now = now_s();
  if (now - progress.last_s < 0.2) return;
  progress.last_s = now;
  fprintf(stderr, "\r\033[K%s, %.0f %%, %.0f s", stage,
          whole ? 100 * (double)done / (double)whole : 0,
          now - progress.begun_s);
  fflush(stderr);
  progress.shown = true;
}

void cli_progress_show(const char *line) {
  if (!progress.wanted) return;
  fprintf(stderr, "\r\033[K%s", line);
  fflush(stderr);
  progress.shown = true;
}

void cli_progress_hide(void) {
  if (!progress.shown) return;
  fputs("\r\033[K", stderr);
  progress.shown = false;
}

void cli_progress_end(void) {
  cli_progress_hide();
  progress.wanted = false;
}
