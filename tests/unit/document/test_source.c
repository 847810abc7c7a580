/* Sources: what can be opened, which reader reads it, and when it stops. */
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sys/stat.h>

#include "document/source.h"
#include "unit/document/source_of.h"

static const gm_read_options automatic = {0};

static void chooses_the_reader_by_the_path(void **state) {
  static const struct {
    const char *suffix;
    const gm_reader *reader;
  } cases[] = {{".jsonl", &gm_reader_jsonl},    {".ndjson", &gm_reader_jsonl},
               {".geojsonl", &gm_reader_jsonl}, {".JSONL", &gm_reader_jsonl},
               {".json", &gm_reader_json},      {".txt", &gm_reader_plain},
               {".md", &gm_reader_plain},       {"", &gm_reader_plain},
               {"jsonl", &gm_reader_plain}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_source *source =
        source_of(*state, GM_STR("{}"), cases[i].suffix, automatic);
    assert_ptr_equal(cases[i].reader, source->reader);
    gm_source_close(source);
  }
}

static void looks_inside_where_the_path_tells_nothing(void **state) {
  static const struct {
    const char *text;
    const gm_reader *reader;
  } cases[] = {{"{\"text\":\"a\"}", &gm_reader_jsonl},
               {"\xEF\xBB\xBF\n{ \"text\":\"a\"}", &gm_reader_jsonl},
               {"{braces} in prose", &gm_reader_plain},
               {"[1] a note", &gm_reader_plain}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    gm_source *source =
        source_of(*state, gm_str_of(cases[i].text), ".txt", automatic);
    assert_ptr_equal(cases[i].reader, source->reader);
    gm_source_close(source);
  }
}

static void the_option_outdoes_the_path(void **state) {
  gm_source *source = source_of(*state, GM_STR("{\"text\":\"a\"}"), ".txt",
                                (gm_read_options){.format = GM_FORMAT_JSONL});
  assert_ptr_equal(&gm_reader_jsonl, source->reader);
  assert_str("all", all_of(*state, source), "a");
  gm_source_close(source);
}

static gm_status open_status(gm_workspace *ws, const char *path,
                             gm_read_options options) {
  gm_source *source = NULL;
  gm_status status = gm_source_open(ws, path, &options, &source);
  assert_int_equal(status == GM_OK, source != NULL);
  gm_source_close(source);
  return status;
}

static void says_why_it_cannot_be_opened(void **state) {
  assert_int_equal(GM_CANNOT_READ,
                   open_status(*state, "/tmp/no/such.txt", automatic));
  assert_string_equal(
      "/tmp/no/such.txt cannot be opened: No such file or directory",
      gm_workspace_message(*state));
  assert_int_equal(GM_CANNOT_READ, open_status(*state, "/tmp", automatic));
  assert_message(*state, "/tmp is a folder");
}

static void says_which_options_do_not_fit(void **state) {
  const gm_read_options given = {.mentions_given = true};
  assert_int_equal(GM_MISUSE, open_status(*state, "/dev/null", given));
  assert_message(*state, "given mentions need JSON lines");
  const gm_read_options unknown = {.encoding = "latin-42"};
  assert_int_equal(GM_BAD_ENCODING, open_status(*state, "/dev/null", unknown));
  const gm_read_options wide = {.format = GM_FORMAT_JSONL,
                                .encoding = "UTF-16"};
  assert_int_equal(GM_BAD_ENCODING, open_status(*state, "/dev/null", wide));
  assert_message(*state, "JSON cannot be read in UTF-16");
  const gm_read_options format = {.format = (gm_format)77};
  assert_int_equal(GM_MISUSE, open_status(*state, "/dev/null", format));
}

static void keeps_its_path_and_closes_nothing_twice(void **state) {
  gm_source *source = NULL;
  char path[] = "/dev/null";
  assert_int_equal(GM_OK, gm_source_open(*state, path, &automatic, &source));
  path[1] = 'x';
  assert_string_equal("/dev/null", gm_source_path(source));
  gm_source_close(source);
  gm_source_close(NULL);
}

/* A thread that writes into a pipe slowly, in two pieces a line. */
static void *write_slowly(void *path) {
  FILE *pipe = fopen(path, "w");
  for (int i = 0; pipe && i < 3; i++) {
    fprintf(pipe, "{\"text\":");
    fflush(pipe);
    usleep(2000);
    fprintf(pipe, "\"%d\"}\n", i);
    fflush(pipe);
  }
  if (pipe) fclose(pipe);
  return NULL;
}

static void make_pipe(char path[64]) {
  snprintf(path, 64, "/tmp/gm-test-%d.jsonl", (int)getpid());
  unlink(path);
  assert_int_equal(0, mkfifo(path, 0600));
}

static void reads_pipes_as_they_come(void **state) {
  char path[64];
  make_pipe(path);
  pthread_t thread;
  assert_int_equal(0, pthread_create(&thread, NULL, write_slowly, path));
  gm_source *source = NULL;
  assert_int_equal(GM_OK, gm_source_open(*state, path, &automatic, &source));
  assert_str("all", all_of(*state, source), "0|1|2");
  pthread_join(thread, NULL);
  gm_source_close(source);
  unlink(path);
}

