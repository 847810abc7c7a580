/* See buffer.h. A failed append sets a flag that the owner checks once, at the
 * end, instead of after every piece. */
#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void gm_buffer_close(gm_buffer *buffer) {
  free(buffer->bytes);
  *buffer = (gm_buffer){0};
}

void gm_buffer_clear(gm_buffer *buffer) {
  buffer->size = 0;
  buffer->failed = false;
}

static bool reserve(gm_buffer *buffer, size_t more) {
  if (buffer->failed || more > SIZE_MAX / 4 - buffer->size) return false;
  if (buffer->capacity - buffer->size >= more) return true;
  size_t capacity = buffer->capacity ? buffer->capacity : 1024;
  while (capacity - buffer->size < more) capacity *= 2;
  char *larger = realloc(buffer->bytes, capacity);
  if (!larger) return false;
  buffer->bytes = larger;
  buffer->capacity = capacity;
  return true;
}

void gm_buffer_append(gm_buffer *buffer, gm_str str) {
  if (!reserve(buffer, str.size)) {
    buffer->failed = true;
    return;
  }
  if (str.size) memcpy(buffer->bytes + buffer->size, str.bytes, str.size);
  buffer->size += str.size;
}

void gm_buffer_print(gm_buffer *buffer, const char *format, ...) {
  va_list arguments, again;
  va_start(arguments, format);
  va_copy(again, arguments);
  int size = vsnprintf(NULL, 0, format, arguments);
  va_end(arguments);
  if (size < 0 || !reserve(buffer, (size_t)size + 1)) {
    buffer->failed = true;
  } else {
    vsnprintf(buffer->bytes + buffer->size, (size_t)size + 1, format, again);
    buffer->size += (size_t)size;
  }
  va_end(again);
}

gm_str gm_buffer_str(const gm_buffer *buffer) {
  return (gm_str){buffer->bytes, buffer->size};
}
