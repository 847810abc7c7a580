/* Packed points: what goes in comes out, and broken bytes end the walk. */
#include "gazetteer/shape_pack.h"
#include "unit/gazetteer/tables.h"

static const gm_point west[] = {
    {-17.25, 179.5}, {-17.25, 180}, {-16, 180}, {-17.25, 179.5}};
static const gm_point east[] = {{-90, -180}, {90, -180}, {0, 0}, {-90, -180}};
static const gm_ring rings[] = {{west, 4, false}, {east, 4, true}};
static const gm_shape shape = {GM_SHAPE_POLYGON, rings, 2};

static gm_format_shape record_of(gm_str packed, uint8_t decimals) {
  return (gm_format_shape){.size = (uint32_t)packed.size,
                           .type = GM_SHAPE_POLYGON,
                           .decimals = decimals,
                           .south_e5 = -9000000,
                           .west_e5 = -18000000,
                           .north_e5 = 9000000,
                           .east_e5 = 18000000};
}

static void what_is_packed_comes_out_again(void **state) {
  (void)state;
  for (uint8_t decimals = 2; decimals <= 5; decimals++) {
    gm_str packed = gm_shape_pack(t.ws, &shape, decimals);
    gm_format_shape record = record_of(packed, decimals);
    gm_shape_walk walk = gm_shape_walk_begin(packed, &record);
    assert_int_equal(walk.rings, 2);
    for (int i = 0; i < 2; i++) {
      gm_shape_walk_ring(&walk);
      assert_int_equal(walk.left, 3); /* without the closing one */
      assert_int_equal(walk.hole, i);
      for (int j = 0; j < 3; j++) {
        gm_point point = gm_shape_walk_point(&walk);
        assert_float_equal(point.lat_deg, rings[i].points[j].lat_deg, 1e-9);
        assert_float_equal(point.lon_deg, rings[i].points[j].lon_deg, 1e-9);
      }
    }
    assert_false(walk.broken);
    assert_true(gm_shape_sound(packed, &record));
  }
}

static void points_are_rounded_not_cut(void **state) {
  (void)state;
  gm_str packed = gm_shape_pack(t.ws, &shape, 0);
  gm_format_shape record = record_of(packed, 0);
  gm_shape_walk walk = gm_shape_walk_begin(packed, &record);
  gm_shape_walk_ring(&walk);
  gm_point point = gm_shape_walk_point(&walk);
  assert_float_equal(point.lat_deg, -17, 0);
  assert_float_equal(point.lon_deg, 180, 0);
}

static void every_prefix_is_unsound(void **state) {
  (void)state;
  gm_str packed = gm_shape_pack(t.ws, &shape, 3);
  gm_format_shape record = record_of(packed, 3);
  while (record.size--) {
    assert_false(gm_shape_sound(packed, &record));
    if (!record.size) break;
  }
}

static void a_point_outside_of_the_box_is_unsound(void **state) {
  (void)state;
  gm_str packed = gm_shape_pack(t.ws, &shape, 3);
  gm_format_shape record = record_of(packed, 3);
  record.north_e5 = 8999999;
  assert_false(gm_shape_sound(packed, &record));
}

/* A count that no bytes stand behind must not become memory. */
static void counts_are_held_against_the_bytes(void **state) {
  (void)state;
  gm_str many_rings = {"\xff\xff\xff\xff\x0f\x06", 6};
  gm_str many_points = {"\x01\xfe\xff\xff\xff\x0f\x02\x02", 8};
  gm_format_shape record = record_of(many_rings, 0);
  assert_int_equal(gm_shape_walk_begin(many_rings, &record).rings, 0);
  record = record_of(many_points, 0);
  gm_shape_walk walk = gm_shape_walk_begin(many_points, &record);
  gm_shape_walk_ring(&walk);
  assert_int_equal(walk.left, 0);
  assert_true(walk.broken);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(what_is_packed_comes_out_again),
      TEST(points_are_rounded_not_cut),
      TEST(every_prefix_is_unsound),
      TEST(a_point_outside_of_the_box_is_unsound),
      TEST(counts_are_held_against_the_bytes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
