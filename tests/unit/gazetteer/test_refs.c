/* Which place has a ref. */
#include "gazetteer/refs.h"
#include "unit/gazetteer/tables.h"

enum { MANY = 20000 };

static gm_format_place places[MANY];

/* Refs of all lengths around the one that fits into a record. */
static gm_str ref_of(char out[64], int i) {
  int size = snprintf(out, 64, "%s%d", i % 3 ? "gn:" : "source:of:", i * 7);
  return (gm_str){out, (size_t)size};
}

static void finds_every_one_of_many_refs(void **state) {
  gm_refs refs = {0};
  gm_pool strings = {0};
  char text[64];
  uint32_t place;
  (void)state;
  gm_pool_add(t.ws, &strings, (gm_str){0}, &place);
  assert_false(gm_refs_find(&refs, places, &strings, GM_STR("x"), &place));
  for (int i = 0; i < MANY; i++) {
    gm_str ref = ref_of(text, i);
    assert_false(gm_refs_find(&refs, places, &strings, ref, &place));
    assert_int_equal(gm_refs_fit(t.ws, &strings, ref, places[i].ref), GM_OK);
    assert_int_equal(gm_refs_add(t.ws, &refs, places, &strings), GM_OK);
  }
  for (int i = 0; i < MANY; i++) {
    assert_true(gm_refs_find(&refs, places, &strings, ref_of(text, i), &place));
    assert_int_equal(place, i);
  }
  assert_false(gm_refs_find(&refs, places, &strings, GM_STR("gn:1"), &place));
  gm_refs_close(t.ws, &refs);
}

static void reads_the_id_in_a_ref(void **state) {
  static const struct {
    const char ref[GM_FORMAT_REF_BYTES + 1];
    uint32_t id;
  } cases[] = {{"gn:524901", 524901}, {"gn:123456789", 123456789}, {"gn:", 0},
               {"gn:12x", 0},         {"own:donbas", 0},           {"", 0}};
  (void)state;
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    assert_int_equal(gm_format_geonameid(cases[i].ref), cases[i].id);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(finds_every_one_of_many_refs),
      TEST(reads_the_id_in_a_ref),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
