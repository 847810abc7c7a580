/* See source.h, and geomention.h for what is public. The source lives in an
 * arena of its own, because it outlives the documents of any workspace. Files,
 * pipes and terminals are all read the same way, a window at a time. */
#include "document/source.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/str.h"
#include "document/encoding.h"
#include "document/outlets.h"

enum { WINDOW_BYTES = 256 * 1024 };

static const size_t default_limit_bytes = (size_t)64 << 20;

/* Plain text is the last: it takes what no other reader claims. */
static const gm_reader *const readers[] = {&gm_reader_jsonl, &gm_reader_json,
                                           &gm_reader_plain};
enum { READER_COUNT = sizeof readers / sizeof *readers };

static bool ends_in(const char *path, const char *suffix) {
  size_t size = strlen(path), least = strlen(suffix);
  return size > least && !strcasecmp(path + size - least, suffix);
}

static bool claims(const gm_reader *reader, const char *path) {
  for (const char *const *suffix = reader->suffixes; *suffix; suffix++)
    if (ends_in(path, *suffix)) return true;
  return false;
}

static const gm_reader *choose_reader(const char *path, gm_format format) {
  for (size_t i = 0; i < READER_COUNT; i++)
    if (format == GM_FORMAT_AUTO ? claims(readers[i], path)
                                 : readers[i]->format == format)
      return readers[i];
  return format == GM_FORMAT_AUTO ? &gm_reader_plain : NULL;
}

/* YYYY, YYYY-MM or YYYY-MM-DD, of a month and a day that may be. */
static bool is_date(const char *text) {
  static const char form[] = "dddd-dd-dd";
  size_t size = strlen(text);
  if (size != 4 && size != 7 && size != 10) return false;
  for (size_t i = 0; i < size; i++)
    if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != form[i])
      return false;
  int year = atoi(text), month = size > 4 ? atoi(text + 5) : 1;
  int day = size > 7 ? atoi(text + 8) : 1;
  return year && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

static gm_status check_options(gm_workspace *ws, const char *path,
                               const gm_reader *reader,
                               const gm_read_options *options) {
  if (options->mentions_given && !reader->gives_mentions)
    return gm_fail(ws, GM_MISUSE, 0,
                   "%s is read as plain text, but given mentions need JSON "
                   "lines",
                   path);
  if (options->as_of && !is_date(options->as_of))
    return gm_fail(ws, GM_MISUSE, 0,
                   "\"%s\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
                   options->as_of);
  gm_status status = gm_encoding_check(ws, options->encoding);
  if (!status && reader->needs_lines &&
      !gm_encoding_has_lines(options->encoding))
    return gm_fail(ws, GM_BAD_ENCODING, 0,
                   "JSON cannot be read in %s; convert %s to UTF-8 first",
                   options->encoding, path);
  return status;
}

static gm_status cannot_open(gm_workspace *ws, const char *path) {
  return gm_fail(ws, GM_CANNOT_READ, 0, "%s cannot be opened: %s", path,
                 strerror(errno));
}

static gm_status stopped(gm_workspace *ws) {
  return gm_fail(ws, GM_CANCELLED, 0, "stopped while reading");
}

/* Opening a named pipe waits for its writer, and a signal may end the wait. */
static gm_status open_file(gm_workspace *ws, const char *path, int *out) {
  if (!strcmp(path, "-")) {
    *out = STDIN_FILENO;
    return GM_OK;
  }
  int file;
  while ((file = open(path, O_RDONLY | O_CLOEXEC)) < 0) {
    if (errno != EINTR) return cannot_open(ws, path);
    if (gm_stopped(ws)) return stopped(ws);
  }
  struct stat about;
  if (!fstat(file, &about) && S_ISDIR(about.st_mode)) {
    close(file);
    return gm_fail(ws, GM_CANNOT_READ, 0,
                   "%s is a folder; name the files in it", path);
  }
  *out = file;
  return GM_OK;
}

static const char *copy_name(gm_arena *arena, const char *name) {
  size_t size = strlen(name) + 1;
  char *copy = gm_arena_take(arena, size);
  return copy ? memcpy(copy, name, size) : NULL;
}

