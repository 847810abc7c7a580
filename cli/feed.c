/* See feed.h. */
#include "feed.h"

#include <stdlib.h>
#include <string.h>

#include "interrupt.h"
#include "say.h"

enum { HELD_MOST = 2000 };
static const size_t held_most_bytes = (size_t)8 << 20;

void cli_feed_open(cli_feed *feed, const cli_inputs *inputs,
                   const gm_read_options *options) {
  *feed = (cli_feed){.inputs = inputs, .options = options};
}

/* ------------------------------------------------------------ reading -- */

/* Closes an input once its last article is done. */
static void leave_input(cli_input *from) {
  if (!from->ended || from->pending) return;
  gm_source_close(from->source);
  free(from);
}

static void end_input(cli_feed *feed) {
  feed->open->ended = true;
  leave_input(feed->open);
  feed->open = NULL;
}

/* Opens the next input. What cannot be opened takes the way of an article, so
 * that it is reported in its turn.
 * @return whether there is such an article */
static bool open_input(cli_feed *feed, gm_workspace *ws, cli_article *out) {
  cli_input *from = calloc(1, sizeof *from);
  if (!from) {
    feed->at = feed->inputs->count; /* nothing can be read any more */
    return false;
  }
  from->path = feed->inputs->paths[feed->at++];
  feed->open = from;
  gm_status status =
      gm_source_open(ws, from->path, feed->options, &from->source);
  if (!status) return false;
  *out = (cli_article){.from = from, .status = status};
  out->refused = status == GM_MISUSE || status == GM_BAD_ENCODING;
  return true;
}

/* The next article of the open input. Behind one that is too large, or cannot
 * be held, the next can be read; after any other failure nothing can.
 * @return false: it has no more */
static bool read_article(cli_feed *feed, gm_workspace *ws, cli_article *out) {
  bool more = true;
  *out = (cli_article){.from = feed->open};
  out->status = gm_source_next(ws, feed->open->source, &out->record, &more);
  return out->status || more;
}

/* Whether an input may yield more behind what it yielded. */
static bool goes_on(const cli_article *article) {
  return !article->status || article->status == GM_TOO_LARGE ||
         (article->status == GM_NO_MEMORY && article->from->source);
}

/* The next article of any input. */
static bool read_next(cli_feed *feed, gm_workspace *ws, cli_article *out) {
  while (feed->open || feed->at < feed->inputs->count) {
    bool opened = feed->open != NULL;
    bool found =
        opened ? read_article(feed, ws, out) : open_input(feed, ws, out);
    if (found) {
      out->from->pending++;
      if (!goes_on(out)) end_input(feed);
      return true;
    }
    if (opened) end_input(feed);
  }
  return false;
}

/* ------------------------------------------------------------ holding -- */

/* Copies an article out of the workspace. @return false: no memory */
static bool hold(cli_feed *feed, gm_workspace *ws, const cli_article *article) {
  if (feed->held_count == feed->held_capacity) {
    size_t larger = feed->held_capacity ? feed->held_capacity * 2 : 64;
    cli_article *held = realloc(feed->held, larger * sizeof *held);
    if (!held) return false;
    feed->held = held;
    feed->held_capacity = larger;
  }
  size_t size = article->record.bytes.size;
  char *bytes = malloc(size + 1);
  char *message = article->status ? strdup(gm_workspace_message(ws)) : NULL;
  if (!bytes || (article->status && !message)) {
    free(bytes);
    free(message);
    return false;
  }
  if (size) memcpy(bytes, article->record.bytes.bytes, size);
  cli_article *kept = &feed->held[feed->held_count++];
  *kept = *article;
  kept->record.bytes = (gm_str){bytes, size};
  kept->record.ordinal = feed->held_count;
  kept->message = message;
  kept->held = true;
  feed->held_bytes += size;
  return true;
}

bool cli_feed_hold(cli_feed *feed, gm_workspace *ws,
                   void (*each)(void *user, const cli_article *article),
                   void *user) {
  cli_article article;
  feed->looking = true;
  while (feed->held_count < HELD_MOST && feed->held_bytes < held_most_bytes &&
         !cli_interrupted() && read_next(feed, ws, &article)) {
    bool good = hold(feed, ws, &article);
    if (good && !article.status) each(user, &feed->held[feed->held_count - 1]);
    gm_workspace_reset(ws);
    if (!good) {
      cli_say("no memory to read articles ahead; leave it with --homes given");
      return false;
    }
    if (article.refused) break;
  }
  return true;
}

void cli_feed_rewind(cli_feed *feed) {
  feed->looking = false;
  feed->held_at = 0;
}

bool cli_feed_next(cli_feed *feed, gm_workspace *ws, cli_article *out) {
  if (feed->held_at < feed->held_count) {
    *out = feed->held[feed->held_at++];
    return true;
  }
  return !feed->looking && read_next(feed, ws, out);
}

void cli_feed_done(cli_feed *feed, cli_article *article) {
  if (feed->looking) return;
  if (article->held) {
    free((char *)article->record.bytes.bytes);
    free(article->message);
  }
  article->from->pending--;
  leave_input(article->from);
}

void cli_feed_close(cli_feed *feed) {
  feed->looking = false;
  while (feed->held_at < feed->held_count)
    cli_feed_done(feed, &feed->held[feed->held_at++]);
  if (feed->open) end_input(feed);
  free(feed->held);
  *feed = (cli_feed){0};
}
