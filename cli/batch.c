/* See batch.h.
 *
 * Three counters say where the ring stands; an article's number modulo the
 * slots is its slot:
 *
 *     delivered <= taken <= filled <= delivered + slots
 *
 * The caller's thread reads and delivers, workers take. Everything that both
 * touch is guarded by one lock, which nobody holds while doing any work. */
#include "batch.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>

#include "interrupt.h"
#include "options.h"
#include "progress.h"
#include "say.h"

enum { SLOTS_A_WORKER = 4 };
static const size_t most_bytes_in_flight = (size_t)32 << 20;
static const size_t large_record_bytes = (size_t)1 << 20;

typedef struct place {
  cli_slot slot;
  cli_article article;
  gm_status status; /* of reading it, then of the work */
  bool done;
} place;

typedef struct batch {
  const cli_task *task;
  cli_feed *feed;
  place *ring;
  uint64_t slots;
  uint64_t filled, taken, delivered; /* articles so far */
  size_t bytes_in_flight;
  pthread_mutex_t lock;
  pthread_cond_t something_to_take, something_done;
  pthread_t *workers;
  uint64_t worker_count;
  bool closing;
  gm_tally *tally;
  cli_exit code; /* not CLI_EXIT_DONE: stop */
} batch;

/* Where in the ring an article stands. */
static place *place_of(batch *b, uint64_t article) {
  return &b->ring[article % b->slots];
}

/* ------------------------------------------------------------ workers -- */

/* Does the task, unless the article failed already when it was read. */
static void work(batch *b, place *p) {
  if (!p->status) p->status = b->task->work(b->task->context, &p->slot);
}

/* What a thread does: takes the oldest article that nobody has taken, until the
 * run ends. The lock is held but for the work itself. */
static void *worker(void *argument) {
  batch *b = argument;
  pthread_mutex_lock(&b->lock);
  for (;;) {
    while (b->taken == b->filled && !b->closing)
      pthread_cond_wait(&b->something_to_take, &b->lock);
    if (b->closing) break;
    place *p = place_of(b, b->taken++);
    pthread_mutex_unlock(&b->lock);
    work(b, p);
    pthread_mutex_lock(&b->lock);
    p->done = true;
    pthread_cond_signal(&b->something_done);
  }
  pthread_mutex_unlock(&b->lock);
  return NULL;
}

