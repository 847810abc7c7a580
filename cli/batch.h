/* Many articles through a task, on several threads, in the order of the input.
 *
 *     read           work                deliver
 *     (one thread)   (any thread)        (one thread, in order)
 *
 *     article 1 --> [slot 1] --> worker --.
 *     article 2 --> [slot 2] --> worker --+--> 1, 2, 3, ...
 *     article 3 --> [slot 3] --> worker --'
 *
 * Slots form a ring: an article enters the slot that the oldest one has left,
 * so memory does not grow with the input, and one worker and sixteen deliver
 * the same things in the same order. */
#ifndef GM_CLI_BATCH_H
#define GM_CLI_BATCH_H

#include "data.h"
#include "feed.h"

/* One article on its way. */
typedef struct cli_slot {
  gm_workspace *ws; /* holds the record and all that follows from it */
  const char *path; /* the input's, as long as the run */
  const gm_source *source;
  gm_record record;
  const gm_document *document; /* from here on: what the work chose to fill */
  gm_mentions mentions;
  gm_resolutions resolutions;
  gm_decided decided; /* by the user's decisions */
  const gm_digest *digest;
  gm_str explanation;
  gm_rendering *rendering;
  gm_tally tally; /* of this article alone */
} cli_slot;

/* What is done with every article. */
typedef struct cli_task {
  gm_status (*work)(const void *context, cli_slot *slot); /* any thread */
  cli_exit (*deliver)(void *context, cli_slot *slot);     /* in order */
  void *context;
} cli_task;

/* Runs the task over all articles of a feed. One that fails is reported,
 * counted and skipped; without a word where it comes again.
 * @param jobs  how many threads work; 1 needs none but the caller's
 * @param tally counts what was delivered and what failed
 * @return CLI_EXIT_DONE, also where articles failed; CLI_EXIT_INTERRUPTED; or
 *         what a delivery returned */
cli_exit cli_batch_run(cli_feed *feed, const cli_task *task, uint64_t jobs,
                       gm_tally *tally);

/* Read, find, resolve and decide: the work up to the point where a slot's
 * article has its mentions and resolutions. */
gm_status cli_batch_resolve(cli_slot *slot, const cli_data *data);

/* The threads that `--jobs` asks for, else the processors of the machine.
 * @return false: a sentence was printed */
bool cli_batch_jobs(const cli_arguments *arguments, uint64_t *jobs);

#define CLI_AS_OF_OPTION                                                   \
  {                                                                        \
    "as-of", 0, "DATE",                                                    \
        "the date whose names count (Leningrad in 1985), whatever the "    \
        "article's own: YYYY, YYYY-MM or YYYY-MM-DD"                       \
  }

#define CLI_BATCH_OPTION                                     \
  {                                                          \
    "jobs", 'j', "N",                                        \
        "work on N articles at once (one a processor); the " \
        "output is the same for every N"                     \
  }

#endif
