/* Spatial modifiers of marked names. Needs build/pocket.gaz. What finding makes
 * of whole sentences is in tests/spec/modifiers.txt. */
#include "mention/modifier.h"

#include "unit/mention/context_of.h"

enum { MOST = 4, TEXT_BYTES = 512 };

/* A text with its names in brackets, told with a use for all of them. */
typedef struct told {
  char text[TEXT_BYTES];
  gm_mention mentions[MOST];
  uint32_t count;
} told;

static told tell(void **state, const char *marked, gm_use use) {
  told found = {.count = 0};
  size_t size = 0;
  for (const char *c = marked; *c; c++) {
    gm_mention *last = found.count ? &found.mentions[found.count - 1] : NULL;
    if (*c == '[') {
      assert_true(found.count < MOST);
      found.mentions[found.count++] =
          (gm_mention){.span = {(uint32_t)size, 0}, .use = use};
    } else if (*c == ']' && last) {
      last->span.end = (uint32_t)size;
      if (!last->head.end) last->head = last->span;
    } else if (*c == '|' && last) { /* the head begins here */
      last->head.begin = (uint32_t)size;
      last->head.end = 1;
    } else {
      found.text[size++] = *c;
    }
  }
  for (uint32_t i = 0; i < found.count; i++)
    found.mentions[i].head.end = found.mentions[i].span.end;
  gm_context context = context_of(*state, found.text);
  gm_modifiers_tell(&context,
                    (gm_mentions){.items = found.mentions,
                                  .count = found.count});
  return found;
}

static void assert_words(const told *in, uint32_t i, const char *words,
                         gm_modifier_kind kind) {
  gm_modifier said = in->mentions[i].modifier;
  gm_str found = gm_str_part(gm_str_of(in->text), said.span);
  if (!gm_str_equal(found, gm_str_of(words)) || said.kind != kind)
    fail_msg("\"%s\": \"%.*s\" (%s), not \"%s\"", in->text, GM_PRINT(found),
             gm_modifier_name(said.kind), words);
  if (kind == GM_MODIFIER_NONE) assert_int_equal(said.span.end, 0);
}

/* Of one literal name. */
static gm_modifier assert_one(void **state, const char *marked,
                              const char *words, gm_modifier_kind kind) {
  told found = tell(state, marked, GM_USE_LITERAL);
  assert_words(&found, 0, words, kind);
  return found.mentions[0].modifier;
}

static void the_outermost_relation_says_the_kind(void **state) {
  assert_one(state, "off the coast of [Libya]", "off the coast of",
             GM_MODIFIER_OUTSIDE);
  assert_one(state, "the coast of [Libya]", "coast of", GM_MODIFIER_ALONG);
  assert_one(state, "near the outskirts of [Paris]", "near the outskirts of",
             GM_MODIFIER_NEAR);
  assert_one(state, "outskirts of central [Paris]", "outskirts of central",
             GM_MODIFIER_PART);
}

static void the_outermost_compass_word_says_the_bearing(void **state) {
  gm_modifier said =
      assert_one(state, "20 km north of eastern [Paris]",
                 "20 km north of eastern", GM_MODIFIER_DISTANCE);
  assert_true(said.has_bearing && said.bearing_deg == 0);
  assert_true(said.far_km == 20);
}

static void reads_no_more_than_four_links(void **state) {
  assert_one(state, "near near near near near near [Paris]",
             "near near near near", GM_MODIFIER_NEAR);
  assert_one(state, "north south north south north south [Paris]",
             "north south north south", GM_MODIFIER_PART);
  assert_one(state, "just just just just just outside [Paris]",
             "just just just just outside", GM_MODIFIER_OUTSIDE);
}

static void a_distance_needs_its_preposition(void **state) {
  assert_one(state, "20 km from [Paris]", "20 km from", GM_MODIFIER_DISTANCE);
  assert_one(state, "within 20 km of [Paris]", "within 20 km of",
             GM_MODIFIER_DISTANCE);
  assert_one(state, "he came from [Paris]", "", GM_MODIFIER_NONE);
  assert_one(state, "miles of [Paris]", "", GM_MODIFIER_NONE);
  assert_one(state, "20 km [Paris]", "", GM_MODIFIER_NONE);
  assert_one(state, "20 km to [Paris]", "", GM_MODIFIER_NONE);
}

