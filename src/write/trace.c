/* Every stage of one document as text: see gm_explain in geomention.h.
 *
 *     document  wire/7
 *     title     Floods in two towns
 *     size      81 code points, 2 mentions
 *
 *     1. "Paris" at text 11-16, literal
 *        sentence  Floods hit Paris, Texas on Tuesday.
 *        modifier  north of (direction, 0.0 degrees)  only where there is one
 *        a place?  0.97
 *           +2.10  listed            the gazetteer lists it
 *        which?
 *          1. Paris, Texas, United States (city gn:4717560, 24,782 inhabitants)
 *             score 3.20, probability 0.91, by its official name
 *              +3.00  beside_parent     Texas is named beside it
 *        chosen    Paris, Texas, United States at 33.66094, -95.55551
 *        sure      0.88 (a place 0.97, this one 0.91)
 *        reasons   Texas is named beside it
 *
 * People read it and golden files compare it, so its layout is stable. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "base/str.h"
#include "document/excerpt.h"
#include "resolve/homes.h"
#include "write/field.h"
#include "write/label.h"
#include "write/number.h"

enum { SHOWN_CANDIDATES = 8 };

/* Two decimals, whatever the locale: "0.90", and with a sign: "+0.90". */
static gm_number fixed(double value, bool sign) {
  gm_number out;
  long hundredths = lround(fabs(value) < 1e6 ? value * 100 : 0);
  const char *mark = hundredths < 0 ? "-" : sign ? "+" : "";
  hundredths = labs(hundredths);
  snprintf(out.digits, sizeof out.digits, "%s%ld.%02ld", mark, hundredths / 100,
           hundredths % 100);
  return out;
}

#define FIXED(value) fixed((double)(value), false).digits
#define SIGNED(value) fixed((double)(value), true).digits

/* A line of the form "label     value", or none where there is no value. */
static void print_line(gm_buffer *out, const char *margin, const char *label,
                       gm_str value) {
  if (value.size)
    gm_buffer_print(out, "%s%-9s %.*s\n", margin, label, GM_PRINT(value));
}

static void print_evidence(gm_buffer *out, const char *margin,
                           const gm_evidence *evidence, uint32_t count) {
  for (uint32_t i = 0; i < count; i++)
    gm_buffer_print(out, "%s%6s  %-26s %s\n", margin,
                    SIGNED(evidence[i].weight), evidence[i].name,
                    evidence[i].sentence ? evidence[i].sentence : "");
}

/* The area that the user named. */
static void print_area(gm_buffer *out, const gm_hints *hints) {
  if (hints->countries)
    print_line(out, "", "country", gm_str_of(hints->countries));
  if (!hints->box) return;
  gm_buffer_print(
      out, "box       west %s, south %s, east %s, north %s\n",
      gm_number_of(hints->box->west_deg, GM_COORDINATE_DECIMALS).digits,
      gm_number_of(hints->box->south_deg, GM_COORDINATE_DECIMALS).digits,
      gm_number_of(hints->box->east_deg, GM_COORDINATE_DECIMALS).digits,
      gm_number_of(hints->box->north_deg, GM_COORDINATE_DECIMALS).digits);
}

/* The home that was told, or the one that was learnt. */
static void print_home(gm_workspace *ws, gm_buffer *out,
                       const gm_gazetteer *gazetteer,
                       const gm_document *document) {
  print_line(out, "", "home", document->home);
  const gm_home *home = gm_homes_of(ws, document);
  if (home)
    gm_buffer_print(out,
                    "home      %.*s (learnt from %" PRIu64
                    " articles of the outlet, %s sure)\n",
                    GM_PRINT(gm_label_of(ws, gazetteer, home->place)),
                    home->articles, FIXED(home->confidence));
}

static void print_document(gm_workspace *ws, gm_buffer *out,
                           const gm_gazetteer *gazetteer,
                           const gm_document *document,
                           const gm_positions *positions,
                           gm_mentions mentions) {
  print_line(out, "", "document", document->id);
  print_line(out, "", "title", document->title);
  print_line(out, "", "date", document->date);
  print_line(out, "", "as of", document->as_of);
  print_line(out, "", "source", document->source);
  print_home(ws, out, gazetteer, document);
  if (document->hints) print_area(out, document->hints);
  print_line(out, "", "url", document->url);
  gm_buffer_print(out, "size      %" PRIu32 " code points, %" PRIu32 " %s\n",
                  gm_positions_at(positions, document->text.size),
                  mentions.count, mentions.count == 1 ? "mention" : "mentions");
}

/* A population in groups of three digits. */
static void print_grouped(gm_buffer *out, uint64_t number) {
  if (number >= 1000) {
    print_grouped(out, number / 1000);
    gm_buffer_print(out, ",%03" PRIu64, number % 1000);
  } else {
    gm_buffer_print(out, "%" PRIu64, number);
  }
}

/* "Paris, Texas, United States (city 4717560, 24,782 inhabitants)" */
static void print_place(gm_workspace *ws, gm_buffer *out,
                        const gm_gazetteer *gazetteer, uint32_t index) {
  gm_place place = gm_gazetteer_place(gazetteer, index);
  gm_str label = gm_label_of(ws, gazetteer, index);
  gm_buffer_print(out, "%.*s (%s %.*s", GM_PRINT(label),
                  gm_place_kind_name(place.kind), GM_PRINT(place.ref));
  if (place.population) {
    gm_buffer_append(out, GM_STR(", "));
    print_grouped(out, place.population);
    gm_buffer_append(out, GM_STR(" inhabitants"));
  }
  if (gm_str_equal(place.source, GM_STR("overlay")))
    gm_buffer_append(out, GM_STR(", from your overlay"));
  gm_buffer_append(out, GM_STR(")"));
}

