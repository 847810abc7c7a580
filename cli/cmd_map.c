/* geomention map: articles in, a map out.
 *
 * Each article goes the whole way by itself (gm_map), on whichever thread is
 * free; its rendering is written in its turn. Only a whole map gets its name:
 * what fails or is interrupted leaves nothing behind. */
#include <string.h>
#include <unistd.h>

#include "batch.h"
#include "decided.h"
#include "homes.h"
#include "interrupt.h"
#include "layers.h"
#include "options.h"
#include "progress.h"
#include "say.h"

static const cli_option options[] = {
    {"output", 'o', "PATH",
     "the map to write, or a folder for it; - or none: standard output"},
    {"to", 't', "FORMATS",
     "geojson, geojsonseq, gpkg, shp, csv, kml, qgz, html, or several with "
     "commas; else by the map's name"},
    {"crs", 0, "NAME",
     "the coordinate system of gpkg, shp and csv, as PROJ knows it, such as "
     "EPSG:3857 (WGS 84)"},
    CLI_LAYERS_OPTION,
    {"geometry", 0, "WORD",
     "point, or area: countries, divisions, seas, lakes and regions as "
     "polygons, rivers as lines"},
    {"from", 'f', "FORMAT", "auto (by the input's name), plain, jsonl or json"},
    {"encoding", 'e', "NAME",
     "the input's encoding, such as latin1 (UTF-8, "
     "or as its first bytes say)"},
    {"mentions", 0, "WORD",
     "found, or given: place the spans in the "
     "\"mentions\" of JSON lines, and find none"},
    CLI_HINT_OPTIONS,
    CLI_AS_OF_OPTION,
    CLI_DECISIONS_OPTION,
    {"explain", 'x', NULL,
     "print why each place was chosen, instead of the map; with -o PATH the "
     "map is written too, in the format that --to names"},
    CLI_BATCH_OPTION,
    CLI_DATA_OPTIONS,
    CLI_MODEL_OPTION,
    {"article-mib", 0, "N", "skip articles larger than N MiB (64)"},
    {"quiet", 'q', NULL, "no line of progress and no line at the end"},
    {NULL, 0, NULL, NULL},
};

/* A run: what the work reads and the delivery changes. */
typedef struct run {
  const char *output;
  gm_geometry geometry;
  unsigned layers; /* bits of gm_map_layer */
  bool explain;    /* print the explanations on standard output */
  uint64_t jobs;
  gm_read_options read;
  cli_hints hints;
  cli_inputs inputs;
  cli_data data;
  gm_workspace *ws;    /* of the caller's thread, for writing */
  gm_writer *writer;   /* NULL: explanations only */
  gm_summary *summary; /* NULL: no layer needs one */
  const char *noted;   /* the last input of which a note was printed */
  gm_tally tally;
  cli_decided decided;
} run;

/* ----------------------------------------------------------- the work -- */

/* The stages one by one, for between them stands what is said of them. */
static gm_status work_by_stages(const run *r, cli_slot *slot) {
  gm_status status = cli_batch_resolve(slot, &r->data);
  if (!status && r->summary)
    status =
        gm_summarise(slot->ws, cli_data_gazetteer(&r->data), slot->document,
                     slot->mentions, slot->resolutions, &slot->digest);
  if (!status && r->writer)
    status = gm_render(slot->ws, r->writer, slot->document, slot->mentions,
                       slot->resolutions, slot->rendering);
  if (!status && r->explain)
    status = gm_explain(slot->ws, cli_data_gazetteer(&r->data), slot->document,
                        slot->mentions, slot->resolutions, &slot->explanation);
  return status;
}

/* The whole way of one article, on any thread. */
static gm_status work(const void *context, cli_slot *slot) {
  const run *r = context;
  if (r->explain || r->read.mentions_given || r->data.decisions)
    return work_by_stages(r, slot);
  return gm_map(slot->ws, r->data.gazetteer, r->data.model, slot->source,
                slot->record, r->writer, slot->rendering, &slot->tally,
                r->summary ? &slot->digest : NULL);
}

static bool to_standard_output(const run *r) {
  return strcmp(r->output, "-") == 0;
}

/* A reader that has left (`| head`) is told nothing, nor who has stopped the
 * program. */
