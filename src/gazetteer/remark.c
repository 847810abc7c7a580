/* See remark.h. */
#include "gazetteer/remark.h"

#include <inttypes.h>

static const char *const whats[] = {
#define WHAT_OF(upper, what) what,
    GM_REMARKS(WHAT_OF)
#undef WHAT_OF
};

void gm_remarks_add(gm_remarks *remarks, gm_remark sort, const char *path,
                    uint64_t line) {
  if (remarks->sorts[sort].count++) return;
  remarks->sorts[sort].path = path;
  remarks->sorts[sort].line = line;
}

uint64_t gm_remarks_count(const gm_remarks *remarks) {
  uint64_t count = 0;
  for (int i = 0; i < GM_REMARK_COUNT; i++) count += remarks->sorts[i].count;
  return count;
}

gm_str gm_remarks_say(gm_workspace *ws, const gm_remarks *remarks) {
  gm_str said = GM_STR("");
  for (int i = 0; i < GM_REMARK_COUNT && said.bytes; i++) {
    if (!remarks->sorts[i].count) continue;
    const char *path = remarks->sorts[i].path;
    bool shapes = gm_str_ends(gm_str_of(path), GM_STR(".shp"));
    said = gm_str_print(ws,
                        "%.*sleft out: %" PRIu64
                        " rows %s, the first in %s %s %" PRIu64 "\n",
                        GM_PRINT(said), remarks->sorts[i].count, whats[i], path,
                        shapes ? "record" : "line", remarks->sorts[i].line);
  }
  return said;
}