static void print_candidates(gm_workspace *ws, gm_buffer *out,
                             const gm_gazetteer *gazetteer,
                             const gm_resolution *resolution) {
  uint32_t count = resolution->candidate_count;
  gm_buffer_print(out, "   which?%s\n",
                  count || resolution->has_point
                      ? ""
                      : "    the gazetteer has no such place");
  for (uint32_t i = 0; i < count && i < SHOWN_CANDIDATES; i++) {
    const gm_candidate *candidate = &resolution->candidates[i];
    gm_buffer_print(out, "     %" PRIu32 ". ", i + 1);
    print_place(ws, out, gazetteer, candidate->place);
    gm_buffer_print(out, "\n        score %s, probability %s, by its %s name\n",
                    FIXED(candidate->score), FIXED(candidate->probability),
                    gm_name_kind_name(candidate->name_kind));
    print_evidence(out, "        ", candidate->evidence,
                   candidate->evidence_count);
  }
  if (count > SHOWN_CANDIDATES)
    gm_buffer_print(out, "     and %" PRIu32 " more\n",
                    count - SHOWN_CANDIDATES);
}

static void print_choice(gm_workspace *ws, gm_buffer *out, const gm_row *row) {
  const gm_resolution *resolution = row->resolution;
  if (row->placed)
    gm_buffer_print(
        out, "   chosen    %.*s at %s, %s\n",
        GM_PRINT(row->resolution->has_point
                     ? GM_STR("the written point")
                     : gm_label_of(ws, row->gazetteer, row->place.index)),
        gm_number_of(row->place.at.lat_deg, GM_COORDINATE_DECIMALS).digits,
        gm_number_of(row->place.at.lon_deg, GM_COORDINATE_DECIMALS).digits);
  else
    gm_buffer_append(out, GM_STR("   chosen    none: unresolved\n"));
  gm_buffer_print(out, "   sure      %s (a place %s, this one %s)\n",
                  FIXED(resolution->confidence),
                  FIXED(row->mention->confidence),
                  FIXED(resolution->confidence_place));
  print_line(out, "   ", "reasons", resolution->reasons);
}

/* "   modifier  20 km north of (distance, 20.0 km, 0.0 degrees)" */
static void print_modifier(gm_buffer *out, const gm_row *row) {
  gm_value words = gm_field_value(row, GM_FIELD_AT_modifier);
  gm_value kind = gm_field_value(row, GM_FIELD_AT_modifier_kind);
  gm_value bearing = gm_field_value(row, GM_FIELD_AT_modifier_bearing);
  gm_value far = gm_field_value(row, GM_FIELD_AT_modifier_km);
  if (words.null) return;
  gm_buffer_print(out, "   modifier  %.*s (%.*s", GM_PRINT(words.text),
                  GM_PRINT(kind.text));
  if (!far.null)
    gm_buffer_print(out, ", %s km",
                    gm_number_of(far.real, far.decimals).digits);
  if (!bearing.null)
    gm_buffer_print(out, ", %s degrees",
                    gm_number_of(bearing.real, bearing.decimals).digits);
  gm_buffer_append(out, GM_STR(")\n"));
}

static void print_mention(gm_workspace *ws, gm_buffer *out, const gm_row *row) {
  const gm_mention *mention = row->mention;
  gm_str text = row->document->text;
  gm_str written = gm_excerpt_of(ws, text, mention->span, mention->span);
  gm_value begin = gm_field_value(row, GM_FIELD_AT_begin);
  gm_value end = gm_field_value(row, GM_FIELD_AT_end);
  gm_buffer_print(out,
                  "\n%" PRIu32 ". \"%.*s\" at %s %" PRId64 "-%" PRId64 ", %s\n",
                  row->number, GM_PRINT(written),
                  mention->part == GM_PART_TITLE ? "title" : "text",
                  begin.integer, end.integer, gm_use_name(mention->use));
  print_line(out, "   ", "sentence",
             gm_excerpt_of(ws, text, mention->sentence, mention->span));
  print_modifier(out, row);
  gm_buffer_print(out, "   a place?  %s\n", FIXED(mention->confidence));
  print_evidence(out, "     ", mention->evidence, mention->evidence_count);
  print_candidates(ws, out, row->gazetteer, row->resolution);
  print_choice(ws, out, row);
}

gm_status gm_explain(gm_workspace *ws, const gm_gazetteer *gazetteer,
                     const gm_document *document, gm_mentions mentions,
                     gm_resolutions resolutions, gm_str *out) {
  gm_positions positions;
  if (mentions.count != resolutions.count)
    return gm_fail(ws, GM_MISUSE, 0, "%u mentions but %u resolutions",
                   (unsigned)mentions.count, (unsigned)resolutions.count);
  gm_status status = gm_positions_of(ws, document->text, &positions);
  if (status != GM_OK) return status;
  gm_buffer text = {0};
  print_document(ws, &text, gazetteer, document, &positions, mentions);
  for (uint32_t i = 0; i < mentions.count; i++) {
    gm_row row = gm_row_of(ws, gazetteer, document, &positions, mentions,
                           resolutions, i);
    print_mention(ws, &text, &row);
  }
  gm_str copy = gm_str_copy(ws, gm_buffer_str(&text));
  bool failed = text.failed || !copy.bytes;
  gm_buffer_close(&text);
  if (failed)
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the explanation");
  *out = copy;
  return GM_OK;
}
