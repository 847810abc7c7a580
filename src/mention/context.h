/* The context: what the words around a name say. It is made once a document,
 * before any name is judged.
 *
 *   tokens     President | Vladimir | Putin | visited | Paris | Hilton | ...
 *   classes    title       given      -       -         given   -
 *   runs       [ President Vladimir Putin ]         [ Paris Hilton ]
 *   run kinds    person                               person
 *
 * A run is a stretch of capitalised words that belong together. Its kind says
 * whether it names a person, an organisation, a team or a facility; a run of
 * no kind may well be a place. The people of the document are remembered by
 * their last names, since news gives the whole name once and then the last. */
#ifndef GM_MENTION_CONTEXT_H
#define GM_MENTION_CONTEXT_H

#include "document/sentence.h"
#include "gazetteer/gazetteer.h"

typedef enum gm_run_kind {
  GM_RUN_PLAIN,
  GM_RUN_PERSON,
  GM_RUN_ORGANISATION,
  GM_RUN_TEAM,
  GM_RUN_FACILITY,
} gm_run_kind;

typedef struct gm_run {
  uint32_t begin, end; /* tokens, half-open */
  gm_run_kind kind;
} gm_run;

#define GM_NO_RUN UINT32_MAX

/* Folded words, for "does the document say this elsewhere". Begins as zeros;
 * the words themselves must outlive it. */
typedef struct gm_word_set {
  gm_str *slots;
  size_t capacity; /* a power of two */
  size_t count;
} gm_word_set;

typedef struct gm_context {
  const gm_document *document;
  const gm_gazetteer *gazetteer;
  gm_tokens tokens;
  gm_sentences sentences;
  const gm_word_classes *classes; /* one a token; 0 where not near */
  const bool *near;               /* one a token: a name may be near */
  const uint32_t *sentence_of;    /* one a token: index of its sentence */
  const uint32_t *run_of;         /* one a token: index of its run, or none */
  const gm_run *runs;
  uint32_t run_count;
  gm_word_set people; /* last names of the persons of this document */
  gm_word_set places; /* words that the document uses as places, once judged */
  gm_word_set lower;  /* words that also occur in lower case */
  const struct gm_reading *reading; /* reading.h; NULL: none was made */
  bool uncased; /* all in small letters: capitals tell nothing */
} gm_context;

/* Tokens, sentences, classes, runs, people of a document. @cost linear. */
gm_status gm_context_make(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const gm_document *document, gm_context *out);

/* Whether a token is a word with a capital that could begin a name: not one
 * that is only capitalised because a headline or a sentence begins. */
bool gm_context_is_name_like(const gm_context *context, uint32_t token);

/* The classes of a token, 0 outside of [0, count). */
gm_word_classes gm_context_classes(const gm_context *context, uint32_t token);

/* Whether the token is this one ASCII mark. False outside of the text. */
bool gm_context_is_mark(const gm_context *context, uint32_t token, char mark);

/* Finds and names the runs: run.c. */
gm_status gm_runs_find(gm_workspace *ws, gm_context *context);

gm_status gm_word_set_add(gm_workspace *ws, gm_word_set *set, gm_str word);
bool gm_word_set_has(const gm_word_set *set, gm_str word);

#endif