/* Signals go to the caller's thread alone, whose reads they shall end. */
static void start_workers(batch *b, uint64_t count) {
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  while (b->worker_count < count &&
         !pthread_create(&b->workers[b->worker_count], NULL, worker, b))
    b->worker_count++;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* Lets every thread finish the article it has, and no other. */
static void end_workers(batch *b) {
  pthread_mutex_lock(&b->lock);
  b->closing = true;
  pthread_cond_broadcast(&b->something_to_take);
  pthread_mutex_unlock(&b->lock);
  for (uint64_t i = 0; i < b->worker_count; i++)
    pthread_join(b->workers[i], NULL);
}

/* ----------------------------------------------------------- delivery -- */

/* Adds what one article counted. Failures are counted by report(). */
static void add_tally(gm_tally *sum, const gm_tally *more) {
  sum->articles += more->articles;
  sum->mentions += more->mentions;
  sum->placed += more->placed;
  sum->unresolved += more->unresolved;
}

static const char *message_of(const place *p) {
  return p->article.message ? p->article.message
                            : gm_workspace_message(p->slot.ws);
}

/* Says which article failed and why, in its turn. One that is only looked at
 * comes again. */
static void report(batch *b, const place *p) {
  b->tally->failed++;
  if (cli_feed_comes_again(b->feed)) return;
  cli_say_of(p->slot.path, p->slot.record.number, message_of(p));
}

/* No other article would fare better: end the run. */
static void refuse(batch *b, const place *p, cli_exit code) {
  cli_say("%s", message_of(p));
  b->code = code;
}

/* A workspace keeps its memory for the next article: not that of a giant. */
static void empty(batch *b, place *p) {
  size_t size = p->slot.record.bytes.size;
  b->bytes_in_flight -= size;
  gm_workspace *fresh = NULL;
  if (size > large_record_bytes) fresh = cli_interrupt_workspace(0);
  if (fresh) {
    gm_workspace_close(p->slot.ws);
    p->slot.ws = fresh;
  } else {
    gm_workspace_reset(p->slot.ws);
  }
  cli_feed_done(b->feed, &p->article);
}

/* Delivers the oldest article, which is done. */
static void deliver(batch *b) {
  place *p = place_of(b, b->delivered++);
  if (cli_interrupted() || p->status == GM_CANCELLED) {
    b->code = CLI_EXIT_INTERRUPTED;
  } else if (p->status == GM_BAD_MODEL || p->status == GM_BAD_GAZETTEER) {
    refuse(b, p, CLI_EXIT_DATA);
  } else if (p->status) {
    report(b, p);
  } else {
    add_tally(b->tally, &p->slot.tally);
    b->code = b->task->deliver(b->task->context, &p->slot);
  }
  if (!b->feed->looking) cli_progress_advance(1, p->slot.record.bytes.size);
  empty(b, p);
}

/* Whether the oldest article in the ring is done; false too where the ring is
 * empty. */
static bool oldest_is_done(batch *b, bool wait) {
  if (b->delivered == b->filled) return false;
  place *p = place_of(b, b->delivered);
  pthread_mutex_lock(&b->lock);
  while (wait && !p->done) pthread_cond_wait(&b->something_done, &b->lock);
  bool done = p->done;
  pthread_mutex_unlock(&b->lock);
  return done;
}

/* ------------------------------------------------------------ reading -- */

/* An empty place for the next article, once enough have been delivered. */
static place *next_place(batch *b) {
  while (!b->code && oldest_is_done(b, false)) deliver(b);
  while (!b->code &&
         (b->filled - b->delivered == b->slots ||
          b->bytes_in_flight > most_bytes_in_flight) &&
         oldest_is_done(b, true))
    deliver(b);
  return b->code ? NULL : place_of(b, b->filled);
}

/* Puts the article, or what failed instead of it, into the ring. */
static void hand_over(batch *b, place *p) {
  p->status = p->article.status;
  p->slot.path = p->article.from->path;
  p->slot.source = p->article.from->source;
  p->slot.record = p->article.record;
  p->slot.tally = (gm_tally){0};
  p->slot.record.ordinal = b->filled + 1;
  b->bytes_in_flight += p->slot.record.bytes.size;
  p->done = !b->worker_count;
  if (p->done) work(b, p);
  pthread_mutex_lock(&b->lock);
  b->filled++;
  pthread_cond_signal(&b->something_to_take);
  pthread_mutex_unlock(&b->lock);
}

/* Reads article by article, until none is left or the run must end. Where the
 * options do not fit, those before are delivered still. */
static void read_articles(batch *b) {
  place *p;
  while ((p = next_place(b)) &&
         cli_feed_next(b->feed, p->slot.ws, &p->article)) {
    if (p->article.refused && !cli_feed_comes_again(b->feed))
      refuse(b, p, CLI_EXIT_USAGE);
    hand_over(b, p);
  }
}

/* ------------------------------------------------------------ the run -- */

/* Every slot has a workspace and a rendering of its own, for good. */
static bool open_batch(batch *b, uint64_t jobs) {
  b->slots = jobs > 1 ? jobs * SLOTS_A_WORKER : 1;
  b->ring = calloc(b->slots, sizeof *b->ring);
  b->workers = calloc(jobs, sizeof *b->workers);
  pthread_mutex_init(&b->lock, NULL);
  pthread_cond_init(&b->something_to_take, NULL);
  pthread_cond_init(&b->something_done, NULL);
  bool good = b->ring && b->workers;
  for (uint64_t i = 0; good && i < b->slots; i++) {
    cli_slot *slot = &b->ring[i].slot;
    slot->ws = cli_interrupt_workspace(0);
    slot->rendering = gm_rendering_open();
    good = slot->ws && slot->rendering;
  }
  if (!good) cli_say("no memory for %llu threads", (unsigned long long)jobs);
  return good;
}

/* Articles that were stopped for are in the ring still. */
static void close_batch(batch *b) {
  for (; b->delivered < b->filled; b->delivered++)
    empty(b, place_of(b, b->delivered));
  for (uint64_t i = 0; b->ring && i < b->slots; i++) {
    gm_workspace_close(b->ring[i].slot.ws);
    gm_rendering_close(b->ring[i].slot.rendering);
  }
  pthread_cond_destroy(&b->something_done);
  pthread_cond_destroy(&b->something_to_take);
  pthread_mutex_destroy(&b->lock);
  free(b->workers);
  free(b->ring);
}

cli_exit cli_batch_run(cli_feed *feed, const cli_task *task, uint64_t jobs,
                       gm_tally *tally) {
  batch b = {.task = task, .feed = feed, .tally = tally};
  if (!open_batch(&b, jobs)) b.code = CLI_EXIT_SOME_FAILED;
  if (!b.code && jobs > 1) start_workers(&b, jobs);
  if (!b.code) read_articles(&b);
  while (!b.code && oldest_is_done(&b, true)) deliver(&b);
  end_workers(&b);
  close_batch(&b);
  return cli_interrupted() ? CLI_EXIT_INTERRUPTED : b.code;
}

gm_status cli_batch_resolve(cli_slot *slot, const cli_data *data) {
  gm_workspace *ws = slot->ws;
  const gm_gazetteer *gazetteer = cli_data_gazetteer(data);
  gm_status status = gm_read(ws, slot->source, slot->record, &slot->document);
  if (!status)
    status =
        gm_find(ws, gazetteer, data->model, slot->document, &slot->mentions);
  if (!status)
    status = gm_resolve(ws, gazetteer, data->model, slot->document,
                        slot->mentions, &slot->resolutions);
  if (!status && data->decisions)
    status =
        gm_decisions_apply(ws, data->decisions, slot->document, &slot->mentions,
                           &slot->resolutions, &slot->decided);
  if (!status) gm_tally_add(slot->resolutions, &slot->tally);
  return status;
}

bool cli_batch_jobs(const cli_arguments *arguments, uint64_t *jobs) {
  cpu_set_t processors;
  *jobs = 1;
  if (!sched_getaffinity(0, sizeof processors, &processors))
    *jobs = (uint64_t)CPU_COUNT(&processors);
  return cli_given_number(arguments, "jobs", 1, 1024, jobs);
}
