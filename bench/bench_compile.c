/* The compiler and the look-up beside SQLite, in one run, on the same tables.
 *
 *     bench_compile TABLES OUT [both|geomention|sqlite]
 *
 * TABLES is a folder as make_tables writes it (refs of GeoNames alone); OUT
 * gets bench.gaz and bench.sqlite. SQLite gets what is good for it: one
 * transaction, no journal, one sync at the end, prepared statements, a large
 * cache, two threads to sort, the index made last, the whole file mapped for
 * reading. Its keys are folded by the same code. Look-ups ask both for the same
 * folded names, of rows here and there in the tables, and for all that they
 * mean; they are timed by the processor, so that other programs do not count.
 */
#include <inttypes.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "gazetteer/gazetteer.h"
#include "gazetteer/name.h"

enum { MOST_QUERIES = 100000, CELLS = 12 };

static double now_s(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void give_up(const char *what, const char *why) {
  fprintf(stderr, "bench_compile: %s: %s\n", what, why);
  exit(1);
}

static double size_mb(const char *path) {
  struct stat about;
  return stat(path, &about) ? 0 : (double)about.st_size * 1e-6;
}

static const char *path_of(const char *folder, const char *name) {
  static char paths[4][4096];
  static int next;
  char *path = paths[next++ % 4];
  snprintf(path, sizeof paths[0], "%s/%s", folder, name);
  return path;
}

static double peak_mb(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)usage.ru_maxrss * 1e-3;
}

