/* The whole way from tables to a file. */
#include <signal.h>
#include <sys/resource.h>

#include "unit/gazetteer/tables.h"

static char *load(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  assert_non_null(file);
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  char *bytes = malloc(*size + 1);
  assert_int_equal(fread(bytes, 1, *size, file), *size);
  fclose(file);
  return bytes;
}

static void assert_same_file(const char *a, const char *b) {
  size_t a_size, b_size;
  char *a_bytes = load(a, &a_size), *b_bytes = load(b, &b_size);
  assert_int_equal(a_size, b_size);
  assert_memory_equal(a_bytes, b_bytes, a_size);
  free(a_bytes), free(b_bytes);
}

static void put_a(void) {
  tables_put(&t, "a.tsv", PLACES "gn:1,One,1,1,PPL,,,,5,Uno|Un,\n");
}

static void put_b(void) {
  tables_put(&t, "b.tsv", PLACES "gn:2,One,1,1,PPL,,,,5,Ein,\n");
}

static void writes_the_same_bytes_again(void **state) {
  char again[256];
  (void)state;
  put_a(), put_b();
  assert_int_equal(tables_compile(&t), GM_OK);
  snprintf(again, sizeof again, "%s/again.gaz", t.folder);
  const char *folders[] = {t.folder};
  gm_workspace_reset(t.ws);
  assert_int_equal(gm_gazetteer_compile(t.ws, folders, 1, again, NULL), GM_OK);
  assert_same_file(t.path, again);
}

static void does_not_mind_which_file_was_made_first(void **state) {
  char first[256];
  (void)state;
  tables_put(&t, "about.tsv", "key,value\nname,x\n");
  put_a(), put_b();
  assert_int_equal(tables_compile(&t), GM_OK);
  tables other;
  tables_open(&other);
  snprintf(first, sizeof first, "%s", t.path);
  tables swap = t;
  t = other;
  put_b(), put_a();
  tables_put(&t, "about.tsv", "key,value\nname,x\n");
  assert_int_equal(tables_compile(&t), GM_OK);
  assert_same_file(first, t.path);
  tables_close(&swap);
}

/* Two words of one 64-bit hash, found by trying some billions. */
static void refuses_names_that_it_could_not_tell_apart(void **state) {
  (void)state;
  tables_put(&t, "a.tsv",
             PLACES
             "gn:1,Igmegpfboliankfc,1,1,PPL,,,,5,,\n"
             "gn:2,Nklbfomdachbpcka,2,2,PPL,,,,5,,\n");
  assert_int_equal(tables_compile(&t), GM_BAD_INPUT);
  assert_non_null(strstr(gm_workspace_message(t.ws), "cannot be told apart"));
}

static void takes_tables_and_words_from_several_folders(void **state) {
  char one[128], two[128];
  (void)state;
  tables_put(&t, "1/a.tsv", PLACES "gn:1,One,1,1,PPL,,,,,,\n");
  tables_put(&t, "2/names.tsv", NAMES "gn:1,Uno,es,alternate,\n");
  tables_put(&t, "2/en/title.txt", "Mayor\n");
  snprintf(one, sizeof one, "%s/1", t.folder);
  snprintf(two, sizeof two, "%s/2/", t.folder);
  const char *folders[] = {two, one, two};
  assert_int_equal(gm_gazetteer_compile(t.ws, folders, 3, t.path, NULL), GM_OK);
  assert_int_equal(gm_gazetteer_open(t.ws, t.path, &t.gazetteer), GM_OK);
  assert_string_equal(tables_refs(&t, "Uno"), "gn:1");
  assert_int_equal(gm_gazetteer_classes(t.gazetteer, GM_STR("mayor")),
                   GM_WORD(TITLE));
  assert_str_equal(gm_gazetteer_about(t.gazetteer).name, "2");
}

static void verifies_what_it_compiled(void **state) {
  (void)state;
  put_a(), put_b();
  tables_put(&t, "words/en/common.txt", "one by one\none\n");
  tables_gazetteer(&t);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
}