/* A source in its own arena, all but the file; NULL: no memory. */
static gm_source *make_source(const char *path,
                              const gm_read_options *options) {
  gm_arena arena, pages;
  gm_arena_open(&arena, SIZE_MAX);
  gm_arena_open(&pages, SIZE_MAX);
  gm_source *source = gm_arena_take(&arena, sizeof *source);
  bool made = source;
  if (made) {
    source->path = copy_name(&arena, path);
    source->window = gm_arena_take(&pages, WINDOW_BYTES);
    made = source->path && source->window;
  }
  if (made && options->encoding) {
    source->encoding = copy_name(&arena, options->encoding);
    made = source->encoding;
  }
  if (made && options->as_of) {
    source->as_of = copy_name(&arena, options->as_of);
    made = source->as_of;
  }
  if (!made) {
    gm_arena_close(&arena);
    gm_arena_close(&pages);
    return NULL;
  }
  source->arena = arena;
  source->pages = pages;
  source->mentions_given = options->mentions_given;
  source->hints = options->hints;
  source->limit_bytes =
      options->document_bytes ? options->document_bytes : default_limit_bytes;
  return source;
}

/* What the first bytes say. */
typedef enum looks { LOOKS_LIKE_TEXT, LOOKS_LIKE_JSON, LOOKS_UNCLEAR } looks;

/* Whether a text begins like a JSON object; unclear while it is too short. */
static looks look_at(gm_str text) {
  static const char mark[] = "\xEF\xBB\xBF";
  if (text.size < 3 && !memcmp(text.bytes, mark, text.size))
    return LOOKS_UNCLEAR;
  if (gm_str_starts(text, GM_STR("\xEF\xBB\xBF")))
    text.bytes += 3, text.size -= 3;
  text = gm_str_trim(text);
  if (!text.size) return LOOKS_UNCLEAR;
  if (text.bytes[0] != '{') return LOOKS_LIKE_TEXT;
  text = gm_str_trim((gm_str){text.bytes + 1, text.size - 1});
  if (!text.size) return LOOKS_UNCLEAR;
  return text.bytes[0] == '"' ? LOOKS_LIKE_JSON : LOOKS_LIKE_TEXT;
}

/* Reads once more behind what the window holds. */
static gm_status read_on(gm_workspace *ws, gm_source *source) {
  for (;;) {
    if (gm_stopped(ws)) return stopped(ws);
    ssize_t got = read(source->file, source->window + source->end,
                       WINDOW_BYTES - source->end);
    if (got < 0 && errno == EINTR) continue;
    source->ended = got <= 0;
    if (got < 0)
      return gm_fail(ws, GM_CANNOT_READ, source->passed,
                     "%s cannot be read: %s", source->path, strerror(errno));
    source->end += (size_t)got;
    return GM_OK;
  }
}

/* Nobody writes prose that begins with {": what the path does not tell, the
 * first bytes do. Of a pipe they are asked when they are needed; it may hand
 * them out one by one. */
static gm_status look_inside(gm_workspace *ws, gm_source *source) {
  looks seen = LOOKS_UNCLEAR;
  source->guessed = false;
  while (seen == LOOKS_UNCLEAR && !source->ended &&
         source->end < WINDOW_BYTES) {
    gm_status status = read_on(ws, source);
    if (status) return status;
    seen = look_at(
        (gm_str){source->window + source->begin, source->end - source->begin});
  }
  if (seen == LOOKS_LIKE_JSON) source->reader = &gm_reader_jsonl;
  return GM_OK;
}

static bool is_regular(int file) {
  struct stat about;
  return !fstat(file, &about) && S_ISREG(about.st_mode);
}

gm_status gm_source_open(gm_workspace *ws, const char *path,
                         const gm_read_options *options, gm_source **out) {
  int file = -1;
  const gm_reader *reader = choose_reader(path, options->format);
  if (!reader)
    return gm_fail(ws, GM_MISUSE, 0, "%d is no format", (int)options->format);
  gm_status status = open_file(ws, path, &file);
  if (status) return status;
  gm_source *source = make_source(path, options);
  if (!source) {
    if (file != STDIN_FILENO) close(file);
    return gm_fail(ws, GM_NO_MEMORY, 0, "no memory to read %s", path);
  }
  source->reader = reader;
  source->file = file;
  source->guessed =
      options->format == GM_FORMAT_AUTO && reader == &gm_reader_plain;
  if (source->guessed && is_regular(file)) status = look_inside(ws, source);
  if (!status) status = check_options(ws, path, source->reader, options);
  if (status)
    gm_source_close(source);
  else
    *out = source;
  return status;
}

