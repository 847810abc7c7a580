/* See outlets.h, and geomention.h for what is public. The rows are sorted by
 * the folded outlet; of two rows for one outlet the later goes. */
#include "document/outlets.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/fold.h"
#include "base/utf8.h"

typedef struct row {
  gm_str outlet; /* folded */
  gm_str home;
  uint32_t line;
} row;

struct gm_outlets {
  gm_arena arena; /* holds this struct and its rows */
  gm_str file;
  const char *path;
  row *rows;
  uint32_t count;
};

static int by_outlet(const void *a, const void *b) {
  const row *x = a, *y = b;
  int order = gm_str_compare(x->outlet, y->outlet);
  if (order) return order;
  return x->line < y->line ? -1 : x->line > y->line;
}

static bool is_domain(gm_str outlet) {
  bool dots = outlet.size && memchr(outlet.bytes, '.', outlet.size);
  return dots && !memchr(outlet.bytes, ' ', outlet.size);
}

/* A domain in small letters and without www; a name is folded as all names. */
gm_str gm_outlet_fold(gm_workspace *ws, gm_str outlet) {
  if (!is_domain(outlet)) return gm_fold(ws, outlet);
  char *small = gm_take(ws, outlet.size);
  if (!small) return (gm_str){0};
  for (size_t i = 0; i < outlet.size; i++) {
    char byte = outlet.bytes[i];
    small[i] = (char)(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
  }
  size_t www = gm_str_starts((gm_str){small, outlet.size}, GM_STR("www."));
  return (gm_str){small + www * 4, outlet.size - www * 4};
}

/* Keeps bytes in the table's own arena. @return bytes is NULL: no memory */
static gm_str keep(gm_outlets *outlets, gm_str bytes) {
  char *copy = gm_arena_take(&outlets->arena, bytes.size + 1);
  if (copy && bytes.size) memcpy(copy, bytes.bytes, bytes.size);
  return (gm_str){copy, bytes.size};
}

/* One line. @return GM_BAD_INPUT, GM_BAD_ENCODING, GM_NO_MEMORY */
static gm_status read_line(gm_workspace *ws, gm_outlets *outlets, gm_str line,
                           uint32_t number) {
  size_t bad = 0;
  if (!gm_utf8_valid(line, &bad))
    return gm_fail(ws, GM_BAD_ENCODING, bad,
                   "%s line %u: byte %zu, 0x%02X, is not UTF-8", outlets->path,
                   number, bad + 1, (unsigned char)line.bytes[bad]);
  gm_str rest = gm_str_trim(line);
  if (!rest.size || gm_str_starts(rest, GM_STR("#"))) return GM_OK;
  gm_str outlet = gm_str_trim(gm_str_cut(&rest, '\t'));
  gm_str home = gm_str_trim(gm_str_cut(&rest, '\t'));
  if (!outlet.size || !home.size)
    return gm_fail(ws, GM_BAD_INPUT, 0,
                   "%s line %u: it must hold an outlet, a tab and its home",
                   outlets->path, number);
  if (number == 1 && gm_str_equal(home, GM_STR("home"))) return GM_OK;
  gm_str folded = gm_outlet_fold(ws, outlet);
  if (!folded.bytes) return GM_NO_MEMORY;
  row read = {keep(outlets, folded), keep(outlets, home), number};
  if (!read.outlet.bytes || !read.home.bytes)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the rows of %s",
                   outlets->path);
  outlets->rows[outlets->count++] = read;
  return GM_OK;
}

static size_t count_lines(gm_str file) {
  size_t lines = 1;
  for (size_t i = 0; i < file.size; i++) lines += file.bytes[i] == '\n';
  return lines;
}

static gm_status read_lines(gm_workspace *ws, gm_outlets *outlets) {
  gm_status status = GM_OK;
  gm_str rest = outlets->file;
  if (gm_str_starts(rest, GM_STR("\xEF\xBB\xBF")))
    rest = (gm_str){rest.bytes + 3, rest.size - 3};
  for (uint32_t number = 1; rest.size && !status; number++) {
    gm_arena_mark before = gm_arena_here(&ws->arena);
    status = read_line(ws, outlets, gm_str_cut(&rest, '\n'), number);
    gm_arena_rewind(&ws->arena, before);
  }
  if (!status && outlets->count)
    qsort(outlets->rows, outlets->count, sizeof *outlets->rows, by_outlet);
  return status;
}

