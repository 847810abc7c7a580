/* Fetching public data: the files of a set, from their publisher to a folder.
 *
 *     cmd_fetch       the command: which files, which folder, the closing words
 *     fetch_set       the sets: addresses, files, licences
 *     fetch_file      one file, tried until it is here or hopeless
 *     fetch_part      its bytes on the way, on the disk
 *     fetch_note      which version of the file they are of
 *     fetch_http      one request (libcurl)
 *     fetch_check     whether what came is what it should be (libzip)
 *     fetch_progress  the line on a terminal
 *
 * In the folder:
 *
 *     NAME.part   .NAME.part.from    what has come so far, and of which version
 *        |              |
 *        | checked and synced, then renamed: whole or not at all
 *        v              v
 *     NAME        .NAME.from         the file, and what to ask its server with
 *                                    to learn whether it has changed
 *
 * Words of this room: an *address* is a URL, a *path* what stands in it behind
 * the set's address, a *name* what stands behind the folder. A *phrase* is what
 * a sentence says of a file, behind its name. */
#ifndef GM_CLI_FETCH_H
#define GM_CLI_FETCH_H

#include <limits.h>

#include "command.h"

enum {
  CLI_FETCH_ADDRESS = 1024, /* bytes of the longest address, the NUL included */
  CLI_FETCH_PATH = 64,
  CLI_FETCH_PHRASE = 1536,
};

/* --------------------------------------------------------------- sets -- */

typedef struct cli_fetch_set {
  const char *name;             /* the operand, and the usual folder */
  const char *address;          /* of its publisher; ends in a slash */
  const char *licence;          /* a sentence */
  const char *const *always;    /* paths; NULL ends */
  const char *const *world;     /* paths of all the world's rows; NULL ends */
  const char *const *countries; /* folders with an XX.zip a country, which can
                                   stand for `world`; NULL ends; NULL: none */
} cli_fetch_set;

/* All sets; NULL ends. */
extern const cli_fetch_set *const cli_fetch_sets[];

typedef struct cli_fetch_list {
  char (*paths)[CLI_FETCH_PATH];
  size_t count;
} cli_fetch_list;

/* What to fetch of a set; `countries` is like "UA,RU", NULL for the world.
 * @return CLI_EXIT_USAGE, or no memory; a sentence was printed
 * @owner the caller: free(out->paths) */
cli_exit cli_fetch_set_list(const cli_fetch_set *set, const char *countries,
                            cli_fetch_list *out);

/* The name of a path: publishers' folders by scale and theme are left out. */
const char *cli_fetch_set_file(const char *path);

/* -------------------------------------------------------------- notes -- */

/* A version of a file, as its server tells them apart. */
typedef struct cli_fetch_note {
  char address[CLI_FETCH_ADDRESS]; /* "" where nothing is known */
  char etag[256];                  /* with its quotes; "" where there is none */
  char modified[64];               /* Last-Modified as sent; "" likewise */
  uint64_t bytes;                  /* of the whole file; 0: unknown */
} cli_fetch_note;

/* @return false: no such note, and *out is empty */
bool cli_fetch_note_read(const char *path, cli_fetch_note *out);

/* @return false: see errno */
bool cli_fetch_note_write(const char *path, const cli_fetch_note *note);

/* Whether two notes do not speak against being of one version. */
bool cli_fetch_note_agrees(const cli_fetch_note *a, const cli_fetch_note *b);

/* What If-Range can name this version by: a strong tag or a date; else NULL. */
const char *cli_fetch_note_validator(const cli_fetch_note *note);

/* --------------------------------------------------------------- HTTP -- */

/* What servers are spoken to through; connections stay open in it. */
typedef struct cli_fetch_line cli_fetch_line;

typedef struct cli_fetch_request {
  const char *address;
  uint64_t from;               /* the first byte that is wanted */
  const cli_fetch_note *known; /* the version whose beginning (from > 0) or
                                  whole is here; NULL: none */
} cli_fetch_request;

/* What is known of a body before its first byte. */
typedef struct cli_fetch_head {
  bool goes_on; /* it begins at `from`, and not with the file */
  uint64_t from;
  cli_fetch_note note;
} cli_fetch_head;

/* Where a body goes. false ends the transfer. */
typedef struct cli_fetch_sink {
  bool (*begin)(void *context, const cli_fetch_head *head);
  bool (*take)(void *context, const char *bytes, size_t size);
  void *context;
} cli_fetch_sink;

