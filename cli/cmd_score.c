/* geomention score: how often it is right.
 *
 * Maps the articles of a gold corpus, without writing a map, and compares what
 * it found with the gold; or compares mentions that a file holds. */
#include <limits.h>
#include <string.h>
#include <sys/stat.h>

#include "batch.h"
#include "homes.h"
#include "interrupt.h"
#include "options.h"
#include "progress.h"
#include "say.h"
#include "score.h"

static const cli_option options[] = {
    {"given", 0, NULL,
     "hand the gold's spans to the resolver: measure it "
     "alone"},
    {"coverage", 0, NULL,
     "only say of how many gold mentions some candidate is right"},
    {"misses", 0, NULL, "with --coverage: list the mentions where none is"},
    {"json", 0, NULL, "print JSON"},
    {"worst", 'w', "N", "list the N mentions farthest from where they belong"},
    {"demonyms", 0, "PATH", "a list of demonyms, one a line"},
    {"nations", 0, "PATH", "names of countries, a tab, their ISO code"},
    CLI_HINT_OPTIONS,
    CLI_AS_OF_OPTION,
    CLI_BATCH_OPTION,
    CLI_DATA_OPTIONS,
    CLI_MODEL_OPTION,
    {NULL, 0, NULL, NULL},
};

typedef struct run {
  bool given, coverage;
  uint64_t jobs, worst;
  const char *as_of;
  cli_hints hints;
  gm_workspace *ws;
  cli_data data;
  cli_score_list demonyms, nations;
  cli_score score;
  cli_coverage reach;
} run;

/* ------------------------------------------------- mapping the articles -- */

/* As far as the resolutions: nothing is rendered. */
static gm_status work(const void *context, cli_slot *slot) {
  const run *r = context;
  return cli_batch_resolve(slot, &r->data);
}

/* Code points are the bytes that continue no other. */
static int64_t count_points(gm_str text, size_t begin, size_t end) {
  int64_t count = 0;
  for (size_t i = begin; i < end && i < text.size; i++)
    count += ((unsigned char)text.bytes[i] & 0xC0) != 0x80;
  return count;
}

/* A mention as the scorer counts it: positions in code points of the text,
 * without the title that may stand before it. */
static cli_found found_of(const run *r, const cli_slot *slot, uint32_t i,
                          uint32_t document) {
  const gm_mention *mention = &slot->mentions.items[i];
  const gm_resolution *resolution = &slot->resolutions.items[i];
  gm_str text = slot->document->text;
  cli_found found = {
      .document = document,
      .begin = count_points(text, slot->document->text_part.begin,
                            mention->span.begin),
      .has_use = true,
      .associative = mention->use != GM_USE_LITERAL,
      .demonym = mention->use == GM_USE_DEMONYM,
      .has_confidence = true,
      .confidence = (double)resolution->confidence,
  };
  found.end =
      found.begin + count_points(text, mention->span.begin, mention->span.end);
  if (resolution->has_point) {
    found.placed = true;
    found.at = resolution->at;
  }
  if (resolution->place != GM_NO_PLACE)
    cli_score_place(r->data.gazetteer, resolution->place, &found);
  return found;
}

/* Adds the mentions of one article. Titles are not part of the gold. */
static cli_exit deliver(void *context, cli_slot *slot) {
  run *r = context;
  char id[1024];
  uint32_t document;
  snprintf(id, sizeof id, "%.*s", (int)slot->document->id.size,
           slot->document->id.bytes);
  if (!cli_score_document_of(&r->score, id, &document))
    return CLI_EXIT_SOME_FAILED;
  for (uint32_t i = 0; i < slot->mentions.count; i++) {
    if (slot->mentions.items[i].part != GM_PART_TEXT) continue;
    cli_found found = found_of(r, slot, i, document);
    if (r->coverage)
      cli_coverage_add(&r->reach, &r->score, r->data.gazetteer, &found,
                       &slot->resolutions.items[i]);
    else
      cli_score_add_found(&r->score, found);
  }
  return CLI_EXIT_DONE;
}

