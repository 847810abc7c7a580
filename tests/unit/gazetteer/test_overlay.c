/* Overlays: what a user's file adds, corrects, forbids and prefers. */
#include "tables.h"

static const char *const places = PLACES
    "gn:1,Arland,10,10,PCLI,AA,,,,,s\n"
    "gn:2,Northshire,11,10,ADM1,AA,01,,,,s\n"
    "gn:3,Mill Town,11,11,PPL,AA,01,,9000,Milton|Old Mill,s\n"
    "gn:4,Beeland,-10,170,PCLI,BB,,,,,s\n"
    "gn:5,Mill Town,-10,171,PPL,BB,,,500,,s\n"
    "gn:6,Reading,-11,172,PPL,BB,,,800,,s\n";

/* The gazetteer of the tables, and one or two overlays on it. */
static gm_gazetteer *over, *over_again;

static gm_status lay(const gm_gazetteer *base, const char *name,
                     const char *text, gm_gazetteer **out) {
  const char *path = tables_bytes(&t, name, text, strlen(text));
  return gm_gazetteer_overlay(t.ws, base, path, out);
}

static void open_base(void) {
  tables_put(&t, "sources.tsv", SOURCES "s,p,1,2020,CC0,me,all\n");
  tables_put(&t, "places.tsv", places);
  tables_gazetteer(&t);
}

/* Makes the overlay, which must be good. */
static const gm_gazetteer *good(const char *text) {
  open_base();
  gm_status status = lay(t.gazetteer, "mine.csv", text, &over);
  assert_string_equal(status ? gm_workspace_message(t.ws) : "", "");
  return over;
}

/* Checks how the sentence about a bad overlay ends. */
static void bad(const char *text, const char *ending) {
  if (!t.gazetteer) open_base();
  assert_int_equal(lay(t.gazetteer, "mine.csv", text, &over), GM_BAD_INPUT);
  assert_null(over);
  gm_str said = gm_str_of(gm_workspace_message(t.ws));
  if (!gm_str_ends(said, gm_str_of(ending)))
    assert_string_equal(said.bytes, ending);
}

/* The refs of a name's meanings in a gazetteer, parted by blanks. */
static const char *refs(const gm_gazetteer *gazetteer, const char *name) {
  gm_gazetteer *own = t.gazetteer;
  t.gazetteer = (gm_gazetteer *)(uintptr_t)gazetteer;
  const char *found = tables_refs(&t, name);
  t.gazetteer = own;
  return found;
}

static int close_overlays(void **state) {
  gm_gazetteer_close(over_again);
  gm_gazetteer_close(over);
  over = over_again = NULL;
  return tables_teardown(state);
}

static void adds_a_place(void **state) {
  (void)state;
  const gm_gazetteer *g = good(
      "name,lat,lon,country,population,alternates\n"
      "\"Nova, the New\",12.5,13,AA,70000,NN|Nova\n");
  assert_string_equal(refs(g, "nova the new"), "overlay:mine.csv:2");
  assert_string_equal(refs(g, "NN"), "overlay:mine.csv:2");
  assert_string_equal(refs(t.gazetteer, "NN"), "");
  gm_place place = gm_gazetteer_place(g, 6);
  assert_str_equal(place.source, "overlay");
  assert_str_equal(place.name, "Nova, the New");
  assert_str_equal(place.country, "AA");
  assert_int_equal(place.country_place, gm_gazetteer_by_geonameid(g, 1));
  assert_int_equal(place.population, 70000);
  assert_true(place.at.lat_deg == 12.5 && place.at.lon_deg == 13);
  assert_int_equal(gm_gazetteer_about(g).places, 7);
  assert_int_equal(gm_gazetteer_place(g, 7).index, GM_NO_PLACE);
}

