/* The map under the map, of the real gazetteer where there is one. */
#include <cjson/cJSON.h>
#include <string.h>
#include <unistd.h>

#include "unit/write/run.h"
#include "write/report_map.h"

static cJSON *basemap_of(gm_workspace *ws, const char *path) {
  gm_gazetteer *gazetteer;
  gm_buffer out = {0};
  assert_int_equal(gm_gazetteer_open(ws, path, &gazetteer), GM_OK);
  assert_int_equal(gm_report_map_print(ws, gazetteer, &out), GM_OK);
  gm_gazetteer_close(gazetteer);
  assert_false(out.failed);
  assert_true(out.size < 400000); /* it travels in every page */
  cJSON *json = cJSON_ParseWithLength(out.bytes, out.size);
  gm_buffer_close(&out);
  assert_non_null(json);
  return json;
}

static const cJSON *get(const cJSON *json, const char *name) {
  return cJSON_GetObjectItemCaseSensitive(json, name);
}

static void a_gazetteer_without_shapes_gives_none(void **state) {
  cJSON *json = basemap_of(*state, GM_BUILD_DIR "/pocket.gaz");
  assert_true(cJSON_IsArray(get(json, "countries")));
  assert_true(cJSON_IsArray(get(json, "cities")));
  cJSON_Delete(json);
}

static const cJSON *country_of(const cJSON *json, const char *code) {
  const cJSON *country;
  cJSON_ArrayForEach(country, get(json, "countries")) {
    if (strcmp(cJSON_GetArrayItem(country, 0)->valuestring, code) == 0)
      return country;
  }
  return NULL;
}

/* Where the steps of a ring lead: back to where they began. */
static void assert_ring_is_closed(const cJSON *ring) {
  int x = 0, y = 0;
  const cJSON *step = ring->child;
  for (int i = 0; step; i++, step = step->next->next) {
    if (i) x += step->valueint, y += step->next->valueint;
    assert_non_null(step->next);
  }
  assert_int_equal(x, 0);
  assert_int_equal(y, 0);
}

static void draws_every_country_with_closed_rings(void **state) {
  if (access(GM_BUILD_DIR "/world.gaz", R_OK) != 0) skip();
  cJSON *json = basemap_of(*state, GM_BUILD_DIR "/world.gaz");
  const cJSON *country, *ring;
  assert_true(cJSON_GetArraySize(get(json, "countries")) > 200);
  cJSON_ArrayForEach(country, get(json, "countries")) {
    cJSON_ArrayForEach(ring, cJSON_GetArrayItem(country, 5)) {
      assert_ring_is_closed(ring);
    }
  }
  assert_non_null(country_of(json, "RU"));
  assert_non_null(country_of(json, "LS")); /* in a hole of South Africa */
  assert_non_null(country_of(json, "TV")); /* nothing but small islands */
  assert_true(
      cJSON_GetArraySize(cJSON_GetArrayItem(country_of(json, "TV"), 5)) > 0);
  cJSON_Delete(json);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(a_gazetteer_without_shapes_gives_none),
      TEST(draws_every_country_with_closed_rings),
  };
  return cmocka_run_group_tests_name("write/report_map", tests, NULL, NULL);
}
