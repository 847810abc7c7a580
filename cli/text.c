/* See text.h. */
#include "text.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { COLUMNS = 79 };

static void begin_line(int indent) {
  printf("\n%*s", indent, "");
}

void cli_text_wrap(const char *text, int at, int indent) {
  int column = at;
  while (*text) {
    int size = (int)strcspn(text, " \n");
    if (column > indent && column + 1 + size > COLUMNS) {
      begin_line(indent);
      column = indent;
    } else if (column > indent) {
      putchar(' ');
      column++;
    }
    printf("%.*s", size, text);
    column += size;
    text += size;
    if (*text == '\n') {
      begin_line(indent);
      column = indent;
    }
    if (*text) text++;
  }
  putchar('\n');
}

/* Continuation bytes of UTF-8 take no column. */
static bool begins_character(char byte) {
  return ((unsigned char)byte & 0xC0) != 0x80;
}

int cli_text_width(gm_str text) {
  int width = 0;
  for (size_t i = 0; i < text.size; i++)
    width += begins_character(text.bytes[i]);
  return width;
}

void cli_text_cell(gm_str text, int width) {
  int own = cli_text_width(text), left = own <= width ? own : width - 1;
  size_t i = 0;
  for (; i < text.size; i++) {
    if (begins_character(text.bytes[i]) && left-- == 0) break;
    putchar(text.bytes[i]);
  }
  if (own > width) fputs("…", stdout);
  printf("%*s", own < width ? width - own : 0, "");
}

gm_str cli_text_str(const char *terminated) {
  return (gm_str){terminated, strlen(terminated)};
}

gm_str cli_text_number(uint64_t number, char buffer[32]) {
  char digits[24];
  int count = snprintf(digits, sizeof digits, "%" PRIu64, number);
  size_t size = 0;
  for (int i = 0; i < count; i++) {
    if (i && (count - i) % 3 == 0) buffer[size++] = ',';
    buffer[size++] = digits[i];
  }
  return (gm_str){buffer, size};
}