/* A thread that writes an article letter by letter. */
static void *write_letters(void *path) {
  FILE *pipe = fopen(path, "w");
  for (const char *at = "\xEF\xBB\xBF {\"text\":\"Kyiv\"}\n"; pipe && *at;
       at++) {
    fputc(*at, pipe);
    fflush(pipe);
    usleep(500);
  }
  if (pipe) fclose(pipe);
  return NULL;
}

static void knows_json_in_a_pipe_whose_name_says_nothing(void **state) {
  char path[64];
  snprintf(path, sizeof path, "/tmp/gm-test-%d.pipe", (int)getpid());
  unlink(path);
  assert_int_equal(0, mkfifo(path, 0600));
  pthread_t thread;
  assert_int_equal(0, pthread_create(&thread, NULL, write_letters, path));
  gm_source *source = NULL;
  assert_int_equal(GM_OK, gm_source_open(*state, path, &automatic, &source));
  assert_str("all", all_of(*state, source), "Kyiv");
  pthread_join(thread, NULL);
  gm_source_close(source);
  unlink(path);
}

static void reads_standard_input(void **state) {
  const char *path = write_file(GM_STR("Kyiv"), ".txt");
  int kept = dup(STDIN_FILENO), file = open(path, O_RDONLY);
  unlink(path);
  assert_true(dup2(file, STDIN_FILENO) == STDIN_FILENO);
  gm_source *source = NULL;
  const gm_document *document = NULL;
  assert_int_equal(GM_OK, gm_source_open(*state, "-", &automatic, &source));
  assert_int_equal(GM_OK, read_next(*state, source, &document));
  assert_str("text", document->text, "Kyiv");
  assert_str("id", document->id, "-");
  gm_source_close(source);
  assert_true(fcntl(STDIN_FILENO, F_GETFD) >= 0);
  dup2(kept, STDIN_FILENO);
  close(kept), close(file);
}

static void stops_when_it_is_told_to(void **state) {
  gm_source *source = source_of(*state, GM_STR("{}"), ".jsonl", automatic);
  volatile int flag = 1;
  gm_record record;
  bool more;
  gm_workspace_watch(*state, &flag);
  assert_int_equal(GM_CANCELLED,
                   gm_source_next(*state, source, &record, &more));
  assert_message(*state, "stopped");
  gm_source_close(source);
}

static volatile int signalled;
static void note_signal(int number) {
  signalled = number;
}

static volatile int answered;

/* Again and again: a signal that comes just before the read is lost on it. */
static void *signal_soon(void *thread) {
  while (!answered) {
    usleep(50000);
    if (!answered) pthread_kill(*(pthread_t *)thread, SIGUSR1);
  }
  return NULL;
}

/* Ctrl-C while nothing comes through a pipe. */
static void stops_while_it_waits(void **state) {
  int ends[2];
  assert_int_equal(0, pipe(ends));
  char path[64];
  snprintf(path, sizeof path, "/dev/fd/%d", ends[0]);
  struct sigaction action = {.sa_handler = note_signal}, before;
  sigaction(SIGUSR1, &action, &before);
  gm_source *source = NULL;
  gm_record record;
  bool more;
  signalled = answered = 0;
  gm_workspace_watch(*state, &signalled);
  assert_int_equal(GM_OK, gm_source_open(*state, path, &automatic, &source));
  pthread_t self = pthread_self(), thread;
  assert_int_equal(0, pthread_create(&thread, NULL, signal_soon, &self));
  assert_int_equal(GM_CANCELLED,
                   gm_source_next(*state, source, &record, &more));
  answered = 1;
  pthread_join(thread, NULL);
  gm_source_close(source);
  sigaction(SIGUSR1, &before, NULL);
  close(ends[0]), close(ends[1]);
}

/* A caller may keep many that he has read, and ask again. */
static void lets_its_file_go_once_all_is_read(void **state) {
  gm_source *source =
      source_of(*state, GM_STR("{\"text\":\"a\"}\n"), ".jsonl", automatic);
  gm_record record = {0};
  bool more = false;
  assert_int_equal(GM_OK, gm_source_next(*state, source, &record, &more));
  assert_true(more && !source->finished);
  for (int i = 0; i < 3; i++) {
    assert_int_equal(GM_OK, gm_source_next(*state, source, &record, &more));
    assert_true(!more && source->finished);
  }
  const gm_document *document = NULL;
  assert_int_equal(GM_OK, gm_read(*state, source, record, &document));
  assert_str("text", document->text, "a");
  gm_source_close(source);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(chooses_the_reader_by_the_path),
      TEST(looks_inside_where_the_path_tells_nothing),
      TEST(the_option_outdoes_the_path),
      TEST(says_why_it_cannot_be_opened),
      TEST(says_which_options_do_not_fit),
      TEST(keeps_its_path_and_closes_nothing_twice),
      TEST(knows_json_in_a_pipe_whose_name_says_nothing),
      TEST(reads_pipes_as_they_come),
      TEST(reads_standard_input),
      TEST(stops_when_it_is_told_to),
      TEST(stops_while_it_waits),
      TEST(lets_its_file_go_once_all_is_read),
  };
  return cmocka_run_group_tests_name("document/source", tests, NULL, NULL);
}
