/* See homes.h. */
#include "homes.h"

#include "interrupt.h"
#include "progress.h"
#include "say.h"

typedef struct learning {
  gm_workspace *ws;
  const cli_data *data;
  const cli_feed *feed;
  gm_homes *homes;
  gm_status status; /* of the first call that failed */
} learning;

/* What is looked at first: who published an article. One that cannot be
 * understood is reported when it is worked on. */
static void count(void *user, const cli_article *article) {
  learning *l = user;
  const gm_document *document;
  if (!l->status &&
      !gm_read(l->ws, article->from->source, article->record, &document))
    l->status = gm_homes_count(l->ws, l->homes, document);
}

/* Then what its places may be, if that tells something. */
static gm_status work(const void *context, cli_slot *slot) {
  const learning *l = context;
  gm_status status =
      gm_read(slot->ws, slot->source, slot->record, &slot->document);
  if (status || !gm_homes_want(slot->ws, l->homes, slot->document))
    return status;
  return cli_batch_resolve(slot, l->data);
}

static cli_exit deliver(void *context, cli_slot *slot) {
  learning *l = context;
  cli_progress_stage("learning homes of outlets", slot->record.ordinal,
                     l->feed->held_count);
  if (!gm_homes_add(slot->ws, l->homes, slot->document, slot->mentions,
                    slot->resolutions))
    return CLI_EXIT_DONE;
  cli_say("%s", gm_workspace_message(slot->ws));
  return CLI_EXIT_SOME_FAILED;
}

/* Says what failed. */
static cli_exit refuse(const learning *l) {
  if (cli_interrupted()) return CLI_EXIT_INTERRUPTED;
  cli_say("%s", gm_workspace_message(l->ws));
  return CLI_EXIT_SOME_FAILED;
}

/* Where nothing can be learnt, nothing is worked on, unless that is where
 * failures are told. */
static cli_exit learn(learning *l, uint64_t jobs, cli_feed *feed,
                      gm_tally *tally) {
  const cli_task task = {work, deliver, l};
  if (!cli_feed_hold(feed, l->ws, count, l)) return CLI_EXIT_SOME_FAILED;
  if (l->status) return refuse(l);
  if (cli_feed_comes_again(feed) && !gm_homes_want(l->ws, l->homes, NULL))
    return CLI_EXIT_DONE;
  cli_exit code = cli_batch_run(feed, &task, jobs, tally);
  if (!code && gm_homes_learn(l->ws, l->homes)) code = refuse(l);
  return code;
}

cli_exit cli_homes_learn(gm_workspace *ws, const cli_data *data, uint64_t jobs,
                         cli_feed *feed, cli_hints *hints) {
  gm_tally tally = {0};
  learning l = {.ws = ws, .data = data, .feed = feed};
  if (!hints->learn) return CLI_EXIT_DONE;
  if (gm_homes_open(ws, cli_data_gazetteer(data), &l.homes)) return refuse(&l);
  hints->homes = l.homes;
  cli_exit code = learn(&l, jobs, feed, &tally);
  feed->failed = tally.failed;
  cli_feed_rewind(feed);
  hints->hints.homes = l.homes;
  return code;
}
