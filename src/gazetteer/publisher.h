/* Publishers' files among those that a gazetteer is compiled from, and the
 * order in which they are read:
 *
 *     our tables of places     by hand first: their points stay
 *     Natural Earth            a few thousand features
 *     GeoNames, first time     claims what has no id yet
 *     GeoNames, second time    adds millions of rows, or updates
 *     parents; our names; GeoNames' names by language */
#ifndef GM_GAZETTEER_PUBLISHER_H
#define GM_GAZETTEER_PUBLISHER_H

#include "gazetteer/build.h"
#include "gazetteer/folder.h"

/* To be called before any place is read. */
gm_status gm_publisher_begin(gm_build *build, const gm_folder_list *list);

/* Behind our tables of places, and behind our tables of names. Without such
 * files they do nothing. */
gm_status gm_publisher_read_places(gm_build *build, const gm_folder_list *list);
gm_status gm_publisher_read_names(gm_build *build, const gm_folder_list *list);

/* Fills what gm_compile_options ask for. */
gm_status gm_publisher_report(gm_build *build);

#endif
