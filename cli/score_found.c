/* Reading mentions that were written earlier, by us or by another program, in
 * any of three forms: a GeoJSON FeatureCollection; a GeoJSON text sequence,
 * whose records begin with the byte 1E (RFC 8142); or one Feature a line. */
#include <cjson/cJSON.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "say.h"
#include "score.h"

/* A member of an object, NULL where it is missing or the object is none. */
static const cJSON *get(const cJSON *object, const char *key) {
  return cJSON_GetObjectItemCaseSensitive(object, key);
}

static const char *string_of(const cJSON *object, const char *key) {
  const char *text = cJSON_GetStringValue(get(object, key));
  return text ? text : "";
}

/* 12 and 12.0, not 12.5 and not "12". */
static bool whole_number(const cJSON *item, int64_t *out) {
  if (!cJSON_IsNumber(item) || floor(item->valuedouble) != item->valuedouble)
    return false;
  *out = (int64_t)item->valuedouble;
  return true;
}

/* A Point, else the properties lat and lon. */
static void read_point(const cJSON *feature, const cJSON *properties,
                       cli_found *found) {
  const cJSON *geometry = get(feature, "geometry");
  const cJSON *both = get(geometry, "coordinates");
  const cJSON *lat = get(properties, "lat"), *lon = get(properties, "lon");
  if (strcmp(string_of(geometry, "type"), "Point") == 0)
    lat = cJSON_GetArrayItem(both, 1), lon = cJSON_GetArrayItem(both, 0);
  found->placed = cJSON_IsNumber(lat) && cJSON_IsNumber(lon);
  if (found->placed) found->at = (gm_point){lat->valuedouble, lon->valuedouble};
}

/* Which side of the question "the place itself?" a use stands on. */
static void read_use(const char *use, cli_found *found) {
  found->has_use = *use != 0;
  found->demonym = strcmp(use, "demonym") == 0;
  found->associative =
      found->demonym || !strcmp(use, "associative") || !strcmp(use, "embedded");
}

/* The id of the document that a feature names, whose memory is the feature's
 * or `digits`; NULL: it names none. */
static const char *document_id(const cJSON *properties, char digits[32]) {
  const cJSON *id = get(properties, "document");
  if (cJSON_IsString(id)) return id->valuestring;
  if (!cJSON_IsNumber(id)) return NULL;
  snprintf(digits, 32, "%.17g", id->valuedouble);
  return digits;
}

/* One feature into one mention. Those in titles are passed over, for no gold
 * has any. @return false: a sentence was printed */
static bool read_feature(const cJSON *feature, size_t number,
                         cli_score *score) {
  const cJSON *properties = get(feature, "properties");
  cli_found found = {0};
  char digits[32];
  if (strcmp(string_of(properties, "part"), "title") == 0) return true;
  const char *document = document_id(properties, digits);
  if (!document || !whole_number(get(properties, "begin"), &found.begin) ||
      !whole_number(get(properties, "end"), &found.end)) {
    cli_say("feature %zu needs document, and begin and end as whole numbers",
            number);
    return false;
  }
  if (score->judged_count && !cli_score_has(score, document)) return true;
  if (!cli_score_document_of(score, document, &found.document)) return false;
  found.geonameid = cli_score_geonameid(get(properties, "geonameid"));
  const cJSON *confidence = get(properties, "confidence");
  found.has_confidence = cJSON_IsNumber(confidence);
  if (found.has_confidence) found.confidence = confidence->valuedouble;
  const char *country = string_of(properties, "country");
  if (!strcmp(string_of(properties, "kind"), "country") && strlen(country) == 2)
    memcpy(found.nation, country, 2);
  read_point(feature, properties, &found);
  read_use(string_of(properties, "use"), &found);
  cli_score_add_found(score, found);
  return true;
}

/* The features of a collection, or the one feature that there is. */
static bool read_whole(const cJSON *json, cli_score *score) {
  if (strcmp(string_of(json, "type"), "FeatureCollection"))
    return read_feature(json, 1, score);
  const cJSON *feature;
  size_t number = 0;
  cJSON_ArrayForEach(feature, get(json, "features")) {
    if (!read_feature(feature, ++number, score)) return false;
  }
  return true;
}

/* Features that follow each other behind bytes of `separator`. */
static bool read_records(const char *path, char *bytes, const char *separator,
                         cli_score *score) {
  size_t number = 0;
  for (char *record = bytes; *record;) {
    size_t size = strcspn(record, separator);
    if (strspn(record, " \t\r\n") < size) {
      cJSON *json = cJSON_ParseWithLength(record, size);
      number++;
      if (!json) cli_say_of(path, number, "this record is no JSON");
      bool good = json && read_feature(json, number, score);
      cJSON_Delete(json);
      if (!good) return false;
    }
    record += size + (record[size] != 0);
  }
  return true;
}

bool cli_score_read_found(const char *path, cli_score *score) {
  char *bytes = cli_score_read_file(path);
  if (!bytes) return false;
  bool good;
  cJSON *json =
      strchr(bytes, 0x1E) ? NULL : cJSON_ParseWithOpts(bytes, NULL, 1);
  if (json)
    good = read_whole(json, score);
  else
    good =
        read_records(path, bytes, strchr(bytes, 0x1E) ? "\x1E" : "\n", score);
  cJSON_Delete(json);
  free(bytes);
  return good;
}
