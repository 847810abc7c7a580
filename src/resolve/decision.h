/* Decisions while they are open: rows of the user's file, each with its place
 * looked up. geomention.h tells what they do. */
#ifndef GM_RESOLVE_DECISION_H
#define GM_RESOLVE_DECISION_H

#include "base/arena.h"
#include "base/str.h"

/* How far a decision reaches; the later in this list, the nearer. */
typedef enum gm_reach {
  GM_REACH_NAME,    /* this name everywhere */
  GM_REACH_ARTICLE, /* this name in this document */
  GM_REACH_MENTION, /* this mention */
} gm_reach;

typedef enum gm_verdict {
  GM_VERDICT_ACCEPT, /* the place was right */
  GM_VERDICT_CHANGE, /* another place is */
  GM_VERDICT_REJECT, /* none is */
} gm_verdict;

typedef struct gm_decision {
  uint64_t line;
  gm_str document;
  gm_part part;
  uint32_t begin, end; /* code points of the part */
  gm_str text;         /* the words that stand there */
  gm_verdict verdict;
  gm_reach reach;
  gm_str ref;   /* of the place, such as "gn:4717560"; may be empty */
  gm_str name;  /* of the place; may be empty */
  bool pointed; /* `at` was told */
  gm_point at;
  uint32_t place; /* index; GM_NO_PLACE where it is rejected */
} gm_decision;

struct gm_decisions {
  gm_arena arena; /* holds this struct and all texts */
  gm_str file;    /* the name of the file, without folders */
  const gm_gazetteer *gazetteer;
  gm_gazetteer *own;          /* with pins; NULL: there are none */
  gm_decision *items;         /* in the order of the file */
  const gm_decision **by;     /* by reach, then document or text, then line */
  uint32_t count, everywhere; /* of `by`, the first are those everywhere */
};

/* Reads the file's lines; texts are kept in the arena, rows in the workspace.
 * @return GM_CANNOT_READ, GM_BAD_INPUT, GM_BAD_ENCODING */
gm_status gm_decision_read(gm_workspace *ws, gm_arena *arena, const char *path,
                           gm_decision **out, uint32_t *out_count);

#endif
