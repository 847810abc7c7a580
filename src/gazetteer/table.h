/* Tables: lines of cells with a tab between, whose first line names the
 * columns. The columns of each kind of table are in gazetteer/columns.def; a
 * header may have them in any order, but all that are not optional and no
 * others. The cells of optional columns that it has not are empty. */
#ifndef GM_GAZETTEER_TABLE_H
#define GM_GAZETTEER_TABLE_H

#include "../../gazetteer/columns.def"
#include "base/str.h"
#include "gazetteer/lines.h"

/* The kinds of tables, in the order in which they are read: places need their
 * sources, names and shapes need their places. */
#define GM_TABLE_KINDS(X) \
  X(ABOUT, "about")       \
  X(SOURCES, "sources")   \
  X(PLACES, "places")     \
  X(NAMES, "names")       \
  X(GENERIC, "generic")   \
  X(SHAPES, "shapes")

typedef enum gm_table_kind {
#define GM_TABLE_MEMBER(upper, lower) GM_TABLE_##upper,
  GM_TABLE_KINDS(GM_TABLE_MEMBER)
#undef GM_TABLE_MEMBER
      GM_TABLE_KIND_COUNT
} gm_table_kind;

/* The numbers of cells: GM_PLACES_REF, GM_PLACES_NAME ... */
#define GM_COLUMN_MEMBER(table, upper) GM_##table##_##upper
#define GM_MEMBER(upper, ...) GM_COLUMN_MEMBER(PLACES, upper),
enum { GM_PLACES_COLUMNS(GM_MEMBER) GM_PLACES_COLUMN_COUNT };
#undef GM_MEMBER
#define GM_MEMBER(upper, ...) GM_COLUMN_MEMBER(NAMES, upper),
enum {
  GM_NAMES_COLUMNS(GM_MEMBER) GM_NAMES_NEEDED_COUNT,
  GM_NAMES_LAST_NEEDED = GM_NAMES_NEEDED_COUNT - 1,
  GM_NAMES_OPTIONAL_COLUMNS(GM_MEMBER) GM_NAMES_COLUMN_COUNT
};
#undef GM_MEMBER
#define GM_MEMBER(upper, ...) GM_COLUMN_MEMBER(SOURCES, upper),
enum { GM_SOURCES_COLUMNS(GM_MEMBER) GM_SOURCES_COLUMN_COUNT };
#undef GM_MEMBER
#define GM_MEMBER(upper, ...) GM_COLUMN_MEMBER(ABOUT, upper),
enum { GM_ABOUT_COLUMNS(GM_MEMBER) GM_ABOUT_COLUMN_COUNT };
#undef GM_MEMBER
#define GM_MEMBER(upper, ...) GM_COLUMN_MEMBER(GENERIC, upper),
enum { GM_GENERIC_COLUMNS(GM_MEMBER) GM_GENERIC_COLUMN_COUNT };
#undef GM_MEMBER
#define GM_MEMBER(upper, ...) GM_COLUMN_MEMBER(SHAPES, upper),
enum { GM_SHAPES_COLUMNS(GM_MEMBER) GM_SHAPES_COLUMN_COUNT };
#undef GM_MEMBER
#undef GM_COLUMN_MEMBER

enum { GM_TABLE_MOST_COLUMNS = GM_PLACES_COLUMN_COUNT };

/* An open table and its row. */
typedef struct gm_table {
  gm_lines lines;
  gm_table_kind kind;
  size_t columns;
  uint8_t order[GM_TABLE_MOST_COLUMNS]; /* column at each place of a line */
  gm_str cells[GM_TABLE_MOST_COLUMNS];  /* of the row, by column */
} gm_table;

/* Opens a table of a kind and checks its header. @return as gm_lines_next
 * @owner the caller, until gm_table_close; after a failure: nothing. */
gm_status gm_table_open(gm_workspace *ws, const char *path, gm_table_kind kind,
                        gm_table *out);
void gm_table_close(gm_table *table);

/* Reads the next row into `cells`; they live until the next call. */
gm_status gm_table_next(gm_workspace *ws, gm_table *table, bool *more);

/* Which kind of table a file is: about.tsv and sources.tsv by their names,
 * places and names by their headers. */
gm_status gm_table_kind_of(gm_workspace *ws, const char *path,
                           gm_table_kind *out);

#endif
