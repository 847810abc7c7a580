/* Areas: a row for each country and first-level division in which some article
 * names a place; its own name counts too. An article that names Lyon and Nice
 * counts once for France, with two mentions. */
#include <stdlib.h>

#include "summary/summary.h"

static const char create[] =
    "CREATE TABLE area(place INTEGER PRIMARY KEY, level INTEGER,"
    "mentions INTEGER, articles INTEGER, confidence INTEGER," GM_SQL_SEEN ")";

static const char add[] =
    "INSERT INTO area(first, last, article1, place, level, mentions, articles,"
    "  confidence)"
    "VALUES(?1, ?1, ?2, ?3, ?4, ?5, 1, ?6)"
    "ON CONFLICT DO UPDATE SET " GM_SQL_SEEN_ADD
    ","
    "mentions = mentions + ?5, articles = articles + 1,"
    "confidence = confidence + ?6";

/* Countries first: divisions are drawn upon them. */
static const char list[] =
    "SELECT a.place, a.level, a.mentions, a.articles, a.confidence, a.first,"
    "  a.last, ifnull(c.number, d.number) FROM area AS a "
    "LEFT JOIN (SELECT country, count(*) AS number FROM place GROUP BY country)"
    "  AS c ON a.level = 0 AND c.country = a.place "
    "LEFT JOIN (SELECT division, count(*) AS number FROM place"
    "  GROUP BY division) AS d ON a.level = 1 AND d.division = a.place "
    "ORDER BY a.level, a.mentions DESC, a.articles DESC, a.place";

gm_status gm_areas_open(gm_workspace *ws, gm_summary *summary) {
  gm_status status = gm_ledger_run(ws, summary->ledger, create);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, add, &summary->add_area);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, list, &summary->list_areas);
  return status;
}

/* What one article has of an area. */
typedef struct part {
  uint32_t place;
  gm_level level;
  uint64_t mentions;
  int64_t confidence; /* millionths */
} part;

static int by_place(const void *a, const void *b) {
  const part *x = a, *y = b;
  return x->place < y->place ? -1 : x->place > y->place;
}

static size_t append(part *parts, size_t count, uint32_t area, gm_level level,
                     const gm_digest_place *named) {
  if (area == GM_NO_PLACE) return count;
  double confidence = (double)named->confidence * named->mentions;
  parts[count] =
      (part){area, level, named->mentions, gm_millionths(confidence)};
  return count + 1;
}

static size_t merge(part *parts, size_t count) {
  size_t kept = 0;
  qsort(parts, count, sizeof *parts, by_place);
  for (size_t i = 0; i < count; i++) {
    if (kept && parts[kept - 1].place == parts[i].place) {
      parts[kept - 1].mentions += parts[i].mentions;
      parts[kept - 1].confidence += parts[i].confidence;
    } else {
      parts[kept++] = parts[i];
    }
  }
  return kept;
}

static gm_status add_part(gm_workspace *ws, gm_summary *summary,
                          const gm_document *document, const part *one) {
  const gm_cell cells[] = {
      GM_CELL_OF_TEXT(document->date),   GM_CELL_OF_INTEGER(document->ordinal),
      GM_CELL_OF_INTEGER(one->place),    GM_CELL_OF_INTEGER(one->level),
      GM_CELL_OF_INTEGER(one->mentions), GM_CELL_OF_INTEGER(one->confidence),
  };
  return gm_account_put(ws, summary->add_area, cells,
                        sizeof cells / sizeof *cells);
}

gm_status gm_areas_add(gm_workspace *ws, gm_summary *summary,
                       const gm_digest *digest) {
  gm_status status = GM_OK;
  size_t count = 0;
  part *parts =
      gm_take_array(ws, (size_t)digest->place_count * 2 + 1, sizeof *parts);
  if (!parts) return ws->status;
  for (uint32_t i = 0; i < digest->place_count; i++) {
    const gm_digest_place *named = &digest->places[i];
    gm_place place = gm_gazetteer_place(summary->gazetteer, named->place);
    count = append(parts, count, place.country_place, GM_LEVEL_COUNTRY, named);
    if (place.admin1_place != place.country_place)
      count =
          append(parts, count, place.admin1_place, GM_LEVEL_DIVISION, named);
  }
  count = merge(parts, count);
  for (size_t i = 0; status == GM_OK && i < count; i++)
    status = add_part(ws, summary, digest->document, &parts[i]);
  return status;
}

static gm_area_sum row_of(gm_account *from) {
  uint64_t mentions = (uint64_t)gm_account_integer(from, 2);
  return (gm_area_sum){
      .place = (uint32_t)gm_account_integer(from, 0),
      .level = (gm_level)gm_account_integer(from, 1),
      .count = {.mentions = mentions,
                .articles = (uint64_t)gm_account_integer(from, 3),
                .confidence = gm_account_real(from, 4) / 1e6 / (double)mentions,
                .first = gm_account_text(from, 5),
                .last = gm_account_text(from, 6)},
      .places = (uint64_t)gm_account_integer(from, 7),
  };
}

gm_status gm_summary_areas(gm_workspace *ws, gm_summary *summary,
                           gm_status (*each)(void *user,
                                             const gm_area_sum *row),
                           void *user) {
  bool more = false;
  gm_account *rows = summary->list_areas;
  gm_status status = gm_summary_end(ws, summary);
  if (status == GM_OK) status = gm_account_ask(ws, rows, NULL, 0);
  while (status == GM_OK && !(status = gm_account_next(ws, rows, &more)) &&
         more) {
    gm_area_sum row = row_of(rows);
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    status = each(user, &row);
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}
