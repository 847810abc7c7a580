/* The kinds of names by the words that the tables use. Their words for people
 * to read are public: gm_name_kind_name. */
#ifndef GM_GAZETTEER_KIND_H
#define GM_GAZETTEER_KIND_H

#include "base/str.h"

/* @return false: there is no such kind of name. */
bool gm_name_kind_of(gm_str word, gm_name_kind *out);

/* Whether such a name is that of people, or an adjective, not of the place. */
static inline bool gm_name_kind_is_people(gm_name_kind kind) {
  return kind == GM_NAME_DEMONYM || kind == GM_NAME_ADJECTIVE;
}

#endif