static void adds_a_place_with_an_id_of_its_own(void **state) {
  (void)state;
  const gm_gazetteer *g = good(
      "name,lat,lon,geonameid,kind,admin1\n"
      "Nova,1,2,77,PPLA,northshire\n");
  uint32_t index = gm_gazetteer_by_geonameid(g, 77);
  assert_int_equal(index, 6);
  gm_site site = gm_gazetteer_site(g, index);
  assert_string_equal(site.feature, "PPLA");
  assert_int_equal(gm_gazetteer_rank(g, index).kind, site.kind);
  assert_int_equal(gm_gazetteer_rank(g, index).prominence, site.prominence);
  assert_string_equal(site.country, "AA");
  assert_int_equal(site.admin1_place, gm_gazetteer_by_geonameid(g, 2));
  assert_string_equal(refs(g, "nova"), "gn:77");
}

static void adds_names_to_a_known_place(void **state) {
  (void)state;
  const gm_gazetteer *g = good(
      "name,geonameid,name_kind\n"
      "Milltonian,3,demonym\n"
      "Milltown,3,\n");
  assert_string_equal(refs(g, "milltown"), "gn:3");
  gm_entry entry;
  assert_true(gm_gazetteer_entry(g, GM_STR("milltonian"), &entry));
  gm_sense sense = gm_gazetteer_sense(g, entry, 0);
  assert_int_equal(sense.kind, GM_NAME_DEMONYM);
  assert_true(sense.overlaid);
  assert_int_equal(sense.rank.prominence,
                   gm_gazetteer_rank(g, sense.place).prominence);
  assert_str_equal(gm_gazetteer_written(g, entry, 0), "Milltonian");
  assert_str_equal(gm_gazetteer_place(g, sense.place).name, "Mill Town");
}

static void puts_its_own_meanings_first(void **state) {
  (void)state;
  const gm_gazetteer *g = good("name,lat,lon\nMill Town,0,0\n");
  assert_string_equal(refs(g, "mill town"), "overlay:mine.csv:2 gn:3 gn:5");
  assert_string_equal(refs(g, "old mill"), "gn:3");
}

static void corrects_a_point_by_id_or_name(void **state) {
  (void)state;
  const gm_gazetteer *g = good(
      "action,name,geonameid,country,lat,lon\n"
      "point,,3,,1.5,2.5\n"
      "point,Mill Town,,BB,-1,-2\n");
  gm_place one = gm_gazetteer_place(g, gm_gazetteer_by_geonameid(g, 3));
  gm_place other = gm_gazetteer_place(g, gm_gazetteer_by_geonameid(g, 5));
  assert_true(one.at.lat_deg == 1.5 && one.at.lon_deg == 2.5);
  assert_true(other.at.lat_deg == -1 && other.at.lon_deg == -2);
  assert_str_equal(one.source, "overlay");
  assert_string_equal(refs(g, "mill town"), "gn:3 gn:5");
  uint32_t index = gm_gazetteer_by_geonameid(t.gazetteer, 3);
  assert_true(gm_gazetteer_place(t.gazetteer, index).at.lat_deg == 11);
}

static void forbids_a_name(void **state) {
  (void)state;
  const gm_gazetteer *g = good(
      "action,name,country,geonameid\n"
      "never,Reading,,\n"
      "never,Mill Town,BB,\n"
      "never,Milton,,3\n");
  gm_entry entry;
  assert_false(gm_gazetteer_entry(g, GM_STR("reading"), &entry));
  assert_string_equal(refs(g, "reading"), "");
  assert_string_equal(refs(g, "mill town"), "gn:3");
  assert_string_equal(refs(g, "milton"), "");
  assert_string_equal(refs(g, "old mill"), "gn:3");
}

static void takes_a_forbidden_name_back_in_a_later_row(void **state) {
  (void)state;
  const gm_gazetteer *g = good(
      "action,name,lat,lon\n"
      "never,Reading,,\n"
      "add,Reading,3,4\n");
  assert_string_equal(refs(g, "reading"), "overlay:mine.csv:3");
}

static bool is_preferred(const gm_gazetteer *g, uint32_t id) {
  return gm_gazetteer_site(g, gm_gazetteer_by_geonameid(g, id)).preferred;
}

