/* Bytes that grow: what a writer renders into, or a reader gathers. Unlike the
 * arena's memory it outlives a document, so it has its own life. */
#ifndef GM_BASE_BUFFER_H
#define GM_BASE_BUFFER_H

#include "geomention.h"

typedef struct gm_buffer {
  char *bytes;
  size_t size;
  size_t capacity;
  bool failed; /* an append found no memory; all later ones do nothing */
} gm_buffer;

void gm_buffer_close(gm_buffer *buffer);
void gm_buffer_clear(gm_buffer *buffer); /* keeps the memory */
void gm_buffer_append(gm_buffer *buffer, gm_str str);
void gm_buffer_print(gm_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
gm_str gm_buffer_str(const gm_buffer *buffer);

#endif
