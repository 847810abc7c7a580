/* The style beside the map. */
#include "unit/write/map.h"
#include "unit/write/run.h"
#include "write/field.h"
#include "write/qml.h"

static gm_style style_of(bool dated, gm_layer_geometry geometry) {
  gm_style style = {.layer = &gm_layer_mentions, .geometry = geometry};
  if (dated) strcpy(style.seen.period.first, "2026-01-02T03:04:05Z");
  return style;
}

/* The style's path beside a map of mentions. */
static const char *style_path_of(gm_workspace *ws, const char *map) {
  gm_book *book = gm_take(ws, sizeof *book);
  assert_non_null(book);
  *book =
      (gm_book){.arena = &ws->arena, .layout = &gm_layout_geojson, .path = map};
  book->sheets[0] = (gm_sheet){.book = book, .name = "mentions"};
  return gm_sheet_path(ws, &book->sheets[0], ".qml");
}

static void its_path_has_the_map_s_base_name(void **state) {
  gm_workspace *ws = *state;
  assert_string_equal(style_path_of(ws, "out/news.geojson"), "out/news.qml");
  assert_string_equal(style_path_of(ws, "a.b.geojsonl"), "a.b.qml");
  assert_string_equal(style_path_of(ws, "out.d/news"), "out.d/news.qml");
}

static void one_just_written_is_untouched(void **state) {
  (void)state;
  gm_buffer style = {0};
  gm_qml_render(style_of(true, GM_LAYER_POINT), &style);
  assert_false(style.failed);
  assert_true(gm_qml_untouched(gm_buffer_str(&style)));
  gm_buffer_close(&style);
}

static void one_changed_byte_is_noticed(void **state) {
  (void)state;
  gm_buffer style = {0};
  gm_qml_render(style_of(true, GM_LAYER_POINT), &style);
  for (size_t i = 0; i < style.size; i += 7) {
    style.bytes[i] ^= 1;
    assert_false(gm_qml_untouched(gm_buffer_str(&style)));
    style.bytes[i] ^= 1;
  }
  style.size--;
  assert_false(gm_qml_untouched(gm_buffer_str(&style)));
  gm_buffer_close(&style);
}

static void a_style_of_someone_else_is_not_ours(void **state) {
  (void)state;
  assert_false(gm_qml_untouched(GM_STR("")));
  assert_false(gm_qml_untouched(GM_STR("<qgis/>")));
}

static void is_wanted_unless_someone_changed_it(void **state) {
  gm_workspace *ws = *state;
  gm_buffer style = {0};
  gm_qml_render(style_of(true, GM_LAYER_POINT), &style);
  gm_buffer_append(&style, (gm_str){"", 1});
  unlink(path_of("s.qml"));
  assert_true(gm_qml_wanted(ws, path_of("s.qml")));
  write_text("s.qml", style.bytes);
  assert_true(gm_qml_wanted(ws, path_of("s.qml")));
  write_text("s.qml", "<qgis/>");
  assert_false(gm_qml_wanted(ws, path_of("s.qml")));
  assert_false(gm_qml_wanted(ws, folder)); /* no file at all */
  gm_buffer_close(&style);
}

static bool has_field(const gm_layer *layer, const char *name) {
  for (int i = 0; i < layer->field_count; i++)
    if (!strcmp(name, layer->fields[i].name)) return true;
  return false;
}

/* A field that is misspelt in an expression would silently draw nothing. */
static void check_fields(const gm_layer *layer, gm_layer_geometry geometry) {
  gm_buffer style = {0};
  gm_style wanted = style_of(true, geometry);
  wanted.layer = layer;
  gm_qml_render(wanted, &style);
  gm_buffer_append(&style, (gm_str){"", 1});
  static const char quote[] = "&quot;";
  int seen = 0;
  for (char *at = style.bytes; (at = strstr(at, quote)); seen++) {
    char *name = at + sizeof quote - 1, *end = strstr(name, quote);
    assert_non_null(end);
    *end = '\0';
    if (!has_field(layer, name))
      fail_msg("the style of %s speaks of \"%s\"", layer->name, name);
    at = end + 1;
  }
  assert_true(seen > 10 || geometry == GM_LAYER_NONE);
  gm_buffer_close(&style);
}

static void speaks_only_of_fields_that_exist(void **state) {
  (void)state;
  check_fields(&gm_layer_mentions, GM_LAYER_ANY);
  for (int i = 0; i < GM_LAYERS; i++) {
    gm_layer_geometry geometry = gm_layers[i]->geometry;
    if (geometry == GM_LAYER_ANY) geometry = GM_LAYER_POINT;
    check_fields(gm_layers[i], geometry);
  }
}

