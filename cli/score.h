/* Scoring: mentions found beside a gold corpus, and how often they are right.
 *
 *     gold file ----> golds --.
 *                              >-- pair --> measure --> print
 *     mentions ----> founds --'
 *
 * Positions are Unicode code points of the article's text, half-open. The
 * gold's denominators are whole: what was missed or left unresolved counts as
 * wrong, and as far away as a place can be. */
#ifndef GM_CLI_SCORE_H
#define GM_CLI_SCORE_H

#include "data.h"

struct cJSON;

/* A mention that somebody found and placed. */
typedef struct cli_found {
  uint32_t document; /* its number */
  int64_t begin, end;
  uint64_t geonameid; /* 0: none */
  bool placed;        /* `at` is known */
  gm_point at;
  bool has_use, associative, demonym; /* demonyms are associative too */
  bool has_confidence;
  double confidence;
  char nation[3]; /* where the place is a country: its code */
} cli_found;

/* A mention of the gold corpus. */
typedef struct cli_gold {
  uint32_t document; /* its number */
  int64_t begin, end;
  char *words;        /* as written: "surface", else cut from the text */
  uint64_t geonameid; /* 0: none */
  bool placed;
  gm_point at;
  bool has_group, literal;
  bool demonym;
  bool rejected;  /* of decisions: no place */
  size_t line;    /* of decisions: their order */
  bool nothing;   /* a homonym or a language: no place, but no error either */
  char nation[3]; /* without an id: the country that its words name */
  const cli_found *exact; /* found at the same span, or NULL */
  const cli_found *any;   /* else what overlaps it most, or NULL */
} cli_gold;

/* An article of the gold corpus: half-open ranges of its golds and founds. */
typedef struct cli_score_document {
  char *id;
  uint32_t number; /* in the order of the file */
  size_t gold_begin, gold_end;
  size_t found_begin, found_end; /* once paired */
} cli_score_document;

typedef struct cli_score {
  cli_score_document *documents;
  size_t document_count, document_capacity;
  cli_score_document **by_id; /* the same, sorted */
  cli_gold *golds;
  size_t gold_count, gold_capacity;
  cli_found *founds; /* by document once paired */
  size_t found_count, found_capacity;
  cli_gold *judged; /* where decisions are the gold: all, by position */
  size_t judged_count, judged_capacity;
} cli_score;

/* Names to look up, one a line, perhaps a tab and a value behind it. */
typedef struct cli_score_list {
  char **lines; /* sorted */
  size_t count, capacity;
} cli_score_list;

/* What tells demonyms and nations among the gold: lists where the user gave
 * them, the gazetteer where not. */
typedef struct cli_score_lore {
  const cli_score_list *demonyms; /* or NULL */
  const cli_score_list *nations;  /* or NULL */
  const gm_gazetteer *gazetteer;  /* may be NULL where both are given */
  gm_workspace *ws;
} cli_score_lore;

/* Whether a gold mention's words are a demonym. */
bool cli_score_demonym(const cli_score_lore *lore, const char *words);

/* Writes the code of the country of that name, or nothing. */
void cli_score_nation(const cli_score_lore *lore, const char *name,
                      char nation[3]);

/* The path of a list that lies beside the gold corpus, in eval/ there, or in
 * ../eval. @return false: there is none */
bool cli_score_list_beside(const char *gold, const char *name, char *path,
                           size_t size);

/* One line of the result: a measure of a view, and its figures. */
typedef struct cli_score_figure {
  const char *name;
  double value;
} cli_score_figure;

typedef struct cli_score_row {
  char name[48];
  cli_score_figure figures[8];
  int count;
} cli_score_row;

enum { CLI_SCORE_ROWS_MAX = 12 };

typedef struct cli_score_table {
  cli_score_row rows[CLI_SCORE_ROWS_MAX];
  int count;
} cli_score_table;

