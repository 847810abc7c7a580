/* The articles: a row for each, at the place that it is about. One that names
 * no place is a row without a geometry. */
#include <inttypes.h>

#include "write/layer_summary.h"
#include "write/value.h"

enum {
#define GM_FIELDS_OF_ARTICLES
#define X(name, dbf, type, unit, meaning) AT_##name,
#include "../../output/fields.def"
#undef X
  COUNT
};

static const gm_field fields[COUNT] = {
#define GM_FIELDS_OF_ARTICLES
#define X(name, dbf, type, unit, meaning) \
  {#name, dbf, GM_FIELD_##type, unit, meaning},
#include "../../output/fields.def"
#undef X
};

const gm_layer gm_layer_articles = {
    .name = "articles",
    .title = "Articles",
    .meaning = "every article, at the place that it is about",
    .geometry = GM_LAYER_POINT,
    .fields = fields,
    .field_count = COUNT,
    .time_field = AT_date,
};

static void fill_article(const gm_layer_run *run, const gm_article_sum *sum,
                         gm_value *values) {
  /* The letter keeps QGIS from taking the column for numbers. */
  values[AT_article_id] =
      gm_value_made(gm_str_print(run->ws, "a%" PRIu64, sum->ordinal));
  values[AT_document] = gm_value_text(sum->id);
  values[AT_title] = gm_value_text(sum->title);
  values[AT_url] = gm_value_text(sum->url);
  values[AT_source] = gm_value_text(sum->source);
  values[AT_date] = gm_value_text(sum->date);
  values[AT_characters] = gm_value_integer(sum->characters);
  values[AT_mentions] = gm_value_integer(sum->mentions);
  values[AT_places] = gm_value_integer(sum->places);
  values[AT_unresolved] = gm_value_integer(sum->unresolved);
  values[AT_place_names] = gm_value_text(sum->names);
}

static void fill_place(const gm_place *place, float confidence,
                       gm_value *values) {
  values[AT_focus] = gm_value_text(place->name);
  values[AT_focus_id] = gm_value_text(place->ref);
  values[AT_focus_geonameid] = gm_value_known(place->geonameid);
  values[AT_focus_kind] =
      gm_value_text(gm_str_of(gm_place_kind_name(place->kind)));
  values[AT_confidence] = gm_value_confidence((double)confidence);
  values[AT_lat] = gm_value_real(place->at.lat_deg, GM_COORDINATE_DECIMALS);
  values[AT_lon] = gm_value_real(place->at.lon_deg, GM_COORDINATE_DECIMALS);
}

static void fill_areas(const gm_layer_run *run, const gm_focus *focus,
                       gm_value *values) {
  gm_place country = gm_gazetteer_place(run->writer->gazetteer, focus->country);
  if (focus->country != GM_NO_PLACE) {
    values[AT_focus_country] = gm_value_text(country.country);
    values[AT_focus_country_name] = gm_value_text(country.name);
    values[AT_confidence_country] =
        gm_value_confidence((double)focus->confidence_country);
  }
  if (focus->division != GM_NO_PLACE) {
    values[AT_focus_division] = gm_value_name_of(run, focus->division);
    values[AT_focus_division_id] = gm_value_key_of(run, focus->division);
    values[AT_confidence_division] =
        gm_value_confidence((double)focus->confidence_division);
  }
}

static gm_status add(void *user, const gm_article_sum *sum) {
  const gm_layer_run *run = user;
  gm_value values[COUNT];
  gm_place place = gm_gazetteer_place(run->writer->gazetteer, sum->focus.place);
  bool placed = place.index != GM_NO_PLACE;
  const gm_ring point = {&place.at, 1, false};
  const gm_shape shape = {GM_SHAPE_POINT, &point, 1};
  gm_values_clear(values, COUNT);
  fill_article(run, sum, values);
  if (placed) fill_place(&place, sum->focus.confidence, values);
  fill_areas(run, &sum->focus, values);
  return gm_layer_run_add(run, &gm_layer_articles, values,
                          placed ? &shape : NULL);
}

gm_status gm_layer_articles_write(const gm_layer_run *run) {
  gm_layer_run own = *run;
  return gm_summary_articles(run->ws, run->summary, add, &own);
}