/* Gives back what only reading needs: a caller may keep many sources whose
 * articles he has not worked on yet. */
static void let_go(gm_source *source) {
  if (source->finished) return;
  source->finished = true;
  if (source->file != STDIN_FILENO) close(source->file);
  gm_buffer_close(&source->record);
  gm_arena_close(&source->pages);
}

void gm_source_close(gm_source *source) {
  if (!source) return;
  let_go(source);
  gm_arena arena = source->arena; /* which holds the source itself */
  gm_arena_close(&arena);
}

const char *gm_source_path(const gm_source *source) {
  return source->path;
}

gm_status gm_source_next(gm_workspace *ws, gm_source *source, gm_record *out,
                         bool *more) {
  gm_status status = GM_OK;
  *more = !source->finished;
  if (!*more) return GM_OK;
  if (source->guessed) status = look_inside(ws, source);
  if (!status) status = source->reader->next(ws, source, out, more);
  if (!status && !*more) let_go(source);
  return status;
}

/* The article's own home goes before its outlet's, and that before the one of
 * all articles. */
static gm_status give_hints(gm_workspace *ws, const gm_hints *hints,
                            gm_document *document) {
  document->hints = hints;
  if (!hints || document->home.size) return GM_OK;
  gm_str home = {0};
  if (hints->outlets)
    home = gm_outlets_home(ws, hints->outlets, document->url, document->source);
  if (!home.size && hints->home) home = gm_str_of(hints->home);
  document->home = gm_str_copy(ws, home);
  return document->home.bytes ? GM_OK : GM_NO_MEMORY;
}

gm_status gm_read(gm_workspace *ws, const gm_source *source, gm_record record,
                  const gm_document **out) {
  const gm_document *read;
  gm_status status = source->reader->decode(ws, source, record, &read);
  if (status) return status;
  gm_document *told = gm_take(ws, sizeof *told);
  if (!told) return GM_NO_MEMORY;
  *told = *read;
  told->as_of = gm_str_copy(ws, gm_str_of(source->as_of));
  if (!told->as_of.bytes) return GM_NO_MEMORY;
  *out = told;
  return give_hints(ws, source->hints, told);
}

/* --------------------------------------------------------- for readers -- */

gm_status gm_source_fill(gm_workspace *ws, gm_source *source) {
  if (source->begin < source->end || source->ended) return GM_OK;
  source->begin = source->end = 0;
  return read_on(ws, source);
}

void gm_source_start(gm_source *source) {
  gm_buffer_clear(&source->record);
  source->size = 0;
}

void gm_source_gather(gm_source *source, size_t size) {
  gm_str piece = {source->window + source->begin, size};
  source->size += size;
  if (source->size <= source->limit_bytes)
    gm_buffer_append(&source->record, piece);
  gm_source_pass(source, size);
}

void gm_source_pass(gm_source *source, size_t size) {
  source->begin += size;
  source->passed += size;
}

gm_status gm_source_finish(gm_workspace *ws, gm_source *source,
                           const char *unit, gm_record *out) {
  char name[64] = "it";
  if (*unit) snprintf(name, sizeof name, "%s %" PRIu64, unit, source->number);
  if (source->size > source->limit_bytes)
    return gm_fail(ws, GM_TOO_LARGE, source->passed,
                   "%s has %zu bytes, more than the limit of %zu", name,
                   source->size, source->limit_bytes);
  if (source->record.failed)
    return gm_fail(ws, GM_NO_MEMORY, source->passed,
                   "no memory for the %zu bytes of %s", source->size, name);
  gm_str bytes = gm_str_copy(ws, gm_buffer_str(&source->record));
  if (!bytes.bytes) return GM_NO_MEMORY;
  *out = (gm_record){.bytes = bytes, .number = *unit ? source->number : 0};
  return GM_OK;
}

gm_str gm_source_id(gm_workspace *ws, const gm_source *source,
                    gm_record record) {
  if (!record.number) return gm_str_copy(ws, gm_str_of(source->path));
  return gm_str_print(ws, "%s:%" PRIu64, source->path, record.number);
}
