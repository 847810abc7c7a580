/* An overlay while it is made: what its files share. The steps, each in a file
 * of its own:
 *
 *     overlay_read    the user's file --> rows
 *     overlay_find    whom a row speaks of: an id, a name, a country
 *     overlay_record  places, new and corrected
 *     overlay_build   rows --> places, rules, edits of names
 *     overlay_sense   edits, name by name --> senses */
#ifndef GM_GAZETTEER_OVERLAY_DRAFT_H
#define GM_GAZETTEER_OVERLAY_DRAFT_H

#include "gazetteer/mapped.h"
#include "gazetteer/overlay.h"

enum { GM_COUNTRY_CODES = 26 * 26 };

/* What one row does to one name. */
typedef struct gm_overlay_edit {
  gm_str key, written;
  uint32_t node, order;
  bool never;
  uint32_t place; /* that gets the name; of never: the only one that loses it,
                     or GM_NO_PLACE */
  const char *country; /* of never: the only one that loses it, or "" */
  gm_sense sense;
} gm_overlay_edit;

typedef struct gm_overlay_draft {
  gm_workspace *ws;
  gm_gazetteer plain; /* the mapped file without any overlay */
  gm_gazetteer *made;
  gm_overlay *overlay;
  gm_overlay_edit *edits;
  size_t edit_count, edit_capacity;
  size_t words;                         /* of all edits */
  uint32_t countries[GM_COUNTRY_CODES]; /* place + 1, as far as was looked */
  uint32_t countries_looked;
} gm_overlay_draft;

/* Zeroed memory that lives as long as what is made; NULL after gm_fail. */
void *gm_overlay_keep(const gm_overlay_draft *b, size_t count, size_t size);
gm_str gm_overlay_keep_text(const gm_overlay_draft *b, gm_str text);

/* ------------------------------------------------------------- whom ------ */

/* Places of a name, as far as country, feature code and kind agree. */
typedef struct gm_overlay_wanted {
  const char *country; /* or "" */
  const char *feature; /* or "" */
  int kind;            /* or -1 */
} gm_overlay_wanted;

/* The place of a country code, or GM_NO_PLACE. */
uint32_t gm_overlay_country_of(gm_overlay_draft *b, const char *code);

/* How many places of that name there are; `first` is the best known. */
gm_status gm_overlay_count_named(const gm_overlay_draft *b, gm_str name,
                                 const gm_overlay_wanted *want, uint32_t *count,
                                 uint32_t *first);

/* The place that a row speaks of; GM_NO_PLACE: a new one. @return GM_BAD_INPUT
 * where there is no such place, or several */
gm_status gm_overlay_find_place(const gm_overlay_draft *b,
                                const gm_overlay_row *row, uint32_t *out);

/* ---------------------------------------------------------- records ------ */

/* The overlay's record of a place, made where there is none. */
gm_place *gm_overlay_record_of(gm_overlay_draft *b, uint32_t index);

/* The record of a new place; NULL after gm_fail. */
gm_place *gm_overlay_new_record(gm_overlay_draft *b, const gm_overlay_row *row);

/* Takes over what a row says of a place itself, its names left aside. */
gm_status gm_overlay_correct(gm_overlay_draft *b, const gm_overlay_row *row,
                             gm_place *place);

/* ----------------------------------------------------------- senses ------ */

/* Nodes and senses from the edits. */
gm_status gm_overlay_make_senses(gm_overlay_draft *b);

#endif
