/* See binary.h. People hand over what a browser saved or an office wrote; to
 * be told "it looks like a PDF file" helps more than a bad byte. */
#include "document/binary.h"

#include "base/str.h"

enum { LOOKED_AT_BYTES = 64 * 1024 };

const char *gm_binary_format(gm_str bytes) {
  static const struct {
    const char *what, *magic;
    size_t size;
  } formats[] = {{"a PDF file", "%PDF-", 5},
                 {"a ZIP archive or an office document", "PK\3\4", 4},
                 {"an old office document", "\xD0\xCF\x11\xE0", 4},
                 {"an RTF document", "{\\rtf", 5},
                 {"a PNG image", "\x89PNG", 4},
                 {"a JPEG image", "\xFF\xD8\xFF", 3},
                 {"a GIF image", "GIF8", 4},
                 {"a program", "\177ELF", 4},
                 {"a gzip archive", "\x1F\x8B", 2},
                 {"a zstd archive", "\x28\xB5\x2F\xFD", 4},
                 {"an xz archive", "\3757zXZ", 5},
                 {"a bzip2 archive", "BZh9", 4},
                 {"an SQLite database", "SQLite format 3", 15}};
  for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
    if (gm_str_starts(bytes, (gm_str){formats[i].magic, formats[i].size}))
      return formats[i].what;
  return NULL;
}

static bool is_control(char byte) {
  unsigned char code = (unsigned char)byte;
  return code < 0x08 || (code > 0x0D && code < 0x20 && code != 0x1B);
}

static gm_str beginning(gm_str bytes) {
  if (bytes.size > LOOKED_AT_BYTES) bytes.size = LOOKED_AT_BYTES;
  return bytes;
}

bool gm_binary_looks(gm_str text) {
  size_t controls = 0;
  text = beginning(text);
  for (size_t i = 0; i < text.size; i++) controls += is_control(text.bytes[i]);
  return controls * 20 > text.size; /* more than 5 % */
}

const char *gm_binary_wide(gm_str bytes) {
  size_t zeros[2] = {0, 0};
  bytes = beginning(bytes);
  for (size_t i = 0; i < bytes.size; i++) zeros[i % 2] += !bytes.bytes[i];
  size_t many = bytes.size / 4, few = bytes.size / 50;
  if (zeros[1] > many && zeros[0] <= few) return "UTF-16LE";
  if (zeros[0] > many && zeros[1] <= few) return "UTF-16BE";
  return NULL;
}