typedef enum cli_fetch_kind {
  CLI_FETCH_CAME,        /* the body went to its sink */
  CLI_FETCH_UNCHANGED,   /* the known version is the last */
  CLI_FETCH_BROKEN,      /* another try may help */
  CLI_FETCH_UNREACHABLE, /* there is nobody at that address */
  CLI_FETCH_HOPELESS,    /* asking again will not help */
  CLI_FETCH_STOPPED,     /* by the sink, or by Ctrl-C */
} cli_fetch_kind;

typedef struct cli_fetch_answer {
  cli_fetch_kind kind;
  long status;     /* of HTTP; 0: none came */
  uint64_t wait_s; /* what the server asks for before another try; 0: nothing */
  char phrase[CLI_FETCH_PHRASE]; /* what went wrong: "is not at ... (404)" */
} cli_fetch_answer;

/* @param stall_s  give up when nothing comes for so long
 * @return NULL: no memory, a sentence was printed. @owner the caller */
cli_fetch_line *cli_fetch_http_open(uint64_t stall_s);
void cli_fetch_http_close(cli_fetch_line *line);

/* Asks for a file. Certificates are always verified; redirections are followed,
 * from https to https alone. */
void cli_fetch_http_get(cli_fetch_line *line, const cli_fetch_request *request,
                        const cli_fetch_sink *sink, cli_fetch_answer *answer);

/* Whether it is the http or https address of a folder. */
bool cli_fetch_http_is_folder(const char *address);

/* The time that Last-Modified tells in seconds since 1970; -1: none. */
int64_t cli_fetch_http_time(const char *modified);

/* -------------------------------------------------------------- parts -- */

typedef struct cli_fetch_part {
  char path[PATH_MAX], note_path[PATH_MAX];   /* on the way */
  char whole[PATH_MAX], whole_note[PATH_MAX]; /* when all has come */
  int file;
  uint64_t size;       /* bytes of it that are here */
  cli_fetch_note note; /* the version that they are of; empty: of none */
  cli_fetch_note held; /* the version of the whole file that is here; empty */
  bool outdated;       /* the server would go on with another version */
  int reason;          /* errno of what could not be done */
} cli_fetch_part;

/* Opens the part of a file, with the folders above it, and locks it.
 * @return false: see part->reason. @owner the caller: close it in any case */
bool cli_fetch_part_open(const char *folder, const char *name,
                         const char *address, cli_fetch_part *part);

/* What has to be asked for so that the part becomes whole. */
cli_fetch_request cli_fetch_part_request(const cli_fetch_part *part,
                                         const char *address);

/* Where a body goes that answers this request: to the end of the part where it
 * goes on with the same version, else in its place. */
cli_fetch_sink cli_fetch_part_sink(cli_fetch_part *part);

/* Whether all has come, as far as the server said how much there is. */
bool cli_fetch_part_is_whole(const cli_fetch_part *part);

/* Gives the part its final name. @return false: see part->reason */
bool cli_fetch_part_finish(cli_fetch_part *part);

/* Forgets what has come. @return false: see part->reason */
bool cli_fetch_part_empty(cli_fetch_part *part);

/* Leaves what has come for the next time, or nothing where nothing has. */
void cli_fetch_part_close(cli_fetch_part *part);

/* -------------------------------------------------------------- check -- */

/* Whether the file at `path` holds what one called `name` should: every member
 * of a zip with the right checksum; in other files a text that is no web page.
 * Ctrl-C ends it early.
 * @return false: `phrase` says what is wrong */
bool cli_fetch_check(const char *path, const char *name,
                     char phrase[CLI_FETCH_PHRASE]);

/* --------------------------------------------------------------- file -- */

/* What the files of a run share. */
typedef struct cli_fetch_run {
  cli_fetch_line *line;
  char address[CLI_FETCH_ADDRESS]; /* of all files; ends in a slash */
  char folder[PATH_MAX];
  uint64_t tries;
  bool reached; /* a server has answered */
  struct {
    uint64_t fresh, unchanged, failed; /* files */
    uint64_t bytes;                    /* of those that are here */
  } tally;
} cli_fetch_run;

/* Fetches the file at run->address and `path`, unless it has not changed.
 * @return CLI_EXIT_DONE: go on, also where the file failed and was reported;
 *         else the run ends */
cli_exit cli_fetch_file(cli_fetch_run *run, const char *path);

/* ----------------------------------------------------------- progress -- */

/* 1234567 as "1.2 MB". */
const char *cli_fetch_size(uint64_t bytes, char buffer[32]);

/* A file is on its way; `here` bytes of it have come before. */
void cli_fetch_progress_begin(const char *name, uint64_t here);

/* @param whole  bytes of the file, or 0 where nobody knows
 * @cost nothing, but five times a second */
void cli_fetch_progress_advance(uint64_t here, uint64_t whole);

/* What is done with the file instead: "checking". */
void cli_fetch_progress_say(const char *phrase);

#endif
