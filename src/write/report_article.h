/* One article as the page holds it: everything a reader can look at, and what
 * is counted where there are too many articles to read. */
#ifndef GM_WRITE_REPORT_ARTICLE_H
#define GM_WRITE_REPORT_ARTICLE_H

#include "base/buffer.h"
#include "base/workspace.h"

/* Mentions that are alike, where only their number counts. */
typedef struct gm_report_cell {
  uint32_t place; /* GM_NO_PLACE: unresolved */
  int32_t day;    /* since 1970; GM_REPORT_NO_DAY: the article has no date */
  uint32_t mentions;
  uint8_t use;
  uint8_t tenths; /* of the confidence: 0 to 9 */
} gm_report_cell;

enum {
  GM_REPORT_NO_DAY = INT32_MIN,
  GM_REPORT_CANDIDATES = 6, /* of a mention, that the page offers */
};

/* The day of a date YYYY-MM-DD..., or GM_REPORT_NO_DAY. */
int32_t gm_report_day(gm_str date);

/* Appends the article as a JSON object:
 *
 *     {"id":"wire/7","title":"...","apart":true,"text":"...","date":"...",
 *      "url":"...","source":"...","mentions":[
 *      [part,begin,end,use,place,sure,sure it is a place,decided,"reasons",
 *       [candidate,hundredths of its probability,...],[lat,lon],
 *       ["north of","direction",bearing,km]],...]}
 *
 * "apart": the title's mentions count from the title's beginning; where it is
 * false, the text begins with the title. Places are their indices, -1 is none;
 * sureness is in ten-thousandths; part and use are their numbers. Only a
 * mention that is coordinates has a point of its own; the modifier stands where
 * there is one, and then null for the point of another.
 * @return GM_NO_MEMORY, GM_CANCELLED */
gm_status gm_report_article(gm_workspace *ws, const gm_document *document,
                            gm_mentions mentions, gm_resolutions resolutions,
                            gm_buffer *out);

/* The article's mentions as cells, in the workspace.
 * @return GM_NO_MEMORY */
gm_status gm_report_count(gm_workspace *ws, const gm_document *document,
                          gm_mentions mentions, gm_resolutions resolutions,
                          const gm_report_cell **out);

#endif
