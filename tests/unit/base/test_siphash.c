/* SipHash-1-3: what CPython's bytes hash to with PYTHONHASHSEED=0, where the
 * secret is zero, for every way that a block can end. */
#include "base/siphash.h"
#include "unit/base/common.h"

static void hashes_as_others_do(void **state) {
  (void)state;
  static const struct {
    const char *text;
    uint64_t hash;
  } cases[] = {{"a", 0x407448d2b89b1813},
               {"kyiv", 0x43bfe4b7181d30fc},
               {"seven77", 0xa6db6108ea1ca0c6},
               {"eight888", 0xde3012c86e77952f},
               {"johannesburg", 0x1673df5c9fa1ebc2},
               {"sixteen letters!", 0x31d1d67c5018cd44}};
  for (size_t i = 0; i < COUNT(cases); i++)
    assert_true(cases[i].hash ==
                gm_siphash((gm_secret){0}, gm_str_of(cases[i].text)));
}

static void hashes_otherwise_with_another_secret(void **state) {
  (void)state;
  uint64_t plain = gm_siphash((gm_secret){0}, GM_STR("kyiv"));
  assert_true(plain != gm_siphash((gm_secret){1, 0}, GM_STR("kyiv")));
  assert_true(plain != gm_siphash((gm_secret){0, 1}, GM_STR("kyiv")));
}

static void gives_each_workspace_its_own_secret(void **state) {
  gm_workspace *ws = *state, *other = gm_workspace_open(0);
  assert_non_null(other);
  assert_true(ws->secret.low != other->secret.low);
  gm_workspace_close(other);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(hashes_as_others_do),
      TEST(hashes_otherwise_with_another_secret),
      TEST(gives_each_workspace_its_own_secret),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
