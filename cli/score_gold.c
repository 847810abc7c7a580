/* Reading a gold corpus: one document a line,
 *
 *     {"id", "text", "mentions": [{"start", "end", "surface", "lat", "lon",
 *      "geonameid", "type", "group", "wikipedia"}]}
 *
 * Where "surface" is missing, the words are cut from the text.
 *
 * Gold without an id can still name a country, whose point differs between
 * sources by hundreds of kilometres: such gold is compared by the country. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "say.h"
#include "score.h"

/* A string, or "" where there is none. */
static const char *string_of(const cJSON *object, const char *key) {
  const char *text =
      cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
  return text ? text : "";
}

/* A number; false: there is none. */
static bool number_of(const cJSON *object, const char *key, double *out) {
  const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, key);
  if (!cJSON_IsNumber(item)) return false;
  *out = item->valuedouble;
  return true;
}

uint64_t cli_score_geonameid(const cJSON *item) {
  const char *digits = cJSON_GetStringValue(item);
  if (digits && *digits && strspn(digits, "0123456789") == strlen(digits))
    return strtoull(digits, NULL, 10);
  return cJSON_IsNumber(item) && item->valuedouble > 0
             ? (uint64_t)item->valuedouble
             : 0;
}

/* --------------------------------------------------------------- words -- */

/* The text's byte at which a code point begins, from 0; its end where there
 * are fewer. */
static const char *point_at(const char *text, int64_t point) {
  for (; *text; text++)
    if (((unsigned char)*text & 0xC0) != 0x80 && point-- <= 0) break;
  return text;
}

/* What stands at a mention's positions, as a map counts them: without a byte
 * order mark. @owner the caller: free */
static char *cut_words(const char *text, int64_t begin, int64_t end) {
  if (strncmp(text, "\xEF\xBB\xBF", 3) == 0) text += 3;
  const char *from = point_at(text, begin);
  const char *to = end > begin ? point_at(from, end - begin) : from;
  return cli_score_copy(from, (size_t)(to - from));
}

/* --------------------------------------------------------------- names -- */

static int hex_value(char digit) {
  static const char digits[] = "0123456789abcdef";
  const char *at = strchr(digits, digit | 0x20);
  return digit && at ? (int)(at - digits) : -1;
}

/* Turns the %XX of an address into bytes, and _ into blanks. */
static void decode(char *text) {
  char *out = text;
  for (; *text; text++) {
    int high = *text == '%' ? hex_value(text[1]) : -1;
    int low = high >= 0 ? hex_value(text[2]) : -1;
    if (low >= 0) {
      *out++ = (char)(high * 16 + low);
      text += 2;
    } else {
      *out++ = *text == '_' ? ' ' : *text;
    }
  }
  *out = 0;
}

/* The title at the end of an article's address in Wikipedia. */
static char *title_of(const cJSON *mention) {
  const char *address = string_of(mention, "wikipedia");
  const char *slash = strrchr(address, '/');
  const char *last = slash ? slash + 1 : address;
  char *title = cli_score_copy(last, strlen(last));
  decode(title);
  return title;
}

/* The country that gold without an id names: by its Wikipedia title, else by
 * its words. */
static void name_nation(const cli_score_lore *lore, const cJSON *mention,
                        cli_gold *gold) {
  char *title = title_of(mention);
  cli_score_nation(lore, *title ? title : gold->words, gold->nation);
  free(title);
}

/* ------------------------------------------------------------ reading -- */

/* One gold mention of a text. What else the corpus says of it is passed over.
 */
static bool read_mention(const cli_score_lore *lore, const char *text,
                         const cJSON *mention, cli_gold *gold) {
  double begin, end;
  const char *type = string_of(mention, "type");
  const char *group = string_of(mention, "group");
  const char *words = string_of(mention, "surface");
  if (!number_of(mention, "start", &begin) || !number_of(mention, "end", &end))
    return false;
  gold->begin = (int64_t)begin;
  gold->end = (int64_t)end;
  gold->geonameid = cli_score_geonameid(
      cJSON_GetObjectItemCaseSensitive(mention, "geonameid"));
  gold->placed = number_of(mention, "lat", &gold->at.lat_deg) &&
                 number_of(mention, "lon", &gold->at.lon_deg);
  gold->has_group = *group != 0;
  gold->literal = strcmp(group, "literal") == 0;
  gold->nothing = !strcmp(type, "Homonym") || !strcmp(type, "Language");
  gold->words = *words ? cli_score_copy(words, strlen(words))
                       : cut_words(text, gold->begin, gold->end);
  gold->demonym =
      !strcasecmp(type, "demonym") || cli_score_demonym(lore, gold->words);
  if (!gold->geonameid) name_nation(lore, mention, gold);
  return true;
}

