/* How fast are mentions found, and how fast resolved? Reads articles, finds and
 * resolves each on one core, some rounds over, and prints the best: as they are
 * written, and in small letters, where capitals tell nothing and every word
 * must be looked at. Seconds are those of the processor; reading and writing
 * are not counted. `wc -w` on the same bytes stands beside it.
 *
 *     speed GAZETTEER MODEL ARTICLES [ROUNDS]
 */
#include <geomention.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* What older systems reach: Stanford's tagger by its authors' figures. */
static const double old_mb_s = 0.1;

typedef struct tally {
  double find_s, resolve_s;
  uint64_t bytes, articles, mentions;
} tally;

typedef struct bench {
  gm_workspace *ws;
  gm_gazetteer *gazetteer;
  gm_model *model;
  const char *path;
  bool small; /* letters are made small first */
  FILE *copy; /* NULL, or where the texts go */
} bench;

static double now_s(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static int fail(const gm_workspace *ws) {
  fprintf(stderr, "speed: %s\n", gm_workspace_message(ws));
  return 1;
}

/* The text with small letters for A to Z; positions stay what they are. */
static void make_small(gm_document *document) {
  static char *bytes; /* of the article at hand */
  bytes = realloc(bytes, document->text.size + 1);
  if (!bytes) abort();
  for (size_t i = 0; i < document->text.size; i++) {
    char byte = document->text.bytes[i];
    bytes[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
  }
  document->text.bytes = bytes;
}

static gm_status time_article(const bench *with, gm_document document,
                              tally *to) {
  gm_mentions mentions;
  gm_resolutions resolutions;
  if (with->small) make_small(&document);
  if (with->copy)
    fwrite(document.text.bytes, 1, document.text.size, with->copy);
  double begin_s = now_s(CLOCK_THREAD_CPUTIME_ID);
  gm_status status =
      gm_find(with->ws, with->gazetteer, with->model, &document, &mentions);
  double found_s = now_s(CLOCK_THREAD_CPUTIME_ID);
  if (status != GM_OK) return status;
  status = gm_resolve(with->ws, with->gazetteer, with->model, &document,
                      mentions, &resolutions);
  to->resolve_s += now_s(CLOCK_THREAD_CPUTIME_ID) - found_s;
  to->find_s += found_s - begin_s;
  to->bytes += document.text.size;
  to->articles++;
  to->mentions += mentions.count;
  return status;
}

static gm_status time_file(const bench *with, tally *to) {
  const gm_read_options options = {0};
  gm_source *source;
  gm_status status = gm_source_open(with->ws, with->path, &options, &source);
  if (status != GM_OK) return status;
  bool more = true;
  while (status == GM_OK) {
    gm_workspace_reset(with->ws);
    gm_record record;
    const gm_document *document;
    status = gm_source_next(with->ws, source, &record, &more);
    if (status != GM_OK || !more) break;
    status = gm_read(with->ws, source, record, &document);
    if (status == GM_OK) status = time_article(with, *document, to);
  }
  gm_source_close(source);
  return status;
}

/* Seconds of the processor that `wc -w` takes for a file. */
static double time_words(const char *path) {
  struct rusage used = {0};
  int status;
  fflush(NULL); /* or the child writes what is in our buffers */
  pid_t child = fork();
  if (child == 0) {
    if (!freopen("/dev/null", "w", stdout)) _exit(1);
    execlp("wc", "wc", "-w", path, (char *)NULL);
    _exit(1);
  }
  if (child < 0 || wait4(child, &status, 0, &used) != child) abort();
  return (double)(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
         (double)(used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e-6;
}

/* The best of some rounds, for each of the figures. */
static gm_status time_rounds(bench *with, long rounds, tally *best) {
  for (long round = 0; round < rounds; round++) {
    tally now = {0};
    gm_status status = time_file(with, &now);
    if (status != GM_OK) return status;
    if (round > 0 && best->find_s < now.find_s) now.find_s = best->find_s;
    if (round > 0 && best->resolve_s < now.resolve_s)
      now.resolve_s = best->resolve_s;
    *best = now;
    with->copy = NULL;
  }
  return GM_OK;
}

static void tell(const char *how, const tally *best, double words_s) {
  double megabytes = (double)best->bytes / 1e6;
  double mb_s = megabytes / best->find_s;
  printf("%s: %.2f MB, %llu articles, %llu mentions\n", how, megabytes,
         (unsigned long long)best->articles,
         (unsigned long long)best->mentions);
  printf("  finding    %7.2f MB/s, %.0f times %.1f MB/s\n", mb_s,
         mb_s / old_mb_s, old_mb_s);
  printf("  wc -w      %7.2f MB/s, finding takes %.1f times as long\n",
         megabytes / words_s, best->find_s / words_s);
  printf("  resolving  %7.2f MB/s, %.0f %% of the time of finding\n",
         megabytes / best->resolve_s, 100 * best->resolve_s / best->find_s);
}

static gm_status run(bench *with, const char *how, long rounds) {
  char path[] = "/tmp/geomention-speed-XXXXXX";
  int file = mkstemp(path);
  with->copy = file < 0 ? NULL : fdopen(file, "w");
  if (!with->copy) abort();
  FILE *copy = with->copy;
  tally best = {0};
  gm_status status = time_rounds(with, rounds, &best);
  fclose(copy);
  double words_s = time_words(path);
  for (long round = 1; round < rounds; round++) {
    double again_s = time_words(path);
    if (again_s < words_s) words_s = again_s;
  }
  unlink(path);
  if (status == GM_OK) tell(how, &best, words_s);
  return status;
}

int main(int argc, char **argv) {
  if (argc < 4) {
    fprintf(stderr, "usage: speed GAZETTEER MODEL ARTICLES [ROUNDS]\n");
    return 2;
  }
  bench with = {.ws = gm_workspace_open(0), .path = argv[3]};
  if (!with.ws ||
      gm_gazetteer_open(with.ws, argv[1], &with.gazetteer) != GM_OK)
    return fail(with.ws);
  double begin_s = now_s(CLOCK_MONOTONIC);
  if (gm_model_open(with.ws, argv[2], &with.model) != GM_OK)
    return fail(with.ws);
  printf("model opened in %.2f ms\n",
         (now_s(CLOCK_MONOTONIC) - begin_s) * 1000);
  long rounds = argc > 4 ? strtol(argv[4], NULL, 10) : 5;
  if (run(&with, "as written", rounds) != GM_OK) return fail(with.ws);
  with.small = true;
  if (run(&with, "in small letters", rounds) != GM_OK) return fail(with.ws);
  struct rusage used;
  getrusage(RUSAGE_SELF, &used);
  printf("most memory %.0f MB\n", (double)used.ru_maxrss / 1024);
  gm_model_close(with.model);
  gm_gazetteer_close(with.gazetteer);
  gm_workspace_close(with.ws);
  return 0;
}
