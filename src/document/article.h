/* Articles as JSON: {"id","title","text","date","url","source","home",
 * "mentions"}; "domain" stands for a missing source.
 * The readers of JSON lines and of JSON files share this. */
#ifndef GM_DOCUMENT_ARTICLE_H
#define GM_DOCUMENT_ARTICLE_H

#include "document/source.h"

/* Makes a document of one JSON object.
 * @param a_line  it is a line of its own; else messages say which article of
 *                the file it is
 * @return GM_BAD_ENCODING, GM_BAD_INPUT: see gm_read */
gm_status gm_article_decode(gm_workspace *ws, const gm_source *source,
                            gm_record record, bool a_line,
                            const gm_document **out);

#endif
