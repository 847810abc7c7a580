/* Runs cases that are readable text. A case is
 *
 *     text   Floods hit Paris, Texas on Tuesday.
 *                       ^^^^^  ^^^^^
 *     place  Paris | 33.66 -95.56 | within 10 km
 *     place  Texas | 31 -100 | within 500 km
 *
 * Every stretch with carets below it must be found, and nothing else; the
 * lines `place` say in the same order what each is: the gazetteer's name, a
 * point, how near. `place  unresolved` wants no place. `use  demonym` behind a
 * place wants that use, `beside outside | outside` these words beside it and
 * what they say (`beside none`: none). More `text` lines make one article of
 * several paragraphs. An empty line ends a case; # begins a comment.
 *
 *     spec GAZETTEER MODEL CASES...
 */
#include <geomention.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_MARKS = 64, TEXT_BYTES = 16 * 1024, LINE_BYTES = 1024 };
enum { PREFIX = 7, USE_BYTES = 32 }; /* "text   " */

typedef struct mark {
  uint32_t begin, end;
  char wanted[LINE_BYTES]; /* of the place line, or "" */
  char use[USE_BYTES];
  char beside[LINE_BYTES];
} mark;

typedef struct spec_case {
  char text[TEXT_BYTES];
  size_t size;       /* of the text */
  size_t line_begin; /* where the last text line begins in the text */
  mark marks[MOST_MARKS];
  int mark_count, place_count;
  int line; /* of the file */
} spec_case;

typedef struct runner {
  gm_workspace *ws;
  gm_gazetteer *gazetteer;
  gm_model *model;
  const char *path;
  int passed, failed;
} runner;

static double distance_km(gm_point a, double lat, double lon) {
  const double radian = 3.14159265358979 / 180, radius_km = 6371.0088;
  double y = sin((lat - a.lat_deg) * radian / 2);
  double x = sin((lon - a.lon_deg) * radian / 2);
  double h = y * y + cos(lat * radian) * cos(a.lat_deg * radian) * x * x;
  return 2 * radius_km * asin(h < 1 ? sqrt(h) : 1);
}

static int fail(const runner *run, const spec_case *now, const char *what,
                const char *detail) {
  printf("%s line %d: %s %s\n", run->path, now->line, what, detail);
  return 0;
}

/* "20 km north of | distance 20 km 0 degrees", or "none". */
static void tell_beside(const spec_case *now, const gm_modifier *said,
                        char out[LINE_BYTES]) {
  char km[USE_BYTES] = "", degrees[USE_BYTES] = "";
  if (said->far_km > 0)
    snprintf(km, sizeof km, " %g km",
             round((double)said->far_km * 1000) / 1000);
  if (said->has_bearing)
    snprintf(degrees, sizeof degrees, " %g degrees",
             (double)said->bearing_deg);
  if (said->kind == GM_MODIFIER_NONE)
    snprintf(out, LINE_BYTES, "none");
  else
    snprintf(out, LINE_BYTES, "%.*s | %s%s%s",
             (int)(said->span.end - said->span.begin),
             now->text + said->span.begin, gm_modifier_name(said->kind), km,
             degrees);
}

/* Whether one mention is what its mark wants. */
static int fits(const runner *run, const spec_case *now, const mark *want,
                const gm_mention *mention, const gm_resolution *resolution) {
  char found[LINE_BYTES];
  gm_place place = gm_gazetteer_place(run->gazetteer, resolution->place);
  snprintf(found, sizeof found, "%.*s %.5f %.5f, %s", (int)place.name.size,
           place.name.bytes ? place.name.bytes : "", place.at.lat_deg,
           place.at.lon_deg, gm_use_name(mention->use));
  if (want->use[0] && strcmp(want->use, gm_use_name(mention->use)) != 0)
    return fail(run, now, "another use:", found);
  char beside[LINE_BYTES];
  tell_beside(now, &mention->modifier, beside);
  if (want->beside[0] && strcmp(want->beside, beside) != 0)
    return fail(run, now, "other words beside it:", beside);
  if (strcmp(want->wanted, "unresolved") == 0)
    return resolution->place == GM_NO_PLACE ||
           fail(run, now, "resolved, against the case:", found);
  char name[LINE_BYTES];
  double lat, lon, km;
  if (sscanf(want->wanted, "%1000[^|]| %lf %lf | within %lf km", name, &lat,
             &lon, &km) != 4)
    return fail(run, now, "unreadable place line:", want->wanted);
  while (name[0] && name[strlen(name) - 1] == ' ')
    name[strlen(name) - 1] = '\0';
  if (resolution->place == GM_NO_PLACE)
    return fail(run, now, "unresolved:", name);
  if (place.name.size != strlen(name) ||
      memcmp(name, place.name.bytes, place.name.size) != 0)
    return fail(run, now, "another place:", found);
  return distance_km(place.at, lat, lon) <= km ||
         fail(run, now, "too far off:", found);
}

