/* Articles: a row for each article of the run, with its focus. That waits until
 * the end, for where the publisher is at home shows in its other articles; what
 * the article itself leans to is kept with it until then. */
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "document/outlets.h"
#include "summary/summary.h"

enum { NAMES_MOST = 10 };

static const char create[] =
    "CREATE TABLE article(ordinal INTEGER PRIMARY KEY, id TEXT, title TEXT,"
    "url TEXT, source TEXT, date TEXT, characters INTEGER, mentions INTEGER,"
    "places INTEGER, unresolved INTEGER, names TEXT, publisher TEXT,"
    "leanings BLOB)";

static const char add[] =
    "INSERT INTO article VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

static const char list[] = "SELECT * FROM article ORDER BY ordinal";

gm_status gm_articles_open(gm_workspace *ws, gm_summary *summary) {
  gm_status status = gm_ledger_run(ws, summary->ledger, create);
  if (status == GM_OK)
    status = gm_account_open(ws, summary->ledger, add, &summary->add_article);
  if (status == GM_OK)
    status =
        gm_account_open(ws, summary->ledger, list, &summary->list_articles);
  return status;
}

/* The names of the most mentioned places. */
static gm_str names_of(gm_workspace *ws, const gm_gazetteer *gazetteer,
                       const gm_digest *digest) {
  gm_str names = {"", 0};
  for (uint32_t i = 0; i < digest->place_count && i < NAMES_MOST; i++) {
    gm_str name = gm_gazetteer_place(gazetteer, digest->places[i].place).name;
    names = gm_str_print(ws, "%.*s%s%.*s", GM_PRINT(names), i ? "; " : "",
                         GM_PRINT(name));
    if (!names.bytes) break;
  }
  return names;
}

gm_status gm_articles_add(gm_workspace *ws, gm_summary *summary,
                          const gm_digest *digest) {
  const gm_document *document = digest->document;
  gm_str names = names_of(ws, summary->gazetteer, digest);
  if (!names.bytes) return ws->status;
  gm_str leanings = {(const char *)digest->leanings,
                     digest->leaning_count * sizeof *digest->leanings};
  const gm_cell cells[] = {
      GM_CELL_OF_INTEGER(document->ordinal),
      GM_CELL_OF_TEXT(document->id),
      GM_CELL_OF_TEXT(document->title),
      GM_CELL_OF_TEXT(document->url),
      GM_CELL_OF_TEXT(document->source),
      GM_CELL_OF_TEXT(document->date),
      GM_CELL_OF_INTEGER(
          gm_utf8_count(gm_str_part(document->text, document->text_part))),
      GM_CELL_OF_INTEGER(digest->mentions.count),
      GM_CELL_OF_INTEGER(digest->place_count),
      GM_CELL_OF_INTEGER(digest->mentions.count - digest->placed),
      GM_CELL_OF_TEXT(names),
      GM_CELL_OF_TEXT(gm_outlet_of(document)),
      GM_CELL_OF_BYTES(leanings),
  };
  return gm_account_put(ws, summary->add_article, cells,
                        sizeof cells / sizeof *cells);
}

/* The column's bytes lie as SQLite likes: copied to where structs may. */
static const gm_leaning *leanings_of(gm_workspace *ws, gm_account *from,
                                     uint32_t *out_count) {
  gm_str bytes = gm_account_text(from, 12);
  gm_leaning *leanings = gm_take(ws, bytes.size + 1);
  if (leanings && bytes.size) memcpy(leanings, bytes.bytes, bytes.size);
  *out_count = (uint32_t)(bytes.size / sizeof *leanings);
  return leanings;
}

static gm_status row_of(gm_workspace *ws, gm_summary *summary,
                        gm_article_sum *out) {
  gm_account *from = summary->list_articles;
  uint32_t count = 0;
  const gm_leaning *leanings = leanings_of(ws, from, &count);
  if (!leanings) return ws->status;
  *out = (gm_article_sum){
      .ordinal = (uint64_t)gm_account_integer(from, 0),
      .id = gm_account_text(from, 1),
      .title = gm_account_text(from, 2),
      .url = gm_account_text(from, 3),
      .source = gm_account_text(from, 4),
      .date = gm_account_text(from, 5),
      .characters = (uint64_t)gm_account_integer(from, 6),
      .mentions = (uint64_t)gm_account_integer(from, 7),
      .places = (uint64_t)gm_account_integer(from, 8),
      .unresolved = (uint64_t)gm_account_integer(from, 9),
      .names = gm_account_text(from, 10),
  };
  return gm_publisher_focus(ws, summary, gm_account_text(from, 11), leanings,
                            count, &out->focus);
}

gm_status gm_summary_articles(gm_workspace *ws, gm_summary *summary,
                              gm_status (*each)(void *user,
                                                const gm_article_sum *row),
                              void *user) {
  bool more = false;
  gm_article_sum row;
  gm_account *rows = summary->list_articles;
  gm_status status = gm_summary_end(ws, summary);
  if (status == GM_OK) status = gm_account_ask(ws, rows, NULL, 0);
  while (status == GM_OK && !(status = gm_account_next(ws, rows, &more)) &&
         more) {
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    status = row_of(ws, summary, &row);
    if (status == GM_OK) status = each(user, &row);
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}
