/* See scratch.h. */
#include "base/scratch.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char ending[] = ".XXXXXX.part";

/* Where the system has no files without a name: one that loses it at once. */
static int open_named(const char *path) {
  size_t size = strlen(path) + sizeof ending;
  char *name = malloc(size);
  if (!name) return -1;
  snprintf(name, size, "%s%s", path, ending);
  int file = mkostemps(name, 5, O_CLOEXEC);
  int reason = errno;
  if (file >= 0) unlink(name);
  free(name);
  errno = reason;
  return file;
}

static int open_nameless(const char *path) {
  const char *slash = strrchr(path, '/');
  size_t size = slash ? (size_t)(slash - path) + 1 : 0;
  char *folder = size ? strndup(path, size) : strdup(".");
  if (!folder) return -1;
  int file = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  free(folder);
  return file;
}

gm_status gm_scratch_open(gm_workspace *ws, const char *path, gm_scratch *out) {
  int file = open_nameless(path);
  if (file < 0) file = open_named(path);
  if (file < 0)
    return gm_fail(ws, GM_CANNOT_WRITE, 0, "no file can be made beside %s: %s",
                   path, strerror(errno));
  out->file = file;
  atomic_init(&out->end, 0);
  return GM_OK;
}

void gm_scratch_close(gm_scratch *scratch) {
  if (scratch->file >= 0) close(scratch->file);
  scratch->file = -1;
}

gm_status gm_scratch_add(gm_workspace *ws, gm_scratch *scratch, gm_str bytes,
                         uint64_t *offset) {
  uint64_t at = atomic_fetch_add(&scratch->end, bytes.size);
  *offset = at;
  while (bytes.size) {
    ssize_t done = pwrite(scratch->file, bytes.bytes, bytes.size, (off_t)at);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0)
      return gm_fail(ws, GM_CANNOT_WRITE, 0,
                     "%zu bytes cannot be put aside: %s", bytes.size,
                     strerror(errno));
    bytes.bytes += done;
    bytes.size -= (size_t)done;
    at += (uint64_t)done;
  }
  return GM_OK;
}

gm_status gm_scratch_read(gm_workspace *ws, const gm_scratch *scratch,
                          uint64_t offset, void *out, size_t size) {
  char *to = out;
  while (size) {
    ssize_t done = pread(scratch->file, to, size, (off_t)offset);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0)
      return gm_fail(ws, GM_CANNOT_READ, 0,
                     "%zu bytes that were put aside cannot be read: %s", size,
                     done ? strerror(errno) : "the file is short");
    to += done;
    offset += (uint64_t)done;
    size -= (size_t)done;
  }
  return GM_OK;
}