static void a_side_is_a_part_or_a_direction(void **state) {
  assert_one(state, "in the north of [France]", "the north of",
             GM_MODIFIER_PART);
  assert_one(state, "went to the north of [France]", "to the north of",
             GM_MODIFIER_DIRECTION);
  assert_one(state, "north of [France]", "north of", GM_MODIFIER_DIRECTION);
  assert_one(state, "the eastern part of [France]", "eastern part of",
             GM_MODIFIER_PART);
  assert_one(state, "a part of [France]", "", GM_MODIFIER_NONE);
}

static void stays_in_the_sentence(void **state) {
  assert_one(state, "He went north. [Paris] slept.", "", GM_MODIFIER_NONE);
  assert_one(state, "They stood outside.\n\n[Paris] slept.", "",
             GM_MODIFIER_NONE);
  assert_one(state, "outside, [Paris] slept", "", GM_MODIFIER_NONE);
}

static void does_not_take_words_of_the_name_before_it(void **state) {
  told found = tell(state, "the [Middle East] [Iraq]", GM_USE_LITERAL);
  assert_words(&found, 1, "", GM_MODIFIER_NONE);
}

static void between_is_of_both_names_or_of_none(void **state) {
  told both = tell(state, "between [Paris] and the city of [Lyon]",
                   GM_USE_LITERAL);
  assert_words(&both, 0, "between", GM_MODIFIER_BETWEEN);
  assert_words(&both, 1, "between", GM_MODIFIER_BETWEEN);
  told none = tell(state, "between [Paris] trees and [Lyon]", GM_USE_LITERAL);
  assert_words(&none, 0, "", GM_MODIFIER_NONE);
  assert_words(&none, 1, "", GM_MODIFIER_NONE);
  told third = tell(state, "between [Paris] and [Lyon] and [Dijon]",
                    GM_USE_LITERAL);
  assert_words(&third, 2, "", GM_MODIFIER_NONE);
}

static void relations_speak_of_the_place_alone(void **state) {
  told actor = tell(state, "close to [Moscow], north of [Moscow] officials",
                    GM_USE_ASSOCIATIVE);
  assert_words(&actor, 0, "", GM_MODIFIER_NONE);
  assert_words(&actor, 1, "", GM_MODIFIER_NONE);
  told inside = tell(state, "in northern [Kyiv] Post", GM_USE_EMBEDDED);
  assert_words(&inside, 0, "", GM_MODIFIER_NONE);
  assert_one(state, "outside [Paris]'s museum", "", GM_MODIFIER_NONE);
  told people = tell(state, "near the northern [Syrian] town and the [Iraqi]"
                            " border", GM_USE_DEMONYM);
  assert_words(&people, 0, "northern", GM_MODIFIER_PART);
  assert_words(&people, 1, "border", GM_MODIFIER_ALONG);
}

static void what_the_place_is_called_may_stand_between(void **state) {
  assert_one(state, "near the besieged port city of [Mariupol]", "near",
             GM_MODIFIER_NEAR);
  assert_one(state, "20 km from the capital, [Paris]", "20 km from",
             GM_MODIFIER_DISTANCE);
  assert_one(state, "along the river [Thames]", "along", GM_MODIFIER_ALONG);
  assert_one(state, "near the road to the city of [Paris]", "",
             GM_MODIFIER_NONE);
}

static void a_name_may_take_its_part_in(void **state) {
  gm_modifier said = assert_one(state, "in [Eastern |Ukraine] now", "Eastern",
                                GM_MODIFIER_PART);
  assert_true(said.bearing_deg == 90);
  assert_one(state, "near [Eastern |Ukraine]", "near Eastern",
             GM_MODIFIER_NEAR);
  assert_one(state, "in [Bank of |Mexico]", "", GM_MODIFIER_NONE);
  assert_one(state, "in [Western Bank of |Mexico]", "", GM_MODIFIER_NONE);
}

