/* See say.h. */
#include "say.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "progress.h"

void cli_say(const char *format, ...) {
  cli_progress_hide();
  fputs("geomention: ", stderr);
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
}

/* Whether a sentence says already which article of a file it is about. */
static bool names_article(const char *sentence, uint64_t number) {
  unsigned long long named;
  return sscanf(sentence, "article %llu", &named) == 1 && named == number;
}

/* The library's sentences often begin with the path: it is said once. */
void cli_say_of(const char *path, uint64_t number, const char *sentence) {
  size_t size = strlen(path);
  if (strncmp(sentence, path, size) == 0 && sentence[size] == ' ')
    sentence += size + 1;
  const char *name = strcmp(path, "-") ? path : "standard input";
  if (number && !names_article(sentence, number))
    cli_say("%s:%llu: %s", name, (unsigned long long)number, sentence);
  else
    cli_say("%s: %s", name, sentence);
}

void cli_say_unknown(const char *kind, const char *word, const char *like,
                     const char *hint) {
  if (like)
    cli_say("unknown %s '%s'; did you mean '%s'?", kind, word, like);
  else
    cli_say("unknown %s '%s'; %s", kind, word, hint);
}

bool cli_say_unread(void) {
  struct pollfd pipe = {.fd = STDOUT_FILENO, .events = POLLOUT};
  return poll(&pipe, 1, 0) > 0 && (pipe.revents & POLLERR);
}

cli_exit cli_say_finished(cli_exit code) {
  if (!fflush(stdout) && !ferror(stdout)) return code;
  int reason = errno;
  if (!cli_say_unread())
    cli_say("standard output cannot be written: %s", strerror(reason));
  return CLI_EXIT_OUTPUT;
}
