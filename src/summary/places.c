/* Places: a row for each place that some article names.
 *
 * A place keeps the sentences of the first three articles that name it; of the
 * articles themselves it keeps the numbers, and their titles are looked up when
 * the rows are read. */
#include "base/str.h"
#include "document/excerpt.h"
#include "summary/summary.h"

static const char create[] =
    "CREATE TABLE place(place INTEGER PRIMARY KEY, country INTEGER,"
    "division INTEGER, mentions INTEGER, articles INTEGER, confidence INTEGER,"
    "sentences TEXT," GM_SQL_SEEN ")";

static const char add[] =
    "INSERT INTO place(first, last, article1, place, country, division,"
    "  mentions, articles, confidence, sentences)"
    "VALUES(?1, ?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?8)"
    "ON CONFLICT DO UPDATE SET " GM_SQL_SEEN_ADD
    ","
    "mentions = mentions + ?6, articles = articles + 1,"
    "confidence = confidence + ?7,"
    "sentences = CASE WHEN articles < 3 THEN"
    "  ifnull(sentences || ' | ', '') || ifnull(?8, '') ELSE sentences END";

static const char list[] =
    "SELECT place, mentions, articles, confidence, first, last, sentences,"
    "article1, article2, article3 FROM place "
    "ORDER BY mentions DESC, articles DESC, place";

gm_status gm_places_open(gm_workspace *ws, gm_summary *summary) {
  gm_status status = gm_ledger_run(ws, summary->ledger, create);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, add, &summary->add_place);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, list, &summary->list_places);
  return status;
}

/* An index for the ledger, where none is null. */
static int64_t index_of(uint32_t place) {
  return place == GM_NO_PLACE ? -1 : (int64_t)place;
}

gm_status gm_places_add(gm_workspace *ws, gm_summary *summary,
                        const gm_digest *digest) {
  gm_status status = GM_OK;
  const gm_document *document = digest->document;
  for (uint32_t i = 0; status == GM_OK && i < digest->place_count; i++) {
    const gm_digest_place *named = &digest->places[i];
    const gm_mention *mention = &digest->mentions.items[named->first];
    gm_place place = gm_gazetteer_place(summary->gazetteer, named->place);
    gm_str sentence =
        gm_excerpt_of(ws, document->text, mention->sentence, mention->span);
    if (!sentence.bytes) return ws->status;
    const gm_cell cells[] = {
        GM_CELL_OF_TEXT(document->date),
        GM_CELL_OF_INTEGER(document->ordinal),
        GM_CELL_OF_INTEGER(named->place),
        GM_CELL_OF_INTEGER(index_of(place.country_place)),
        GM_CELL_OF_INTEGER(index_of(place.admin1_place)),
        GM_CELL_OF_INTEGER(named->mentions),
        GM_CELL_OF_INTEGER(
            gm_millionths((double)named->confidence * named->mentions)),
        GM_CELL_OF_TEXT(sentence),
    };
    status = gm_account_put(ws, summary->add_place, cells,
                            sizeof cells / sizeof *cells);
  }
  return status;
}

static gm_status row_of(gm_workspace *ws, gm_summary *summary,
                        gm_place_sum *out) {
  gm_account *from = summary->list_places;
  uint64_t mentions = (uint64_t)gm_account_integer(from, 1);
  *out = (gm_place_sum){
      .place = (uint32_t)gm_account_integer(from, 0),
      .count = {.mentions = mentions,
                .articles = (uint64_t)gm_account_integer(from, 2),
                .confidence = gm_account_real(from, 3) / 1e6 / (double)mentions,
                .first = gm_account_text(from, 4),
                .last = gm_account_text(from, 5)},
      .titles = gm_titles_of(ws, summary, from, 7),
      .sentences = gm_account_text(from, 6),
  };
  return out->titles.bytes ? GM_OK : ws->status;
}

gm_status gm_summary_places(gm_workspace *ws, gm_summary *summary,
                            gm_status (*each)(void *user,
                                              const gm_place_sum *row),
                            void *user) {
  bool more = false;
  gm_place_sum row;
  gm_status status = gm_summary_end(ws, summary);
  if (status == GM_OK)
    status = gm_account_ask(ws, summary->list_places, NULL, 0);
  while (status == GM_OK &&
         !(status = gm_account_next(ws, summary->list_places, &more)) && more) {
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    status = row_of(ws, summary, &row);
    if (status == GM_OK) status = each(user, &row);
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}
