/* Names: how a written name becomes the key under which it is found.
 *
 *     Martha's Vineyard  ->  martha s vineyard
 *     Stratford-upon-Avon -> stratford upon avon
 *     U.S.               ->  us
 *
 * A name is cut into tokens as any text is; its words and numbers, folded, are
 * joined by one space; marks vanish. A possessive 's is a word "s" inside a
 * name: the tokeniser cannot know that it belongs to the name, so names and
 * texts both take it as a step of its own. A bare apostrophe is no word. */
#ifndef GM_GAZETTEER_NAME_H
#define GM_GAZETTEER_NAME_H

#include "base/str.h"
#include "document/token.h"

enum {
  GM_NAME_WORDS = 12,      /* the most that a key may have */
  GM_NAME_KEY_BYTES = 255, /* likewise */
};

/* A name that was read. */
typedef struct gm_name {
  gm_str key; /* in the workspace; empty: nothing but marks */
  uint32_t words;
  bool dotted;  /* U.S., Calif., Washington, D.C.: but not St. Louis */
  bool capital; /* two letters or more, and every one a capital */
} gm_name;

/* The word that a token adds to a name, with which a walk takes its next step;
 * empty: the token adds none. */
gm_str gm_name_word(const gm_token *token);

/* @param name  valid UTF-8. @return GM_NO_MEMORY. @cost linear. */
gm_status gm_name_read(gm_workspace *ws, gm_str name, gm_name *out);

/* name_plain.c: the short way of gm_name_read, for most names.
 * @return GM_OK with `plain` false, and `out` as it was: it needs the long one
 */
gm_status gm_name_read_plain(gm_workspace *ws, gm_str name, bool *plain,
                             gm_name *out);

/* The key alone; bytes is NULL after gm_fail. */
gm_str gm_name_key(gm_workspace *ws, gm_str name);

/* Whether a string is a code rather than a name: it has no letter outside of
 * ASCII and either no letter at all, or a digit and no small letter, or it is
 * an address (http, www, @). */
bool gm_name_is_code(gm_str name);

#endif
