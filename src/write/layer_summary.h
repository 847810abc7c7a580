/* The layers that come at the end of a run, out of its summary: a file each,
 * which turns a row of the summary into a row of the map. */
#ifndef GM_WRITE_LAYER_SUMMARY_H
#define GM_WRITE_LAYER_SUMMARY_H

#include "write/writer.h"

/* What the rows of a layer need on their way. */
typedef struct gm_layer_run {
  gm_workspace *ws;
  gm_writer *writer;
  gm_summary *summary;
} gm_layer_run;

/* Each writes all rows of its layer.
 * @return what the summary or the writer returned */
gm_status gm_layer_places_write(const gm_layer_run *run);
gm_status gm_layer_links_write(const gm_layer_run *run);
gm_status gm_layer_articles_write(const gm_layer_run *run);
gm_status gm_layer_areas_write(const gm_layer_run *run);
gm_status gm_layer_timeline_write(const gm_layer_run *run);

/* Hands a finished row to the writer; a value that failed ends the run. */
gm_status gm_layer_run_add(const gm_layer_run *run, const gm_layer *layer,
                           const gm_value *values, const gm_shape *shape);

/* Makes all values of a row null. */
void gm_values_clear(gm_value *values, int count);

/* The main name of a place that may be GM_NO_PLACE, and its key. */
gm_value gm_value_name_of(const gm_layer_run *run, uint32_t place);
gm_value gm_value_key_of(const gm_layer_run *run, uint32_t place);

#endif
