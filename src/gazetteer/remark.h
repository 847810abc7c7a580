/* Remarks: what was left out of publishers' files. Of our own tables every
 * fault is an error; of thirteen million rows that someone else keeps a few
 * are always odd, and one of them must not stop the rest. They are counted,
 * and the first of each sort is told with its file and line. */
#ifndef GM_GAZETTEER_REMARK_H
#define GM_GAZETTEER_REMARK_H

#include "base/str.h"

/* X(NAME, what the rows are) */
#define GM_REMARKS(X)                                     \
  X(TEXT, "that are not UTF-8")                           \
  X(COLUMNS, "with a wrong number of columns")            \
  X(ID, "without an id")                                  \
  X(NAME, "without a name")                               \
  X(POINT, "without a point on the Earth")                \
  X(FEATURE, "without a known feature code")              \
  X(COUNTRY, "with a country that is not two capitals")   \
  X(PLACELESS, "with names of places that are not there") \
  X(JSON, "that are no features of GeoJSON")

typedef enum gm_remark {
#define GM_REMARK_MEMBER(upper, what) GM_REMARK_##upper,
  GM_REMARKS(GM_REMARK_MEMBER)
#undef GM_REMARK_MEMBER
      GM_REMARK_COUNT
} gm_remark;

typedef struct gm_remarks {
  struct {
    uint64_t count;
    const char *path; /* of the first; lives as long as the remarks */
    uint64_t line;
  } sorts[GM_REMARK_COUNT];
} gm_remarks;

void gm_remarks_add(gm_remarks *remarks, gm_remark sort, const char *path,
                    uint64_t line);

/* All rows that were left out. */
uint64_t gm_remarks_count(const gm_remarks *remarks);

/* A line for each sort that there is; bytes is NULL after gm_fail. */
gm_str gm_remarks_say(gm_workspace *ws, const gm_remarks *remarks);

#endif
