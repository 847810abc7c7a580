/* See report_json.h. */
#include "write/report_json.h"

#include "base/str.h"

/* How many bytes at the front of `text` must be escaped: 0, 1, or the three of
 * the separators E2 80 A8 and A9, which JavaScript once took for line ends. */
static size_t special(gm_str text) {
  unsigned char byte = (unsigned char)text.bytes[0];
  if (byte < ' ' || byte == '"' || byte == '\\' || byte == '<' || byte == '>' ||
      byte == '&' || byte == 0x7F)
    return 1;
  if (gm_str_starts(text, GM_STR("\xE2\x80\xA8")) ||
      gm_str_starts(text, GM_STR("\xE2\x80\xA9")))
    return 3;
  return 0;
}

static void escape(gm_str text, size_t size, gm_buffer *out) {
  unsigned char byte = (unsigned char)text.bytes[0];
  if (size == 3)
    gm_buffer_print(out, "\\u%s", text.bytes[2] == '\xA8' ? "2028" : "2029");
  else if (byte == '"' || byte == '\\')
    gm_buffer_print(out, "\\%c", byte);
  else if (byte == '\n')
    gm_buffer_append(out, GM_STR("\\n"));
  else if (!byte)
    gm_buffer_append(out, GM_STR("\\ufffd"));
  else
    gm_buffer_print(out, "\\u%04x", byte);
}

void gm_report_text(gm_str text, gm_buffer *out) {
  size_t plain = 0;
  gm_buffer_append(out, GM_STR("\""));
  while (plain < text.size) {
    size_t size = special((gm_str){text.bytes + plain, text.size - plain});
    if (!size) {
      plain++;
      continue;
    }
    gm_buffer_append(out, (gm_str){text.bytes, plain});
    text = (gm_str){text.bytes + plain, text.size - plain};
    escape(text, size, out);
    text = (gm_str){text.bytes + size, text.size - size};
    plain = 0;
  }
  gm_buffer_append(out, text);
  gm_buffer_append(out, GM_STR("\""));
}
