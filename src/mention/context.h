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
#include "mention/vocabulary.h"

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

typedef struct gm_context {
  const gm_document *document;
  const gm_gazetteer *gazetteer;
  gm_tokens tokens;
  gm_sentences sentences;
  gm_vocabulary vocabulary;
  const gm_word_classes *classes; /* one a token */
  const uint32_t *sentence_of;    /* one a token: index of its sentence */
  const uint32_t *run_of;         /* one a token: index of its run, or none */
  const gm_run *runs;
  uint32_t run_count;
  const struct gm_reading *reading; /* reading.h; NULL: none was made */
  bool uncased; /* all in small letters: capitals tell nothing */
  bool shouted; /* nearly all in capitals: likewise */
} gm_context;

/* Tokens, sentences, classes, runs, people of a document. @cost linear. */
gm_status gm_context_make(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const gm_document *document, gm_context *out);

/* Whether a token is a word with a capital that could begin a name: not one
 * that is only capitalised because a headline or a sentence begins. */
bool gm_context_is_name_like(const gm_context *context, uint32_t token);

/* Whether the letters of a token's sentence say nothing of names: all are
 * capitals, or all small. */
bool gm_context_is_flat(const gm_context *context, uint32_t token);

/* The classes of a token, 0 outside of [0, count). */
gm_word_classes gm_context_classes(const gm_context *context, uint32_t token);

/* Whether the token is this one ASCII mark. False outside of the text. */
bool gm_context_is_mark(const gm_context *context, uint32_t token, char mark);

/* The first token from `from` on that ends behind a byte; the count of tokens:
 * there is none. @cost logarithmic in how far off it is. */
uint32_t gm_context_token(const gm_context *context, uint32_t from,
                          uint32_t byte);

/* Finds and names the runs: run.c. */
gm_status gm_runs_find(gm_workspace *ws, gm_context *context);

/* Where the person's name of a run ends: before "of", since Ann Fenwick of
 * Elida lives there, and where a line ends. A run that opens with a direction
 * has none: the answer is its begin. */
uint32_t gm_run_person_end(const gm_context *context, const gm_run *run);

/* Notes, or tells, that the document shows the word of a token so somewhere.
 * What is folded to nothing is never noted. */
void gm_context_note(const gm_context *context, uint32_t token, gm_shown as);
bool gm_context_shown(const gm_context *context, uint32_t token, gm_shown as);

/* A walk along the words of tokens [begin, end), marks passed over.
 * @return how many words; 0: there are none, or no name goes so */
uint32_t gm_context_walk(const gm_context *context, uint32_t begin,
                         uint32_t end, gm_name_walk *out);

#endif
