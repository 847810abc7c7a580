/* See file.h. */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static gm_status map_open(gm_workspace *ws, int file, const char *path,
                          gm_str *out) {
  struct stat about;
  if (fstat(file, &about) < 0 || !S_ISREG(about.st_mode))
    return gm_fail(ws, GM_CANNOT_READ, 0, "%s is not a file", path);
  size_t size = (size_t)about.st_size;
  if (!size) {
    *out = (gm_str){0};
    return GM_OK;
  }
  void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (bytes == MAP_FAILED)
    return gm_fail(ws, GM_CANNOT_READ, 0, "%s cannot be mapped: %s", path,
                   strerror(errno));
  *out = (gm_str){bytes, size};
  return GM_OK;
}

gm_status gm_file_map(gm_workspace *ws, const char *path, gm_str *out) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return gm_fail(ws, GM_CANNOT_READ, 0, "%s cannot be opened: %s", path,
                   strerror(errno));
  gm_status status = map_open(ws, file, path, out);
  close(file);
  return status;
}

void gm_file_unmap(gm_str mapped) {
  if (mapped.size) munmap((void *)(uintptr_t)mapped.bytes, mapped.size);
}

static gm_status cannot_write(gm_workspace *ws, const char *path) {
  return gm_fail(ws, GM_CANNOT_WRITE, 0, "%s cannot be written: %s", path,
                 strerror(errno));
}

/* Both names, with `kept` bytes of the path's end behind the temporary's. What
 * could not be renamed at the end is refused now: of several files that appear
 * together, others would have their names by then. */
static gm_status name_file(gm_workspace *ws, const char *path, size_t kept,
                           gm_file *file) {
  struct stat about;
  if (!stat(path, &about) && S_ISDIR(about.st_mode)) {
    errno = EISDIR;
    return cannot_write(ws, path);
  }
  size_t size = strlen(path), room = size + sizeof ".4294967295.part";
  file->path = strdup(path);
  file->temporary = malloc(room);
  if (!file->path || !file->temporary) {
    free(file->path), free(file->temporary);
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the path %s", path);
  }
  snprintf(file->temporary, room, "%.*s.%u.part%s", (int)(size - kept), path,
           (unsigned)getpid(), path + size - kept);
  return GM_OK;
}

gm_status gm_file_create(gm_workspace *ws, const char *path, gm_file *out) {
  gm_file file = {.stream = stdout};
  if (strcmp(path, "-") != 0) {
    gm_status status = name_file(ws, path, 0, &file);
    if (status != GM_OK) return status;
    file.stream = fopen(file.temporary, "wbe");
    if (!file.stream) {
      cannot_write(ws, path);
      free(file.path), free(file.temporary);
      return GM_CANNOT_WRITE;
    }
  }
  *out = file;
  return GM_OK;
}

/* Made empty at once, so that a folder that cannot be written is known now. */
gm_status gm_file_lend(gm_workspace *ws, const char *path, gm_file *out) {
  gm_file file = {0};
  const char *dot = strrchr(path, '.');
  bool ending = dot && !strchr(dot, '/');
  gm_status status = name_file(ws, path, ending ? strlen(dot) : 0, &file);
  if (status != GM_OK) return status;
  file.stream = fopen(file.temporary, "wbe");
  if (!file.stream) {
    cannot_write(ws, path);
    free(file.path), free(file.temporary);
    return GM_CANNOT_WRITE;
  }
  fclose(file.stream);
  file.stream = NULL;
  *out = file;
  return GM_OK;
}

gm_status gm_file_write(gm_workspace *ws, gm_file *file, gm_str bytes) {
  size_t done =
      bytes.size ? fwrite(bytes.bytes, 1, bytes.size, file->stream) : 0;
  if (done == bytes.size) return GM_OK;
  return cannot_write(ws, file->path ? file->path : "standard output");
}

gm_status gm_file_write_at(gm_workspace *ws, gm_file *file, uint64_t offset,
                           gm_str bytes) {
  if (!file->path)
    return gm_fail(ws, GM_CANNOT_WRITE, 0,
                   "standard output cannot take a file that is not written"
                   " from its beginning to its end");
  while (bytes.size) {
    ssize_t done =
        pwrite(fileno(file->stream), bytes.bytes, bytes.size, (off_t)offset);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return cannot_write(ws, file->path);
    bytes.bytes += done;
    bytes.size -= (size_t)done;
    offset += (uint64_t)done;
  }
  return GM_OK;
}

static void release(gm_file *file) {
  free(file->path);
  free(file->temporary);
  *file = (gm_file){0};
}

/* Brings what was written to the disk and closes the file; errno says why
 * not. */
static bool settle(gm_file *file) {
  FILE *stream = file->stream;
  if (!stream) stream = fopen(file->temporary, "r+be");
  file->stream = NULL;
  if (!stream) return false;
  bool good = !fflush(stream) && !fsync(fileno(stream));
  int reason = errno;
  if (fclose(stream) && good) return false;
  errno = reason;
  return good;
}

gm_status gm_file_settle(gm_workspace *ws, gm_file *file) {
  if (file->settled) return GM_OK;
  bool good = file->path ? settle(file) : !fflush(file->stream);
  if (!good)
    return cannot_write(ws, file->path ? file->path : "standard output");
  file->settled = true;
  return GM_OK;
}

gm_status gm_file_finish(gm_workspace *ws, gm_file *file) {
  gm_status status = gm_file_settle(ws, file);
  if (!file->path && status != GM_OK) return status;
  if (file->path && status == GM_OK && rename(file->temporary, file->path))
    status = cannot_write(ws, file->path);
  if (file->path && status != GM_OK) unlink(file->temporary);
  release(file);
  return status;
}

void gm_file_abandon(gm_file *file) {
  if (file->path) {
    if (file->stream) fclose(file->stream);
    unlink(file->temporary);
  }
  release(file);
}
