/* A run's sums: what its tables share. Each table is a file that creates it,
 * adds an article to it, and hands its rows out again. */
#ifndef GM_SUMMARY_SUMMARY_H
#define GM_SUMMARY_SUMMARY_H

#include "summary/ledger.h"

struct gm_summary {
  gm_arena arena; /* holds this struct */
  const gm_gazetteer *gazetteer;
  gm_ledger *ledger;
  bool ended; /* rows were asked for: nothing may be added */
  gm_account *add_place, *add_area, *add_link, *add_article, *add_publisher,
      *add_profile, *add_day;
  gm_account *list_places, *list_areas, *list_links, *list_articles,
      *list_periods, *home, *title, *counts;
};

/* Sums are of whole numbers, so that their order does not matter: weights and
 * confidences are in millionths. */
static inline int64_t gm_millionths(double value) {
  return (int64_t)(value * 1e6 + 0.5);
}

/* The columns that most tables have, how an article changes them, and the
 * query that reads them: ?1 is its time, ?2 its ordinal. Of times the first and
 * the last are kept, of articles the first three. */
#define GM_SQL_SEEN                                                      \
  "first TEXT, last TEXT, article1 INTEGER, article2 INTEGER, article3 " \
  "INTEGER"
#define GM_SQL_SEEN_ADD                                   \
  "first = min(ifnull(first, ?1), ifnull(?1, first)),"    \
  "last = max(ifnull(last, ?1), ifnull(?1, last)),"       \
  "article3 = CASE WHEN article2 IS NULL THEN NULL ELSE " \
  "  ifnull(article3, ?2) END,"                           \
  "article2 = ifnull(article2, ?2)"

gm_status gm_places_open(gm_workspace *ws, gm_summary *summary);
gm_status gm_places_add(gm_workspace *ws, gm_summary *summary,
                        const gm_digest *digest);
gm_status gm_areas_open(gm_workspace *ws, gm_summary *summary);
gm_status gm_areas_add(gm_workspace *ws, gm_summary *summary,
                       const gm_digest *digest);
gm_status gm_links_open(gm_workspace *ws, gm_summary *summary);
gm_status gm_links_add(gm_workspace *ws, gm_summary *summary,
                       const gm_digest *digest);
gm_status gm_articles_open(gm_workspace *ws, gm_summary *summary);
gm_status gm_articles_add(gm_workspace *ws, gm_summary *summary,
                          const gm_digest *digest);
gm_status gm_periods_open(gm_workspace *ws, gm_summary *summary);
gm_status gm_periods_add(gm_workspace *ws, gm_summary *summary,
                         const gm_digest *digest);

/* Where publishers are at home: see publisher.c. */
gm_status gm_publishers_open(gm_workspace *ws, gm_summary *summary);
gm_status gm_publishers_add(gm_workspace *ws, gm_summary *summary,
                            const gm_digest *digest);
gm_status gm_publishers_end(gm_workspace *ws, gm_summary *summary);

/* The focus of an article whose publisher is known. */
gm_status gm_publisher_focus(gm_workspace *ws, gm_summary *summary,
                             gm_str publisher, const gm_leaning *leanings,
                             uint32_t count, gm_focus *out);

/* Before the first row: no more articles. */
gm_status gm_summary_end(gm_workspace *ws, gm_summary *summary);

/* The titles of three articles, " | " between different ones; the columns from
 * `column` on hold their ordinals, 0: none. bytes is NULL after gm_fail. */
gm_str gm_titles_of(gm_workspace *ws, gm_summary *summary, gm_account *account,
                    int column);

#endif
