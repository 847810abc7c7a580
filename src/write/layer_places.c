/* The places: a row for each place that some article mentions, at its point. */
#include "write/label.h"
#include "write/layer_summary.h"
#include "write/value.h"

enum {
#define GM_FIELDS_OF_PLACES
#define X(name, dbf, type, unit, meaning) AT_##name,
#include "../../output/fields.def"
#undef X
  COUNT
};

static const gm_field fields[COUNT] = {
#define GM_FIELDS_OF_PLACES
#define X(name, dbf, type, unit, meaning) \
  {#name, dbf, GM_FIELD_##type, unit, meaning},
#include "../../output/fields.def"
#undef X
};

const gm_layer gm_layer_places = {
    .name = "places",
    .title = "Places",
    .meaning =
        "every place that some article mentions, how often, when and in which "
        "words",
    .geometry = GM_LAYER_POINT,
    .fields = fields,
    .field_count = COUNT,
    .time_field = AT_first_date,
};

/* What the gazetteer knows of it. */
static void fill_place(const gm_layer_run *run, const gm_place *place,
                       gm_value *values) {
  values[AT_name] = gm_value_text(place->name);
  values[AT_label] =
      gm_value_made(gm_label_of(run->ws, run->writer->gazetteer, place->index));
  values[AT_place_id] = gm_value_text(place->ref);
  values[AT_geonameid] = gm_value_known(place->geonameid);
  values[AT_kind] = gm_value_text(gm_str_of(gm_place_kind_name(place->kind)));
  values[AT_feature_code] = gm_value_text(place->feature_code);
  values[AT_country] = gm_value_text(place->country);
  values[AT_country_name] = gm_value_name_of(run, place->country_place);
  values[AT_admin1] = gm_value_name_of(run, place->admin1_place);
  values[AT_admin2] = gm_value_name_of(run, place->admin2_place);
  values[AT_population] = gm_value_known(place->population);
  values[AT_lat] = gm_value_real(place->at.lat_deg, GM_COORDINATE_DECIMALS);
  values[AT_lon] = gm_value_real(place->at.lon_deg, GM_COORDINATE_DECIMALS);
  values[AT_place_source] = gm_value_text(place->source);
}

/* What the articles say of it. */
static void fill_sum(const gm_place_sum *sum, gm_value *values) {
  values[AT_mentions] = gm_value_integer(sum->count.mentions);
  values[AT_articles] = gm_value_integer(sum->count.articles);
  values[AT_first_date] = gm_value_text(sum->count.first);
  values[AT_last_date] = gm_value_text(sum->count.last);
  values[AT_confidence] = gm_value_confidence(sum->count.confidence);
  values[AT_titles] = gm_value_text(sum->titles);
  values[AT_sentences] = gm_value_text(sum->sentences);
}

static gm_status add(void *user, const gm_place_sum *sum) {
  const gm_layer_run *run = user;
  gm_value values[COUNT];
  gm_place place = gm_gazetteer_place(run->writer->gazetteer, sum->place);
  const gm_ring point = {&place.at, 1, false};
  const gm_shape shape = {GM_SHAPE_POINT, &point, 1};
  gm_values_clear(values, COUNT);
  fill_place(run, &place, values);
  fill_sum(sum, values);
  return gm_layer_run_add(run, &gm_layer_places, values, &shape);
}

gm_status gm_layer_places_write(const gm_layer_run *run) {
  gm_layer_run own = *run;
  return gm_summary_places(run->ws, run->summary, add, &own);
}
