/* The cover of a match: the tokens of the whole mention. A generic word with a
 * capital belongs to the mention and says what kind of place is meant:
 *
 *     Alabuga Special Economic Zone      facility
 *     Gulf of Aden, Lake Victoria        water
 *     Clark County                       division
 *     Kherson region                     only Kherson, but a division
 */
#ifndef GM_MENTION_COVER_H
#define GM_MENTION_COVER_H

#include "mention/scan.h"

/* Fills in cover_begin, cover_end and kind_hint. */
void gm_cover(const gm_context *context, gm_match *match);

/* Takes the full stop of an abbreviation in; needs `contains`. */
void gm_cover_stop(const gm_context *context, gm_match *match);

/* The gm_place_kind of a generic word's classes, or -1. */
int gm_cover_kind(gm_word_classes classes);

/* How many tokens from `at` on make a generic phrase that stands behind names
 * ("Special Economic Zone": 3); 0: none. Its classes go to `out`. */
uint32_t gm_cover_generic(const gm_context *context, uint32_t at,
                          gm_word_classes *out);

/* Whether a name that ends before token `end` is that of a building or a body:
 * "Hospital" and "School", but neither "Street" nor "Lake". */
bool gm_cover_is_building(const gm_context *context, uint32_t end);

/* Whether a name that ends before token `end` is a place by its last word:
 * "Street", "Lake", "County". */
bool gm_cover_is_own_place(const gm_context *context, uint32_t end);

#endif
