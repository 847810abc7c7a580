/* The timeline: a row for each day, week and month that has articles. It is a
 * table, without a geometry. */
#include "write/layer_summary.h"
#include "write/value.h"

enum {
#define GM_FIELDS_OF_TIMELINE
#define X(name, dbf, type, unit, meaning) AT_##name,
#include "../../output/fields.def"
#undef X
  COUNT
};

static const gm_field fields[COUNT] = {
#define GM_FIELDS_OF_TIMELINE
#define X(name, dbf, type, unit, meaning) \
  {#name, dbf, GM_FIELD_##type, unit, meaning},
#include "../../output/fields.def"
#undef X
};

const gm_layer gm_layer_timeline = {
    .name = "timeline",
    .title = "Timeline",
    .meaning = "how much the articles of each day, week and month say",
    .geometry = GM_LAYER_NONE,
    .fields = fields,
    .field_count = COUNT,
    .time_field = AT_begin,
};

static gm_str unit_of(char unit) {
  if (unit == 'd') return GM_STR("day");
  return unit == 'w' ? GM_STR("week") : GM_STR("month");
}

static gm_status add(void *user, const gm_period_sum *sum) {
  const gm_layer_run *run = user;
  gm_value values[COUNT];
  gm_values_clear(values, COUNT);
  values[AT_period] = gm_value_text(unit_of(sum->unit));
  values[AT_begin] = gm_value_text(sum->begin);
  values[AT_end] = gm_value_text(sum->end);
  values[AT_articles] = gm_value_integer(sum->articles);
  values[AT_mentions] = gm_value_integer(sum->mentions);
  values[AT_placed] = gm_value_integer(sum->placed);
  values[AT_unresolved] = gm_value_integer(sum->mentions - sum->placed);
  return gm_layer_run_add(run, &gm_layer_timeline, values, NULL);
}

gm_status gm_layer_timeline_write(const gm_layer_run *run) {
  gm_layer_run own = *run;
  return gm_summary_periods(run->ws, run->summary, add, &own);
}
