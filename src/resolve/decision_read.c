/* Reading decisions: see decision.h. One JSON object a line, as the page
 * writes it:
 *
 *     {"document":"wire/7","part":"text","begin":11,"end":16,"text":"Paris",
 *      "decision":"change","scope":"mention","place":"gn:4717560",
 *      "name":"Paris, Texas, United States","lat":33.66094,"lon":-95.55551}
 *
 * Members that are not known are passed over, so that a later page may say
 * more. cJSON parses. */
#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "earth/point.h"
#include "resolve/decision.h"

typedef struct reading {
  gm_workspace *ws;
  gm_arena *arena;
  const char *path;
  uint64_t line;
} reading;

static gm_status fault(const reading *in, const char *what) {
  return gm_fail(in->ws, GM_BAD_INPUT, 0, "%s line %" PRIu64 ": %s", in->path,
                 in->line, what);
}

static const cJSON *get(const cJSON *object, const char *key) {
  return cJSON_GetObjectItemCaseSensitive(object, key);
}

/* A text of the row, kept; empty where there is none. */
static gm_status take_text(const reading *in, const cJSON *row, const char *key,
                           gm_str *out) {
  const char *text = cJSON_GetStringValue(get(row, key));
  size_t size = text ? strlen(text) : 0;
  char *copy = gm_arena_take(in->arena, size + 1);
  if (!copy) return gm_fail(in->ws, GM_NO_MEMORY, 0, "no memory for decisions");
  if (size) memcpy(copy, text, size);
  *out = (gm_str){copy, size};
  return GM_OK;
}

/* Which of the words a member is; -1: none, or it is not there. */
static int word_of(const cJSON *row, const char *key,
                   const char *const *words) {
  const char *text = cJSON_GetStringValue(get(row, key));
  for (int i = 0; text && words[i]; i++)
    if (!strcmp(words[i], text)) return i;
  return -1;
}

static bool take_position(const cJSON *row, const char *key, uint32_t *out) {
  const cJSON *number = get(row, key);
  if (!cJSON_IsNumber(number) || number->valuedouble < 0 ||
      number->valuedouble >= UINT32_MAX)
    return false;
  *out = (uint32_t)number->valuedouble;
  return *out == number->valuedouble;
}

static bool take_point(const cJSON *row, gm_decision *out) {
  const cJSON *lat = get(row, "lat"), *lon = get(row, "lon");
  out->pointed = cJSON_IsNumber(lat) && cJSON_IsNumber(lon);
  if (!out->pointed) return !lat && !lon;
  out->at = (gm_point){lat->valuedouble, lon->valuedouble};
  return gm_point_valid(out->at);
}

static gm_status take_texts(const reading *in, const cJSON *row,
                            gm_decision *out) {
  gm_status status = take_text(in, row, "document", &out->document);
  if (!status) status = take_text(in, row, "text", &out->text);
  if (!status) status = take_text(in, row, "place", &out->ref);
  if (!status) status = take_text(in, row, "name", &out->name);
  return status;
}

/* What is wrong with a row, or NULL. */
static const char *check(const gm_decision *d) {
  bool by_name = d->reach == GM_REACH_NAME;
  if (!d->text.size) return "\"text\", the words of the mention, is missing";
  if (!by_name && !d->document.size) return "\"document\" is missing";
  if (d->verdict != GM_VERDICT_REJECT && !d->ref.size && !d->pointed)
    return "a place needs \"place\", or \"lat\" and \"lon\"";
  if (d->reach == GM_REACH_MENTION && d->end <= d->begin)
    return "\"end\" must lie behind \"begin\"";
  return NULL;
}

static gm_status read_row(const reading *in, const cJSON *row,
                          gm_decision *out) {
  static const char *const parts[] = {"text", "title", NULL};
  static const char *const verdicts[] = {"accept", "change", "reject", NULL};
  static const char *const reaches[] = {"name", "article", "mention", NULL};
  int part = get(row, "part") ? word_of(row, "part", parts) : GM_PART_TEXT;
  int verdict = word_of(row, "decision", verdicts);
  int reach =
      get(row, "scope") ? word_of(row, "scope", reaches) : GM_REACH_MENTION;
  *out = (gm_decision){.line = in->line, .place = GM_NO_PLACE};
  if (!cJSON_IsObject(row)) return fault(in, "this is no JSON object");
  if (part < 0) return fault(in, "\"part\" must be text or title");
  if (verdict < 0)
    return fault(in, "\"decision\" must be accept, change or reject");
  if (reach < 0) return fault(in, "\"scope\" must be mention, article or name");
  out->part = (gm_part)part;
  out->verdict = (gm_verdict)verdict;
  out->reach = (gm_reach)reach;
  bool placed = take_position(row, "begin", &out->begin) &&
                take_position(row, "end", &out->end);
  if (!placed && reach == GM_REACH_MENTION)
    return fault(in, "\"begin\" and \"end\" must be whole numbers");
  if (!take_point(row, out))
    return fault(in, "\"lat\" and \"lon\" must be degrees");
  gm_status status = take_texts(in, row, out);
  const char *wrong = status ? NULL : check(out);
  return wrong ? fault(in, wrong) : status;
}

static gm_status read_lines(reading *in, gm_str rest, gm_decision **out,
                            uint32_t *out_count) {
  gm_decision *rows = NULL;
  size_t count = 0, capacity = 0;
  if (gm_str_starts(rest, GM_STR("\xEF\xBB\xBF")))
    rest = (gm_str){rest.bytes + 3, rest.size - 3};
  while (rest.size) {
    gm_str line = gm_str_trim(gm_str_cut(&rest, '\n'));
    in->line++;
    if (!line.size) continue;
    rows = gm_grow(in->ws, rows, count, &capacity, sizeof *rows);
    if (!rows) return GM_NO_MEMORY;
    cJSON *json = cJSON_ParseWithLength(line.bytes, line.size);
    gm_status status =
        json ? read_row(in, json, &rows[count]) : fault(in, "this is no JSON");
    cJSON_Delete(json);
    if (status) return status;
    count++;
  }
  *out = rows;
  *out_count = (uint32_t)count;
  return GM_OK;
}

gm_status gm_decision_read(gm_workspace *ws, gm_arena *arena, const char *path,
                           gm_decision **out, uint32_t *out_count) {
  gm_str file;
  size_t bad;
  reading in = {ws, arena, path, 0};
  gm_status status = gm_file_map(ws, path, &file);
  if (status) return status;
  if (gm_utf8_valid(file, &bad))
    status = read_lines(&in, file, out, out_count);
  else
    status = gm_fail(ws, GM_BAD_ENCODING, bad,
                     "%s is not UTF-8 at byte %zu of the file", path, bad + 1);
  gm_file_unmap(file);
  return status;
}
