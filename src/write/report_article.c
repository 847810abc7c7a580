/* See report_article.h. */
#include "write/report_article.h"

#include <inttypes.h>
#include <math.h>

#include "base/str.h"
#include "write/number.h"
#include "write/position.h"
#include "write/report_json.h"
#include "write/value.h"

/* ------------------------------------------------------------------ days -- */

/* Days from 1970 to the first of March of a year counted from March, so that
 * the leap day is a year's last. Proleptic Gregorian. */
static int32_t days_of_year(int32_t year) {
  return year * 365 + year / 4 - year / 100 + year / 400 - 719468;
}

int32_t gm_report_day(gm_str date) {
  gm_str rest = date;
  uint64_t year, month, day;
  gm_str years = gm_str_cut(&rest, '-'), months = gm_str_cut(&rest, '-');
  if (rest.size > 2) rest.size = 2;
  if (!gm_str_to_u64(years, &year) || !gm_str_to_u64(months, &month) ||
      !gm_str_to_u64(rest, &day) || !year || year > 9999 || !month ||
      month > 12)
    return GM_REPORT_NO_DAY;
  int32_t from_march = month > 2 ? (int32_t)month - 3 : (int32_t)month + 9;
  return days_of_year((int32_t)year - (month <= 2)) +
         (153 * from_march + 2) / 5 + (int32_t)day - 1;
}

/* -------------------------------------------------------------- mentions -- */

/* A share as a whole number of parts; NaN and what is out of range is 0. */
static int parts(float share, int whole) {
  if (!(share > 0)) return 0;
  return share < 1 ? (int)lroundf(share * (float)whole) : whole;
}

static void print_place(uint32_t place, gm_buffer *out) {
  if (place == GM_NO_PLACE)
    gm_buffer_append(out, GM_STR("-1"));
  else
    gm_buffer_print(out, "%" PRIu32, place);
}

static void print_candidates(const gm_resolution *resolution, gm_buffer *out) {
  gm_buffer_append(out, GM_STR("["));
  for (uint32_t i = 0;
       i < resolution->candidate_count && i < GM_REPORT_CANDIDATES; i++) {
    const gm_candidate *candidate = &resolution->candidates[i];
    gm_buffer_print(out, "%s%" PRIu32 ",%d", i ? "," : "", candidate->place,
                    parts(candidate->probability, 100));
  }
  gm_buffer_append(out, GM_STR("]"));
}

/* The point that the text writes; null before what follows it. */
static void print_point(const gm_resolution *resolution, bool more,
                        gm_buffer *out) {
  if (resolution->has_point)
    gm_buffer_print(
        out, ",[%s,%s]",
        gm_number_of(resolution->at.lat_deg, GM_COORDINATE_DECIMALS).digits,
        gm_number_of(resolution->at.lon_deg, GM_COORDINATE_DECIMALS).digits);
  else if (more)
    gm_buffer_append(out, GM_STR(",null"));
}

static void print_modifier(const gm_document *document,
                           const gm_modifier *modifier, gm_buffer *out) {
  if (modifier->kind == GM_MODIFIER_NONE) return;
  gm_buffer_append(out, GM_STR(",["));
  gm_report_text(gm_str_part(document->text, modifier->span), out);
  gm_buffer_print(
      out, ",\"%s\",%s,%s]", gm_modifier_name(modifier->kind),
      modifier->has_bearing
          ? gm_number_of((double)modifier->bearing_deg, GM_BEARING_DECIMALS)
                .digits
          : "null",
      modifier->far_km > 0
          ? gm_number_of((double)modifier->far_km, GM_KILOMETRE_DECIMALS).digits
          : "null");
}

static void print_mention(const gm_document *document,
                          const gm_positions *positions,
                          const gm_mention *mention,
                          const gm_resolution *resolution, gm_buffer *out) {
  bool in_title = mention->part == GM_PART_TITLE;
  gm_span part = in_title ? document->title_part : document->text_part;
  uint32_t from = gm_positions_at(positions, part.begin);
  gm_buffer_print(out, "[%d,%" PRIu32 ",%" PRIu32 ",%d,", (int)mention->part,
                  gm_positions_at(positions, mention->span.begin) - from,
                  gm_positions_at(positions, mention->span.end) - from,
                  (int)mention->use);
  print_place(resolution->place, out);
  gm_buffer_print(out, ",%d,%d,%d,", parts(resolution->confidence, 10000),
                  parts(mention->confidence, 10000), resolution->decided);
  gm_report_text(resolution->reasons, out);
  gm_buffer_append(out, GM_STR(","));
  print_candidates(resolution, out);
  print_point(resolution, mention->modifier.kind != GM_MODIFIER_NONE, out);
  print_modifier(document, &mention->modifier, out);
  gm_buffer_append(out, GM_STR("]"));
}

/* --------------------------------------------------------------- article -- */

static void print_member(const char *name, gm_str value, gm_buffer *out) {
  gm_buffer_print(out, ",\"%s\":", name);
  gm_report_text(value, out);
}

gm_status gm_report_article(gm_workspace *ws, const gm_document *document,
                            gm_mentions mentions, gm_resolutions resolutions,
                            gm_buffer *out) {
  gm_positions positions;
  gm_status status = gm_positions_of(ws, document->text, &positions);
  if (status != GM_OK) return status;
  bool apart = document->title_part.end > document->title_part.begin;
  gm_str title = apart ? gm_str_part(document->text, document->title_part)
                       : document->title;
  gm_buffer_print(out, "{\"apart\":%s", apart ? "true" : "false");
  print_member("id", document->id, out);
  print_member("title", title, out);
  print_member("text", gm_str_part(document->text, document->text_part), out);
  print_member("date", document->date, out);
  print_member("url", document->url, out);
  print_member("source", document->source, out);
  gm_buffer_append(out, GM_STR(",\"mentions\":["));
  for (uint32_t i = 0; i < mentions.count; i++) {
    if (i) gm_buffer_append(out, GM_STR(","));
    if (gm_stopped(ws))
      return gm_fail(ws, GM_CANCELLED, 0, "stopped while writing");
    print_mention(document, &positions, &mentions.items[i],
                  &resolutions.items[i], out);
  }
  gm_buffer_append(out, GM_STR("]}"));
  return GM_OK;
}

gm_status gm_report_count(gm_workspace *ws, const gm_document *document,
                          gm_mentions mentions, gm_resolutions resolutions,
                          const gm_report_cell **out) {
  gm_report_cell *cells = gm_take_array(ws, mentions.count, sizeof *cells);
  if (!cells) return GM_NO_MEMORY;
  int32_t day = gm_report_day(document->date);
  for (uint32_t i = 0; i < mentions.count; i++) {
    int tenths = parts(resolutions.items[i].confidence, 1000) / 100;
    cells[i] = (gm_report_cell){
        .place = resolutions.items[i].place,
        .day = day,
        .use = (uint8_t)mentions.items[i].use,
        .tenths = (uint8_t)(tenths > 9 ? 9 : tenths),
        .mentions = 1,
    };
  }
  *out = cells;
  return GM_OK;
}