/* Maps the gold's own articles in memory. */
static cli_exit map_gold(run *r, const cli_arguments *arguments) {
  const gm_read_options read = {.format = GM_FORMAT_JSONL,
                                .mentions_given = r->given,
                                .as_of = r->as_of,
                                .hints = &r->hints.hints};
  const cli_task task = {work, deliver, r};
  gm_tally tally = {0};
  cli_arguments gold = *arguments;
  gold.operand_count = 1;
  cli_inputs inputs;
  cli_exit code = CLI_EXIT_SOME_FAILED;
  if (cli_inputs_list(&gold, &inputs)) {
    cli_feed feed;
    cli_progress_begin(inputs.whole_bytes);
    cli_feed_open(&feed, &inputs, &read);
    code = cli_homes_learn(r->ws, &r->data, r->jobs, &feed, &r->hints);
    if (!code) code = cli_batch_run(&feed, &task, r->jobs, &tally);
    cli_feed_close(&feed);
    cli_progress_end();
  }
  cli_inputs_close(&inputs);
  return !code && tally.failed ? CLI_EXIT_SOME_FAILED : code;
}

/* ------------------------------------------------------------- the run -- */

/* The gazetteer, and the model where articles must be mapped. */
static cli_exit open_data(run *r, const cli_arguments *arguments) {
  if (arguments->operand_count == 1)
    return cli_data_open(r->ws, arguments, &r->data);
  bool listed = r->demonyms.count && r->nations.count;
  return listed ? CLI_EXIT_DONE
                : cli_data_open_gazetteer(r->ws, arguments, &r->data);
}

/* Reads the list that an option names, or that lies beside the gold. */
static bool read_list(const cli_arguments *arguments, const char *option,
                      const char *name, cli_score_list *out) {
  char beside[PATH_MAX];
  const char *path = cli_given(arguments, option);
  if (!path && cli_score_list_beside(arguments->operands[0], name, beside,
                                     sizeof beside)) {
    path = beside;
    cli_say("%s are those of %s", option, path);
  }
  return !path || cli_score_read_list(path, out);
}

static bool read_gold(run *r, const cli_arguments *arguments) {
  cli_score_lore lore = {
      .demonyms = r->demonyms.count ? &r->demonyms : NULL,
      .nations = r->nations.count ? &r->nations : NULL,
      .gazetteer = r->data.gazetteer,
      .ws = r->ws,
  };
  return cli_score_read_gold(arguments->operands[0], &lore, &r->score);
}

/* The mentions to compare: found now, or read from the second operand. */
static cli_exit find_mentions(run *r, const cli_arguments *arguments) {
  if (arguments->operand_count == 1 && r->score.judged_count) {
    cli_say("%s holds decisions and no articles; name a map to compare with",
            arguments->operands[0]);
    return CLI_EXIT_USAGE;
  }
  if (arguments->operand_count == 1) return map_gold(r, arguments);
  return cli_score_read_found(arguments->operands[1], &r->score)
             ? CLI_EXIT_DONE
             : CLI_EXIT_SOME_FAILED;
}

static void print(run *r, const cli_arguments *arguments) {
  cli_score_table table;
  if (r->coverage) {
    cli_coverage_print(&r->reach, &r->score,
                       cli_given(arguments, "misses") != NULL);
    return;
  }
  cli_score_pair(&r->score);
  cli_score_measure(&r->score, r->given, &table);
  if (cli_given(arguments, "json")) {
    cli_score_print_json(&table);
  } else {
    cli_score_print(&table);
    cli_score_print_worst(&r->score, r->worst);
  }
}

/* The steps in their order; the first that fails gives the exit code. */
static cli_exit score(run *r, const cli_arguments *arguments) {
  r->ws = cli_interrupt_workspace(0);
  if (!r->ws ||
      !read_list(arguments, "demonyms", "demonyms.txt", &r->demonyms) ||
      !read_list(arguments, "nations", "countries.tsv", &r->nations))
    return CLI_EXIT_SOME_FAILED;
  cli_exit code = open_data(r, arguments);
  if (!code) code = cli_hints_read(r->ws, arguments, &r->hints);
  if (!code && r->data.gazetteer)
    code = cli_hints_check(r->ws, &r->data, &r->hints);
  if (code) return code;
  if (!read_gold(r, arguments)) return CLI_EXIT_SOME_FAILED;
  code = find_mentions(r, arguments);
  if (code) return code;
  print(r, arguments);
  return cli_say_finished(CLI_EXIT_DONE);
}

