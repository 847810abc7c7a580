/* The areas: a row for each country and first-level division that has a
 * mention, as its polygon. One whose shape the gazetteer lacks has no geometry.
 */
#include "write/layer_summary.h"
#include "write/value.h"

enum { RATE_DECIMALS = 4 };

enum {
#define GM_FIELDS_OF_AREAS
#define X(name, dbf, type, unit, meaning) AT_##name,
#include "../../output/fields.def"
#undef X
  COUNT
};

static const gm_field fields[COUNT] = {
#define GM_FIELDS_OF_AREAS
#define X(name, dbf, type, unit, meaning) \
  {#name, dbf, GM_FIELD_##type, unit, meaning},
#include "../../output/fields.def"
#undef X
};

const gm_layer gm_layer_areas = {
    .name = "areas",
    .title = "Areas",
    .meaning = "countries and divisions, with all that lies inside them",
    .geometry = GM_LAYER_POLYGON,
    .fields = fields,
    .field_count = COUNT,
    .time_field = AT_first_date,
};

/* So many for each million who live there; unknown where they are. */
static gm_value rate_of(uint64_t count, uint64_t people) {
  if (!people) return gm_value_nothing();
  return gm_value_real((double)count * 1e6 / (double)people, RATE_DECIMALS);
}

static void fill_place(const gm_layer_run *run, const gm_place *place,
                       gm_value *values) {
  values[AT_name] = gm_value_text(place->name);
  values[AT_place_id] = gm_value_text(place->ref);
  values[AT_geonameid] = gm_value_known(place->geonameid);
  values[AT_country] = gm_value_text(place->country);
  values[AT_country_name] = gm_value_name_of(run, place->country_place);
  values[AT_population] = gm_value_known(place->population);
  values[AT_place_source] = gm_value_text(place->source);
}

static void fill_sum(const gm_area_sum *sum, uint64_t people,
                     gm_value *values) {
  const gm_count *count = &sum->count;
  bool country = sum->level == GM_LEVEL_COUNTRY;
  values[AT_level] =
      gm_value_text(country ? GM_STR("country") : GM_STR("division"));
  values[AT_mentions] = gm_value_integer(count->mentions);
  values[AT_articles] = gm_value_integer(count->articles);
  values[AT_places] = gm_value_integer(sum->places);
  values[AT_mentions_per_million] = rate_of(count->mentions, people);
  values[AT_articles_per_million] = rate_of(count->articles, people);
  values[AT_first_date] = gm_value_text(count->first);
  values[AT_last_date] = gm_value_text(count->last);
  values[AT_confidence] = gm_value_confidence(count->confidence);
}

static gm_status add(void *user, const gm_area_sum *sum) {
  const gm_layer_run *run = user;
  const gm_gazetteer *gazetteer = run->writer->gazetteer;
  gm_value values[COUNT];
  gm_shape shape;
  gm_place place = gm_gazetteer_place(gazetteer, sum->place);
  gm_status status = gm_gazetteer_shape(run->ws, gazetteer, sum->place, &shape);
  if (status != GM_OK) return status;
  gm_values_clear(values, COUNT);
  fill_place(run, &place, values);
  fill_sum(sum, place.population, values);
  return gm_layer_run_add(run, &gm_layer_areas, values,
                          shape.type == GM_SHAPE_POLYGON ? &shape : NULL);
}

gm_status gm_layer_areas_write(const gm_layer_run *run) {
  gm_layer_run own = *run;
  return gm_summary_areas(run->ws, run->summary, add, &own);
}
