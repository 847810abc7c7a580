/* The words of a language: lists of one class, and the table of generic words
 * such as "county" and "gulf of". Each becomes a key with a class. */
#include "gazetteer/build.h"
#include "gazetteer/name.h"

static gm_status add_word(gm_build *build, const gm_lines *lines, gm_str word,
                          gm_word_classes classes) {
  bool known = true;
  gm_status status = gm_build_add_word(build, word, classes, &known);
  if (status || known) return status;
  return gm_lines_fault(build->ws, lines,
                        "has \"%.*s\", which is no phrase of 1 to %d words",
                        GM_PRINT(word), GM_NAME_WORDS);
}

gm_status gm_word_list_read(gm_build *build, const char *path,
                            gm_word_classes classes) {
  gm_lines lines;
  gm_str word;
  bool more = false;
  gm_status status = gm_lines_open(build->ws, path, &lines);
  if (status) return status;
  while (!(status = gm_lines_next(build->ws, &lines, &word, &more)) && more) {
    status = add_word(build, &lines, word, classes);
    if (status) break;
  }
  gm_lines_close(&lines);
  return status;
}

/* A value of a column and what it stands for. */
typedef struct choice {
  const char *word;
  gm_word_classes classes;
} choice;

static const choice positions[] = {
    {"before", GM_WORD(GENERIC_BEFORE)},
    {"after", GM_WORD(GENERIC_AFTER)},
    {"both", GM_WORD(GENERIC_BEFORE) | GM_WORD(GENERIC_AFTER)},
};

/* Every kind of place; those without a class of their own are regions. */
static const choice kinds[] = {
    {"city", GM_WORD(GENERIC_CITY)},
    {"quarter", GM_WORD(GENERIC_CITY)},
    {"division", GM_WORD(GENERIC_DIVISION)},
    {"country", GM_WORD(GENERIC_REGION)},
    {"continent", GM_WORD(GENERIC_REGION)},
    {"region", GM_WORD(GENERIC_REGION)},
    {"water", GM_WORD(GENERIC_WATER)},
    {"terrain", GM_WORD(GENERIC_TERRAIN)},
    {"facility", GM_WORD(GENERIC_FACILITY)},
};

static gm_word_classes choose(const choice *choices, size_t count,
                              gm_str word) {
  for (size_t i = 0; i < count; i++)
    if (gm_str_equal(word, gm_str_of(choices[i].word)))
      return choices[i].classes;
  return 0;
}

gm_status gm_generic_table_row(gm_build *build, gm_table *table) {
  gm_str kind = table->cells[GM_GENERIC_KIND];
  gm_str position = table->cells[GM_GENERIC_POSITION];
  gm_word_classes of = choose(kinds, sizeof kinds / sizeof *kinds, kind);
  gm_word_classes at =
      choose(positions, sizeof positions / sizeof *positions, position);
  if (!of)
    return gm_lines_fault(build->ws, &table->lines,
                          "has the kind \"%.*s\", which no place has",
                          GM_PRINT(kind));
  if (!at)
    return gm_lines_fault(build->ws, &table->lines,
                          "has the position \"%.*s\", not before, after or"
                          " both",
                          GM_PRINT(position));
  return add_word(build, &table->lines, table->cells[GM_GENERIC_WORD], of | at);
}
