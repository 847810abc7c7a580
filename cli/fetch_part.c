/* The bytes of a file on their way: NAME.part, and the note that says of which
 * version they are.
 *
 * Resuming. With N bytes here we ask for those from N on, on the condition that
 * the version is still the one of the note. Where all have come already (we
 * were stopped while checking) we ask for the last byte again: that too tells
 * whether the version is still the same.
 *
 * Order. A note never speaks of more than there is: the part is emptied before
 * its note changes, and the file gets its final name before its note does. When
 * the machine stops in between, the worst is a file that is fetched again.
 *
 * The part is locked, so that two runs do not write into one. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fetch.h"

static bool failed(cli_fetch_part *part) {
  part->reason = errno;
  return false;
}

/* ------------------------------------------------------------- opening -- */

/* Makes the folders above a path, like mkdir -p. */
static bool make_folders(const char *path) {
  char folder[PATH_MAX];
  for (const char *slash = strchr(path + 1, '/'); slash;
       slash = strchr(slash + 1, '/')) {
    snprintf(folder, sizeof folder, "%.*s", (int)(slash - path), path);
    if (mkdir(folder, 0777) && errno != EEXIST) return false;
  }
  return true;
}

/* FOLDER/sub/NAME, and FOLDER/sub/.NAME.from beside it. */
static bool name_files(const char *folder, const char *name,
                       cli_fetch_part *part) {
  const char *slash = strrchr(name, '/');
  const char *last = slash ? slash + 1 : name;
  int sub = (int)(last - name);
  int size = snprintf(part->note_path, PATH_MAX, "%s/%.*s.%s.part.from", folder,
                      sub, name, last);
  snprintf(part->whole_note, PATH_MAX, "%s/%.*s.%s.from", folder, sub, name,
           last);
  snprintf(part->path, PATH_MAX, "%s/%s.part", folder, name);
  snprintf(part->whole, PATH_MAX, "%s/%s", folder, name);
  if (size >= PATH_MAX) errno = ENAMETOOLONG;
  return size < PATH_MAX;
}

/* The size of a file; 0 where there is none. */
static uint64_t size_of(const char *path) {
  struct stat about;
  return stat(path, &about) ? 0 : (uint64_t)about.st_size;
}

/* The version of the whole file, unless it has been changed or came from
 * elsewhere. */
static void read_held(cli_fetch_part *part, const char *address) {
  cli_fetch_note *held = &part->held;
  if (!cli_fetch_note_read(part->whole_note, held)) return;
  if (strcmp(held->address, address) != 0 ||
      size_of(part->whole) != held->bytes)
    *held = (cli_fetch_note){0};
}

/* Whether the part's bytes can be gone on with. */
static bool is_of_use(const cli_fetch_part *part, const char *address) {
  const cli_fetch_note *note = &part->note;
  return strcmp(note->address, address) == 0 &&
         cli_fetch_note_validator(note) &&
         (!note->bytes || part->size <= note->bytes);
}

/* Locks the part. Another run may have given it its final name since it was
 * opened: then it is ours no more. */
static bool lock(cli_fetch_part *part) {
  struct stat ours, there;
  if (flock(part->file, LOCK_EX | LOCK_NB) || fstat(part->file, &ours))
    return failed(part);
  if (!stat(part->path, &there) && ours.st_ino == there.st_ino) return true;
  errno = EWOULDBLOCK;
  return failed(part);
}

bool cli_fetch_part_open(const char *folder, const char *name,
                         const char *address, cli_fetch_part *part) {
  *part = (cli_fetch_part){.file = -1};
  if (!name_files(folder, name, part) || !make_folders(part->path))
    return failed(part);
  part->file = open(part->path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (part->file < 0) return failed(part);
  if (!lock(part)) return false;
  part->size = size_of(part->path);
  read_held(part, address);
  cli_fetch_note_read(part->note_path, &part->note);
  return is_of_use(part, address) || cli_fetch_part_empty(part);
}

cli_fetch_request cli_fetch_part_request(const cli_fetch_part *part,
                                         const char *address) {
  cli_fetch_request request = {.address = address};
  bool resumable = cli_fetch_note_validator(&part->note) != NULL;
  if (part->size && resumable) {
    bool all = part->size == part->note.bytes;
    request.from = all ? part->size - 1 : part->size;
  }
  if (request.from)
    request.known = &part->note;
  else if (*part->held.address)
    request.known = &part->held;
  return request;
}

/* ------------------------------------------------------------- writing -- */

/* The part ends here now, and what comes is written from here. */
static bool cut(cli_fetch_part *part, uint64_t size) {
  part->size = size;
  if (ftruncate(part->file, (off_t)size) ||
      lseek(part->file, (off_t)size, SEEK_SET) < 0)
    return failed(part);
  return true;
}

bool cli_fetch_part_empty(cli_fetch_part *part) {
  part->note = (cli_fetch_note){0};
  if (!cut(part, 0)) return false;
  return !unlink(part->note_path) || errno == ENOENT || failed(part);
}

/* The body fits to the end of the part, or takes its place, or neither. */
static bool begin(void *context, const cli_fetch_head *head) {
  cli_fetch_part *part = context;
  if (head->goes_on) {
    part->outdated = head->from > part->size ||
                     !cli_fetch_note_agrees(&head->note, &part->note);
    return !part->outdated && cut(part, head->from);
  }
  if (!cli_fetch_part_empty(part)) return false;
  part->note = head->note;
  return cli_fetch_note_write(part->note_path, &part->note) || failed(part);
}

/* Writes what has come. */
static bool take(void *context, const char *bytes, size_t size) {
  cli_fetch_part *part = context;
  while (size) {
    ssize_t written = write(part->file, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed(part);
    part->size += (uint64_t)written;
    bytes += written;
    size -= (size_t)written;
  }
  cli_fetch_progress_advance(part->size, part->note.bytes);
  return true;
}

cli_fetch_sink cli_fetch_part_sink(cli_fetch_part *part) {
  return (cli_fetch_sink){.begin = begin, .take = take, .context = part};
}

/* -------------------------------------------------------------- the end -- */

bool cli_fetch_part_is_whole(const cli_fetch_part *part) {
  return part->size && (!part->note.bytes || part->size == part->note.bytes);
}

/* The file is as old as its publisher says. */
static void set_time(const cli_fetch_part *part) {
  int64_t time = cli_fetch_http_time(part->note.modified);
  struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_sec = time}};
  if (time > 0) (void)futimens(part->file, times);
}

/* Makes the new names last. Not every file system can. */
static void sync_folder(const char *path) {
  char folder[PATH_MAX];
  snprintf(folder, sizeof folder, "%.*s", (int)(strrchr(path, '/') - path),
           path);
  int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  fsync(file);
  close(file);
}

bool cli_fetch_part_finish(cli_fetch_part *part) {
  part->note.bytes = part->size;
  set_time(part);
  if (!cli_fetch_note_write(part->note_path, &part->note) ||
      fsync(part->file) || rename(part->path, part->whole) ||
      rename(part->note_path, part->whole_note))
    return failed(part);
  sync_folder(part->whole);
  part->held = part->note;
  close(part->file);
  part->file = -1;
  return true;
}

void cli_fetch_part_close(cli_fetch_part *part) {
  if (part->file < 0) return;
  bool ours = part->reason != EWOULDBLOCK;
  if (ours && !part->size) {
    unlink(part->path);
    unlink(part->note_path);
  }
  close(part->file);
  part->file = -1;
}