/* What cannot be asked for together. @return false: a sentence was printed */
static bool options_agree(const cli_arguments *arguments, bool coverage) {
  bool clash = coverage &&
               (arguments->operand_count > 1 || cli_given(arguments, "json") ||
                cli_given(arguments, "worst"));
  if (clash)
    cli_say("--coverage does not go with MENTIONS, --json or --worst");
  else if (!coverage && cli_given(arguments, "misses"))
    cli_say("--misses goes with --coverage");
  else
    return true;
  return false;
}

/* A pipe can be read once. Without MENTIONS the gold is read for what it says,
 * and then for its articles. @return false: a sentence was printed */
static bool files_are_good(const cli_arguments *arguments) {
  const char *gold = arguments->operands[0];
  bool piped = strcmp(gold, "-") == 0, twice = arguments->operand_count == 1;
  struct stat about;
  if (!piped && !stat(gold, &about))
    piped = !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode);
  if (piped && twice)
    cli_say("the gold must be a file, since it is read twice");
  else if (!twice && !strcmp(gold, "-") && !strcmp(arguments->operands[1], "-"))
    cli_say("gold and mentions cannot both come from standard input");
  else
    return true;
  return false;
}

static cli_exit run_score(const cli_arguments *arguments) {
  run r = {.coverage = cli_given(arguments, "coverage") != NULL};
  r.as_of = cli_given(arguments, "as-of");
  r.given = r.coverage || cli_given(arguments, "given");
  if (!options_agree(arguments, r.coverage) ||
      !cli_batch_jobs(arguments, &r.jobs) ||
      !cli_given_number(arguments, "worst", 0, UINT32_MAX, &r.worst))
    return CLI_EXIT_USAGE;
  if (arguments->operand_count < 1 || arguments->operand_count > 2) {
    cli_say("name a gold corpus, and perhaps a file of mentions");
    return CLI_EXIT_USAGE;
  }
  if (!files_are_good(arguments)) return CLI_EXIT_USAGE;
  cli_interrupt_catch();
  cli_exit code = score(&r, arguments);
  cli_coverage_close(&r.reach);
  cli_score_close(&r.score);
  cli_score_close_list(&r.demonyms);
  cli_score_close_list(&r.nations);
  cli_data_close(&r.data);
  cli_hints_close(&r.hints);
  gm_workspace_close(r.ws);
  return code;
}

const cli_command cli_command_score = {
    .name = "score",
    .summary = "measure how often it is right, on a gold corpus",
    .usage = "[OPTIONS] GOLD [MENTIONS]",
    .details =
        "GOLD is a file with an article a line: {\"id\", \"text\", "
        "\"mentions\": "
        "[{\"start\", \"end\", \"lat\", \"lon\", \"geonameid\"}]}, positions "
        "in Unicode code points. Its articles are mapped and compared with the "
        "gold; or MENTIONS are compared: a map in GeoJSON that was written "
        "earlier.\n"
        "Recognition is measured by precision, recall and F1 at the exact span "
        "and at any overlap; places by A161, the share of all gold mentions "
        "that are found and placed within 161 km.\n"
        "GOLD may also be decisions that the page of --to html saved: then "
        "only the MENTIONS that they speak of are compared.\n"
        "--coverage hands out the gold's spans and counts the mentions of "
        "which any candidate is right, chosen or not: what the gazetteer "
        "lacks, no choice can mend. --misses prints, parted by tabs, the "
        "document, begin, end, words, id, latitude and longitude of each other "
        "mention, and how far its nearest candidate is.\n"
        "Which gold mentions are demonyms is what lists say: demonyms.txt and "
        "countries.tsv beside GOLD, or in ../eval; without them, the "
        "gazetteer.",
    .options = options,
    .run = run_score,
};
