/* What fits into the columns of a shapefile's table. */
#include "unit/write/rows.h"
#include "unit/write/run.h"
#include "write/dbf.h"

static void texts_are_cut_between_characters(void **state) {
  (void)state;
  assert_int_equal(gm_dbf_cut(GM_STR("abc"), 3), 3);
  assert_int_equal(gm_dbf_cut(GM_STR("abc"), 2), 2);
  assert_int_equal(gm_dbf_cut(GM_STR("aЯ"), 2), 1);
  assert_int_equal(gm_dbf_cut(GM_STR("aЯb"), 3), 3);
  assert_int_equal(gm_dbf_cut(GM_STR("😀😀"), 7), 4);
  assert_int_equal(gm_dbf_cut(GM_STR("😀"), 3), 0);
}

static void columns_are_as_wide_as_their_widest_value(void **state) {
  (void)state;
  gm_layer layer = rows_layer(GM_LAYER_NONE);
  gm_dbf_widths widths;
  gm_dbf_widths_begin(&layer, &widths);
  assert_int_equal(widths.bytes[0], 1);
  assert_int_equal(widths.bytes[3], 8);
  rows_values shorter = rows_values_of("ab"), nulls = rows_values_of(NULL);
  rows_values longer = rows_values_of("Łódź");
  gm_dbf_widths_note(&layer, longer.items, &widths);
  gm_dbf_widths_note(&layer, shorter.items, &widths);
  gm_dbf_widths_note(&layer, nulls.items, &widths);
  assert_int_equal(widths.bytes[0], 7);
  assert_int_equal(widths.bytes[1], 17); /* -9007199254740993 */
  assert_int_equal(widths.decimals[2], 4);
}

static void no_column_is_wider_than_the_format_s(void **state) {
  (void)state;
  char text[601] = "";
  while (strlen(text) < 600) strcat(text, "Я");
  gm_layer layer = rows_layer(GM_LAYER_NONE);
  gm_dbf_widths widths;
  gm_dbf_widths_begin(&layer, &widths);
  rows_values values = rows_values_of(text);
  gm_dbf_widths_note(&layer, values.items, &widths);
  assert_int_equal(widths.bytes[0], 254);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(texts_are_cut_between_characters),
      TEST(columns_are_as_wide_as_their_widest_value),
      TEST(no_column_is_wider_than_the_format_s),
  };
  return cmocka_run_group_tests_name("write/dbf", tests, NULL, NULL);
}
