/* The press: where names go while the tables are read.
 *
 *     reading    "Köln" "Cologne" "Colonia" ...     gathered in blocks
 *        |
 *     folding    koln -> hash, flags                by a crew, block by block
 *        |
 *     shards     256 parts of all keys, by hash     put aside: see spill.h
 *
 * Folding takes longer than reading, so it is done beside it. Afterwards all
 * that is known of one key lies in one shard: its names, its word classes, and
 * whether longer keys begin with it. */
#ifndef GM_GAZETTEER_PRESS_H
#define GM_GAZETTEER_PRESS_H

#include "base/crew.h"
#include "gazetteer/spill.h"
#include "gazetteer/word.h"

/* The language of the texts: where names fold alike, its own go first. */
#define GM_HOME_LANGUAGE "en"

/* A name on its way: what is known of it beside its writing. */
typedef struct gm_draft_name {
  uint32_t place;
  gm_name_kind kind;
  uint16_t language; /* its number; 0: unknown */
  int16_t from_year, to_year;
  bool foreign; /* in a language that is not GM_HOME_LANGUAGE */
  bool main;    /* what the place is called first */
} gm_draft_name;

typedef struct gm_press gm_press;

/* A name as it is put aside, with its writing behind it. Years are only there
 * (and the record only has its full size) with GM_PRESSED_DATED. */
typedef struct gm_pressed {
  uint64_t hash;  /* mixed, of its key */
  uint32_t place; /* of a word: its classes */
  uint32_t order; /* of reading */
  uint16_t size;  /* of its writing */
  uint16_t check; /* another hash of its key: see gm_hash_check */
  uint16_t language;
  uint8_t kind;  /* gm_name_kind, and the flags of a sense */
  uint8_t state; /* bits, below */
  int16_t from_year, to_year;
} gm_pressed;

enum {
  GM_PRESSED_MAIN = 1,    /* the place's main name */
  GM_PRESSED_LOST = 2,    /* main, but it has no key: the hash is of anything */
  GM_PRESSED_WORD = 4,    /* no name: a word's classes */
  GM_PRESSED_FOREIGN = 8, /* not in GM_HOME_LANGUAGE */
  GM_PRESSED_DATED = 16,
  GM_PRESSED_BYTES = 24, /* without its years */
};

/* @param path     beside which the scratch file is made; it outlives the press
 * @param workers  0: one a processor
 * @owner the caller, until gm_press_close */
gm_status gm_press_open(gm_workspace *ws, const char *path, unsigned workers,
                        gm_press **out);
void gm_press_close(gm_press *press); /* NULL is allowed */

gm_status gm_press_name(gm_press *press, gm_str written,
                        const gm_draft_name *about);
gm_status gm_press_word(gm_press *press, gm_str written,
                        gm_word_classes classes, bool *known);

/* Folds what is left; nothing can be added after it. */
gm_status gm_press_finish(gm_press *press);

/* What there is afterwards. */
typedef enum gm_pressed_part {
  GM_PRESSED_NAMES,      /* gm_pressed, each with its writing */
  GM_PRESSED_BEGINNINGS, /* mixed hashes, 8 bytes each: of keys that go on */
} gm_pressed_part;

/* All of one part in one shard, in no certain order.
 * @param room  where it is put, which grows as need be
 * @threads any number at once, each with its own workspace and room. */
gm_status gm_press_read(const gm_press *press, gm_workspace *ws, unsigned shard,
                        gm_pressed_part part, gm_store *room, gm_str *out);

/* The names that were left out. */
typedef struct gm_press_losses {
  uint32_t useless, too_long, codes;
} gm_press_losses;

gm_press_losses gm_press_lost(const gm_press *press);

#endif