/* Whether exactly the marked stretches are found, each as wanted. */
static int check(const runner *run, const spec_case *now, gm_mentions mentions,
                 gm_resolutions resolutions) {
  int good = 1;
  uint32_t m = 0;
  for (int i = 0; i < now->mark_count; i++) {
    const mark *want = &now->marks[i];
    while (m < mentions.count && mentions.items[m].span.begin < want->begin) {
      gm_span span = mentions.items[m++].span;
      char extra[LINE_BYTES];
      snprintf(extra, sizeof extra, "%.*s", (int)(span.end - span.begin),
               now->text + span.begin);
      good = fail(run, now, "found, against the case:", extra);
    }
    char missed[LINE_BYTES];
    snprintf(missed, sizeof missed, "%.*s", (int)(want->end - want->begin),
             now->text + want->begin);
    if (m == mentions.count || mentions.items[m].span.begin != want->begin ||
        mentions.items[m].span.end != want->end) {
      good = fail(run, now, "not found:", missed);
      continue;
    }
    if (!fits(run, now, want, &mentions.items[m], &resolutions.items[m]))
      good = 0;
    m++;
  }
  for (; m < mentions.count; m++) {
    gm_span span = mentions.items[m].span;
    char extra[LINE_BYTES];
    snprintf(extra, sizeof extra, "%.*s", (int)(span.end - span.begin),
             now->text + span.begin);
    good = fail(run, now, "found, against the case:", extra);
  }
  return good;
}

static void run_case(runner *run, const spec_case *now) {
  if (!now->size) return;
  gm_workspace_reset(run->ws);
  const gm_document *document;
  gm_mentions mentions;
  gm_resolutions resolutions;
  gm_str none = {0}, text = {now->text, now->size};
  gm_status status = gm_document_make(run->ws, none, none, text, &document);
  if (status == GM_OK)
    status = gm_find(run->ws, run->gazetteer, run->model, document, &mentions);
  if (status == GM_OK)
    status = gm_resolve(run->ws, run->gazetteer, run->model, document,
                        mentions, &resolutions);
  int good = status == GM_OK
                 ? check(run, now, mentions, resolutions)
                 : fail(run, now, "error:", gm_workspace_message(run->ws));
  if (now->place_count != now->mark_count)
    good = fail(run, now, "as many place lines as carets are needed", "");
  good ? run->passed++ : run->failed++;
}

static void add_text(spec_case *now, const char *line, int number) {
  if (!now->size) now->line = number;
  if (now->size) now->text[now->size++] = '\n', now->text[now->size++] = '\n';
  now->line_begin = now->size;
  size_t size = strlen(line);
  if (now->size + size + 4 > TEXT_BYTES) exit(2);
  memcpy(now->text + now->size, line, size);
  now->size += size;
}

/* Columns are code points: a caret stands under a character. */
static void add_carets(spec_case *now, const char *line) {
  size_t at = now->line_begin;
  for (const char *c = line; *c; c++) {
    if (*c == '^' && (c == line || c[-1] != '^') &&
        now->mark_count < MOST_MARKS)
      now->marks[now->mark_count++] = (mark){.begin = (uint32_t)at};
    do at++;
    while (at < now->size && ((unsigned char)now->text[at] & 0xC0) == 0x80);
    if (*c == '^') now->marks[now->mark_count - 1].end = (uint32_t)at;
  }
}

static void copy(char *out, size_t room, const char *text) {
  size_t size = strlen(text);
  if (size >= room) size = room - 1;
  memcpy(out, text, size);
  out[size] = '\0';
}

static void read_line(runner *run, spec_case *now, char *line, int number) {
  line[strcspn(line, "\r\n")] = '\0';
  if (line[0] == '#') return;
  const char *rest = strlen(line) >= PREFIX ? line + PREFIX : "";
  if (!line[0]) {
    run_case(run, now);
    memset(now, 0, sizeof *now);
  } else if (strncmp(line, "text ", 5) == 0) {
    add_text(now, rest, number);
  } else if (line[0] == ' ') {
    add_carets(now, rest);
  } else if (strncmp(line, "place ", 6) == 0 &&
             now->place_count < now->mark_count) {
    copy(now->marks[now->place_count++].wanted, LINE_BYTES, rest);
  } else if (strncmp(line, "use ", 4) == 0 && now->place_count) {
    copy(now->marks[now->place_count - 1].use, USE_BYTES, rest);
  } else if (strncmp(line, "beside ", 7) == 0 && now->place_count) {
    copy(now->marks[now->place_count - 1].beside, LINE_BYTES, rest);
  } else {
    printf("%s line %d cannot be read: %s\n", run->path, number, line);
    run->failed++;
  }
}

static void run_file(runner *run, const char *path) {
  static spec_case now;
  char line[TEXT_BYTES];
  FILE *file = fopen(path, "r");
  run->path = path;
  if (!file) {
    printf("%s cannot be opened\n", path);
    run->failed++;
    return;
  }
  memset(&now, 0, sizeof now);
  for (int number = 1; fgets(line, sizeof line, file); number++)
    read_line(run, &now, line, number);
  run_case(run, &now);
  fclose(file);
}

int main(int count, char **arguments) {
  if (count < 4) return 2;
  runner run = {.ws = gm_workspace_open(0)};
  if (!run.ws ||
      gm_gazetteer_open(run.ws, arguments[1], &run.gazetteer) != GM_OK ||
      gm_model_open(run.ws, arguments[2], &run.model) != GM_OK) {
    printf("%s\n", run.ws ? gm_workspace_message(run.ws) : "no memory");
    return 2;
  }
  for (int i = 3; i < count; i++) run_file(&run, arguments[i]);
  printf("%d passed, %d failed\n", run.passed, run.failed);
  gm_model_close(run.model);
  gm_gazetteer_close(run.gazetteer);
  gm_workspace_close(run.ws);
  return run.failed || !run.passed;
}
