/* Dates: what is understood, and what is left unknown. */
#include "document/date.h"
#include "unit/base/common.h"

typedef struct dating {
  const char *written, *wanted; /* NULL: unknown */
} dating;

static void assert_dates(const dating *cases, size_t count) {
  for (size_t i = 0; i < count; i++) {
    char date[GM_DATE_BYTES] = "unknown";
    bool known = gm_date_read(gm_str_of(cases[i].written), date);
    gm_str got = {date, known ? GM_DATE_BYTES : 0};
    assert_str(cases[i].written, got, cases[i].wanted ? cases[i].wanted : "");
  }
}

static void reads_iso_dates(void **state) {
  (void)state;
  static const dating cases[] = {
      {"2023-02-17", "2023-02-17T00:00:00Z"},
      {" 2023-02-17 ", "2023-02-17T00:00:00Z"},
      {"2023-02-17T10:00:00Z", "2023-02-17T10:00:00Z"},
      {"2023-02-17t10:00:00z", "2023-02-17T10:00:00Z"},
      {"2023-02-17 10:00:00", "2023-02-17T10:00:00Z"},
      {"2023-02-17T10:00", "2023-02-17T10:00:00Z"},
      {"2023-02-17T10", "2023-02-17T10:00:00Z"},
      {"2023-02-17T10:00:00.123456Z", "2023-02-17T10:00:00Z"},
      {"2023-02-17T10:00:00,5+03:00", "2023-02-17T07:00:00Z"},
      {"2023-02-17T10:00:00+0530", "2023-02-17T04:30:00Z"},
      {"2023-02-17T22:00:00-05", "2023-02-18T03:00:00Z"},
      {"2023-02-17 10:00:00 +0000 UTC", "2023-02-17T10:00:00Z"},
      {"20230217", "2023-02-17T00:00:00Z"},
      {"20230217T100000Z", "2023-02-17T10:00:00Z"},
      {"20230217100000", "2023-02-17T10:00:00Z"},
      {"2023/2/17", "2023-02-17T00:00:00Z"},
      {"2024-02-29", "2024-02-29T00:00:00Z"},
      {"1943-02-02", "1943-02-02T00:00:00Z"},
      {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"}};
  assert_dates(cases, COUNT(cases));
}

static void reads_dates_of_mail_and_feeds(void **state) {
  (void)state;
  static const dating cases[] = {
      {"Fri, 17 Feb 2023 10:00:00 GMT", "2023-02-17T10:00:00Z"},
      {"Fri, 17 Feb 2023 10:00:00 +0300", "2023-02-17T07:00:00Z"},
      {"17 Feb 2023 10:00 EST", "2023-02-17T15:00:00Z"},
      {"Fri, 17 Feb 2023 20:00:00 PST", "2023-02-18T04:00:00Z"},
      {"Fri, 17 Feb 2023 10:00:00 +0000 (UTC)", "2023-02-17T10:00:00Z"},
      {"Fri Feb 17 10:00:00 +0000 2023", "2023-02-17T10:00:00Z"},
      {"Fri Feb 17 10:00:00 2023", "2023-02-17T10:00:00Z"}};
  assert_dates(cases, COUNT(cases));
}

static void reads_dates_as_papers_write_them(void **state) {
  (void)state;
  static const dating cases[] = {
      {"February 27, 2023", "2023-02-27T00:00:00Z"},
      {"27 February 2023", "2023-02-27T00:00:00Z"},
      {"Feb. 27, 2023", "2023-02-27T00:00:00Z"},
      {"Sept 5, 2023", "2023-09-05T00:00:00Z"},
      {"Monday, February 27th, 2023", "2023-02-27T00:00:00Z"},
      {"27-Feb-2023", "2023-02-27T00:00:00Z"},
      {"February 27, 2023 at 5 p.m. EST", "2023-02-27T22:00:00Z"},
      {"February 27, 2023 12:05 AM", "2023-02-27T00:05:00Z"},
      {"February 27, 2023 12:05 PM", "2023-02-27T12:05:00Z"},
      {"December 18, 2016 9:41:42 EST PM", "2016-12-19T02:41:42Z"},
      {"27 Feb 2023 10:00 GMT+3", "2023-02-27T07:00:00Z"},
      {"FEBRUARY 27, 2023 | 10:00", "2023-02-27T10:00:00Z"}};
  assert_dates(cases, COUNT(cases));
}

static void reads_seconds_and_milliseconds(void **state) {
  (void)state;
  static const dating cases[] = {{"1676628000", "2023-02-17T10:00:00Z"},
                                 {"1676628000999", "2023-02-17T10:00:00Z"},
                                 {"631152000", "1990-01-01T00:00:00Z"},
                                 {"4102444799", "2099-12-31T23:59:59Z"},
                                 {"631151999", NULL},
                                 {"4102444800", NULL},
                                 {"-1676628000", NULL},
                                 {"0", NULL}};
  assert_dates(cases, COUNT(cases));
}

static void never_guesses(void **state) {
  (void)state;
  static const dating cases[] = {
      {"", NULL},
      {"yesterday", NULL},
      {"02/03/2023", NULL},
      {"2023", NULL},
      {"2023-02", NULL},
      {"Feb 2023", NULL},
      {"Feb 27", NULL},
      {"10:00", NULL},
      {"2023-02-29", NULL},
      {"1900-02-29", NULL},
      {"2023-13-01", NULL},
      {"2023-04-31", NULL},
      {"2023-00-10", NULL},
      {"2023-02-17T24:00", NULL},
      {"2023-02-17T10:61", NULL},
      {"27 Feb 23", NULL},
      {"27 27 Feb 2023", NULL},
      {"2023-02-17 10:00 EST PST", NULL},
      {"2023-W07-5", NULL},
      {"February 27, 2023 10:00 IST", NULL},
      {"27 Feb 2023 13:00 PM", NULL},
      {"Feb Mar 2023 1", NULL},
      {"Published 27 Feb 2023", NULL},
      {"2023-02-17-05:00", NULL},
      {"0000-01-01", NULL},
      {"9999-12-31T23:00:00-05:00", NULL},
      {"2023-02-17T10:00:00+99999999999999999999", NULL},
      {"2023-02-17T10:00:00+03:99999999999999999", NULL},
      {"99999999999999999999999999999999999999999", NULL},
      {"2023-02-17T10:00:00 2023-02-17T10:00:00", NULL}};
  assert_dates(cases, COUNT(cases));
}

static void counts_days_through_all_centuries(void **state) {
  (void)state;
  static const dating cases[] = {
      {"0001-01-01T00:00:00+00:00", "0001-01-01T00:00:00Z"},
      {"2000-02-29T23:00:00-02:00", "2000-03-01T01:00:00Z"},
      {"1900-03-01T00:00:00+01:00", "1900-02-28T23:00:00Z"},
      {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"},
      {"9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"}};
  assert_dates(cases, COUNT(cases));
}

static void reads_numbers_as_json_has_them(void **state) {
  (void)state;
  static const struct {
    double number;
    const char *wanted;
  } cases[] = {{1676628000, "2023-02-17T10:00:00Z"},
               {1676628000.75, "2023-02-17T10:00:00Z"},
               {1676628000000, "2023-02-17T10:00:00Z"},
               {20230217, "2023-02-17T00:00:00Z"},
               {2023, ""},
               {-1, ""},
               {1e300, ""}};
  for (size_t i = 0; i < COUNT(cases); i++) {
    char date[GM_DATE_BYTES];
    bool known = gm_date_read_number(cases[i].number, date);
    assert_str(cases[i].wanted, (gm_str){date, known ? GM_DATE_BYTES : 0},
               cases[i].wanted);
  }
}

/* Nothing that can be written makes it read outside. */
static void stands_any_text(void **state) {
  (void)state;
  static const char letters[] = "0123456789:-+/T Zapm,.(FebSth|";
  unsigned random = 7;
  for (int round = 0; round < 50000; round++) {
    char text[90], date[GM_DATE_BYTES];
    random = random * 1103515245u + 12345u;
    size_t size = (random >> 16) % sizeof text;
    for (size_t i = 0; i < size; i++) {
      random = random * 1103515245u + 12345u;
      text[i] = letters[(random >> 16) % (sizeof letters - 1)];
    }
    if (gm_date_read((gm_str){text, size}, date))
      assert_int_equal('Z', date[GM_DATE_BYTES - 1]);
  }
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_iso_dates),
      cmocka_unit_test(reads_dates_of_mail_and_feeds),
      cmocka_unit_test(reads_dates_as_papers_write_them),
      cmocka_unit_test(reads_seconds_and_milliseconds),
      cmocka_unit_test(never_guesses),
      cmocka_unit_test(counts_days_through_all_centuries),
      cmocka_unit_test(reads_numbers_as_json_has_them),
      cmocka_unit_test(stands_any_text),
  };
  return cmocka_run_group_tests_name("document/date", tests, NULL, NULL);
}
