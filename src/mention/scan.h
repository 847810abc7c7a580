/* Scanning: every name of the gazetteer along the tokens, long and short,
 * before anything is judged.
 *
 *     New York City Council      matches: New York, New York City, York
 */
#ifndef GM_MENTION_SCAN_H
#define GM_MENTION_SCAN_H

#include "mention/context.h"
#include "mention/lattice.h"

/* Stretches of tokens that bear a name of the gazetteer. */
typedef struct gm_match {
  uint32_t begin, end;  /* tokens, half-open: the name itself */
  uint32_t cover_begin; /* tokens of the mention: with "Special Economic */
  uint32_t cover_end;   /* Zone", "Gulf of" or the full stop of "Calif."  */
  gm_entry entry;
  bool peoples;       /* the best sense is a demonym or an adjective */
  bool abbreviated;   /* every sense is an abbreviation */
  bool dotted;        /* some sense is an abbreviation with a full stop */
  bool capital;       /* some fitting sense is written in capitals */
  uint8_t prominence; /* the highest among the senses, 0 to 255 */
  uint8_t kind;       /* gm_place_kind of that sense */
  int kind_hint;      /* kind that a generic word demands, or -1 */
  bool segment;       /* the recogniser marks just this as a place */
  bool inner;         /* a longer name of the gazetteer covers it */
  bool unlisted;      /* only the recogniser found it: no entry */
  bool contained;     /* what stands behind it is a place around it */
  bool contains;      /* what stands before it is a place inside it */
  float at_home;      /* how much of the article's division: division.h */
  float read[GM_LABEL_TYPE_COUNT]; /* mean of what its words are read as */
  gm_use use;
  float score; /* log-odds, once judged */
} gm_match;

typedef struct gm_matches {
  gm_match *items; /* by begin, then by end */
  uint32_t count;
} gm_matches;

/* @cost linear in tokens times the words of the longest name there. */
gm_status gm_scan(gm_workspace *ws, const gm_context *context, gm_matches *out);

/* Whether the gazetteer lists tokens [begin, end) as a name; `out` is filled
 * in without regard to how it is written. */
bool gm_scan_stretch(const gm_context *context, uint32_t begin, uint32_t end,
                     gm_match *out);

#endif
