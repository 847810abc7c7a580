/* The links: a line between each two places that the same articles mention, the
 * strongest first. A million articles have millions of pairs, which no map can
 * show: the strongest LINKS_MOST are written. */
#include "earth/arc.h"
#include "earth/distance.h"
#include "write/label.h"
#include "write/layer_summary.h"
#include "write/value.h"

enum { LINKS_MOST = 20000, WEIGHT_DECIMALS = 4, KM_DECIMALS = 1 };

enum {
#define GM_FIELDS_OF_LINKS
#define X(name, dbf, type, unit, meaning) AT_##name,
#include "../../output/fields.def"
#undef X
  COUNT
};

static const gm_field fields[COUNT] = {
#define GM_FIELDS_OF_LINKS
#define X(name, dbf, type, unit, meaning) \
  {#name, dbf, GM_FIELD_##type, unit, meaning},
#include "../../output/fields.def"
#undef X
};

const gm_layer gm_layer_links = {
    .name = "links",
    .title = "Links",
    .meaning =
        "places that the same articles mention, tied the closer, the oftener "
        "they do",
    .geometry = GM_LAYER_LINE,
    .fields = fields,
    .field_count = COUNT,
    .time_field = AT_first_date,
};

static gm_value label_of(const gm_layer_run *run, uint32_t place) {
  return gm_value_made(gm_label_of(run->ws, run->writer->gazetteer, place));
}

static void fill_sum(const gm_link_sum *sum, gm_value *values) {
  values[AT_articles] = gm_value_integer(sum->articles);
  values[AT_sentences] = gm_value_integer(sum->sentences);
  values[AT_weight] = gm_value_real(sum->weight, WEIGHT_DECIMALS);
  values[AT_first_date] = gm_value_text(sum->first);
  values[AT_last_date] = gm_value_text(sum->last);
  values[AT_titles] = gm_value_text(sum->titles);
  values[AT_sentence] = gm_value_text(sum->sentence);
}

static gm_status add(void *user, const gm_link_sum *sum) {
  const gm_layer_run *run = user;
  const gm_gazetteer *gazetteer = run->writer->gazetteer;
  gm_value values[COUNT];
  gm_shape line;
  gm_place from = gm_gazetteer_place(gazetteer, sum->from);
  gm_place to = gm_gazetteer_place(gazetteer, sum->to);
  gm_status status = gm_arc_of(run->ws, from.at, to.at, &line);
  if (status != GM_OK) return status;
  gm_values_clear(values, COUNT);
  values[AT_link_id] = gm_value_made(
      gm_str_print(run->ws, "%.*s %.*s", GM_PRINT(from.ref), GM_PRINT(to.ref)));
  values[AT_from_name] = label_of(run, sum->from);
  values[AT_from_id] = gm_value_text(from.ref);
  values[AT_from_country] = gm_value_text(from.country);
  values[AT_to_name] = label_of(run, sum->to);
  values[AT_to_id] = gm_value_text(to.ref);
  values[AT_to_country] = gm_value_text(to.country);
  values[AT_distance_km] =
      gm_value_real(gm_distance_km(from.at, to.at), KM_DECIMALS);
  fill_sum(sum, values);
  return gm_layer_run_add(run, &gm_layer_links, values, &line);
}

gm_status gm_layer_links_write(const gm_layer_run *run) {
  gm_layer_run own = *run;
  return gm_summary_links(run->ws, run->summary, LINKS_MOST, add, &own);
}