static void prefers_a_country(void **state) {
  (void)state;
  const gm_gazetteer *g = good("action,country\nprefer,aa\n");
  assert_true(is_preferred(g, 3));
  assert_false(is_preferred(g, 5));
  assert_false(is_preferred(t.gazetteer, 3));
}

static void prefers_a_box_across_the_180th_meridian(void **state) {
  (void)state;
  const gm_gazetteer *g = good(
      "action,lat,lon,to_lat,to_lon\n"
      "prefer,-20,170.5,0,-170\n");
  assert_true(is_preferred(g, 5));
  assert_false(is_preferred(g, 4));
  assert_false(is_preferred(g, 3));
}

static void prefers_what_lies_in_a_place(void **state) {
  (void)state;
  const gm_gazetteer *g = good("action,geonameid\nprefer,2\n");
  assert_true(is_preferred(g, 2));
  assert_true(is_preferred(g, 3));
  assert_false(is_preferred(g, 1));
}

static void walks_along_names_of_both(void **state) {
  (void)state;
  const gm_gazetteer *g = good("name,lat,lon\nMill Town Heath West,0,0\n");
  static const char *const words[] = {"mill", "town", "heath", "west"};
  gm_name_walk walk = gm_name_walk_begin(g);
  gm_entry entry;
  uint32_t senses[4] = {0};
  gm_name_walk together;
  gm_name_walks_begin(g, &GM_STR("mill"), 1, &together);
  for (int i = 0; i < 4; i++) {
    assert_true(gm_name_walk_step(&walk, gm_str_of(words[i])));
    if (i == 0) assert_int_equal(together.overlay, walk.overlay);
    if (gm_name_walk_entry(&walk, &entry)) senses[i] = entry.sense_count;
  }
  assert_int_equal(senses[0], 0);
  assert_int_equal(senses[1], 2);
  assert_int_equal(senses[2], 0);
  assert_int_equal(senses[3], 1);
  assert_false(gm_name_walk_step(&walk, GM_STR("end")));
  walk = gm_name_walk_begin(g);
  assert_true(gm_name_walk_step(&walk, GM_STR("old")));
  assert_true(gm_name_walk_step(&walk, GM_STR("mill")));
  assert_false(gm_name_walk_step(&walk, GM_STR("heath")));
}

/* The ids of the places near a point, the nearest first. */
static const char *near(const gm_gazetteer *g, double lat, double lon) {
  static char told[128];
  const gm_nearby *found;
  uint32_t count;
  assert_int_equal(gm_gazetteer_near(t.ws, g, (gm_point){lat, lon}, 60, 3,
                                     &found, &count),
                   GM_OK);
  told[0] = 0;
  for (uint32_t i = 0; i < count; i++) {
    size_t size = strlen(told);
    snprintf(told + size, sizeof told - size, "%s%u", i ? " " : "",
             gm_gazetteer_site(g, found[i].place).geonameid);
  }
  return told;
}

static void is_found_near_its_new_places(void **state) {
  (void)state;
  const gm_gazetteer *g = good("action,name,geonameid,lat,lon\n"
                               "point,,3,50,50\n"
                               "add,Nova,77,11.1,11.1\n");
  assert_string_equal(near(t.gazetteer, 11, 11), "3");
  assert_string_equal(near(g, 11, 11), "77");
  assert_string_equal(near(g, 50, 50), "3");
  gm_shape shape;
  uint32_t index = gm_gazetteer_by_geonameid(g, 77);
  assert_int_equal(gm_gazetteer_shape(t.ws, g, index, &shape), GM_OK);
  assert_int_equal(shape.count, 1);
  assert_true(shape.rings[0].points[0].lat_deg == 11.1);
}

