/* See label.h. */
#include "write/label.h"

#include "base/str.h"

/* The name of a parent, or nothing where `above` is the place itself or has
 * the same name: Moscow in Moscow is one Moscow. */
static gm_str parent_name(const gm_gazetteer *gazetteer, const gm_place *place,
                          uint32_t above) {
  if (above == GM_NO_PLACE || above == place->index) return (gm_str){0};
  gm_str name = gm_gazetteer_place(gazetteer, above).name;
  return gm_str_equal(name, place->name) ? (gm_str){0} : name;
}

gm_str gm_label_of(gm_workspace *ws, const gm_gazetteer *gazetteer,
                   uint32_t index) {
  if (index == GM_NO_PLACE) return GM_STR("");
  gm_place place = gm_gazetteer_place(gazetteer, index);
  gm_str admin1 = parent_name(gazetteer, &place, place.admin1_place);
  gm_str country = parent_name(gazetteer, &place, place.country_place);
  return gm_str_print(ws, "%.*s%s%.*s%s%.*s", GM_PRINT(place.name),
                      admin1.size ? ", " : "", GM_PRINT(admin1),
                      country.size ? ", " : "", GM_PRINT(country));
}
