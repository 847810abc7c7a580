/* Gold: articles whose mentions are known, and where each of them lies. The
 * corpora are those of `geomention score`, an article a line:
 *
 *     {"id": "a1", "text": "He left Kyiv.", "mentions": [{"start": 8,
 *      "end": 12, "lat": 50.45, "lon": 30.52, "geonameid": 703448}]}
 *
 * They are read as `geomention map --mentions given` reads them, so that a
 * title and a date count as they do in use. */
#ifndef TRAIN_GOLD_H
#define TRAIN_GOLD_H

#include "corpus.h"
#include "earth/point.h"

typedef struct gold_place {
  uint32_t geonameid; /* 0: unknown */
  bool placed;        /* whether `at` is known */
  gm_point at;
} gold_place;

typedef struct gold_article {
  const gm_document *document; /* its given spans are the gold ones */
  const gold_place *places;    /* one a given span */
} gold_article;

/* What is done with each article; what it returns ends the reading unless
 * GM_OK. The workspace is reset before. */
typedef gm_status gold_visit(gm_workspace *ws, const gold_article *article,
                             void *user);

gm_status gold_read(gm_workspace *ws, const char *path, corpus_choice choice,
                    gold_visit *visit, void *user);

#endif