static void lies_over_another_overlay(void **state) {
  (void)state;
  good(
      "action,name,lat,lon,geonameid\n"
      "add,Nova,1,1,\n"
      "point,,5,5,3\n"
      "never,Reading,,,\n");
  const char *later =
      "action,name,lat,lon,geonameid\n"
      "add,Nova,2,2,\n"
      "point,,6,6,3\n"
      "add,,7,7,5\n";
  assert_int_equal(lay(over, "later.csv", later, &over_again), GM_OK);
  assert_string_equal(refs(over_again, "nova"),
                      "overlay:later.csv:2 overlay:mine.csv:2");
  assert_string_equal(refs(over_again, "reading"), "");
  uint32_t index = gm_gazetteer_by_geonameid(over_again, 3);
  assert_true(gm_gazetteer_place(over_again, index).at.lat_deg == 6);
  assert_true(gm_gazetteer_place(over, index).at.lat_deg == 5);
  assert_int_equal(gm_gazetteer_about(over_again).places, 8);
}

static void names_itself_in_what_it_says_of_itself(void **state) {
  (void)state;
  const gm_gazetteer *g = good("name,lat,lon\nNova,0,0\n");
  gm_gazetteer_info base = gm_gazetteer_about(t.gazetteer);
  gm_gazetteer_info info = gm_gazetteer_about(g);
  assert_true(gm_str_ends(info.name, GM_STR(" + mine.csv")));
  assert_false(gm_str_equal(info.hash, base.hash));
  assert_int_equal(info.names, base.names + 1);
  assert_int_equal(info.keys, base.keys + 1);
  assert_int_equal(gm_gazetteer_verify(t.ws, g), GM_OK);
}

static void changes_nothing_where_it_says_nothing(void **state) {
  (void)state;
  const gm_gazetteer *g = good("name,lat,lon\n");
  assert_string_equal(refs(g, "mill town"), "gn:3 gn:5");
  gm_place one = gm_gazetteer_place(t.gazetteer, 2);
  gm_place other = gm_gazetteer_place(g, 2);
  assert_str_equal(other.name, "Mill Town");
  assert_true(one.name.bytes == other.name.bytes); /* of the same mapping */
  assert_str_equal(other.source, "s");
}

static void reads_geojson(void **state) {
  (void)state;
  const gm_gazetteer *g = good(
      "{\"type\": \"FeatureCollection\", \"features\": [\n"
      "{\"type\": \"Feature\", \"properties\": {\"name\": \"Nova\", \"fid\": 3,"
      " \"population\": 1234, \"country\": null}, \"geometry\": {\"type\":"
      " \"Point\", \"coordinates\": [13.25, -12.5]}},\n"
      "{\"type\": \"Feature\", \"properties\": {\"action\": \"never\","
      " \"name\": \"Reading\"}, \"geometry\": null},\n"
      "{\"type\": \"Feature\", \"properties\": {\"action\": \"prefer\"},"
      " \"geometry\": {\"type\": \"Polygon\", \"coordinates\":"
      " [[[169,-12],[171.5,-12],[171.5,-9],[169,-9],[169,-12]]]}}]}");
  assert_string_equal(refs(g, "nova"), "overlay:mine.csv:1");
  gm_place place = gm_gazetteer_place(g, 6);
  assert_true(place.at.lat_deg == -12.5 && place.at.lon_deg == 13.25);
  assert_int_equal(place.population, 1234);
  assert_string_equal(refs(g, "reading"), "");
  assert_true(is_preferred(g, 5));
  assert_false(is_preferred(g, 6));
}

static void names_line_and_column_of_a_fault(void **state) {
  (void)state;
  bad("name,lat,lon\n\nNova,ninety,0\n",
      "mine.csv line 3, column lat: \"ninety\" is not a number of degrees from "
      "-90 to 90");
  bad("name,lat,lon\nNova,91,0\n",
      "column lat: \"91\" is not a number of degrees from -90 to 90");
  bad("name,lat\nNova,1\n",
      "line 2, column lon: lat and lon go together, and "
      "only one is there");
  bad("name,latt\n",
      "line 1, column 2: \"latt\" is no column of an overlay; there are "
      "action, name, name_kind, from, to, alternates, lat, lon, to_lat, "
      "to_lon, kind, "
      "country, admin1, population, geonameid, note");
  bad("name,lat,lon\na,b,c,d\n",
      "line 2 has 4 fields, the header 3; quote "
      "what holds a separator");
  bad("action,name\nnewer,x\n",
      "column action: \"newer\" is not add, point, never or prefer");
  bad("name,lat,lon,country\nNova,1,1,ZZ\n",
      "line 2, column country: the gazetteer has no country ZZ");
  bad("name,lat,lon,admin1\nNova,1,1,Southshire\n",
      "column admin1: the gazetteer has 0 first-level divisions "
      "\"Southshire\"");
  bad("action,geonameid,lat,lon\npoint,99,1,1\n",
      "column geonameid: the gazetteer has no place with the id 99");
  bad("name,geonameid\nNova,99\n", "a new one needs name, lat and lon");
  bad("name,kind,lat,lon\nNova,town,1,1\n",
      "\"town\" is not a kind of place such as city, or a feature code of "
      "GeoNames");
  bad("action,name\nnever,\n",
      "column name: nothing stands here; say which name is never a place");
}

