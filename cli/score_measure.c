/* The measures of geoparsing, after Gritta et al. (2020,
 * doi:10.1007/s10579-019-09475-3) and Guo et al. (2017,
 * doi:10.48550/arXiv.1706.04599 for the calibration error).
 *
 *     recognition   precision, recall, F1 at the exact span and at any overlap
 *     end to end    the same of what is also within 161 km (100 miles)
 *     resolution    of spans that were given: A161, kilometres, AUC, ECE
 *
 * Each is measured in views: all mentions, those that are no demonyms, and
 * demonyms alone. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "score.h"

static const double farthest_km = 20039;
static const double right_km = 161;
static const double same_id_km = 2000; /* pins of a country may differ by so */

/* ----------------------------------------------------- one mention -- */

static double radians(double degrees) {
  return degrees * 3.14159265358979323846 / 180;
}

/* On a sphere: the corpora's points are no better than that. */
static double distance_km(gm_point a, gm_point b) {
  double up = sin(radians(b.lat_deg - a.lat_deg) / 2);
  double across = sin(radians(b.lon_deg - a.lon_deg) / 2);
  double h = up * up + cos(radians(a.lat_deg)) * cos(radians(b.lat_deg)) *
                           across * across;
  return 2 * 6371.0088 * asin(fmin(1, sqrt(h)));
}

bool cli_score_right(const cli_gold *gold, const cli_found *found,
                     double *far_km) {
  *far_km = farthest_km;
  if (!found) return false;
  bool both = found->placed && gold->placed;
  if (both) *far_km = distance_km(gold->at, found->at);
  bool same_id = gold->geonameid && gold->geonameid == found->geonameid &&
                 (!both || *far_km < same_id_km);
  bool same_nation = *gold->nation && !strcmp(gold->nation, found->nation);
  if (same_id || same_nation) *far_km = 0;
  return *far_km < right_km;
}

/* -------------------------------------------------------------- views -- */

typedef enum view { ALL, NO_DEMONYMS, DEMONYMS } view;

static const char *const view_names[] = {"all", "no demonyms", "demonyms"};

/* Whether a view looks at demonyms, or at what is none. */
static bool keeps(view v, bool demonym) {
  return v == ALL || demonym == (v == DEMONYMS);
}

static bool keeps_found(view v, const cli_found *found) {
  return found && keeps(v, found->demonym);
}

static bool keeps_gold(view v, const cli_gold *gold) {
  return keeps(v, gold->demonym) && !gold->nothing;
}

/* What is counted of the mentions found: those of the view that do not overlap
 * a homonym, nor stand exactly where a gold mention of another view does. */
typedef struct said {
  bool counts;
  bool hits;    /* it overlaps a gold mention of the view */
  bool unknown; /* at the very span of gold that has no coordinates */
} said;

static said look_at(const cli_score *score, view v, const cli_found *found) {
  const cli_score_document *document = &score->documents[found->document];
  said result = {.counts = keeps_found(v, found)};
  for (size_t i = document->gold_begin; i < document->gold_end; i++) {
    const cli_gold *gold = &score->golds[i];
    bool same = gold->begin == found->begin && gold->end == found->end;
    bool near = gold->begin < found->end && found->begin < gold->end;
    if (near && (gold->nothing || (same && !keeps(v, gold->demonym))))
      result.counts = false;
    if (near && keeps(v, gold->demonym)) result.hits = true;
    if (same && keeps_gold(v, gold) && !gold->placed) result.unknown = true;
  }
  return result;
}

/* ------------------------------------------------------------ figures -- */

static void add(cli_score_row *row, const char *name, double value) {
  row->figures[row->count++] = (cli_score_figure){name, value};
}

static cli_score_row *add_row(cli_score_table *table, const char *what,
                              const char *of) {
  cli_score_row *row = &table->rows[table->count++];
  snprintf(row->name, sizeof row->name, *of ? "%s, %s" : "%s%s", what, of);
  row->count = 0;
  return row;
}

