/* The two rules for the senses of a key: which of those that fold alike stay,
 * and in which order the gazetteer would choose without any context.
 *
 * Merging: one place has a key at most twice, once as a name of its own and
 * once as the name of its people (demonym or adjective). Of names that fold to
 * the same key one stays: English ones and those of unknown language before
 * others (UK before the Estonian ÜK), then the kind that says most, then the
 * first. It is dotted, or in capitals, only if all names are that are as good
 * but for being later: with "US" in the tables beside "U.S.", a text need not
 * write the full stops.
 *
 * Shown is a place's main name, or an English name that folds to the same key
 * and needs fewer bytes beyond ASCII: news in English writes Rafah, Izmir,
 * Rajkot where the sources' main names are Rafaḩ, İzmir, Rājkot.
 *
 * Order: rank = prominence + what the place's kind and the name's kind give;
 * then more names; then the index. */
#ifndef GM_GAZETTEER_MEANINGS_H
#define GM_GAZETTEER_MEANINGS_H

#include "gazetteer/build.h"

/* A name of a place while it is sorted. */
typedef struct gm_draft_sense {
  uint64_t hash;    /* mixed, of its key */
  uint32_t place;   /* of a word: its classes */
  uint32_t order;   /* of reading */
  uint32_t written; /* string */
  uint32_t shown;   /* likewise; of a main name, once senses are merged */
  uint16_t high;    /* bytes beyond ASCII that this one has */
  uint16_t language;
  uint16_t check; /* of its key: see gm_hash_check */
  int16_t from_year, to_year;
  uint8_t kind;  /* gm_name_kind, and the flags of a sense */
  uint8_t state; /* bits of press.h */
} gm_draft_sense;

/* A sense that stays. */
typedef struct gm_kept_sense {
  uint32_t place, written;
  uint16_t language;
  int16_t from_year, to_year;
  uint8_t kind; /* gm_name_kind, and flags */
  uint8_t zero;
} gm_kept_sense;

/* Merges a key's senses at the front of `senses`; into which a main name went
 * is one. @return how many stay */
uint32_t gm_meanings_merge(gm_draft_sense *senses, uint32_t count);

/* A sense and what it is ordered by. */
typedef struct gm_ranked_sense {
  int16_t rank;
  uint16_t names;
  gm_kept_sense sense;
} gm_ranked_sense;

/* Puts a key's senses in order. @param spare  room for as many */
void gm_meanings_order(const gm_build *build, gm_kept_sense *senses,
                       uint32_t count, gm_ranked_sense *spare);

#endif
