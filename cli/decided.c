/* See decided.h. Decisions that do not fit any more are told one by one as
 * their articles come by, for each wants to be decided again; those on
 * articles that did not come are only counted: one may well map a part. */
#include "decided.h"

#include <inttypes.h>

#include "say.h"

void cli_decided_note(cli_decided *sum, const gm_decided *decided) {
  char sentence[1024];
  sum->decisions += decided->decisions;
  sum->mentions += decided->mentions;
  sum->stale += decided->stale_count;
  for (uint32_t i = 0; i < decided->stale_count; i++) {
    const gm_stale *stale = &decided->stale[i];
    snprintf(sentence, sizeof sentence, "not applied: %.*s",
             (int)stale->why.size, stale->why.bytes);
    cli_say_of(sum->path, stale->line, sentence);
  }
}

static const char *plural(uint64_t count) {
  return count == 1 ? "" : "s";
}

void cli_decided_print(const cli_decided *sum, const gm_decisions *decisions) {
  uint32_t everywhere, count = gm_decisions_count(decisions, &everywhere);
  uint64_t own = count - everywhere;
  uint64_t absent = own > sum->decisions ? own - sum->decisions : 0;
  fprintf(stderr,
          "%" PRIu32 " decision%s: %" PRIu64 " mention%s decided, %" PRIu64
          " out of date, %" PRIu64 " on articles that were not there\n",
          count, plural(count), sum->mentions, plural(sum->mentions),
          sum->stale, absent);
}
