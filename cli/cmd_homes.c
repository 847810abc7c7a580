/* geomention homes: where outlets are at home, as their articles tell.
 *
 *     outlet            home             confidence  articles  what it is
 *     parisbeacon.com   Paris, Illinois  0.88        9         city Paris
 *     # cnn.com                          0.00        17        not clear
 *
 * The table is one that --outlets reads: to look at, to correct, and to use for
 * articles that come one by one. */
#include <string.h>

#include "homes.h"
#include "interrupt.h"
#include "options.h"
#include "say.h"

static const cli_option options[] = {
    {"from", 'f', "FORMAT", "auto (by the input's name), plain, jsonl or json"},
    {"encoding", 'e', "NAME",
     "the input's encoding, such as latin1 (UTF-8, "
     "or as its first bytes say)"},
    CLI_HINT_OPTIONS,
    CLI_BATCH_OPTION,
    CLI_DATA_OPTIONS,
    CLI_MODEL_OPTION,
    {NULL, 0, NULL, NULL},
};

typedef struct run {
  uint64_t jobs;
  gm_read_options read;
  cli_hints hints;
  cli_inputs inputs;
  cli_data data;
  gm_workspace *ws;
} run;

/* A name without what would end a cell or a line. */
static void print_cell(gm_str text) {
  for (size_t i = 0; i < text.size; i++) {
    unsigned char byte = (unsigned char)text.bytes[i];
    putchar(byte < ' ' ? ' ' : byte);
  }
}

/* One outlet: a row, or a remark where its home is not clear. */
static gm_status print_home(void *user, const gm_home *home) {
  run *r = user;
  gm_str words = {0};
  const gm_gazetteer *gazetteer = cli_data_gazetteer(&r->data);
  gm_status status = GM_OK;
  if (home->place != GM_NO_PLACE)
    status = gm_gazetteer_words(r->ws, gazetteer, home->place, &words);
  if (status) return status;
  gm_place place = gm_gazetteer_place(gazetteer, home->place);
  if (!words.size) printf("# ");
  print_cell(home->outlet);
  putchar('\t');
  print_cell(words);
  printf("\t%.2f\t%llu\t", words.size ? (double)home->confidence : 0.0,
         (unsigned long long)home->articles);
  if (words.size)
    printf("%s %.*s\n", gm_place_kind_name(place.kind), (int)place.name.size,
           place.name.bytes);
  else
    puts("not clear");
  return GM_OK;
}

static cli_exit print_homes(run *r) {
  puts("outlet\thome\tconfidence\tarticles\twhat it is");
  if (r->hints.homes && gm_homes_each(r->hints.homes, print_home, r)) {
    cli_say("%s", gm_workspace_message(r->ws));
    return CLI_EXIT_SOME_FAILED;
  }
  return cli_say_finished(CLI_EXIT_DONE);
}

static cli_exit learn(run *r) {
  cli_feed feed;
  cli_feed_open(&feed, &r->inputs, &r->read);
  feed.once = true;
  cli_exit code = cli_homes_learn(r->ws, &r->data, r->jobs, &feed, &r->hints);
  bool some_failed = r->inputs.failed || feed.failed;
  cli_feed_close(&feed);
  if (!code) code = print_homes(r);
  return !code && some_failed ? CLI_EXIT_SOME_FAILED : code;
}

/* @return false: a sentence was printed */
static bool read_options(run *r, const cli_arguments *arguments) {
  static const char *const froms[] = {"auto", "plain", "jsonl", "json", NULL};
  int from = cli_given_choice(arguments, "from", froms);
  if (from < 0 || !cli_batch_jobs(arguments, &r->jobs)) return false;
  r->read = (gm_read_options){
      .format = (gm_format)from, /* in the order of gm_format */
      .encoding = cli_given(arguments, "encoding"),
      .hints = &r->hints.hints,
  };
  if (!arguments->operand_count)
    cli_say("name the articles to learn from, or - for standard input");
  return arguments->operand_count;
}

static cli_exit run_homes(const cli_arguments *arguments) {
  run r = {0};
  if (!read_options(&r, arguments)) return CLI_EXIT_USAGE;
  cli_interrupt_catch();
  r.ws = cli_interrupt_workspace(0);
  cli_exit code = r.ws && cli_inputs_list(arguments, &r.inputs)
                      ? cli_hints_read(r.ws, arguments, &r.hints)
                      : CLI_EXIT_SOME_FAILED;
  if (!code) code = cli_data_open(r.ws, arguments, &r.data);
  if (!code) code = cli_hints_check(r.ws, &r.data, &r.hints);
  if (!code) code = learn(&r);
  cli_data_close(&r.data);
  cli_hints_close(&r.hints);
  cli_inputs_close(&r.inputs);
  gm_workspace_close(r.ws);
  return code;
}

const cli_command cli_command_homes = {
    .name = "homes",
    .summary = "tell where outlets are at home, as their articles say",
    .usage = "[OPTIONS] FILE...",
    .details =
        "Reads the first 2,000 articles (or 8 MiB) of the FILEs, as map does, "
        "and prints a table of their outlets: what an article has as "
        "\"source\", else the host of its \"url\"; its home, a town, division "
        "or country; how sure it is; and of how many articles. An outlet whose "
        "home is not clear, or that has one article, is a remark.\n"
        "Correct the table and give it to map by --outlets. Without it, map "
        "learns the same by itself.",
    .options = options,
    .run = run_homes,
};
