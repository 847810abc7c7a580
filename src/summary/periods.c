/* Periods: how much the articles of a day, a week, a month say. Days are
 * counted, the others are sums of days; articles without a date are in none. */
#include "base/str.h"
#include "summary/summary.h"

static const char create[] =
    "CREATE TABLE day(day TEXT PRIMARY KEY, articles INTEGER,"
    "mentions INTEGER, placed INTEGER) WITHOUT ROWID";

static const char add[] =
    "INSERT INTO day VALUES(?1, 1, ?2, ?3)"
    "ON CONFLICT DO UPDATE SET articles = articles + 1,"
    "mentions = mentions + ?2, placed = placed + ?3";

/* 'weekday 1' goes on to the next Monday, unless it is one. */
static const char list[] =
    "SELECT unit, begin || 'T00:00:00Z',"
    "  date(begin, CASE unit WHEN 'd' THEN '+1 day' WHEN 'w' THEN '+7 days'"
    "    ELSE '+1 month' END) || 'T00:00:00Z',"
    "  sum(articles), sum(mentions), sum(placed) FROM ("
    "SELECT 'd' AS unit, day AS begin, articles, mentions, placed FROM day "
    "UNION ALL SELECT 'w', date(day, '-6 days', 'weekday 1'), articles,"
    "  mentions, placed FROM day "
    "UNION ALL SELECT 'm', date(day, 'start of month'), articles, mentions,"
    "  placed FROM day) "
    "GROUP BY unit, begin "
    "ORDER BY CASE unit WHEN 'd' THEN 0 WHEN 'w' THEN 1 ELSE 2 END, begin";

gm_status gm_periods_open(gm_workspace *ws, gm_summary *summary) {
  gm_status status = gm_ledger_run(ws, summary->ledger, create);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, add, &summary->add_day);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, list, &summary->list_periods);
  return status;
}

gm_status gm_periods_add(gm_workspace *ws, gm_summary *summary,
                         const gm_digest *digest) {
  enum { DAY_BYTES = 10 }; /* YYYY-MM-DD */
  gm_str date = digest->document->date;
  if (date.size < DAY_BYTES) return GM_OK;
  const gm_cell cells[] = {
      GM_CELL_OF_TEXT(((gm_str){date.bytes, DAY_BYTES})),
      GM_CELL_OF_INTEGER(digest->mentions.count),
      GM_CELL_OF_INTEGER(digest->placed),
  };
  return gm_account_put(ws, summary->add_day, cells,
                        sizeof cells / sizeof *cells);
}

static gm_period_sum row_of(gm_account *from) {
  return (gm_period_sum){
      .unit = gm_account_text(from, 0).bytes[0],
      .begin = gm_account_text(from, 1),
      .end = gm_account_text(from, 2),
      .articles = (uint64_t)gm_account_integer(from, 3),
      .mentions = (uint64_t)gm_account_integer(from, 4),
      .placed = (uint64_t)gm_account_integer(from, 5),
  };
}

gm_status gm_summary_periods(gm_workspace *ws, gm_summary *summary,
                             gm_status (*each)(void *user,
                                               const gm_period_sum *row),
                             void *user) {
  bool more = false;
  gm_account *rows = summary->list_periods;
  gm_status status = gm_summary_end(ws, summary);
  if (status == GM_OK) status = gm_account_ask(ws, rows, NULL, 0);
  while (status == GM_OK && !(status = gm_account_next(ws, rows, &more)) &&
         more) {
    gm_period_sum row = row_of(rows);
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    status = each(user, &row);
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}