static cli_exit cannot_write(const run *r) {
  if (cli_interrupted()) return CLI_EXIT_INTERRUPTED;
  if (!to_standard_output(r) || !cli_say_unread())
    cli_say("%s", gm_workspace_message(r->ws));
  return CLI_EXIT_OUTPUT;
}

/* Says once an input that an article gives no mentions: it may be the wrong
 * file, and nothing on the map would tell. */
static void note_no_mentions(run *r, const cli_slot *slot) {
  if (slot->document->given || r->noted == slot->path) return;
  r->noted = slot->path;
  cli_say_of(slot->path, slot->record.number,
             "the article has no \"mentions\", so none of its places is "
             "mapped; others like it are not reported");
}

/* What an article came to, in the order of the input. */
static cli_exit deliver(void *context, cli_slot *slot) {
  run *r = context;
  if (r->read.mentions_given) note_no_mentions(r, slot);
  if (r->data.decisions) cli_decided_note(&r->decided, &slot->decided);
  if (r->explain) {
    fwrite(slot->explanation.bytes, 1, slot->explanation.size, stdout);
    if (ferror(stdout)) return cli_say_finished(CLI_EXIT_OUTPUT);
  }
  if (r->writer && gm_write(r->ws, r->writer, slot->rendering))
    return cannot_write(r);
  if (r->summary && gm_summary_add(r->ws, r->summary, slot->digest))
    return cannot_write(r);
  return CLI_EXIT_DONE;
}

/* ------------------------------------------------------ before the run -- */

/* Turns the command line into a run. @return false: a sentence was printed */
static bool read_options(run *r, const cli_arguments *arguments) {
  static const char *const froms[] = {"auto", "plain", "jsonl", "json", NULL};
  static const char *const mentions[] = {"found", "given", NULL};
  static const char *const geometries[] = {"point", "area", NULL};
  const char *output = cli_given(arguments, "output");
  uint64_t article_mib = 64;
  int from = cli_given_choice(arguments, "from", froms);
  int given = cli_given_choice(arguments, "mentions", mentions);
  int geometry = cli_given_choice(arguments, "geometry", geometries);
  if (from < 0 || given < 0 || geometry < 0 ||
      !cli_layers_given(arguments, &r->layers) ||
      !cli_batch_jobs(arguments, &r->jobs) ||
      !cli_given_number(arguments, "article-mib", 1, 4095, &article_mib))
    return false;
  r->output = output ? output : "-";
  r->geometry = (gm_geometry)geometry; /* in the order of gm_geometry */
  r->explain = cli_given(arguments, "explain") != NULL;
  r->decided.path = cli_given(arguments, "decisions");
  r->read = (gm_read_options){
      .format = (gm_format)from, /* in the order of gm_format */
      .encoding = cli_given(arguments, "encoding"),
      .mentions_given = given == 1,
      .as_of = cli_given(arguments, "as-of"),
      .hints = &r->hints.hints,
      .document_bytes = (size_t)article_mib << 20,
  };
  return true;
}

/* Whether there is something to map, and a name to map it to.
 * @return false: a sentence was printed */
static bool names_are_good(const run *r, const cli_arguments *arguments) {
  const char *wrong = NULL;
  if (!arguments->operand_count)
    wrong = "name the articles to map, or - for standard input";
  else if (!*r->output)
    wrong = "the name of the map is empty";
  for (size_t i = 0; i < arguments->operand_count && !wrong; i++)
    if (!*arguments->operands[i]) wrong = "the name of an article is empty";
  if (wrong) cli_say("%s", wrong);
  return !wrong;
}

/* Refuses what does not fit, before any work is done and before anything is
 * written. Formats and encodings are the inputs' business. */
static cli_exit check_inputs(run *r) {
  bool picky = r->read.encoding || r->read.mentions_given || r->read.as_of;
  if (!picky) return CLI_EXIT_DONE;
  return cli_inputs_fit(r->ws, &r->inputs, &r->read) ? CLI_EXIT_DONE
                                                     : CLI_EXIT_USAGE;
}

