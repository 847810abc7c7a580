/* A crew: a few threads that do jobs of one kind, of which the caller is one.
 *
 *     give(a) give(b) give(c) ...      [b][c]  the jobs that wait
 *                                       |  |
 *                                  thread 1  the caller, if too many wait
 *
 * Each worker has a workspace of its own. The threads begin with the first
 * job, so a crew that gets none costs nothing. Jobs begin in the order in which
 * they are given and end in any: what they make must not depend on it, or they
 * take turns. */
#ifndef GM_BASE_CREW_H
#define GM_BASE_CREW_H

#include "base/workspace.h"

typedef struct gm_crew gm_crew;

enum { GM_CREW_MOST = 64, GM_CREW_WAITING = 4 };

/* Does one job. @param worker  0 is the caller's thread */
typedef gm_status (*gm_crew_work)(void *shared, unsigned worker,
                                  gm_workspace *ws, void *job);

/* How many workers to have: `wanted`, or one a processor where that is 0. */
unsigned gm_crew_size(unsigned wanted);

/* @param workers  1: every job is done at once by the caller
 * @owner the caller, until gm_crew_close. */
gm_status gm_crew_open(gm_workspace *ws, unsigned workers, gm_crew_work work,
                       void *shared, gm_crew **out);

/* The workspace of a worker; between jobs the caller may use worker 0's. */
gm_workspace *gm_crew_workspace(const gm_crew *crew, unsigned worker);

/* Hands a job over, or does it. @return the first failure of any job so far,
 * whose sentence is in the workspace that opened the crew */
gm_status gm_crew_give(gm_crew *crew, void *job);

/* What jobs must do one after the other, such as writing: each waits until so
 * many others have passed, and passes, even if it failed. Who is waited for is
 * at work, as jobs begin in their order. */
void gm_crew_await_turn(gm_crew *crew, uint64_t turn);
void gm_crew_pass_turn(gm_crew *crew);

/* Waits until all jobs are done. @return as gm_crew_give */
gm_status gm_crew_finish(gm_crew *crew);

/* Ends the threads. NULL is allowed. */
void gm_crew_close(gm_crew *crew);

#endif
