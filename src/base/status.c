/* What each status advises, and the version: see geomention.h. */
#include "geomention.h"

const char *gm_status_advice(gm_status status) {
  static const char *const advice[] = {
#define ADVICE(name, text) text,
      GM_STATUSES(ADVICE)
#undef ADVICE
  };
  size_t count = sizeof advice / sizeof *advice;
  return (size_t)status < count ? advice[status] : "";
}

const char *gm_version(void) {
  return GM_VERSION;
}
