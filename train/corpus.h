/* Corpora: articles with marked names, one JSON object a line.
 *
 *     {"id": "a1", "text": "He left Kyiv.", "spans": [[8, 12, "PLACE"]],
 *      "partial": false, "home": false, "weight": 1}
 *
 * Positions are code points. PLACE, DEMO, PER, ORG and MISC are the types of
 * src/mention/lattice.h; a name may stand in a longer one. In a partial article
 * only places are marked: any other word may be of any other type, or none.
 * Home are the articles whose places are marked as they shall be found; without
 * that word, partial ones are. Judged says how much candidates of the article
 * count where the evidence on them is weighed; without it, those of home count
 * 1 and others 0. */
#ifndef TRAIN_CORPUS_H
#define TRAIN_CORPUS_H

#include <cjson/cJSON.h>

#include "mention/context.h"

typedef struct corpus_span {
  uint32_t begin, end; /* bytes of the text */
  int type;            /* gm_label_type; -1: another */
  const char *written; /* the type as the file has it */
} corpus_span;

enum { CORPUS_FOLDS = 5 };

typedef struct corpus_article {
  const char *id;
  int fold;   /* the crc32 of the id modulo CORPUS_FOLDS */
  char *text; /* terminated; may be changed */
  bool partial;
  bool home;    /* its places are marked as they shall be found */
  float weight; /* how much its names count */
  float judged; /* how much its candidates count; 0: not at all */
  corpus_span *spans;
  uint32_t span_count;
} corpus_article;

/* What is done with each article; what it returns ends the reading unless
 * GM_OK. The workspace is reset before. */
typedef gm_status corpus_visit(gm_workspace *ws, corpus_article *article,
                               void *user);

/* Which articles are read, by their fold. -1 is no fold. */
typedef struct corpus_choice {
  int but[2]; /* not these */
  int only;   /* this one only */
} corpus_choice;

bool corpus_is_chosen(const char *id, corpus_choice choice);

gm_status corpus_read(gm_workspace *ws, const char *path, corpus_choice choice,
                      corpus_visit *visit, void *user);

#endif
