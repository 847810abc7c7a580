/* Places as GeoJSON: one FeatureCollection, a Feature a line, whose properties
 * have the names that a map's have (output/fields.def). cJSON prints. */
#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "say.h"
#include "show.h"

/* Adds a text; none where it is empty. */
static void add_text(cJSON *object, const char *name, gm_str text) {
  char *copy = text.size ? strndup(text.bytes, text.size) : NULL;
  if (copy)
    cJSON_AddStringToObject(object, name, copy);
  else
    cJSON_AddNullToObject(object, name);
  free(copy);
}

static void add_number(cJSON *object, const char *name, double number,
                       bool known) {
  if (known)
    cJSON_AddNumberToObject(object, name, number);
  else
    cJSON_AddNullToObject(object, name);
}

static void add_name_of(cJSON *object, const char *name,
                        const gm_gazetteer *gazetteer, uint32_t place) {
  gm_str text = {0};
  if (place != GM_NO_PLACE) text = gm_gazetteer_place(gazetteer, place).name;
  add_text(object, name, text);
}

static gm_str kind_name(const cli_shown *shown) {
  const char *name =
      shown->meaning ? gm_name_kind_name(shown->meaning->kind) : "";
  return (gm_str){name, strlen(name)};
}

static cJSON *properties_of(const gm_gazetteer *gazetteer,
                            const cli_shown *shown, const gm_place *place) {
  const char *kind = gm_place_kind_name(place->kind);
  const gm_meaning none = {.place = GM_NO_PLACE};
  const gm_meaning *name = shown->meaning ? shown->meaning : &none;
  cJSON *to = cJSON_CreateObject();
  add_text(to, "name", place->name);
  add_number(to, "geonameid", place->geonameid, place->geonameid);
  add_text(to, "ref", place->ref);
  add_text(to, "kind", (gm_str){kind, strlen(kind)});
  add_text(to, "feature_code", place->feature_code);
  add_text(to, "country", place->country);
  add_name_of(to, "country_name", gazetteer, place->country_place);
  add_name_of(to, "admin1", gazetteer, place->admin1_place);
  add_name_of(to, "admin2", gazetteer, place->admin2_place);
  add_number(to, "population", (double)place->population, place->population);
  add_number(to, "lat", place->at.lat_deg, true);
  add_number(to, "lon", place->at.lon_deg, true);
  add_text(to, "place_source", place->source);
  add_text(to, "written", name->written);
  add_text(to, "name_kind", kind_name(shown));
  add_text(to, "language", name->language);
  add_number(to, "from_year", name->from_year, name->from_year);
  add_number(to, "to_year", name->to_year, name->to_year);
  add_number(to, "far_km", round(shown->far_km * 1000) / 1000,
             shown->far_km >= 0);
  return to;
}

/* ------------------------------------------------------------- geometry -- */

static cJSON *positions_of(const gm_ring *ring) {
  cJSON *positions = cJSON_CreateArray();
  for (uint32_t i = 0; i < ring->count; i++) {
    const double both[] = {ring->points[i].lon_deg, ring->points[i].lat_deg};
    cJSON_AddItemToArray(positions, cJSON_CreateDoubleArray(both, 2));
  }
  return positions;
}

/* Lines as they are; of polygons, each outline with its holes. */
static cJSON *parts_of(const gm_shape *shape) {
  cJSON *parts = cJSON_CreateArray(), *polygon = NULL;
  for (uint32_t i = 0; i < shape->count; i++) {
    cJSON *positions = positions_of(&shape->rings[i]);
    if (shape->type == GM_SHAPE_LINE) {
      cJSON_AddItemToArray(parts, positions);
      continue;
    }
    if (!shape->rings[i].hole || !polygon) {
      polygon = cJSON_CreateArray();
      cJSON_AddItemToArray(parts, polygon);
    }
    cJSON_AddItemToArray(polygon, positions);
  }
  return parts;
}

static cJSON *area_of(const gm_shape *shape) {
  bool line = shape->type == GM_SHAPE_LINE;
  cJSON *geometry = cJSON_CreateObject();
  cJSON_AddStringToObject(geometry, "type",
                          line ? "MultiLineString" : "MultiPolygon");
  cJSON_AddItemToObject(geometry, "coordinates", parts_of(shape));
  return geometry;
}

static cJSON *point_of(gm_point at) {
  const double both[] = {at.lon_deg, at.lat_deg};
  cJSON *geometry = cJSON_CreateObject();
  cJSON_AddStringToObject(geometry, "type", "Point");
  cJSON_AddItemToObject(geometry, "coordinates",
                        cJSON_CreateDoubleArray(both, 2));
  return geometry;
}

/* Prints a value and frees it. @return false: no memory */
static bool print(cJSON *value) {
  char *text = cJSON_PrintUnformatted(value);
  if (text) fputs(text, stdout);
  free(text);
  cJSON_Delete(value);
  return text != NULL;
}

static bool print_feature(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const cli_shown *shown, bool area) {
  gm_place place = gm_gazetteer_place(gazetteer, shown->place);
  gm_shape shape = {.type = GM_SHAPE_POINT};
  if (area && gm_gazetteer_shape(ws, gazetteer, shown->place, &shape))
    return false;
  cJSON *feature = cJSON_CreateObject();
  cJSON_AddStringToObject(feature, "type", "Feature");
  cJSON_AddItemToObject(
      feature, "geometry",
      shape.type == GM_SHAPE_POINT ? point_of(place.at) : area_of(&shape));
  cJSON_AddItemToObject(feature, "properties",
                        properties_of(gazetteer, shown, &place));
  return print(feature);
}

/* Whose places these are, and under which licence. */
static bool print_gazetteer(const gm_gazetteer *gazetteer) {
  gm_gazetteer_info info = gm_gazetteer_about(gazetteer);
  cJSON *about = cJSON_CreateObject();
  add_text(about, "name", info.name);
  add_text(about, "date", info.date);
  add_text(about, "hash", info.hash);
  add_text(about, "licence", info.licence);
  add_text(about, "attribution", info.attribution);
  return print(about);
}

bool cli_show_json(gm_workspace *ws, const gm_gazetteer *gazetteer,
                   const cli_shown *items, uint32_t count, bool area) {
  bool good = true;
  printf("{\"type\":\"FeatureCollection\",\"features\":[\n");
  for (uint32_t i = 0; i < count && good; i++) {
    good = print_feature(ws, gazetteer, &items[i], area);
    puts(i + 1 < count ? "," : "");
  }
  printf("],\n\"generator\":\"geomention %s\",\"gazetteer\":", gm_version());
  good = good && print_gazetteer(gazetteer);
  printf("}\n");
  if (!good) cli_say("no memory to print %u places", (unsigned)count);
  return good;
}