static void says_that_there_are_no_tables(void **state) {
  (void)state;
  tables_fail(&t, "holds no table");
  assert_int_equal(gm_gazetteer_compile(t.ws, NULL, 0, t.path, NULL),
                   GM_BAD_INPUT);
}

static void says_that_the_file_cannot_be_written(void **state) {
  const char *folders[] = {t.folder};
  (void)state;
  put_a();
  assert_int_equal(
      gm_gazetteer_compile(t.ws, folders, 1, "/nowhere/x.gaz", NULL),
      GM_CANNOT_WRITE);
}

static void meets_its_ceiling_with_a_status(void **state) {
  const char *folders[] = {t.folder};
  (void)state;
  put_a();
  for (size_t ceiling = 1 << 16; ceiling < 1 << 25; ceiling += ceiling / 4) {
    gm_workspace *ws = gm_workspace_open(ceiling);
    gm_status status = gm_gazetteer_compile(ws, folders, 1, t.path, NULL);
    assert_true(status == GM_OK || status == GM_NO_MEMORY);
    gm_workspace_close(ws);
  }
}

/* Places and names enough that several threads have something to do. */
static void put_many(void) {
  enum { MANY = 40000 };
  size_t room = (size_t)MANY * 80, size = 0;
  char *text = malloc(room);
  assert_non_null(text);
  size += (size_t)snprintf(text, room, "%s", PLACES);
  for (int i = 1; i <= MANY; i++)
    size +=
        (size_t)snprintf(text + size, room - size,
                         "gn:%d,New Town %d,1,1,PPL,,,,%d,Villa %d|V%d x,\n", i,
                         i % 30000, i, i % 500, i);
  tables_put(&t, "many.tsv", text);
  free(text);
}

static void writes_the_same_bytes_with_any_number_of_threads(void **state) {
  const char *folders[] = {t.folder};
  char again[256];
  (void)state;
  put_many();
  assert_int_equal(tables_compile(&t), GM_OK);
  snprintf(again, sizeof again, "%s/again.gaz", t.folder);
  for (unsigned threads = 1; threads <= 5; threads += 2) {
    gm_compile_options options = {.threads = threads};
    gm_workspace_reset(t.ws);
    assert_int_equal(gm_gazetteer_compile(t.ws, folders, 1, again, &options),
                     GM_OK);
    assert_same_file(t.path, again);
  }
  assert_int_equal(gm_gazetteer_open(t.ws, again, &t.gazetteer), GM_OK);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
}

/* What a caller was told of the progress. */
typedef struct told {
  uint64_t calls;
  int stop; /* set at the first call */
} told;

static void note(void *user, const char *stage, uint64_t done, uint64_t whole) {
  told *so_far = user;
  assert_true(strlen(stage) > 0);
  assert_true(done <= whole);
  so_far->calls++;
  so_far->stop = 1;
}

static void tells_of_its_progress(void **state) {
  const char *folders[] = {t.folder};
  told heard = {0};
  gm_compile_options options = {.progress = note, .user = &heard};
  (void)state;
  put_many();
  assert_int_equal(gm_gazetteer_compile(t.ws, folders, 1, t.path, &options),
                   GM_OK);
  assert_true(heard.calls > 100);
}

static void leaves_nothing_when_it_is_stopped(void **state) {
  const char *folders[] = {t.folder};
  told heard = {0};
  gm_compile_options options = {.progress = note, .user = &heard};
  (void)state;
  put_many();
  gm_workspace_watch(t.ws, (const volatile int *)&heard.stop);
  assert_int_equal(gm_gazetteer_compile(t.ws, folders, 1, t.path, &options),
                   GM_CANCELLED);
  assert_int_equal(access(t.path, F_OK), -1);
  gm_workspace_watch(t.ws, NULL);
}

/* Stops a compilation at a stage. */
typedef struct stopper {
  const char *stage;
  uint64_t from; /* the step of the stage */
  int stop;
} stopper;

static void stop_there(void *user, const char *stage, uint64_t done,
                       uint64_t whole) {
  stopper *own = user;
  (void)whole;
  if (!strcmp(stage, own->stage) && done >= own->from) own->stop = 1;
}

