/* See xml.h. */
#include "write/xml.h"

#include "base/str.h"

/* What stands for a byte; nothing where it stands for itself. */
static gm_str escape(char byte) {
  switch (byte) {
    case '&': return GM_STR("&amp;");
    case '<': return GM_STR("&lt;");
    case '>': return GM_STR("&gt;");
    case '"': return GM_STR("&quot;");
    case '\'': return GM_STR("&#39;");
    case '\t':
    case '\n':
    case '\r': return (gm_str){0};
    default: break;
  }
  bool control = (unsigned char)byte < 0x20;
  return control ? GM_STR("\xEF\xBF\xBD") : (gm_str){0};
}

void gm_xml_print(gm_str text, gm_buffer *out) {
  size_t done = 0;
  for (size_t i = 0; i < text.size; i++) {
    gm_str instead = escape(text.bytes[i]);
    if (!instead.size) continue;
    gm_buffer_append(out, (gm_str){text.bytes + done, i - done});
    gm_buffer_append(out, instead);
    done = i + 1;
  }
  gm_buffer_append(out, (gm_str){text.bytes + done, text.size - done});
}
