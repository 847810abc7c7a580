/* See csv.h. A quoted field is moved over its own quotes: what is read always
 * stands before what is still to be read, so no memory is needed. */
#include "gazetteer/csv.h"

#include <string.h>

/* The first of , ; and tab that the first line has outside of quotes. */
static char find_separator(const char *at, const char *end) {
  bool quoted = false;
  for (; at < end && (quoted || *at != '\n'); at++) {
    if (*at == '"') quoted = !quoted;
    if (!quoted && (*at == ',' || *at == ';' || *at == '\t')) return *at;
  }
  return ',';
}

/* Passes over empty lines and remarks. */
static void pass_over(gm_csv *csv) {
  while (csv->at < csv->end) {
    const char *end = memchr(csv->at, '\n', (size_t)(csv->end - csv->at));
    size_t size = (size_t)((end ? end : csv->end) - csv->at);
    bool empty = size == 0 || (size == 1 && *csv->at == '\r');
    if (!empty && *csv->at != '#') return;
    csv->at += size + (end != NULL);
    csv->next_line++;
  }
}

gm_csv gm_csv_open(char *bytes, size_t size) {
  gm_csv csv = {.at = bytes, .end = bytes + size, .next_line = 1};
  if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) csv.at += 3;
  pass_over(&csv);
  csv.separator = find_separator(csv.at, csv.end);
  return csv;
}

/* Whether a field ends here. */
static bool ends_field(const gm_csv *csv, const char *at) {
  if (at == csv->end || *at == csv->separator || *at == '\n') return true;
  return *at == '\r' && (at + 1 == csv->end || at[1] == '\n');
}

static const char *read_quoted(gm_csv *csv, gm_str *out) {
  char *to = ++csv->at;
  out->bytes = to;
  for (;; csv->at++) {
    if (csv->at == csv->end) return "has a quote that is never closed";
    if (*csv->at == '"') {
      csv->at++;
      if (csv->at == csv->end || *csv->at != '"') break;
    }
    csv->next_line += *csv->at == '\n';
    *to++ = *csv->at;
  }
  out->size = (size_t)(to - out->bytes);
  return ends_field(csv, csv->at) ? NULL : "has text behind a closing quote";
}

static const char *read_field(gm_csv *csv, gm_str *out) {
  if (csv->at < csv->end && *csv->at == '"') return read_quoted(csv, out);
  out->bytes = csv->at;
  while (!ends_field(csv, csv->at)) csv->at++;
  out->size = (size_t)(csv->at - out->bytes);
  return NULL;
}

const char *gm_csv_next(gm_csv *csv, gm_str fields[GM_CSV_FIELDS_MOST],
                        uint32_t *count, bool *more) {
  pass_over(csv);
  *count = 0;
  *more = csv->at < csv->end;
  csv->line = csv->next_line;
  if (!*more) return NULL;
  for (;;) {
    if (*count == GM_CSV_FIELDS_MOST) return "has more than 64 fields";
    const char *wrong = read_field(csv, &fields[(*count)++]);
    if (wrong) return wrong;
    if (csv->at == csv->end || *csv->at != csv->separator) break;
    csv->at++;
  }
  csv->at += csv->at < csv->end && *csv->at == '\r';
  csv->at += csv->at < csv->end && *csv->at == '\n';
  csv->next_line++;
  return NULL;
}
