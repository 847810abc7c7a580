/* See ledger.h. A database without a name is SQLite's own word for one that is
 * on disk only as far as it outgrows its cache, and gone when it is closed. It
 * needs no journal: what fails is given up as a whole. */
#include "summary/ledger.h"

#include <sqlite3.h>
#include <string.h>

#include "base/arena.h"

enum { ACCOUNTS_MOST = 32, OWN_BYTES = 1 << 16 };

static const char settings[] =
    "PRAGMA page_size = 4096;"
    "PRAGMA cache_size = -16384;" /* KiB */
    "PRAGMA journal_mode = OFF;"
    "PRAGMA synchronous = OFF;"
    "PRAGMA locking_mode = EXCLUSIVE;"
    "PRAGMA temp_store = FILE;"
    "BEGIN";

struct gm_account {
  gm_ledger *ledger;
  sqlite3_stmt *statement;
};

struct gm_ledger {
  gm_arena arena; /* holds this struct */
  sqlite3 *database;
  gm_account accounts[ACCOUNTS_MOST];
  int account_count;
};

/* The library's own words, and who can do something about it. */
static gm_status failed(gm_workspace *ws, const gm_ledger *ledger) {
  int code = sqlite3_errcode(ledger->database);
  const char *words = sqlite3_errmsg(ledger->database);
  switch (code & 0xFF) {
    case SQLITE_NOMEM:
      return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the summaries");
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return gm_fail(ws, GM_CANNOT_WRITE, 0,
                     "the temporary file of the summaries cannot be written "
                     "(%s); TMPDIR names its folder",
                     words);
    default: return gm_fail(ws, GM_FOREIGN, 0, "sqlite3: %s", words);
  }
}

gm_status gm_ledger_open(gm_workspace *ws, gm_ledger **out) {
  gm_arena arena;
  gm_arena_open(&arena, OWN_BYTES);
  gm_ledger *ledger = gm_arena_take(&arena, sizeof *ledger);
  if (!ledger)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the summaries");
  *ledger = (gm_ledger){.arena = arena};
  gm_status status = GM_OK;
  if (sqlite3_open("", &ledger->database) != SQLITE_OK)
    status = failed(ws, ledger);
  if (status == GM_OK) status = gm_ledger_run(ws, ledger, settings);
  if (status != GM_OK) {
    gm_ledger_close(ledger);
    return status;
  }
  *out = ledger;
  return GM_OK;
}

void gm_ledger_close(gm_ledger *ledger) {
  if (!ledger) return;
  for (int i = 0; i < ledger->account_count; i++)
    sqlite3_finalize(ledger->accounts[i].statement);
  sqlite3_close(ledger->database);
  gm_arena arena = ledger->arena;
  gm_arena_close(&arena);
}

gm_status gm_ledger_run(gm_workspace *ws, gm_ledger *ledger, const char *sql) {
  int code = sqlite3_exec(ledger->database, sql, NULL, NULL, NULL);
  return code == SQLITE_OK ? GM_OK : failed(ws, ledger);
}

gm_status gm_account_open(gm_workspace *ws, gm_ledger *ledger, const char *sql,
                          gm_account **out) {
  if (ledger->account_count == ACCOUNTS_MOST)
    return gm_fail(ws, GM_MISUSE, 0, "more than %d statements", ACCOUNTS_MOST);
  gm_account *account = &ledger->accounts[ledger->account_count];
  account->ledger = ledger;
  if (sqlite3_prepare_v3(ledger->database, sql, -1, SQLITE_PREPARE_PERSISTENT,
                         &account->statement, NULL) != SQLITE_OK)
    return failed(ws, ledger);
  ledger->account_count++;
  *out = account;
  return GM_OK;
}

static int bind(sqlite3_stmt *statement, int at, const gm_cell *cell) {
  if (cell->type == GM_CELL_INTEGER)
    return sqlite3_bind_int64(statement, at, cell->integer);
  if (!cell->text.size) return sqlite3_bind_null(statement, at);
  if (cell->type == GM_CELL_BYTES)
    return sqlite3_bind_blob64(statement, at, cell->text.bytes, cell->text.size,
                               SQLITE_STATIC);
  return sqlite3_bind_text64(statement, at, cell->text.bytes, cell->text.size,
                             SQLITE_STATIC, SQLITE_UTF8);
}

gm_status gm_account_ask(gm_workspace *ws, gm_account *account,
                         const gm_cell *cells, int count) {
  sqlite3_reset(account->statement);
  for (int i = 0; i < count; i++)
    if (bind(account->statement, i + 1, &cells[i]) != SQLITE_OK)
      return failed(ws, account->ledger);
  return GM_OK;
}

gm_status gm_account_next(gm_workspace *ws, gm_account *account, bool *more) {
  if (gm_stopped(ws))
    return gm_fail(ws, GM_CANCELLED, 0, "stopped while summing up");
  int code = sqlite3_step(account->statement);
  *more = code == SQLITE_ROW;
  if (*more) return GM_OK;
  gm_status status = code == SQLITE_DONE ? GM_OK : failed(ws, account->ledger);
  sqlite3_reset(account->statement);
  return status;
}

gm_status gm_account_put(gm_workspace *ws, gm_account *account,
                         const gm_cell *cells, int count) {
  bool more = false;
  gm_status status = gm_account_ask(ws, account, cells, count);
  return status == GM_OK ? gm_account_next(ws, account, &more) : status;
}

int64_t gm_account_integer(gm_account *account, int column) {
  return sqlite3_column_int64(account->statement, column);
}

double gm_account_real(gm_account *account, int column) {
  return sqlite3_column_double(account->statement, column);
}

gm_str gm_account_text(gm_account *account, int column) {
  const void *bytes = sqlite3_column_blob(account->statement, column);
  int size = sqlite3_column_bytes(account->statement, column);
  return (gm_str){bytes, (size_t)size};
}
