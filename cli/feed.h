/* The articles of all inputs, one behind the other. The first of them can be
 * looked at before they are worked on:
 *
 *     cli_feed_hold     article 1 ... 2,000 are read and held in memory
 *     cli_feed_next     hands them out to be looked at
 *     cli_feed_rewind   and then once more, and all that follow
 *
 * A pipe cannot be read twice, and this way a file need not: both yield the
 * same articles. */
#ifndef GM_CLI_FEED_H
#define GM_CLI_FEED_H

#include "inputs.h"

/* An open input; it is closed when its last article is done. */
typedef struct cli_input {
  const char *path;
  gm_source *source;
  uint64_t pending; /* articles that are held, or handed out and not done */
  bool ended;
} cli_input;

/* An article, or what failed instead of it. */
typedef struct cli_article {
  cli_input *from;
  gm_record record;
  gm_status status;
  bool refused;  /* it is the options that do not fit, not the input */
  char *message; /* of a failure that was held; else the workspace has it */
  bool held;
} cli_article;

typedef struct cli_feed {
  const cli_inputs *inputs;
  const gm_read_options *options;
  size_t at;       /* the next input */
  cli_input *open; /* the input that is being read, or NULL */
  cli_article *held;
  size_t held_count, held_capacity, held_at;
  size_t held_bytes;
  bool looking;    /* only what is held is handed out, and is kept */
  bool once;       /* for it is never worked on after: the caller says so */
  uint64_t failed; /* articles, while it was looked at */
} cli_feed;

/* Whether what is handed out comes again, so that what is wrong with it is told
 * then. */
static inline bool cli_feed_comes_again(const cli_feed *feed) {
  return feed->looking && !feed->once;
}

void cli_feed_open(cli_feed *feed, const cli_inputs *inputs,
                   const gm_read_options *options);

/* Reads on and holds what it reads, until enough is held or nothing is left.
 * From now on the feed is looked at.
 * @param each  is told of every article that could be read; its record and the
 *              workspace are good until it returns
 * @return false: no memory, a sentence was printed */
bool cli_feed_hold(cli_feed *feed, gm_workspace *ws,
                   void (*each)(void *user, const cli_article *article),
                   void *user);

/* The looking is over: all articles come, from the first on. */
void cli_feed_rewind(cli_feed *feed);

/* The next article. What was not held lives in the workspace.
 * @return false: there are no more */
bool cli_feed_next(cli_feed *feed, gm_workspace *ws, cli_article *out);

/* An article that was handed out is not needed any more. */
void cli_feed_done(cli_feed *feed, cli_article *article);

void cli_feed_close(cli_feed *feed);

#endif