static void stops_at_every_stage_with_several_threads(void **state) {
  static const char *const stages[] = {"reading", "sorting names", "writing"};
  const char *folders[] = {t.folder};
  (void)state;
  put_many();
  for (size_t i = 0; i < 3; i++)
    for (uint64_t from = 0; from < 200; from += 40) {
      stopper own = {stages[i], from, 0};
      gm_compile_options options = {
          .threads = 3, .progress = stop_there, .user = &own};
      gm_workspace_reset(t.ws);
      gm_workspace_watch(t.ws, (const volatile int *)&own.stop);
      assert_int_equal(gm_gazetteer_compile(t.ws, folders, 1, t.path, &options),
                       GM_CANCELLED);
      assert_non_null(strstr(gm_workspace_message(t.ws), "stopped"));
      assert_int_equal(access(t.path, F_OK), -1);
      gm_workspace_watch(t.ws, NULL);
    }
}

/* As on a full disk: no file may grow beyond some size. */
static void says_that_there_is_no_room_for_the_file(void **state) {
  const char *folders[] = {t.folder};
  gm_compile_options options = {.threads = 3};
  struct rlimit usual, small;
  (void)state;
  put_many();
  signal(SIGXFSZ, SIG_IGN);
  getrlimit(RLIMIT_FSIZE, &usual);
  for (rlim_t most = 1 << 12; most < 1 << 22; most *= 2) {
    small = usual;
    small.rlim_cur = most;
    gm_workspace_reset(t.ws);
    setrlimit(RLIMIT_FSIZE, &small);
    gm_status status = gm_gazetteer_compile(t.ws, folders, 1, t.path, &options);
    setrlimit(RLIMIT_FSIZE, &usual);
    assert_int_equal(status, GM_CANNOT_WRITE);
    assert_true(strlen(gm_workspace_message(t.ws)) > 0);
    assert_int_equal(access(t.path, F_OK), -1);
  }
}

static gm_sense sense_of(const char *key) {
  gm_entry entry = {0};
  assert_true(gm_gazetteer_entry(t.gazetteer, gm_str_of(key), &entry));
  return gm_gazetteer_sense(t.gazetteer, entry, 0);
}

static void keeps_languages_and_years(void **state) {
  (void)state;
  tables_put(&t, "a.tsv", PLACES "gn:1,Istanbul,41,29,PPLA,TR,,,,,\n");
  tables_put(&t, "names.tsv",
             DATED
             "gn:1,Constantinople,en,historic,,330,1930\n"
             "gn:1,Byzantion,grc,historic,,-667,\n"
             "gn:1,Tsargrad,,historic,,,\n");
  tables_gazetteer(&t);
  gm_sense sense = sense_of("constantinople");
  assert_int_equal(sense.from_year, 330);
  assert_int_equal(sense.to_year, 1930);
  assert_str_equal(gm_gazetteer_language(t.gazetteer, sense.language), "en");
  sense = sense_of("byzantion");
  assert_int_equal(sense.from_year, -667);
  assert_int_equal(sense.to_year, 0);
  assert_str_equal(gm_gazetteer_language(t.gazetteer, sense.language), "grc");
  sense = sense_of("tsargrad");
  assert_int_equal(sense.from_year, 0);
  assert_int_equal(sense.language, 0);
  assert_int_equal(sense_of("istanbul").language, 0);
  assert_int_equal(gm_gazetteer_language(t.gazetteer, 999).size, 0);
}