/* The id as text: a string as it is, a number by its digits. */
static char *id_of(const cJSON *document) {
  const cJSON *id = cJSON_GetObjectItemCaseSensitive(document, "id");
  if (cJSON_IsString(id))
    return cli_score_copy(id->valuestring, strlen(id->valuestring));
  char *digits = cJSON_IsNumber(id) ? cJSON_PrintUnformatted(id) : NULL;
  char *copy = digits ? cli_score_copy(digits, strlen(digits)) : NULL;
  cJSON_free(digits);
  return copy;
}

static cli_score_document *add_document(cli_score *score, char *id) {
  score->documents =
      cli_score_grow(score->documents, score->document_count,
                     &score->document_capacity, sizeof *score->documents);
  cli_score_document *document = &score->documents[score->document_count];
  *document = (cli_score_document){
      .id = id,
      .number = (uint32_t)score->document_count++,
      .gold_begin = score->gold_count,
      .gold_end = score->gold_count,
  };
  return document;
}

/* A decision; those in titles are passed over, as titles are, and rules that
 * name no mention. */
static const char *read_decision(const cli_score_lore *lore, const cJSON *json,
                                 cli_score *score) {
  const char *id = string_of(json, "document");
  uint32_t number = 0;
  bool is_rule = !cJSON_GetObjectItemCaseSensitive(json, "begin") &&
                 *string_of(json, "scope");
  if (is_rule || !strcmp(string_of(json, "part"), "title")) return NULL;
  if (!*id) return "this decision has no \"document\"";
  while (number < score->document_count &&
         strcmp(score->documents[number].id, id) != 0)
    number++;
  if (number == score->document_count)
    add_document(score, cli_score_copy(id, strlen(id)));
  return cli_score_read_decision(lore, json, number, score);
}

/* Reads one line. @return what is wrong with it, or NULL */
static const char *read_document(const cli_score_lore *lore, const cJSON *json,
                                 cli_score *score) {
  const cJSON *mentions = cJSON_GetObjectItemCaseSensitive(json, "mentions");
  const cJSON *mention;
  const char *text = string_of(json, "text");
  if (!cJSON_IsObject(json)) return "this line is no JSON object";
  if (cli_score_is_decision(json)) return read_decision(lore, json, score);
  if (!cJSON_IsArray(mentions)) return "this document has no \"mentions\"";
  char *id = id_of(json);
  if (!id) return "this document has no \"id\"";
  cli_score_document *document = add_document(score, id);
  cJSON_ArrayForEach(mention, mentions) {
    score->golds = cli_score_grow(score->golds, score->gold_count,
                                  &score->gold_capacity, sizeof *score->golds);
    cli_gold *gold = &score->golds[score->gold_count];
    *gold = (cli_gold){.document = document->number};
    if (!read_mention(lore, text, mention, gold))
      return "a mention lacks the number \"start\" or \"end\"";
    document->gold_end = ++score->gold_count;
  }
  return NULL;
}

static int compare_ids(const void *a, const void *b) {
  return strcmp((*(cli_score_document *const *)a)->id,
                (*(cli_score_document *const *)b)->id);
}

/* So that a mention finds its document by bisection. */
static void sort_by_id(cli_score *score) {
  size_t capacity = 0, count = score->document_count;
  for (size_t i = 0; i < count; i++) {
    score->by_id =
        cli_score_grow(score->by_id, i, &capacity, sizeof *score->by_id);
    score->by_id[i] = &score->documents[i];
  }
  if (count) qsort(score->by_id, count, sizeof *score->by_id, compare_ids);
}

bool cli_score_read_gold(const char *path, const cli_score_lore *lore,
                         cli_score *score) {
  char *bytes = cli_score_read_file(path);
  const char *wrong = NULL;
  uint64_t number = 0;
  for (char *line = bytes; line && *line && !wrong;) {
    size_t size = strcspn(line, "\n");
    number++;
    if (strspn(line, " \t\r") < size) {
      cJSON *json = cJSON_ParseWithLength(line, size);
      wrong = read_document(lore, json, score);
      cJSON_Delete(json);
    }
    line += size + (line[size] == '\n');
  }
  bool empty = bytes && !wrong && !score->document_count;
  if (wrong) cli_say_of(path, number, wrong);
  if (empty) cli_say_of(path, 0, "it holds no article");
  bool good = bytes && !wrong && !empty;
  free(bytes);
  sort_by_id(score);
  cli_score_take_decisions(score);
  return good;
}

static cli_score_document **find_document(const cli_score *score,
                                          const char *id) {
  cli_score_document wanted = {.id = (char *)(uintptr_t)id}, *key = &wanted;
  if (!score->document_count) return NULL;
  return bsearch(&key, score->by_id, score->document_count,
                 sizeof *score->by_id, compare_ids);
}

bool cli_score_has(const cli_score *score, const char *id) {
  return find_document(score, id) != NULL;
}

bool cli_score_document_of(const cli_score *score, const char *id,
                           uint32_t *number) {
  cli_score_document **found = find_document(score, id);
  if (!found) {
    cli_say("mentions of the document '%s', which the gold does not have", id);
    return false;
  }
  *number = (*found)->number;
  return true;
}
