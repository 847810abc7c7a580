/* Comma-separated values: quotes, separators, line ends, and what is wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka wants these before it. */
#include <cmocka.h>

#include "base/str.h"
#include "gazetteer/csv.h"

/* All records of a text as "2:a|b 3:c", with the lines on which they begin;
 * what is wrong ends it. */
static const char *read_all(const char *text) {
  static char told[512], bytes[512];
  size_t size = strlen(text), at = 0;
  gm_str fields[GM_CSV_FIELDS_MOST];
  uint32_t count;
  bool more = true;
  memcpy(bytes, text, size);
  gm_csv csv = gm_csv_open(bytes, size);
  told[0] = 0;
  for (;;) {
    const char *wrong = gm_csv_next(&csv, fields, &count, &more);
    if (wrong) {
      snprintf(told + at, sizeof told - at, "%s", wrong);
      return told;
    }
    if (!more) return told;
    at +=
        (size_t)snprintf(told + at, sizeof told - at, "%s%llu:", at ? " " : "",
                         (unsigned long long)csv.line);
    for (uint32_t i = 0; i < count; i++)
      at += (size_t)snprintf(told + at, sizeof told - at, "%s%.*s",
                             i ? "|" : "", GM_PRINT(fields[i]));
  }
}

static void cuts_lines_into_fields(void **state) {
  (void)state;
  assert_string_equal(read_all("a,b\n1,2\n"), "1:a|b 2:1|2");
  assert_string_equal(read_all("a,b\n1,2"), "1:a|b 2:1|2");
  assert_string_equal(read_all("a,b\r\n,\r\n"), "1:a|b 2:|");
  assert_string_equal(read_all(""), "");
}

static void takes_quotes_away(void **state) {
  (void)state;
  assert_string_equal(read_all("\"a,b\",c\n"), "1:a,b|c");
  assert_string_equal(read_all("\"say \"\"hello\"\"\",\"\"\n"),
                      "1:say \"hello\"|");
  assert_string_equal(read_all("5\" pipe,x\n"), "1:5\" pipe|x");
}

static void counts_the_lines_inside_quotes(void **state) {
  (void)state;
  assert_string_equal(read_all("\"a\nb\",c\nd,e\n"), "1:a\nb|c 3:d|e");
}

static void finds_out_the_separator(void **state) {
  (void)state;
  assert_string_equal(read_all("a;b\n1,5;2\n"), "1:a|b 2:1,5|2");
  assert_string_equal(read_all("a\tb\n"), "1:a|b");
  assert_string_equal(read_all("\"a;b\",c\n"), "1:a;b|c");
}

static void passes_over_marks_remarks_and_empty_lines(void **state) {
  (void)state;
  assert_string_equal(read_all("\xEF\xBB\xBF# mine\n\na,b\n\r\n#x\n1,2\n"),
                      "3:a|b 6:1|2");
}

static void tells_what_is_wrong(void **state) {
  (void)state;
  assert_string_equal(read_all("\"a"), "has a quote that is never closed");
  assert_string_equal(read_all("\"a\"b,c\n"),
                      "has text behind a closing quote");
  char many[140] = "";
  memset(many, ',', 64);
  assert_string_equal(read_all(many), "has more than 64 fields");
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(cuts_lines_into_fields),
      cmocka_unit_test(takes_quotes_away),
      cmocka_unit_test(counts_the_lines_inside_quotes),
      cmocka_unit_test(finds_out_the_separator),
      cmocka_unit_test(passes_over_marks_remarks_and_empty_lines),
      cmocka_unit_test(tells_what_is_wrong),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