static void asks_which_place_an_ambiguous_name_means(void **state) {
  (void)state;
  bad("action,name,lat,lon\npoint,Mill Town,1,1\n",
      "line 2, column name: \"Mill Town\" is 2 places; name one by its "
      "geonameid (3 is the best known)");
  bad("action,name,lat,lon\npoint,Nowhere,1,1\n",
      "column name: the gazetteer has no place \"Nowhere\"; a new one needs "
      "lat and lon");
}

static void tells_what_is_wrong_with_geojson(void **state) {
  (void)state;
  bad("{\"type\": ", "is not JSON: byte 9 is out of place");
  bad("{\"type\": \"Feature\"}",
      "is no FeatureCollection of GeoJSON: it has no \"features\"");
  bad("{\"features\": [{\"properties\": {\"name\": \"x\", \"lat\": 95,"
      " \"lon\": 1}}]}",
      "mine.csv feature 1, column lat: \"95\" is not a number of degrees from "
      "-90 to 90");
  bad("{\"features\": [{\"properties\": {\"name\": \"x\"}, \"geometry\":"
      " {\"type\": \"LineString\", \"coordinates\": [[1,2],[3,4]]}}]}",
      "feature 1, column lat: the geometry, a LineString, is not a point in "
      "degrees");
}

static void refuses_other_encodings(void **state) {
  (void)state;
  open_base();
  assert_int_equal(
      lay(t.gazetteer, "mine.csv", "name,lat,lon\nK\xF6ln,1,1\n", &over),
      GM_BAD_ENCODING);
  assert_non_null(strstr(gm_workspace_message(t.ws), "line 2 "));
  assert_int_equal(
      gm_gazetteer_overlay(t.ws, t.gazetteer, "/nowhere.csv", &over),
      GM_CANNOT_READ);
  assert_null(over);
}

#define OVERLAY(name) \
  cmocka_unit_test_setup_teardown(name, tables_setup, close_overlays)

int main(void) {
  const struct CMUnitTest tests[] = {
      OVERLAY(adds_a_place),
      OVERLAY(adds_a_place_with_an_id_of_its_own),
      OVERLAY(adds_names_to_a_known_place),
      OVERLAY(puts_its_own_meanings_first),
      OVERLAY(corrects_a_point_by_id_or_name),
      OVERLAY(forbids_a_name),
      OVERLAY(takes_a_forbidden_name_back_in_a_later_row),
      OVERLAY(prefers_a_country),
      OVERLAY(prefers_a_box_across_the_180th_meridian),
      OVERLAY(prefers_what_lies_in_a_place),
      OVERLAY(walks_along_names_of_both),
      OVERLAY(is_found_near_its_new_places),
      OVERLAY(lies_over_another_overlay),
      OVERLAY(names_itself_in_what_it_says_of_itself),
      OVERLAY(changes_nothing_where_it_says_nothing),
      OVERLAY(reads_geojson),
      OVERLAY(names_line_and_column_of_a_fault),
      OVERLAY(asks_which_place_an_ambiguous_name_means),
      OVERLAY(tells_what_is_wrong_with_geojson),
      OVERLAY(refuses_other_encodings),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