/* Aliases of fields that are not there would show nothing, either. */
static void aliases_are_of_fields_that_exist(void **state) {
  (void)state;
  static const char mark[] = "<alias field=\"";
  for (int i = 0; i < GM_LAYERS; i++) {
    gm_buffer style = {0};
    gm_style wanted = style_of(true, GM_LAYER_POINT);
    wanted.layer = gm_layers[i];
    gm_qml_render(wanted, &style);
    gm_buffer_append(&style, (gm_str){"", 1});
    for (char *at = style.bytes; (at = strstr(at, mark));) {
      at += sizeof mark - 1;
      *strchr(at, '"') = '\0';
      assert_true(has_field(gm_layers[i], at));
      at += strlen(at) + 1;
    }
    gm_buffer_close(&style);
  }
}

static char *areas_style(int64_t most) {
  gm_buffer style = {0};
  gm_style wanted = {.layer = &gm_layer_areas,
                     .geometry = GM_LAYER_POLYGON,
                     .seen = {.most = most}};
  gm_qml_render(wanted, &style);
  gm_buffer_append(&style, (gm_str){"", 1});
  return style.bytes;
}

static void classes_of_areas_reach_to_the_most(void **state) {
  (void)state;
  static const struct {
    int64_t most;
    const char *last;
  } cases[] = {{0, "\"1 and more\""},
               {1, "\"1 and more\""},
               {3, "\"2 and more\""},
               {100, "and more\""},
               {1000000, "and more\""}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char *style = areas_style(cases[i].most);
    assert_non_null(strstr(style, cases[i].last));
    free(style);
  }
}

static void a_legend_shows_the_kinds_that_are_there(void **state) {
  (void)state;
  gm_buffer style = {0};
  gm_style wanted = style_of(false, GM_LAYER_POINT);
  wanted.seen.kinds = 1U << GM_PLACE_WATER | 1U << GM_PLACE_CITY;
  gm_qml_render(wanted, &style);
  gm_buffer_append(&style, (gm_str){"", 1});
  assert_non_null(strstr(style.bytes, "value=\"water\""));
  assert_non_null(strstr(style.bytes, "value=\"city\""));
  assert_null(strstr(style.bytes, "value=\"country\""));
  gm_buffer_close(&style);
}

static uint32_t count_of(const char *text, const char *words) {
  uint32_t count = 0;
  for (; (text = strstr(text, words)); text++) count++;
  return count;
}

/* Points, lines and polygons: each kind as each of them. */
static void one_style_serves_all_geometries(void **state) {
  (void)state;
  gm_buffer style = {0};
  gm_qml_render(style_of(true, GM_LAYER_ANY), &style);
  gm_buffer_append(&style, (gm_str){"", 1});
  assert_null(strstr(style.bytes, "layerGeometryType"));
  for (int kind = 0; kind < GM_PLACE_KIND_COUNT; kind++) {
    char wanted[64];
    snprintf(wanted, sizeof wanted, "&quot;kind&quot;='%s'",
             gm_place_kind_name((gm_place_kind)kind));
    assert_int_equal(count_of(style.bytes, wanted), 3);
  }
  assert_int_equal(count_of(style.bytes, "<symbol name="),
                   3 * GM_PLACE_KIND_COUNT);
  assert_int_equal(count_of(style.bytes, "type=\"fill\""), GM_PLACE_KIND_COUNT);
  assert_int_equal(count_of(style.bytes, "type=\"line\""), GM_PLACE_KIND_COUNT);
  gm_buffer_close(&style);
}

static void has_a_look_for_every_kind(void **state) {
  (void)state;
  gm_buffer style = {0};
  gm_qml_render(style_of(true, GM_LAYER_POINT), &style);
  gm_buffer_append(&style, (gm_str){"", 1});
  for (int kind = 0; kind < GM_PLACE_KIND_COUNT; kind++) {
    char wanted[64];
    snprintf(wanted, sizeof wanted,
             "value=\"%s\" label=", gm_place_kind_name((gm_place_kind)kind));
    assert_non_null(strstr(style.bytes, wanted));
  }
  gm_buffer_close(&style);
}

static void counts_on_dates_only_where_there_are_some(void **state) {
  (void)state;
  for (int dated = 0; dated <= 1; dated++) {
    gm_buffer style = {0};
    gm_qml_render(style_of(dated, GM_LAYER_POINT), &style);
    gm_buffer_append(&style, (gm_str){"", 1});
    assert_int_equal(strstr(style.bytes, "<temporal enabled=\"1\"") != NULL,
                     dated);
    gm_buffer_close(&style);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(its_path_has_the_map_s_base_name),
      TEST(one_just_written_is_untouched),
      TEST(one_changed_byte_is_noticed),
      TEST(a_style_of_someone_else_is_not_ours),
      TEST(is_wanted_unless_someone_changed_it),
      TEST(speaks_only_of_fields_that_exist),
      TEST(aliases_are_of_fields_that_exist),
      TEST(classes_of_areas_reach_to_the_most),
      TEST(a_legend_shows_the_kinds_that_are_there),
      TEST(one_style_serves_all_geometries),
      TEST(has_a_look_for_every_kind),
      TEST(counts_on_dates_only_where_there_are_some),
  };
  return cmocka_run_group_tests_name("write/qml", tests, open_folder,
                                     close_folder);
}
