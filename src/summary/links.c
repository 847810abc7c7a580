/* Links: a row for each two places that the same articles name. Stored once,
 * the lower index first, since A with B is B with A. */
#include "base/str.h"
#include "document/excerpt.h"
#include "summary/summary.h"

static const char create[] =
    "CREATE TABLE link(a INTEGER, b INTEGER, sentences INTEGER,"
    "articles INTEGER, weight INTEGER, sentence TEXT," GM_SQL_SEEN
    ","
    "PRIMARY KEY(a, b)) WITHOUT ROWID";

static const char add[] =
    "INSERT INTO link(first, last, article1, a, b, sentences, articles, weight,"
    "  sentence)"
    "VALUES(?1, ?1, ?2, ?3, ?4, ?5, 1, ?6, ?7)"
    "ON CONFLICT DO UPDATE SET " GM_SQL_SEEN_ADD
    ","
    "sentences = sentences + ?5, articles = articles + 1,"
    "weight = weight + ?6, sentence = ifnull(sentence, ?7)";

static const char list[] =
    "SELECT a, b, sentences, articles, weight, first, last, sentence,"
    "article1, article2, article3 FROM link "
    "ORDER BY weight DESC, articles DESC, a, b LIMIT ?";

gm_status gm_links_open(gm_workspace *ws, gm_summary *summary) {
  gm_status status = gm_ledger_run(ws, summary->ledger, create);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, add, &summary->add_link);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, list, &summary->list_links);
  return status;
}

/* The first sentence that names both; empty: none does. */
static gm_str sentence_of(gm_workspace *ws, const gm_digest *digest,
                          const gm_digest_link *link) {
  if (link->mention == UINT32_MAX) return (gm_str){"", 0};
  const gm_mention *mention = &digest->mentions.items[link->mention];
  return gm_excerpt_of(ws, digest->document->text, mention->sentence,
                       mention->span);
}

gm_status gm_links_add(gm_workspace *ws, gm_summary *summary,
                       const gm_digest *digest) {
  gm_status status = GM_OK;
  for (uint32_t i = 0; status == GM_OK && i < digest->link_count; i++) {
    const gm_digest_link *link = &digest->links[i];
    gm_str sentence = sentence_of(ws, digest, link);
    if (!sentence.bytes) return ws->status;
    const gm_cell cells[] = {
        GM_CELL_OF_TEXT(digest->document->date),
        GM_CELL_OF_INTEGER(digest->document->ordinal),
        GM_CELL_OF_INTEGER(link->from),
        GM_CELL_OF_INTEGER(link->to),
        GM_CELL_OF_INTEGER(link->sentences),
        GM_CELL_OF_INTEGER(gm_millionths((double)link->weight)),
        GM_CELL_OF_TEXT(sentence),
    };
    status = gm_account_put(ws, summary->add_link, cells,
                            sizeof cells / sizeof *cells);
  }
  return status;
}

static gm_status row_of(gm_workspace *ws, gm_summary *summary,
                        gm_link_sum *out) {
  gm_account *from = summary->list_links;
  *out = (gm_link_sum){
      .from = (uint32_t)gm_account_integer(from, 0),
      .to = (uint32_t)gm_account_integer(from, 1),
      .sentences = (uint64_t)gm_account_integer(from, 2),
      .articles = (uint64_t)gm_account_integer(from, 3),
      .weight = gm_account_real(from, 4) / 1e6,
      .first = gm_account_text(from, 5),
      .last = gm_account_text(from, 6),
      .titles = gm_titles_of(ws, summary, from, 8),
      .sentence = gm_account_text(from, 7),
  };
  return out->titles.bytes ? GM_OK : ws->status;
}

gm_status gm_summary_links(gm_workspace *ws, gm_summary *summary, uint64_t most,
                           gm_status (*each)(void *user,
                                             const gm_link_sum *row),
                           void *user) {
  bool more = false;
  gm_link_sum row;
  gm_account *rows = summary->list_links;
  const gm_cell limit = GM_CELL_OF_INTEGER(most ? (int64_t)most : -1);
  gm_status status = gm_summary_end(ws, summary);
  if (status == GM_OK) status = gm_account_ask(ws, rows, &limit, 1);
  while (status == GM_OK && !(status = gm_account_next(ws, rows, &more)) &&
         more) {
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    status = row_of(ws, summary, &row);
    if (status == GM_OK) status = each(user, &row);
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}