/* Seconds of all processors: what other programs take does not count. */
static double used_s(void) {
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

/* ------------------------------------------------------------- tables -- */

typedef struct table {
  FILE *file;
  char *line;
  size_t room;
  gm_str cells[CELLS];
} table;

static bool next_row(table *from) {
  ssize_t size = getline(&from->line, &from->room, from->file);
  if (size <= 0) return false;
  gm_str rest = {from->line, (size_t)size - 1};
  for (int i = 0; i < CELLS; i++) from->cells[i] = gm_str_cut(&rest, '\t');
  return true;
}

static table open_table(const char *folder, const char *name) {
  table opened = {.file = fopen(path_of(folder, name), "rb")};
  if (!opened.file || !next_row(&opened)) give_up(name, "cannot be read");
  return opened;
}

static void close_table(table *opened) {
  fclose(opened->file);
  free(opened->line);
}

/* ------------------------------------------------------------ queries -- */

static struct {
  gm_str items[MOST_QUERIES];
  size_t count;
} queries;

/* Folded names of every so many rows of a table. */
static void read_queries(gm_workspace *ws, const char *folder, const char *name,
                         size_t most) {
  table rows = open_table(folder, name);
  gm_workspace *fold = gm_workspace_open(0);
  uint64_t whole = (uint64_t)(size_mb(path_of(folder, name)) * 1e6);
  uint64_t step = whole / 64 / most + 1; /* a row has about 64 bytes */
  for (uint64_t i = 0; next_row(&rows) && queries.count < MOST_QUERIES; i++) {
    if (i % step) continue;
    gm_workspace_reset(fold);
    gm_str key = gm_name_key(fold, rows.cells[1]);
    if (key.size) queries.items[queries.count++] = gm_str_copy(ws, key);
  }
  close_table(&rows);
  gm_workspace_close(fold);
}

static void shuffle_queries(void) {
  uint64_t state = 88172645463325252u;
  for (size_t i = queries.count; i > 1; i--) {
    state ^= state << 13, state ^= state >> 7, state ^= state << 17;
    size_t other = state % i;
    gm_str kept = queries.items[i - 1];
    queries.items[i - 1] = queries.items[other];
    queries.items[other] = kept;
  }
}

/* --------------------------------------------------------- geomention -- */

/* Looks every name up, and reads all that it means if that is wanted. */
static uint64_t ask_gazetteer(const gm_gazetteer *gazetteer, bool all) {
  uint64_t meanings = 0, sum = 0;
  for (size_t i = 0; i < queries.count; i++) {
    gm_entry entry;
    if (!gm_gazetteer_entry(gazetteer, queries.items[i], &entry)) continue;
    meanings += entry.sense_count;
    for (uint32_t k = 0; all && k < entry.sense_count; k++)
      sum += gm_gazetteer_sense(gazetteer, entry, k).place;
  }
  return sum == 1 ? 0 : meanings;
}

static void report(const char *who, double built_s, double worked_s,
                   const char *path, double asked_s, uint64_t meanings) {
  printf(
      "%-11s built in %7.2f s (%7.2f s of processors), %8.1f MB,"
      " %9.0f look-ups/s, %" PRIu64 " meanings\n",
      who, built_s, worked_s, size_mb(path), (double)queries.count / asked_s,
      meanings);
  fflush(stdout);
}

/* A stage of compiling while it lasts. */
typedef struct stage {
  const char *name;
  double begin_s, worked_s;
} stage;

static void end_stage(const stage *now) {
  if (!now->name) return;
  printf("  %-14s %7.2f s (%7.2f s of processors)\n", now->name,
         now_s() - now->begin_s, used_s() - now->worked_s);
}

/* Told by the compiler how far it is. */
static void follow(void *user, const char *name, uint64_t done,
                   uint64_t whole) {
  stage *now = user;
  (void)done, (void)whole;
  if (now->name && !strcmp(now->name, name)) return;
  end_stage(now);
  *now = (stage){name, now_s(), used_s()};
}

static void run_geomention(const char *folder, const char *path) {
  gm_workspace *ws = gm_workspace_open((size_t)4 << 30);
  gm_gazetteer *gazetteer;
  stage now = {0};
  const gm_compile_options options = {.progress = follow, .user = &now};
  double begin_s = now_s(), worked_s = used_s();
  if (gm_gazetteer_compile(ws, &folder, 1, path, &options))
    give_up(path, gm_workspace_message(ws));
  end_stage(&now);
  double built_s = now_s() - begin_s;
  worked_s = used_s() - worked_s;
  printf("peak memory of compiling: %.0f MB\n", peak_mb());
  begin_s = now_s();
  if (gm_gazetteer_open(ws, path, &gazetteer))
    give_up(path, gm_workspace_message(ws));
  printf("opened in %.3f ms\n", (now_s() - begin_s) * 1e3);
  ask_gazetteer(gazetteer, true);
  begin_s = used_s();
  ask_gazetteer(gazetteer, false);
  printf("names alone: %.0f look-ups/s\n",
         (double)queries.count / (used_s() - begin_s));
  begin_s = used_s();
  uint64_t meanings = ask_gazetteer(gazetteer, true);
  report("geomention", built_s, worked_s, path, used_s() - begin_s, meanings);
  gm_gazetteer_close(gazetteer);
  gm_workspace_close(ws);
}

/* ------------------------------------------------------------- sqlite -- */

static void run_sql(sqlite3 *base, const char *sql) {
  char *message = NULL;
  if (sqlite3_exec(base, sql, NULL, NULL, &message)) give_up(sql, message);
}

static sqlite3_stmt *prepare(sqlite3 *base, const char *sql) {
  sqlite3_stmt *made;
  if (sqlite3_prepare_v2(base, sql, -1, &made, NULL))
    give_up(sql, sqlite3_errmsg(base));
  return made;
}

static void bind(sqlite3_stmt *to, int column, gm_str text) {
  sqlite3_bind_text(to, column, text.bytes, (int)text.size, SQLITE_STATIC);
}

/* The number behind "gn:". */
static int64_t id_of(gm_str ref) {
  return ref.size > 3 ? strtoll(ref.bytes + 3, NULL, 10) : 0;
}

static void insert(sqlite3_stmt *into) {
  if (sqlite3_step(into) != SQLITE_DONE) give_up("insert", "failed");
  sqlite3_reset(into);
}

static void insert_name(gm_workspace *ws, sqlite3_stmt *into, gm_str ref,
                        gm_str name, gm_str language, gm_str kind) {
  gm_workspace_reset(ws);
  gm_str key = gm_name_key(ws, name);
  if (!key.size) return;
  sqlite3_bind_int64(into, 1, id_of(ref));
  bind(into, 2, key);
  bind(into, 3, name);
  bind(into, 4, language);
  bind(into, 5, kind);
  insert(into);
}

static void fill_places(sqlite3 *base, const char *folder, gm_workspace *ws,
                        sqlite3_stmt *names) {
  sqlite3_stmt *places =
      prepare(base, "INSERT INTO places VALUES (?,?,?,?,?,?,?,?,?)");
  table rows = open_table(folder, "places.tsv");
  while (next_row(&rows)) {
    sqlite3_bind_int64(places, 1, id_of(rows.cells[0]));
    bind(places, 2, rows.cells[1]);
    sqlite3_bind_double(places, 3, strtod(rows.cells[2].bytes, NULL));
    sqlite3_bind_double(places, 4, strtod(rows.cells[3].bytes, NULL));
    for (int i = 4; i < 8; i++) bind(places, i + 1, rows.cells[i]);
    sqlite3_bind_int64(places, 9, strtoll(rows.cells[8].bytes, NULL, 10));
    insert(places);
    insert_name(ws, names, rows.cells[0], rows.cells[1], (gm_str){0},
                GM_STR("official"));
  }
  close_table(&rows);
  sqlite3_finalize(places);
}

static void fill_names(const char *folder, gm_workspace *ws,
                       sqlite3_stmt *names) {
  table rows = open_table(folder, "names.tsv");
  while (next_row(&rows))
    insert_name(ws, names, rows.cells[0], rows.cells[1], rows.cells[2],
                rows.cells[3]);
  close_table(&rows);
}

static uint64_t ask_sqlite(sqlite3 *base) {
  sqlite3_stmt *ask =
      prepare(base, "SELECT place, kind FROM names WHERE key = ?");
  uint64_t meanings = 0, sum = 0;
  for (size_t i = 0; i < queries.count; i++) {
    bind(ask, 1, queries.items[i]);
    while (sqlite3_step(ask) == SQLITE_ROW) {
      sum += (uint64_t)sqlite3_column_int64(ask, 0);
      meanings++;
    }
    sqlite3_reset(ask);
  }
  sqlite3_finalize(ask);
  return sum == 1 ? 0 : meanings;
}

/* Waits for the disk, as the compiler does. */
static void sync_file(const char *path) {
  FILE *file = fopen(path, "r+b");
  if (!file || fsync(fileno(file)) || fclose(file)) give_up(path, "no sync");
}

static void run_sqlite(const char *folder, const char *path) {
  gm_workspace *ws = gm_workspace_open(0);
  sqlite3 *base;
  unlink(path);
  double begin_s = now_s(), worked_s = used_s();
  if (sqlite3_open(path, &base)) give_up(path, sqlite3_errmsg(base));
  run_sql(base,
          "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;"
          "PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-1000000;"
          "PRAGMA threads=2;"
          "CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT, lat REAL,"
          " lon REAL, feature TEXT, country TEXT, admin1 TEXT, admin2 TEXT,"
          " population INTEGER);"
          "CREATE TABLE names (place INTEGER, key TEXT, name TEXT,"
          " language TEXT, kind TEXT); BEGIN");
  sqlite3_stmt *names = prepare(base, "INSERT INTO names VALUES (?,?,?,?,?)");
  fill_places(base, folder, ws, names);
  fill_names(folder, ws, names);
  sqlite3_finalize(names);
  run_sql(base, "COMMIT; CREATE INDEX names_key ON names (key)");
  sqlite3_close(base);
  sync_file(path);
  double built_s = now_s() - begin_s;
  worked_s = used_s() - worked_s;
  if (sqlite3_open(path, &base)) give_up(path, sqlite3_errmsg(base));
  run_sql(base, "PRAGMA mmap_size=17179869184; PRAGMA cache_size=-1000000");
  ask_sqlite(base);
  begin_s = used_s();
  uint64_t meanings = ask_sqlite(base);
  report("SQLite", built_s, worked_s, path, used_s() - begin_s, meanings);
  sqlite3_close(base);
  gm_workspace_close(ws);
}

int main(int count, char **words) {
  if (count < 3) give_up("usage", "bench_compile TABLES OUT [WHICH]");
  const char *which = count > 3 ? words[3] : "both";
  gm_workspace *ws = gm_workspace_open(0);
  read_queries(ws, words[1], "places.tsv", MOST_QUERIES / 2);
  read_queries(ws, words[1], "names.tsv", MOST_QUERIES / 2);
  shuffle_queries();
  printf("%zu look-ups of names in the tables\n", queries.count);
  if (strcmp(which, "sqlite"))
    run_geomention(words[1], path_of(words[2], "bench.gaz"));
  if (strcmp(which, "geomention"))
    run_sqlite(words[1], path_of(words[2], "bench.sqlite"));
  gm_workspace_close(ws);
  return 0;
}
