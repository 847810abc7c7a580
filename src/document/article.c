/* See article.h. cJSON parses. What it cannot carry is mended first, in a copy
 * and without moving a byte, so that positions in messages stay true: a lone
 * surrogate (\ud800), which it refuses, and \u0000, which would end a string,
 * become \uFFFD. Numbers that it would round (long ids) are read again. */
#include "document/article.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/str.h"
#include "document/date.h"
#include "document/document.h"
#include "document/encoding.h"

/* One object being read. */
typedef struct reading {
  gm_workspace *ws;
  const char *name;  /* "the article", or "article 7" of several */
  gm_str json;       /* as it was */
  const cJSON *root; /* as parsed */
  gm_article article;
} reading;

/* ------------------------------------------------------------ mending -- */

static int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  digit = (char)(digit | 0x20);
  return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
}

/* The value of \uXXXX at `at`, or -1 if there is none. */
static int escape_value(gm_str json, size_t at) {
  int value = 0;
  if (json.size - at < 6 || memcmp(json.bytes + at, "\\u", 2)) return -1;
  for (size_t i = 2; i < 6; i++) {
    int digit = hex_value(json.bytes[at + i]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

static bool is_high(int value) {
  return value >= 0xD800 && value < 0xDC00;
}
static bool is_low(int value) {
  return value >= 0xDC00 && value < 0xE000;
}

/* Mends the escape at `at`. @return its size */
static size_t mend_escape(char *bytes, size_t size, size_t at) {
  gm_str json = {bytes, size};
  int value = escape_value(json, at);
  if (value < 0) return 2;
  if (is_high(value) && at + 6 <= size && is_low(escape_value(json, at + 6)))
    return 12;
  if (is_high(value) || is_low(value) || !value)
    memcpy(bytes + at, "\\uFFFD", 6);
  return 6;
}

/* Mends all escapes. @return the most values that the text can hold */
static size_t mend(char *bytes, size_t size) {
  size_t values = 1;
  bool quoted = false;
  for (size_t at = 0; at < size;) {
    char byte = bytes[at];
    if (byte == '\\') {
      at += mend_escape(bytes, size, at);
      continue;
    }
    quoted ^= byte == '"';
    values += !quoted && (byte == ',' || byte == '[' || byte == '{');
    at++;
  }
  return values;
}

/* ------------------------------------------------------------ parsing -- */

/* The end of the string whose opening quote is at `at`: behind its other
 * quote, or 0 if it has none. */
static size_t string_end(gm_str json, size_t at) {
  for (at++; at < json.size && json.bytes[at] != '"'; at++)
    at += json.bytes[at] == '\\';
  return at < json.size ? at + 1 : 0;
}

/* Messages count bytes from 1, as editors do; offsets from 0. */
static gm_status not_json(const reading *in, size_t at) {
  const char *where = in->article.where;
  bool in_string = at && at < in->json.size && in->json.bytes[at - 1] == '"';
  if (in_string && !string_end(in->json, at - 1)) at = in->json.size;
  if (at >= in->json.size)
    return gm_fail(in->ws, GM_BAD_INPUT, at,
                   "%snot JSON: it ends too early, after byte %zu", where, at);
  unsigned char byte = (unsigned char)in->json.bytes[at];
  if (byte > ' ' && byte < 0x7F)
    return gm_fail(in->ws, GM_BAD_INPUT, at,
                   "%snot JSON: unexpected %c at byte %zu", where, byte,
                   at + 1);
  return gm_fail(in->ws, GM_BAD_INPUT, at,
                 "%snot JSON: unexpected 0x%02X at byte %zu", where, byte,
                 at + 1);
}

/* Parses `copy`, the mended JSON with a zero byte behind it. */
static gm_status parse_copy(const reading *in, gm_str copy, cJSON **out) {
  const char *stop = copy.bytes;
  const char *zero = memchr(copy.bytes, 0, in->json.size);
  if (zero) return not_json(in, (size_t)(zero - copy.bytes));
  cJSON *root = cJSON_ParseWithLengthOpts(copy.bytes, copy.size, &stop, true);
  if (!root) return not_json(in, (size_t)(stop - copy.bytes));
  *out = root;
  return GM_OK;
}

static gm_status parse(const reading *in, cJSON **out) {
  gm_buffer copy = {0};
  gm_buffer_append(&copy, in->json);
  gm_buffer_append(&copy, (gm_str){"", 1});
  gm_status status = GM_OK;
  size_t most = in->ws->arena.ceiling / sizeof(cJSON);
  size_t values = copy.failed ? 0 : mend(copy.bytes, copy.size - 1);
  if (copy.failed)
    status = gm_fail(in->ws, GM_NO_MEMORY, 0,
                     "no memory for the %zu bytes of "
                     "%s",
                     in->json.size, in->name);
  else if (values > most)
    status = gm_fail(in->ws, GM_TOO_LARGE, 0,
                     "%s has %zu values, more than the limit of %zu", in->name,
                     values, most);
  else
    status = parse_copy(in, gm_buffer_str(&copy), out);
  gm_buffer_close(&copy);
  return status;
}

/* ------------------------------------------------------------- fields -- */

static const char *type_name(const cJSON *item) {
  if (cJSON_IsBool(item)) return "a truth value";
  if (cJSON_IsNumber(item)) return "a number";
  if (cJSON_IsString(item)) return "a string";
  if (cJSON_IsArray(item)) return "an array";
  return cJSON_IsObject(item) ? "an object" : "null";
}

/* The value of a key, or NULL: absent, or null, which is the same. */
static const cJSON *value_of(const cJSON *object, const char *key) {
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
  return cJSON_IsNull(item) ? NULL : item;
}

static gm_status wrong_type(const reading *in, const char *key,
                            const cJSON *item, const char *wanted) {
  return gm_fail(in->ws, GM_BAD_INPUT, 0, "%s\"%s\" is %s, not %s",
                 in->article.where, key, type_name(item), wanted);
}

static gm_status copy_string(const reading *in, const cJSON *item,
                             gm_str *out) {
  *out = gm_str_copy(in->ws, gm_str_of(item->valuestring));
  return out->bytes ? GM_OK : GM_NO_MEMORY;
}

static gm_status read_string(const reading *in, const char *key, gm_str *out) {
  const cJSON *item = value_of(in->root, key);
  if (!item) return GM_OK;
  if (!cJSON_IsString(item)) return wrong_type(in, key, item, "a string");
  return copy_string(in, item, out);
}

/* The same without a byte order mark: of title and text, where it would shift
 * all positions. */
static gm_status read_text(const reading *in, const char *key, gm_str *out) {
  gm_status status = read_string(in, key, out);
  size_t mark = 0;
  if (status || !gm_str_starts(*out, GM_STR("\xEF\xBB\xBF"))) return status;
  gm_encoding_marked(*out, &mark);
  *out = (gm_str){out->bytes + mark, out->size - mark};
  return GM_OK;
}

static size_t past(gm_str json, size_t at, const char *bytes) {
  while (at < json.size && json.bytes[at] && strchr(bytes, json.bytes[at]))
    at++;
  return at;
}

/* The number that the key "id" of the outermost object has, as written. */
static gm_str written_id(gm_str json) {
  const char *const space = " \t\r\n";
  int depth = 0;
  for (size_t at = 0, end; at < json.size; at = end) {
    char byte = json.bytes[at];
    end = at + 1;
    depth += (byte == '{' || byte == '[') - (byte == '}' || byte == ']');
    if (byte != '"') continue;
    end = string_end(json, at);
    if (!end) break;
    gm_str key = {json.bytes + at, end - at};
    size_t colon = past(json, end, space);
    if (depth != 1 || !gm_str_equal(key, GM_STR("\"id\"")) ||
        colon >= json.size || json.bytes[colon] != ':')
      continue;
    size_t begin = past(json, colon + 1, space);
    size_t stop = past(json, begin, "+-.0123456789eE");
    return (gm_str){json.bytes + begin, stop - begin};
  }
  return (gm_str){0};
}

static gm_status read_id(const reading *in, gm_str *out) {
  const double exact = 9007199254740992; /* 2^53 */
  const cJSON *item = value_of(in->root, "id");
  if (!item) return GM_OK;
  if (cJSON_IsString(item)) return copy_string(in, item, out);
  if (!cJSON_IsNumber(item))
    return wrong_type(in, "id", item, "a string or a number");
  double number = item->valuedouble;
  bool whole = fabs(number) < exact && number == floor(number);
  *out = whole ? gm_str_print(in->ws, "%.0f", number)
               : gm_str_copy(in->ws, written_id(in->json));
  return out->bytes ? GM_OK : GM_NO_MEMORY;
}

static gm_status read_date(const reading *in, gm_str *out) {
  char date[GM_DATE_BYTES];
  bool known = false;
  const cJSON *item = value_of(in->root, "date");
  if (!item) return GM_OK;
  if (cJSON_IsString(item))
    known = gm_date_read(gm_str_of(item->valuestring), date);
  else if (cJSON_IsNumber(item))
    known = gm_date_read_number(item->valuedouble, date);
  else
    return wrong_type(in, "date", item, "a string or a number");
  if (!known) return GM_OK;
  *out = gm_str_copy(in->ws, (gm_str){date, sizeof date});
  return out->bytes ? GM_OK : GM_NO_MEMORY;
}

/* ------------------------------------------------------ given mentions -- */

/* A whole number under either of two keys. */
static gm_status read_position(const reading *in, const cJSON *mention,
                               uint32_t i, const char *key, const char *other,
                               int64_t *out) {
  const double most = 1e15;
  const cJSON *item = value_of(mention, key);
  if (!item) item = value_of(mention, other);
  double number = item ? item->valuedouble : 0;
  if (!cJSON_IsNumber(item) || !(fabs(number) < most) ||
      number != floor(number))
    return gm_fail(in->ws, GM_BAD_INPUT, 0,
                   "%smentions[%" PRIu32 "] has no whole number \"%s\"",
                   in->article.where, i, key);
  *out = (int64_t)number;
  return GM_OK;
}

static gm_status read_mentions(reading *in) {
  const cJSON *list = value_of(in->root, "mentions"), *item;
  in->article.spans_given = true;
  if (!list) return GM_OK;
  if (!cJSON_IsArray(list)) return wrong_type(in, "mentions", list, "an array");
  gm_given *spans =
      gm_take_array(in->ws, (size_t)cJSON_GetArraySize(list), sizeof *spans);
  if (!spans) return GM_NO_MEMORY;
  uint32_t i = 0;
  cJSON_ArrayForEach(item, list) {
    gm_status status =
        read_position(in, item, i, "start", "begin", &spans[i].begin);
    if (!status)
      status = read_position(in, item, i, "end", "end", &spans[i].end);
    if (status) return status;
    i++;
  }
  in->article.spans = spans;
  in->article.span_count = i;
  return GM_OK;
}

/* ---------------------------------------------------------- the object -- */

static gm_status read_fields(reading *in, bool mentions) {
  gm_article *to = &in->article;
  if (!cJSON_IsObject(in->root))
    return gm_fail(in->ws, GM_BAD_INPUT, 0, "%s is %s, not an object", in->name,
                   type_name(in->root));
  if (!value_of(in->root, "text"))
    return gm_fail(in->ws, GM_BAD_INPUT, 0, "%s has no \"text\"", in->name);
  gm_status status = read_text(in, "text", &to->text);
  if (!status) status = read_text(in, "title", &to->title);
  if (!status) status = read_string(in, "url", &to->url);
  if (!status) status = read_string(in, "source", &to->source);
  if (!status && !to->source.size)
    status = read_string(in, "domain", &to->source);
  if (!status) status = read_string(in, "home", &to->home);
  if (!status) status = read_id(in, &to->id);
  if (!status) status = read_date(in, &to->date);
  if (!status && mentions) status = read_mentions(in);
  return status;
}

/* Sets how messages name the article. A line needs no name: who prints the
 * message has its number, and says it as compilers do. */
static gm_status name_article(reading *in, gm_record record, bool a_line) {
  in->name = "the article";
  in->article.where = "";
  if (a_line) return GM_OK;
  in->name = gm_str_print(in->ws, "article %" PRIu64, record.number).bytes;
  if (!in->name) return GM_NO_MEMORY;
  in->article.where = gm_str_print(in->ws, "%s: ", in->name).bytes;
  return in->article.where ? GM_OK : GM_NO_MEMORY;
}

gm_status gm_article_decode(gm_workspace *ws, const gm_source *source,
                            gm_record record, bool a_line,
                            const gm_document **out) {
  reading in = {.ws = ws, .article.ordinal = record.ordinal};
  gm_status status = name_article(&in, record, a_line);
  if (status) return status;
  cJSON *root = NULL;
  status = gm_encoding_decode(ws, record.bytes, source->encoding,
                              in.article.where, &in.json);
  if (!status) status = parse(&in, &root);
  in.root = root;
  if (!status) status = read_fields(&in, source->mentions_given);
  cJSON_Delete(root);
  if (!status && !in.article.id.size) {
    in.article.id = gm_source_id(ws, source, record);
    if (!in.article.id.bytes) status = GM_NO_MEMORY;
  }
  return status ? status : gm_document_build(ws, &in.article, out);
}