static double share(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

static double harmonic(double p, double r) {
  return share(2 * p * r, p + r);
}

/* Precision, recall and their harmonic mean. The two counts of hits differ
 * where one gold mention is overlapped by two found ones. */
static void add_prf(cli_score_row *row, double hit_p, double found,
                    double hit_r, double gold) {
  double p = share(hit_p, found), r = share(hit_r, gold);
  add(row, "P", p), add(row, "R", r), add(row, "F1", harmonic(p, r));
}

/* -------------------------------------------------------- recognition -- */

typedef struct counts {
  double gold, exact, overlapped;      /* gold, and what of it was found */
  double found, hits, placed;          /* found, and what of it is gold */
  double with_id, right_id;            /* gold with an id */
  double with_point, right, right_any; /* gold with coordinates */
} counts;

/* What became of one gold mention. */
static void count_gold(view v, bool given, const cli_gold *gold, counts *c) {
  double far_km;
  bool exact = keeps_found(v, gold->exact);
  c->gold++;
  c->exact += exact;
  c->overlapped += keeps_found(v, gold->any);
  if (gold->geonameid) {
    c->with_id++;
    c->right_id += exact && gold->exact->geonameid == gold->geonameid;
  }
  if (gold->placed) {
    const cli_found *found = given || exact ? gold->exact : NULL;
    c->with_point++;
    c->right += cli_score_right(gold, found, &far_km);
    c->right_any += cli_score_right(gold, gold->any, &far_km);
  }
}

/* Everything that one view needs, in one pass over gold and one over found. */
static counts count(const cli_score *score, view v, bool given) {
  counts c = {0};
  for (size_t i = 0; i < score->gold_count; i++)
    if (keeps_gold(v, &score->golds[i]))
      count_gold(v, given, &score->golds[i], &c);
  for (size_t i = 0; i < score->found_count; i++) {
    const cli_found *found = &score->founds[i];
    said s = look_at(score, v, found);
    if (!s.counts) continue;
    c.found++;
    c.hits += s.hits;
    c.placed += (found->geonameid || found->placed) && !s.unknown;
  }
  return c;
}

static void add_recognition(const counts *c, view v, cli_score_table *out) {
  add_prf(add_row(out, "recognition exact", view_names[v]), c->exact, c->found,
          c->exact, c->gold);
  add_prf(add_row(out, "recognition overlap", view_names[v]), c->hits, c->found,
          c->overlapped, c->gold);
}

/* Precision counts what was placed, recall all gold that has a point. */
static void add_end_to_end(const counts *c, cli_score_row *row) {
  double p = share(c->right, c->placed), r = share(c->right, c->with_point);
  add(row, "A161 any", share(c->right_any, c->with_point));
  add(row, "P161", p), add(row, "F161", harmonic(p, r));
}

/* --------------------------------------------------------- resolution -- */

typedef struct sure {
  double confidence;
  bool right;
} sure;

static int compare_sure(const void *a, const void *b) {
  const sure *one = a, *other = b;
  if (one->confidence != other->confidence)
    return one->confidence < other->confidence ? -1 : 1;
  return (int)one->right - (int)other->right;
}

static int compare_km(const void *a, const void *b) {
  double one = *(const double *)a, other = *(const double *)b;
  return (one > other) - (one < other);
}

/* How far what is said of one's sureness is from how often one is right: the
 * mean over 15 bins of equal count. */
static double calibration_error(sure *sures, size_t count) {
  enum { BINS = 15 };
  double error = 0;
  qsort(sures, count, sizeof *sures, compare_sure);
  for (size_t bin = 0; bin < BINS; bin++) {
    double sum = 0, right = 0;
    for (size_t i = bin * count / BINS; i < (bin + 1) * count / BINS; i++)
      sum += sures[i].confidence, right += sures[i].right;
    error += fabs(sum - right) / (double)count;
  }
  return error;
}

/* Kilometres are spread over five powers of ten: the AUC takes their logarithm,
 * 0 for all at the spot, 1 for all at the far side of the Earth. */
static void add_distances(double *far_km, size_t count, cli_score_row *row) {
  double sum = 0, logs = 0;
  qsort(far_km, count, sizeof *far_km, compare_km);
  for (size_t i = 0; i < count; i++) {
    sum += far_km[i];
    logs += log(far_km[i] + 1) / log(farthest_km + 1);
  }
  double n = (double)count;
  add(row, "mean km", sum / n);
  add(row, "median km", (far_km[(count - 1) / 2] + far_km[count / 2]) / 2);
  add(row, "AUC", logs / n);
}

static void add_resolution(const cli_score *score, view v, cli_score_row *row) {
  size_t count = 0, sure_count = 0, room = 0, sure_room = 0;
  double *far_km = NULL;
  sure *sures = NULL;
  for (size_t i = 0; i < score->gold_count; i++) {
    const cli_gold *gold = &score->golds[i];
    if (!keeps_gold(v, gold) || !gold->placed) continue;
    far_km = cli_score_grow(far_km, count, &room, sizeof *far_km);
    bool right = cli_score_right(gold, gold->exact, &far_km[count++]);
    if (!gold->exact || !gold->exact->has_confidence) continue;
    sures = cli_score_grow(sures, sure_count, &sure_room, sizeof *sures);
    sures[sure_count++] = (sure){gold->exact->confidence, right};
  }
  if (count) add_distances(far_km, count, row);
  if (sure_count) add(row, "ECE", calibration_error(sures, sure_count));
  free(far_km);
  free(sures);
}

static void measure_places(const cli_score *score, view v, const counts *c,
                           bool given, cli_score_table *out) {
  cli_score_row *row =
      add_row(out, given ? "resolution" : "end to end", view_names[v]);
  add(row, "golds", c->with_point);
  if (c->with_id > 0) add(row, "exact id", c->right_id / c->with_id);
  if (c->with_point > 0) add(row, "A161", c->right / c->with_point);
  if (given)
    add_resolution(score, v, row);
  else if (c->with_point > 0)
    add_end_to_end(c, row);
}

/* ---------------------------------------------------------------- use -- */

/* Of what was found exactly: is it told apart whether the place itself is
 * meant, or those who are there? */
static void measure_use(const cli_score *score, cli_score_table *out) {
  double golds = 0, same = 0;
  for (size_t i = 0; i < score->gold_count; i++) {
    const cli_gold *gold = &score->golds[i];
    if (!gold->has_group || gold->nothing || !gold->exact ||
        !gold->exact->has_use)
      continue;
    golds++;
    same += gold->literal != gold->exact->associative;
  }
  if (golds == 0) return;
  cli_score_row *row = add_row(out, "use", "");
  add(row, "golds", golds), add(row, "accuracy", same / golds);
}

void cli_score_measure(const cli_score *score, bool given,
                       cli_score_table *out) {
  out->count = 0;
  for (view v = ALL; v <= (given ? NO_DEMONYMS : DEMONYMS); v++) {
    counts c = count(score, v, given);
    if (!given) add_recognition(&c, v, out);
    if (v != DEMONYMS) measure_places(score, v, &c, given, out);
  }
  measure_use(score, out);
}