static cli_exit check_path(const run *r, const char *path) {
  if (!cli_inputs_have(&r->inputs, path)) return CLI_EXIT_DONE;
  cli_say("%s is one of the inputs; name another file with -o", path);
  return CLI_EXIT_USAGE;
}

/* The same of outputs that would hurt. */
static cli_exit check_output(const run *r, const cli_arguments *arguments) {
  if (to_standard_output(r)) {
    if (!r->explain || !cli_given(arguments, "output")) return CLI_EXIT_DONE;
    cli_say(
        "map and explanations cannot both go to standard output; name a "
        "file with -o");
    return CLI_EXIT_USAGE;
  }
  return check_path(r, r->output);
}

/* Refuses a map one of whose files would take the place of an input. */
static cli_exit check_files(run *r) {
  cli_exit code = CLI_EXIT_DONE;
  const char *path;
  for (unsigned i = 0; !code && (path = gm_writer_path(r->writer, i)); i++)
    code = check_path(r, path);
  if (!code) return code;
  gm_writer_abandon(r->writer);
  r->writer = NULL;
  return code;
}

/* Opens the map before any article is read: better to hear now than after an
 * hour that it cannot be written. A format that does not exist is wrong usage.
 */
static cli_exit open_map(run *r, const cli_arguments *arguments) {
  if (r->explain && to_standard_output(r)) return CLI_EXIT_DONE;
  gm_write_options to = {.format = cli_given(arguments, "to"),
                         .gazetteer = cli_data_gazetteer(&r->data),
                         .geometry = r->geometry,
                         .layers = r->layers,
                         .crs = cli_given(arguments, "crs")};
  if (to_standard_output(r) && !to.format) to.format = "geojson";
  gm_status status = gm_writer_open(r->ws, r->output, &to, &r->writer);
  if (!status) return check_files(r);
  if (status != GM_MISUSE) return cannot_write(r);
  cli_say("%s", gm_workspace_message(r->ws));
  return CLI_EXIT_USAGE;
}

/* Articles are summed up for layers that need it, and for what a terminal is
 * told at the end. */
static cli_exit open_summary(run *r, bool quiet) {
  bool told = !quiet && isatty(STDERR_FILENO);
  if (!told && !(r->writer && gm_writer_sums(r->writer))) return CLI_EXIT_DONE;
  if (!gm_summary_open(r->ws, cli_data_gazetteer(&r->data), &r->summary))
    return CLI_EXIT_DONE;
  gm_writer_abandon(r->writer);
  return cannot_write(r);
}

/* ------------------------------------------------------- after the run -- */

/* Where nothing could be read there is nothing to say on a map: the file is
 * not written, and one of that name stays as it was. Standard output gets an
 * empty map, so that its reader can go on. */
static cli_exit close_map(run *r, cli_exit code) {
  bool all_failed = r->tally.failed && !r->tally.articles;
  bool keep = !code && (!all_failed || to_standard_output(r));
  if (keep && r->writer && r->summary &&
      gm_write_summary(r->ws, r->writer, r->summary)) {
    code = cannot_write(r);
    keep = false;
  }
  if (keep && r->writer) cli_closing_warn(r->writer, r->output);
  if (keep && r->writer && gm_writer_close(r->ws, r->writer))
    code = cannot_write(r);
  else if (!keep)
    gm_writer_abandon(r->writer);
  if (!code && all_failed && !to_standard_output(r))
    cli_say("%s is not written: no article could be read", r->output);
  return code;
}

/* The run itself, once everything is open. */
static cli_exit map(run *r, bool quiet) {
  const cli_task task = {work, deliver, r};
  cli_feed feed;
  r->tally.failed = r->inputs.failed;
  if (!quiet) cli_progress_begin(r->inputs.whole_bytes);
  cli_feed_open(&feed, &r->inputs, &r->read);
  cli_exit code = cli_homes_learn(r->ws, &r->data, r->jobs, &feed, &r->hints);
  if (!quiet) cli_progress_begin(r->inputs.whole_bytes); /* time counts anew */
  if (!code) code = cli_batch_run(&feed, &task, r->jobs, &r->tally);
  cli_feed_close(&feed);
  cli_progress_end();
  code = close_map(r, code);
  if (code != CLI_EXIT_OUTPUT) code = cli_say_finished(code);
  if (code == CLI_EXIT_INTERRUPTED)
    cli_say("interrupted; %s", to_standard_output(r) ? "the map is not complete"
                                                     : "no map was written");
  else if (!code && !quiet)
    cli_closing_print(r->ws, &r->tally, cli_data_gazetteer(&r->data),
                      r->summary);
  if (!code && !quiet && r->data.decisions)
    cli_decided_print(&r->decided, r->data.decisions);
  gm_summary_close(r->summary);
  return !code && r->tally.failed ? CLI_EXIT_SOME_FAILED : code;
}