/* The empty table in its own arena; NULL: no memory. */
static gm_outlets *make(const char *path, size_t lines) {
  gm_arena arena;
  gm_arena_open(&arena, SIZE_MAX);
  gm_outlets *outlets = gm_arena_take(&arena, sizeof *outlets);
  char *copy = gm_arena_take(&arena, strlen(path) + 1);
  row *rows = gm_arena_take(&arena, lines * sizeof *rows);
  if (!outlets || !copy || !rows) {
    gm_arena_close(&arena);
    return NULL;
  }
  strcpy(copy, path);
  *outlets = (gm_outlets){.arena = arena, .path = copy, .rows = rows};
  return outlets;
}

gm_status gm_outlets_open(gm_workspace *ws, const char *path,
                          gm_outlets **out) {
  gm_str file;
  gm_status status = gm_file_map(ws, path, &file);
  if (status) return status;
  gm_outlets *outlets = make(path, count_lines(file));
  if (outlets) {
    outlets->file = file;
    status = read_lines(ws, outlets);
  } else {
    status = gm_fail(ws, GM_NO_MEMORY, 0, "no memory to read %s", path);
  }
  gm_file_unmap(file);
  if (status)
    gm_outlets_close(outlets);
  else
    *out = outlets;
  return status;
}

void gm_outlets_close(gm_outlets *outlets) {
  if (!outlets) return;
  gm_arena arena = outlets->arena; /* which holds the table itself */
  gm_arena_close(&arena);
}

bool gm_outlets_row(const gm_outlets *outlets, uint32_t i, const char **path,
                    uint32_t *line, gm_str *home) {
  if (i >= outlets->count) return false;
  *path = outlets->path;
  *line = outlets->rows[i].line;
  *home = outlets->rows[i].home;
  return true;
}

/* ------------------------------------------------------------- look-ups -- */

/* The last row of a folded outlet, or NULL. */
static const row *find(const gm_outlets *outlets, gm_str folded) {
  uint32_t low = 0, high = outlets->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (gm_str_compare(outlets->rows[middle].outlet, folded) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  const row *last = low ? &outlets->rows[low - 1] : NULL;
  return last && gm_str_equal(last->outlet, folded) ? last : NULL;
}

/* What stands between :// and a slash; from the beginning where there is no
 * ://. */
static gm_str authority_of(gm_str url) {
  for (size_t i = 0; i + 3 <= url.size; i++)
    if (!memcmp(url.bytes + i, "://", 3)) {
      url = (gm_str){url.bytes + i + 3, url.size - i - 3};
      break;
    }
  return gm_str_cut(&url, '/');
}

/* The host of an address, without user and port. */
static gm_str host_of(gm_str url) {
  gm_str host = authority_of(url), rest = host;
  gm_str user = gm_str_cut(&rest, '@');
  if (user.size < host.size) host = rest;
  return gm_str_cut(&host, ':');
}

/* The row whose domain is the longest end of the host. */
static const row *find_host(gm_workspace *ws, const gm_outlets *outlets,
                            gm_str host) {
  while (host.size) {
    gm_str folded = gm_outlet_fold(ws, host);
    const row *found = folded.bytes ? find(outlets, folded) : NULL;
    if (found) return found;
    gm_str_cut(&host, '.');
  }
  return NULL;
}

gm_str gm_outlet_of(const gm_document *document) {
  gm_str host =
      authority_of(document->source.size ? document->source : document->url);
  if (gm_str_starts(host, GM_STR("www.")))
    host = (gm_str){host.bytes + 4, host.size - 4};
  return host;
}

gm_str gm_outlets_home(gm_workspace *ws, const gm_outlets *outlets, gm_str url,
                       gm_str source) {
  gm_str name = gm_outlet_fold(ws, gm_str_trim(source));
  const row *found = name.bytes ? find(outlets, name) : NULL;
  if (!found) found = find_host(ws, outlets, host_of(gm_str_trim(source)));
  if (!found) found = find_host(ws, outlets, host_of(gm_str_trim(url)));
  return found ? found->home : (gm_str){0};
}