static void words_behind_a_name_are_read_where_none_stand_before(void **state) {
  gm_modifier said =
      assert_one(state, "[Syria]'s north-east was quiet", "north-east",
                 GM_MODIFIER_PART);
  assert_true(said.has_bearing && said.bearing_deg == 45);
  assert_one(state, "in [Paris]'s outskirts", "outskirts", GM_MODIFIER_PART);
  assert_one(state, "[Libya]'s western coast.", "western coast",
             GM_MODIFIER_ALONG);
  assert_one(state, "outside [Paris]'s outskirts", "outside",
             GM_MODIFIER_OUTSIDE);
  assert_one(state, "[Syria]'s north wind", "", GM_MODIFIER_NONE);
  assert_one(state, "[Syria]'s northern neighbour", "", GM_MODIFIER_NONE);
  assert_one(state, "[Syria] border guards", "", GM_MODIFIER_NONE);
  assert_one(state, "[Syria] north of here", "", GM_MODIFIER_NONE);
  assert_one(state, "[Syria]", "", GM_MODIFIER_NONE);
  assert_one(state, "[Syria]'s", "", GM_MODIFIER_NONE);
}

/* ---------------------------------------------------------- as it is found */

static gm_modifier_kind kind_of(const gm_support *support, uint32_t i) {
  assert_true(i < support->mentions.count);
  return support->mentions.items[i].modifier.kind;
}

static void coordinates_have_them_too(void **state) {
  gm_support *support =
      support_map(state, "", "A fire broke out near 48.59 N, 38.00 E.");
  assert_mentions(support, "48.59 N, 38.00 E");
  assert_int_equal(kind_of(support, 0), GM_MODIFIER_NEAR);
}

static void given_names_have_them_too(void **state) {
  gm_support *support = *state;
  static const gm_span given[] = {{26, 31}};
  gm_workspace_reset(support->ws);
  const gm_document *made;
  assert_int_equal(gm_document_make(support->ws, (gm_str){0}, (gm_str){0},
                                    GM_STR("They camped 15 km east of Paris."),
                                    &made),
                   GM_OK);
  gm_document document = *made;
  document.spans_given = true;
  document.given = given;
  document.given_count = 1;
  gm_mentions found;
  assert_int_equal(gm_find(support->ws, support->gazetteer, support->model,
                           &document, &found),
                   GM_OK);
  assert_int_equal(found.count, 1);
  assert_int_equal(found.items[0].modifier.kind, GM_MODIFIER_DISTANCE);
  assert_true(found.items[0].modifier.far_km == 15);
}

static void every_kind_has_a_name(void **state) {
  (void)state;
  assert_string_equal(gm_modifier_name(GM_MODIFIER_NONE), "");
  assert_string_equal(gm_modifier_name(GM_MODIFIER_BETWEEN), "between");
  assert_string_equal(gm_modifier_name(GM_MODIFIER_COUNT), "");
}

#define TEST cmocka_unit_test

int main(void) {
  const struct CMUnitTest tests[] = {
      TEST(the_outermost_relation_says_the_kind),
      TEST(the_outermost_compass_word_says_the_bearing),
      TEST(reads_no_more_than_four_links),
      TEST(a_distance_needs_its_preposition),
      TEST(a_side_is_a_part_or_a_direction),
      TEST(stays_in_the_sentence),
      TEST(does_not_take_words_of_the_name_before_it),
      TEST(between_is_of_both_names_or_of_none),
      TEST(relations_speak_of_the_place_alone),
      TEST(what_the_place_is_called_may_stand_between),
      TEST(a_name_may_take_its_part_in),
      TEST(words_behind_a_name_are_read_where_none_stand_before),
      TEST(coordinates_have_them_too),
      TEST(given_names_have_them_too),
      TEST(every_kind_has_a_name),
  };
  return cmocka_run_group_tests(tests, support_open, support_close);
}
