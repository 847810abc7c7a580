/* The whole way on one page: an article in, its part of the map out. Each step
 * is a room of src/, and can be called alone.
 *
 *     record --read--> document --find--> mentions --resolve--> resolutions
 *                                                 --summarise--> digest
 *                                                 --render-----> rows
 *
 * Digests go on to a summary (gm_summary_add), out of which the layers come
 * that need all articles. */
#include "geomention.h"

gm_status gm_map(gm_workspace *ws, const gm_gazetteer *gazetteer,
                 const gm_model *model, const gm_source *source,
                 gm_record record, const gm_writer *writer, gm_rendering *out,
                 gm_tally *tally, const gm_digest **digest) {
  const gm_document *document;
  gm_mentions mentions;
  gm_resolutions resolutions;
  gm_status status = gm_read(ws, source, record, &document);
  if (status == GM_OK)
    status = gm_find(ws, gazetteer, model, document, &mentions);
  if (status == GM_OK)
    status = gm_resolve(ws, gazetteer, model, document, mentions,
                        &resolutions);
  if (status == GM_OK && digest)
    status = gm_summarise(ws, gazetteer, document, mentions, resolutions,
                          digest);
  if (status == GM_OK)
    status = gm_render(ws, writer, document, mentions, resolutions, out);
  if (status == GM_OK)
    gm_tally_add(resolutions, tally);
  else
    tally->failed++;
  return status;
}
