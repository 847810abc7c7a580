/* See crew.h. One lock guards the line of waiting jobs and the first failure;
 * the jobs themselves run without it. */
#include "base/crew.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct gm_crew {
  gm_workspace *ws; /* who opened it */
  gm_workspace *own[GM_CREW_MOST];
  gm_crew_work work;
  void *shared;
  unsigned workers;
  unsigned threads; /* that run; those of workers 1 ... */
  pthread_t thread[GM_CREW_MOST];
  pthread_mutex_t lock;
  pthread_cond_t came, done, passed;
  void *waiting[GM_CREW_WAITING];
  unsigned first, count; /* of those that wait */
  unsigned busy;
  uint64_t turns; /* that were taken */
  bool over;
  gm_status status;           /* the first failure */
  const gm_workspace *failed; /* where, until its opener is told */
};

/* What a thread is told when it begins. */
typedef struct place {
  gm_crew *crew;
  unsigned worker;
} place;

unsigned gm_crew_size(unsigned wanted) {
  long processors = sysconf(_SC_NPROCESSORS_ONLN);
  if (!wanted) wanted = processors > 0 ? (unsigned)processors : 1;
  return wanted < GM_CREW_MOST ? wanted : GM_CREW_MOST;
}

gm_status gm_crew_open(gm_workspace *ws, unsigned workers, gm_crew_work work,
                       void *shared, gm_crew **out) {
  gm_crew *crew = calloc(1, sizeof *crew);
  bool good = crew != NULL;
  size_t left = ws->arena.ceiling - ws->arena.held;
  if (good) {
    *crew = (gm_crew){.ws = ws, .work = work, .shared = shared};
    crew->workers = gm_crew_size(workers);
    pthread_mutex_init(&crew->lock, NULL);
    pthread_cond_init(&crew->came, NULL);
    pthread_cond_init(&crew->done, NULL);
    pthread_cond_init(&crew->passed, NULL);
  }
  for (unsigned i = 0; good && i < crew->workers; i++) {
    crew->own[i] = gm_workspace_open(left ? left : 1);
    good = crew->own[i] != NULL;
    if (good) gm_workspace_watch(crew->own[i], ws->watched);
  }
  if (good) {
    *out = crew;
    return GM_OK;
  }
  gm_crew_close(crew);
  return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for %u workers", workers);
}

gm_workspace *gm_crew_workspace(const gm_crew *crew, unsigned worker) {
  return crew->own[worker];
}

/* Does one job without the lock, which is held before and after. */
static void do_job(gm_crew *crew, unsigned worker, void *job) {
  gm_workspace *ws = crew->own[worker];
  gm_status before = crew->status; /* after a failure jobs are only taken */
  crew->busy++;
  pthread_mutex_unlock(&crew->lock);
  gm_status status =
      before ? before : crew->work(crew->shared, worker, ws, job);
  pthread_mutex_lock(&crew->lock);
  if (status && !crew->status) {
    crew->status = status;
    crew->failed = ws; /* which does no more jobs */
  }
  crew->busy--;
  pthread_cond_broadcast(&crew->done);
}

/* The job that waits longest; the lock is held. */
static void *take_job(gm_crew *crew) {
  void *job = crew->waiting[crew->first];
  crew->first = (crew->first + 1) % GM_CREW_WAITING;
  crew->count--;
  return job;
}

static void *run_thread(void *argument) {
  place own = *(place *)argument;
  gm_crew *crew = own.crew;
  free(argument);
  pthread_mutex_lock(&crew->lock);
  while (!crew->over) {
    if (crew->count)
      do_job(crew, own.worker, take_job(crew));
    else
      pthread_cond_wait(&crew->came, &crew->lock);
  }
  pthread_mutex_unlock(&crew->lock);
  return NULL;
}

/* Begins the threads; with none of them the caller does everything. */
static void begin_threads(gm_crew *crew) {
  while (crew->threads + 1 < crew->workers) {
    place *own = malloc(sizeof *own);
    if (!own) break;
    *own = (place){crew, crew->threads + 1};
    if (pthread_create(&crew->thread[crew->threads], NULL, run_thread, own)) {
      free(own);
      break;
    }
    crew->threads++;
  }
  if (!crew->threads) crew->workers = 1;
}

/* Tells the opener of the first failure, once. Only its own thread may write
 * into its workspace, so workers leave it to what the opener calls; the lock
 * is held. */
static gm_status tell(gm_crew *crew) {
  const gm_workspace *failed = crew->failed;
  crew->failed = NULL;
  if (failed)
    gm_fail(crew->ws, crew->status, failed->offset, "%s", failed->message);
  return crew->status;
}

/* Puts a job behind those that wait; the lock is held. */
static void line_up(gm_crew *crew, void *job) {
  crew->waiting[(crew->first + crew->count++) % GM_CREW_WAITING] = job;
  pthread_cond_signal(&crew->came);
}

gm_status gm_crew_give(gm_crew *crew, void *job) {
  if (crew->workers > 1 && !crew->threads) begin_threads(crew);
  pthread_mutex_lock(&crew->lock);
  if (!crew->threads) {
    do_job(crew, 0, job);
  } else if (crew->count == GM_CREW_WAITING) {
    void *oldest = take_job(crew);
    line_up(crew, job);
    do_job(crew, 0, oldest);
  } else {
    line_up(crew, job);
  }
  gm_status status = tell(crew);
  pthread_mutex_unlock(&crew->lock);
  return status;
}

void gm_crew_await_turn(gm_crew *crew, uint64_t turn) {
  pthread_mutex_lock(&crew->lock);
  while (crew->turns < turn) pthread_cond_wait(&crew->passed, &crew->lock);
  pthread_mutex_unlock(&crew->lock);
}

void gm_crew_pass_turn(gm_crew *crew) {
  pthread_mutex_lock(&crew->lock);
  crew->turns++;
  pthread_cond_broadcast(&crew->passed);
  pthread_mutex_unlock(&crew->lock);
}

gm_status gm_crew_finish(gm_crew *crew) {
  pthread_mutex_lock(&crew->lock);
  while (crew->count) do_job(crew, 0, take_job(crew));
  while (crew->busy) pthread_cond_wait(&crew->done, &crew->lock);
  gm_status status = tell(crew);
  pthread_mutex_unlock(&crew->lock);
  return status;
}

void gm_crew_close(gm_crew *crew) {
  if (!crew) return;
  pthread_mutex_lock(&crew->lock);
  crew->over = true;
  pthread_cond_broadcast(&crew->came);
  pthread_mutex_unlock(&crew->lock);
  for (unsigned i = 0; i < crew->threads; i++)
    pthread_join(crew->thread[i], NULL);
  for (unsigned i = 0; i < GM_CREW_MOST; i++) gm_workspace_close(crew->own[i]);
  pthread_mutex_destroy(&crew->lock);
  pthread_cond_destroy(&crew->came);
  pthread_cond_destroy(&crew->done);
  pthread_cond_destroy(&crew->passed);
  free(crew);
}