static void numbers_places_by_name_when_there_are_many(void **state) {
  const char *folders[] = {t.folder};
  gm_compile_options options = {.group_from = 4};
  (void)state;
  tables_put(&t, "a.tsv",
             PLACES
             "gn:1,Valencia,39,0,PPLA,ES,VC,,800000,,\n"
             "gn:2,Comunitat,39,0,ADM1,ES,VC,,,,\n"
             "gn:3,Valencia,10,-68,PPLA,VE,23,,1400000,,\n"
             "gn:4,Paris,48,2,PPLC,FR,,,2138551,,\n"
             "gn:5,Valencia,7,125,PPL,PH,,,3000,,\n");
  tables_put(&t, "shapes.tsv",
             "ref,geometry,source\ngn:2,0 +???CC?,\ngn:4,0 /??SS,\n");
  assert_int_equal(gm_gazetteer_compile(t.ws, folders, 1, t.path, &options),
                   GM_OK);
  assert_int_equal(gm_gazetteer_open(t.ws, t.path, &t.gazetteer), GM_OK);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
  uint32_t one = gm_gazetteer_by_geonameid(t.gazetteer, 1);
  assert_int_equal(gm_gazetteer_by_geonameid(t.gazetteer, 3), one + 1);
  assert_int_equal(gm_gazetteer_by_geonameid(t.gazetteer, 5), one + 2);
  assert_string_equal(tables_refs(&t, "Valencia"), "gn:3 gn:1 gn:5");
  assert_int_equal(gm_gazetteer_place(t.gazetteer, one).admin1_place,
                   gm_gazetteer_by_geonameid(t.gazetteer, 2));
}

static void refuses_what_is_no_year(void **state) {
  (void)state;
  put_a();
  tables_put(&t, "names.tsv", DATED "gn:1,Uno,en,historic,,1900,now\n");
  tables_fail(&t, "line 2 has \"now\" for a year, not -9999 to 9999");
  tables_put(&t, "names.tsv", DATED "gn:1,Uno,en,historic,,0,\n");
  tables_fail(&t, "line 2 has \"0\" for a year, not -9999 to 9999");
}

static void keeps_the_main_name_that_no_text_finds(void **state) {
  (void)state;
  tables_put(&t, "a.tsv",
             PLACES
             "gn:1,Y,49,3,PPL,FR,,,,,\ngn:2,Y,49,4,PPL,FR,,,,Ypsilon,\n");
  tables_gazetteer(&t);
  assert_str_equal(gm_gazetteer_place(t.gazetteer, 0).name, "Y");
  assert_str_equal(gm_gazetteer_place(t.gazetteer, 1).name, "Y");
  assert_string_equal(tables_refs(&t, "Y"), "");
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
}

static void compiles_the_pocket_gazetteer(void **state) {
  const char *folders[] = {GM_SOURCE_DIR "/gazetteer/pocket"};
  (void)state;
  if (access(GM_SOURCE_DIR "/gazetteer/pocket/sources.tsv", F_OK)) skip();
  assert_int_equal(gm_gazetteer_compile(t.ws, folders, 1, t.path, NULL), GM_OK);
  assert_int_equal(gm_gazetteer_open(t.ws, t.path, &t.gazetteer), GM_OK);
  assert_int_equal(gm_gazetteer_verify(t.ws, t.gazetteer), GM_OK);
  const gm_meaning *paris;
  uint32_t count;
  assert_int_equal(
      gm_gazetteer_look_up(t.ws, t.gazetteer, GM_STR("Paris"), &paris, &count),
      GM_OK);
  assert_true(count > 1);
  assert_int_equal(gm_gazetteer_place(t.gazetteer, paris[0].place).geonameid,
                   2988507);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(writes_the_same_bytes_again),
      TEST(does_not_mind_which_file_was_made_first),
      TEST(refuses_names_that_it_could_not_tell_apart),
      TEST(takes_tables_and_words_from_several_folders),
      TEST(verifies_what_it_compiled),
      TEST(says_that_there_are_no_tables),
      TEST(says_that_the_file_cannot_be_written),
      TEST(meets_its_ceiling_with_a_status),
      TEST(writes_the_same_bytes_with_any_number_of_threads),
      TEST(stops_at_every_stage_with_several_threads),
      TEST(says_that_there_is_no_room_for_the_file),
      TEST(tells_of_its_progress),
      TEST(leaves_nothing_when_it_is_stopped),
      TEST(keeps_languages_and_years),
      TEST(numbers_places_by_name_when_there_are_many),
      TEST(refuses_what_is_no_year),
      TEST(keeps_the_main_name_that_no_text_finds),
      TEST(compiles_the_pocket_gazetteer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
