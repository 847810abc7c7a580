/* A ledger: the temporary database in which a run's sums are kept.
 *
 * SQLite, because a run may name more places and pairs than fit into memory:
 * it keeps CACHE_MIB of pages and spills the others to a file without a name,
 * in the folder that SQLITE_TMPDIR or TMPDIR tells, else /var/tmp. A small run
 * never touches the disk. This room's other files say what they want in SQL;
 * ledger.c alone calls the library. */
#ifndef GM_SUMMARY_LEDGER_H
#define GM_SUMMARY_LEDGER_H

#include "base/workspace.h"

typedef struct gm_ledger gm_ledger;
typedef struct gm_account gm_account; /* a prepared statement */

/* @owner the caller, until gm_ledger_close */
gm_status gm_ledger_open(gm_workspace *ws, gm_ledger **out);

/* Closes its accounts too. NULL is allowed. */
void gm_ledger_close(gm_ledger *ledger);

/* Statements without values or rows. */
gm_status gm_ledger_run(gm_workspace *ws, gm_ledger *ledger, const char *sql);

/* @owner the ledger */
gm_status gm_account_open(gm_workspace *ws, gm_ledger *ledger, const char *sql,
                          gm_account **out);

/* A value for a ?, or null. */
typedef struct gm_cell {
  enum { GM_CELL_INTEGER, GM_CELL_TEXT, GM_CELL_BYTES } type;
  int64_t integer;
  gm_str text; /* an empty text is null */
} gm_cell;

#define GM_CELL_OF_INTEGER(value) \
  ((gm_cell){.type = GM_CELL_INTEGER, .integer = (int64_t)(value)})
#define GM_CELL_OF_TEXT(value) \
  ((gm_cell){.type = GM_CELL_TEXT, .text = (value)})
#define GM_CELL_OF_BYTES(value) \
  ((gm_cell){.type = GM_CELL_BYTES, .text = (value)})

/* Runs a statement with these values, which must live until then; it gives no
 * rows. */
gm_status gm_account_put(gm_workspace *ws, gm_account *account,
                         const gm_cell *cells, int count);

/* Begins a query with these values, which must live until its last row. */
gm_status gm_account_ask(gm_workspace *ws, gm_account *account,
                         const gm_cell *cells, int count);

/* The next row; at the end `more` is false and the query over. */
gm_status gm_account_next(gm_workspace *ws, gm_account *account, bool *more);

/* The columns of a row, from 0; null is 0 or empty. Texts live until the next
 * row. */
int64_t gm_account_integer(gm_account *account, int column);
double gm_account_real(gm_account *account, int column);
gm_str gm_account_text(gm_account *account, int column);

#endif