/* Opens what is needed step by step; the first step that fails gives the exit
 * code, and what was opened until then is closed. */
static cli_exit run_map(const cli_arguments *arguments) {
  run r = {0};
  bool quiet = cli_given(arguments, "quiet") != NULL;
  if (!read_options(&r, arguments) || !names_are_good(&r, arguments))
    return CLI_EXIT_USAGE;
  cli_interrupt_catch();
  r.ws = cli_interrupt_workspace(0);
  cli_exit code = r.ws && cli_inputs_list(arguments, &r.inputs)
                      ? check_output(&r, arguments)
                      : CLI_EXIT_SOME_FAILED;
  if (!code) code = check_inputs(&r);
  if (!code) code = cli_hints_read(r.ws, arguments, &r.hints);
  if (!code) code = cli_data_open(r.ws, arguments, &r.data);
  if (!code && r.decided.path)
    code = cli_data_decide(r.ws, r.decided.path, &r.data);
  if (!code) code = cli_hints_check(r.ws, &r.data, &r.hints);
  if (!code) code = open_map(&r, arguments);
  if (!code) code = open_summary(&r, quiet);
  if (!code) code = map(&r, quiet);
  cli_data_close(&r.data);
  cli_hints_close(&r.hints);
  cli_inputs_close(&r.inputs);
  gm_workspace_close(r.ws);
  return code;
}

const cli_command cli_command_map = {
    .name = "map",
    .summary = "find the places in articles and write a map of them",
    .usage = "[OPTIONS] FILE...",
    .details =
        "A FILE is a text, or a file of JSON lines (.jsonl, .ndjson) with an "
        "article a line: {\"id\", \"title\", \"text\", \"date\", \"url\", "
        "\"source\", \"home\"}; a .json file holds such articles in an "
        "array, or one behind the other. A folder stands for the .txt, .json, "
        ".jsonl and .ndjson files in it, but not for its own folders; - is "
        "standard input. Endings are read without regard to case, and a file "
        "that is named twice is read once.\n"
        "The map has one feature a mention. Its format follows from its "
        "ending: .geojson, .geojsonl (one feature a line), .gpkg (GeoPackage), "
        ".shp (shapefile), .csv, .kml; or from --to, which also takes several "
        "for a folder: -o out/ --to geojson,gpkg writes out/map.geojson and "
        "out/map.gpkg. QGIS opens each with colours, labels and times, by a "
        "style that lies beside it (map.qml) or in it.\n"
        "Further layers sum the articles up: places (a point each), links "
        "(lines between places that are mentioned together), articles (where "
        "their focus is), areas (countries and divisions with all that lies "
        "in them), unresolved (what could not be placed) and timeline (days, "
        "weeks, months). --layers says which. In formats of one layer a file "
        "each is a file beside the map, such as map_places.geojson; standard "
        "output gets the mentions alone.\n"
        "--to html, or a name that ends so, writes a page with the map and the "
        "articles, which needs no network. What you decide there on mentions "
        "is downloaded as a file that --decisions takes in the next run.\n"
        "--geometry area draws a place as wide as it is, where the gazetteer "
        "knows its shape: QGIS shows the map as a layer each for points, "
        "lines and areas. Each mention repeats the shape, so the map grows.\n"
        "--home, --outlets, --country and --bbox say what you know: names are "
        "likelier to mean places there, but what the article itself says can "
        "outweigh it, and nothing elsewhere is left out. --min-confidence is "
        "held against the map's field \"confidence\".\n"
        "An article that cannot be read is reported and skipped. The map "
        "appears when it is complete; where no article could be read, no file "
        "is written.",
    .options = options,
    .run = run_map,
};
