/* Features of GeoJSON, made by cJSON: the one part that the two JSON formats
 * share. A feature is built, printed into the buffer and freed before the
 * next, so memory does not grow with the map. */
#ifndef GM_WRITE_FEATURE_H
#define GM_WRITE_FEATURE_H

#include <cjson/cJSON.h>

#include "base/buffer.h"
#include "base/workspace.h"

/* Appends a Feature for each mention, on one line each, with `between` between
 * two of them.
 * @return GM_NO_MEMORY, GM_CANCELLED. @cost linear. */
gm_status gm_features_render(gm_workspace *ws, const gm_gazetteer *gazetteer,
                             const gm_document *document, gm_mentions mentions,
                             gm_resolutions resolutions, gm_geometry geometry,
                             const char *between, gm_buffer *out);

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
