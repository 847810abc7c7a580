/* Notes: four lines of text beside a file.
 *
 *     address https://download.geonames.org/export/dump/allCountries.zip
 *     etag "18f1a3c0-62c5d0f3b1d40"
 *     modified Tue, 03 Nov 2026 02:11:45 GMT
 *     bytes 418489280
 *
 * A note that was cut off, or written by somebody else, does no harm: a server
 * that does not know the tag sends the whole file. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fetch.h"

/* The value of a line "KEY VALUE", or NULL. */
static const char *value_of(const char *line, const char *key) {
  size_t size = strlen(key);
  return strncmp(line, key, size) == 0 && line[size] == ' ' ? line + size + 1
                                                            : NULL;
}

/* Values that do not fit are left out: half a tag is no tag. */
static void copy(char *out, size_t size, const char *value) {
  if (strlen(value) < size) strcpy(out, value);
}

static void read_line(const char *line, cli_fetch_note *out) {
  const char *value;
  if ((value = value_of(line, "address")))
    copy(out->address, sizeof out->address, value);
  else if ((value = value_of(line, "etag")))
    copy(out->etag, sizeof out->etag, value);
  else if ((value = value_of(line, "modified")))
    copy(out->modified, sizeof out->modified, value);
  else if ((value = value_of(line, "bytes")))
    out->bytes = strtoull(value, NULL, 10);
}

bool cli_fetch_note_read(const char *path, cli_fetch_note *out) {
  *out = (cli_fetch_note){0};
  FILE *file = fopen(path, "re");
  if (!file) return false;
  char line[CLI_FETCH_ADDRESS + 16];
  while (fgets(line, sizeof line, file)) {
    line[strcspn(line, "\r\n")] = 0;
    read_line(line, out);
  }
  fclose(file);
  return *out->address != 0;
}

bool cli_fetch_note_write(const char *path, const cli_fetch_note *note) {
  FILE *file = fopen(path, "we");
  if (!file) return false;
  fprintf(file, "address %s\n", note->address);
  if (*note->etag) fprintf(file, "etag %s\n", note->etag);
  if (*note->modified) fprintf(file, "modified %s\n", note->modified);
  if (note->bytes) fprintf(file, "bytes %" PRIu64 "\n", note->bytes);
  bool good = !ferror(file);
  return !fclose(file) && good;
}

/* Whether two values may be one: a server need not repeat what it has said. */
static bool may_be(const char *a, const char *b) {
  return !*a || !*b || strcmp(a, b) == 0;
}

bool cli_fetch_note_agrees(const cli_fetch_note *a, const cli_fetch_note *b) {
  bool same_size = !a->bytes || !b->bytes || a->bytes == b->bytes;
  return same_size && may_be(a->etag, b->etag) &&
         may_be(a->modified, b->modified);
}

const char *cli_fetch_note_validator(const cli_fetch_note *note) {
  if (note->etag[0] == '"') return note->etag; /* a weak one begins with W */
  return *note->modified ? note->modified : NULL;
}
