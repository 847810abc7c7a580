/* Articles as JSON: {"id","title","text","date","url","source","mentions"}.
 * The readers of JSON lines and of JSON files share this. */
#ifndef GM_DOCUMENT_ARTICLE_H
#define GM_DOCUMENT_ARTICLE_H

#include "document/source.h"

/* Makes a document of one JSON object.
 * @param unit  what the record's number counts: "line" or "article"
 * @return GM_BAD_ENCODING, GM_BAD_INPUT: see gm_read */
gm_status gm_article_decode(gm_workspace *ws, const gm_source *source,
                            gm_record record, const char *unit,
                            const gm_document **out);

#endif
