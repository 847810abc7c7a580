/* Many articles in sum: see geomention.h. The sums lie in a ledger, one table a
 * file: places.c, areas.c, links.c, articles.c with publisher.c, periods.c. An
 * article is added to each; rows come out in an order of their own, which does
 * not depend on who worked on what. */
#include "summary/summary.h"

#include "base/str.h"

enum { OWN_BYTES = 1 << 16 };

static gm_status open_tables(gm_workspace *ws, gm_summary *summary) {
  static const char title[] = "SELECT title FROM article WHERE ordinal = ?";
  static const char counts[] =
      "SELECT (SELECT count(*) FROM place), (SELECT count(*) FROM area),"
      "(SELECT count(*) FROM link), (SELECT count(*) FROM article)";
  gm_status status = gm_ledger_open(ws, &summary->ledger);
  if (status == GM_OK) status = gm_places_open(ws, summary);
  if (status == GM_OK) status = gm_areas_open(ws, summary);
  if (status == GM_OK) status = gm_links_open(ws, summary);
  if (status == GM_OK) status = gm_articles_open(ws, summary);
  if (status == GM_OK) status = gm_publishers_open(ws, summary);
  if (status == GM_OK) status = gm_periods_open(ws, summary);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, title, &summary->title);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, counts, &summary->counts);
  return status;
}

gm_status gm_summary_open(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          gm_summary **out) {
  gm_arena arena;
  gm_arena_open(&arena, OWN_BYTES);
  gm_summary *summary = gm_arena_take(&arena, sizeof *summary);
  if (!summary)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the summaries");
  *summary = (gm_summary){.arena = arena, .gazetteer = gazetteer};
  gm_status status = open_tables(ws, summary);
  if (status != GM_OK)
    gm_summary_close(summary);
  else
    *out = summary;
  return status;
}

void gm_summary_close(gm_summary *summary) {
  if (!summary) return;
  gm_ledger_close(summary->ledger);
  gm_arena arena = summary->arena;
  gm_arena_close(&arena);
}

gm_status gm_summary_add(gm_workspace *ws, gm_summary *summary,
                         const gm_digest *digest) {
  if (summary->ended)
    return gm_fail(ws, GM_MISUSE, 0,
                   "an article was added behind the first row of a summary");
  gm_arena_mark mark = gm_arena_here(&ws->arena);
  gm_status status = gm_articles_add(ws, summary, digest);
  if (status == GM_OK) status = gm_publishers_add(ws, summary, digest);
  if (status == GM_OK) status = gm_places_add(ws, summary, digest);
  if (status == GM_OK) status = gm_areas_add(ws, summary, digest);
  if (status == GM_OK) status = gm_links_add(ws, summary, digest);
  if (status == GM_OK) status = gm_periods_add(ws, summary, digest);
  gm_arena_rewind(&ws->arena, mark);
  return status;
}

gm_status gm_summary_end(gm_workspace *ws, gm_summary *summary) {
  if (summary->ended) return GM_OK;
  summary->ended = true;
  return gm_publishers_end(ws, summary);
}

/* The title of one article, copied; empty where there is none. */
static gm_status title_of(gm_workspace *ws, gm_summary *summary,
                          int64_t ordinal, gm_str *out) {
  bool more = false;
  const gm_cell cell = GM_CELL_OF_INTEGER(ordinal);
  gm_status status = gm_account_ask(ws, summary->title, &cell, 1);
  if (status == GM_OK) status = gm_account_next(ws, summary->title, &more);
  if (status != GM_OK || !more) return status;
  *out = gm_str_copy(ws, gm_account_text(summary->title, 0));
  return out->bytes ? GM_OK : ws->status;
}

gm_str gm_titles_of(gm_workspace *ws, gm_summary *summary, gm_account *account,
                    int column) {
  gm_str titles[3] = {{"", 0}, {"", 0}, {"", 0}};
  for (int i = 0; i < 3; i++) {
    int64_t ordinal = gm_account_integer(account, column + i);
    if (ordinal && title_of(ws, summary, ordinal, &titles[i]))
      return (gm_str){0};
    for (int j = 0; j < i; j++)
      if (gm_str_equal(titles[i], titles[j])) titles[i] = (gm_str){"", 0};
  }
  bool first = titles[0].size, second = titles[1].size;
  return gm_str_print(ws, "%.*s%s%.*s%s%.*s", GM_PRINT(titles[0]),
                      first && second ? " | " : "", GM_PRINT(titles[1]),
                      (first || second) && titles[2].size ? " | " : "",
                      GM_PRINT(titles[2]));
}

gm_status gm_summary_count(gm_workspace *ws, gm_summary *summary,
                           gm_summary_counts *out) {
  bool more = false;
  gm_account *counts = summary->counts;
  gm_status status = gm_account_ask(ws, counts, NULL, 0);
  if (status == GM_OK) status = gm_account_next(ws, counts, &more);
  if (status != GM_OK) return status;
  *out = (gm_summary_counts){
      .places = (uint64_t)gm_account_integer(counts, 0),
      .areas = (uint64_t)gm_account_integer(counts, 1),
      .links = (uint64_t)gm_account_integer(counts, 2),
      .articles = (uint64_t)gm_account_integer(counts, 3),
  };
  return GM_OK;
}
