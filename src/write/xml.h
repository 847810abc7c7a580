/* Texts within XML and HTML. */
#ifndef GM_WRITE_XML_H
#define GM_WRITE_XML_H

#include "base/buffer.h"

/* Appends a text so that it means itself, between tags and in attributes. What
 * XML 1.0 has no way to say, most control characters, becomes U+FFFD. */
void gm_xml_print(gm_str text, gm_buffer *out);

#endif