/* An item's value as a GeoNames id, also where it is a string of digits; 0 for
 * anything else, and for NULL. */
uint64_t cli_score_geonameid(const struct cJSON *item);

/* Reads a gold corpus, of one article or more. @return false: a sentence was
 * printed */
bool cli_score_read_gold(const char *path, const cli_score_lore *lore,
                         cli_score *score);

/* Whether a line of the gold is a decision that the page wrote. */
bool cli_score_is_decision(const struct cJSON *json);

/* Reads one on a document. @return what is wrong with it, or NULL */
const char *cli_score_read_decision(const cli_score_lore *lore,
                                    const struct cJSON *json,
                                    uint32_t document, cli_score *score);

/* Makes gold of all decisions, once they are read. */
void cli_score_take_decisions(cli_score *score);

/* Whether a mention is compared: always, but where decisions are the gold only
 * if one speaks of it. */
bool cli_score_is_judged(const cli_score *score, const cli_found *found);

/* Reads mentions: GeoJSON, GeoJSON text sequence, or one Feature a line.
 * @return false: a sentence was printed */
bool cli_score_read_found(const char *path, cli_score *score);

/* Reads a list. @return false: a sentence was printed */
bool cli_score_read_list(const char *path, cli_score_list *out);
void cli_score_close_list(cli_score_list *list);

/* What stands behind a name in a list ("" where nothing does); NULL: the list
 * has no such name. */
const char *cli_score_look_up(const cli_score_list *list, const char *name);

/* A whole file, terminated, without a byte order mark. @owner the caller: free.
 * NULL: a sentence was printed */
char *cli_score_read_file(const char *path);

/* Whether the gold has a document of that id. */
bool cli_score_has(const cli_score *score, const char *id);

/* Finds the document that a mention is in.
 * @return false: the gold has none of that id, a sentence was printed */
bool cli_score_document_of(const cli_score *score, const char *id,
                           uint32_t *number);

/* Makes room for one more item of `size` bytes behind `count`: returns the
 * items where they are now. Without memory nothing useful is left to do, and
 * the program ends. */
void *cli_score_grow(void *items, size_t count, size_t *capacity, size_t size);

/* Copies a string; ends the program where there is no memory. */
char *cli_score_copy(const char *text, size_t size);

/* Adds a mention. */
void cli_score_add_found(cli_score *score, cli_found found);

/* Writes into a mention where a place of the gazetteer is. */
void cli_score_place(const gm_gazetteer *gazetteer, uint32_t place,
                     cli_found *found);

/* Pairs every gold mention with what was found. Call it once. */
void cli_score_pair(cli_score *score);

/* All measures. `given`: the gold's spans were handed out, so that finding
 * them is no merit. */
void cli_score_measure(const cli_score *score, bool given,
                       cli_score_table *out);

/* Whether the found mention stands where the gold one does, and how far off it
 * is. `found` may be NULL. */
bool cli_score_right(const cli_gold *gold, const cli_found *found,
                     double *far_km);

void cli_score_print(const cli_score_table *table);
void cli_score_print_json(const cli_score_table *table);
void cli_score_print_worst(const cli_score *score, uint64_t count);

/* What the candidates of each gold mention reach: see score_coverage.c. */
typedef struct cli_reach cli_reach;
typedef struct cli_coverage {
  cli_reach *items; /* one a gold mention */
  size_t count, capacity;
} cli_coverage;

/* Notes the candidates of a mention at a gold span. */
void cli_coverage_add(cli_coverage *coverage, const cli_score *score,
                      const gm_gazetteer *gazetteer, const cli_found *found,
                      const gm_resolution *resolution);

/* The mean number of candidates, and the share of gold mentions of which one
 * is right; with `misses`, before them, each mention where none is. */
void cli_coverage_print(const cli_coverage *coverage, const cli_score *score,
                        bool misses);
void cli_coverage_close(cli_coverage *coverage);

void cli_score_close(cli_score *score);

#endif
