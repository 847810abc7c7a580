/* Features of GeoJSON, made by cJSON: the one part that the two JSON formats
 * share. A feature is built, printed into the buffer and freed before the
 * next, so memory does not grow with the map. */
#ifndef GM_WRITE_FEATURE_H
#define GM_WRITE_FEATURE_H

#include <cjson/cJSON.h>

#include "write/layout.h"

/* Appends a row as a Feature, on one line: the `print` of both formats.
 * @return GM_NO_MEMORY. @cost linear. */
gm_status gm_feature_print(gm_workspace *ws, const gm_sheet *sheet,
                           const gm_layer_row *row, gm_buffer *out);

/* A JSON string, or null for an empty text. NULL: there is no memory. */
cJSON *gm_json_text(gm_workspace *ws, gm_str text);

/* Adds a member that may be NULL; false when it is, or memory is short. `name`
 * must live as long as the object. */
bool gm_json_add(cJSON *object, const char *name, cJSON *member);

/* Prints a value on one line and frees it. NULL, what is left of a value that
 * found no memory, prints nothing.
 * @return GM_NO_MEMORY */
gm_status gm_json_print(gm_workspace *ws, cJSON *value, gm_buffer *out);

#endif
