/* Texts as JSON that may stand inside an element of HTML. */
#ifndef GM_WRITE_REPORT_JSON_H
#define GM_WRITE_REPORT_JSON_H

#include "base/buffer.h"

/* Appends a JSON string, "" for an empty text. No byte of it is <, > or &,
 * nor U+2028 or U+2029, so that nothing in an article can end the element
 * that holds the data or begin another.
 * @param text  valid UTF-8 */
void gm_report_text(gm_str text, gm_buffer *out);

#endif
