/* See archive.h. */
#include "gazetteer/archive.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>
#include <zlib.h>
#include <zstd.h>

#include "base/str.h"

enum { PIECE_BYTES = 64 * 1024 };

gm_packing gm_archive_packing(gm_str *name) {
  static const struct {
    const char *ending;
    gm_packing packing;
  } endings[] = {{".zst", GM_PACKING_ZSTD},
                 {".gz", GM_PACKING_GZIP},
                 {".zip", GM_PACKING_ZIP}};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    gm_str ending = gm_str_of(endings[i].ending);
    if (!gm_str_ends(*name, ending)) continue;
    name->size -= ending.size;
    return endings[i].packing;
  }
  return GM_PACKING_NONE;
}

static gm_status cannot_read(gm_workspace *ws, const char *label) {
  return gm_fail(ws, GM_CANNOT_READ, 0, "%s cannot be read: %s", label,
                 strerror(errno));
}

static gm_status badly_packed(gm_workspace *ws, const char *label,
                              const char *why) {
  return gm_fail(ws, GM_BAD_INPUT, 0, "%s cannot be unpacked: %s", label, why);
}

static gm_status cut_short(gm_workspace *ws, const char *label) {
  return gm_fail(ws, GM_BAD_INPUT, 0, "%s is cut short", label);
}

static gm_status no_memory(gm_workspace *ws, const char *label) {
  return gm_fail(ws, GM_NO_MEMORY, 0, "no memory to read %s", label);
}

/* ------------------------------------------------- plain files and zstd --- */

static gm_status open_stream(gm_workspace *ws, const char *path,
                             gm_archive *archive) {
  archive->stream = fopen(path, "rbe");
  if (!archive->stream) return cannot_read(ws, path);
  if (archive->packing != GM_PACKING_ZSTD) return GM_OK;
  archive->unpacker = ZSTD_createDCtx();
  return archive->unpacker ? GM_OK : no_memory(ws, path);
}

static gm_status read_stream(gm_workspace *ws, gm_archive *archive,
                             gm_buffer *into) {
  char bytes[PIECE_BYTES];
  gm_str piece = {bytes, fread(bytes, 1, sizeof bytes, archive->stream)};
  if (ferror(archive->stream)) return cannot_read(ws, archive->label);
  gm_buffer_append(into, piece);
  archive->ended = piece.size == 0;
  return GM_OK;
}

/* Appends the next part of what the packed bytes hold: not all at once, as few
 * bytes may unpack to very many. */
static gm_status unpack_zstd(gm_workspace *ws, gm_archive *archive,
                             gm_buffer *into) {
  char out[PIECE_BYTES];
  ZSTD_inBuffer from = {archive->file.bytes, archive->file.size,
                        archive->file_at};
  ZSTD_outBuffer to = {out, sizeof out, 0};
  size_t left = ZSTD_decompressStream(archive->unpacker, &to, &from);
  if (ZSTD_isError(left))
    return badly_packed(ws, archive->label, ZSTD_getErrorName(left));
  gm_buffer_append(into, (gm_str){out, to.pos});
  archive->file_at = from.pos;
  archive->held_back = left && to.pos == to.size;
  archive->whole = left == 0;
  return GM_OK;
}

/* Reads packed bytes once the last ones are used up, and unpacks some. */
static gm_status read_zstd(gm_workspace *ws, gm_archive *archive,
                           gm_buffer *into) {
  if (!archive->held_back && archive->file_at == archive->file.size) {
    gm_buffer_clear(&archive->file);
    archive->file_at = 0;
    gm_status status = read_stream(ws, archive, &archive->file);
    if (status) return status;
    if (archive->ended)
      return archive->whole ? GM_OK : cut_short(ws, archive->label);
    if (archive->file.failed) return no_memory(ws, archive->label);
  }
  return unpack_zstd(ws, archive, into);
}

/* ---------------------------------------------------------------- gzip --- */

static gm_status open_gzip(gm_workspace *ws, const char *path,
                           gm_archive *archive) {
  errno = 0;
  archive->unpacker = gzopen(path, "rbe");
  if (!archive->unpacker)
    return errno ? cannot_read(ws, path) : no_memory(ws, path);
  if (gzdirect(archive->unpacker))
    return badly_packed(ws, path, "it is not of gzip");
  return GM_OK;
}

static gm_status read_gzip(gm_workspace *ws, gm_archive *archive,
                           gm_buffer *into) {
  char bytes[PIECE_BYTES];
  int error = Z_OK;
  int size = gzread(archive->unpacker, bytes, sizeof bytes);
  if (size > 0) gm_buffer_append(into, (gm_str){bytes, (size_t)size});
  if (size == (int)sizeof bytes) return GM_OK;
  const char *why = gzerror(archive->unpacker, &error);
  if (error == Z_BUF_ERROR) return cut_short(ws, archive->label);
  if (error == Z_ERRNO) return cannot_read(ws, archive->label);
  if (error != Z_OK) return badly_packed(ws, archive->label, why);
  archive->ended = size == 0;
  return GM_OK;
}

/* ----------------------------------------------------------------- zip --- */

static gm_status open_zip(gm_workspace *ws, const char *path, zip_t **out) {
  int code = 0;
  *out = zip_open(path, ZIP_RDONLY, &code);
  if (*out) return GM_OK;
  if (code == ZIP_ER_OPEN || code == ZIP_ER_NOENT || code == ZIP_ER_READ)
    return cannot_read(ws, path);
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  gm_status status = badly_packed(ws, path, zip_error_strerror(&error));
  zip_error_fini(&error);
  return status;
}

static gm_status open_member(gm_workspace *ws, const char *path,
                             const char *member, gm_archive *archive) {
  zip_t *zip;
  gm_status status = open_zip(ws, path, &zip);
  if (status) return status;
  archive->unpacker = zip;
  archive->member = zip_fopen(zip, member ? member : "", 0);
  return archive->member ? GM_OK
                         : badly_packed(ws, archive->label, zip_strerror(zip));
}

static gm_status read_member(gm_workspace *ws, gm_archive *archive,
                             gm_buffer *into) {
  char bytes[PIECE_BYTES];
  zip_int64_t size = zip_fread(archive->member, bytes, sizeof bytes);
  if (size < 0)
    return badly_packed(ws, archive->label, zip_file_strerror(archive->member));
  gm_buffer_append(into, (gm_str){bytes, (size_t)size});
  archive->ended = size == 0;
  return GM_OK;
}

static int compare_names(const void *a, const void *b) {
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static gm_status copy_names(gm_workspace *ws, zip_t *zip, const char **names,
                            size_t count) {
  for (size_t i = 0; i < count; i++) {
    const char *name = zip_get_name(zip, i, 0);
    names[i] = gm_str_terminated(ws, gm_str_of(name ? name : ""));
    if (!names[i]) return GM_NO_MEMORY;
  }
  if (count) qsort(names, count, sizeof *names, compare_names);
  return GM_OK;
}

gm_status gm_archive_members(gm_workspace *ws, const char *path,
                             const char *const **out, size_t *count) {
  zip_t *zip;
  gm_status status = open_zip(ws, path, &zip);
  if (status) return status;
  zip_int64_t entries = zip_get_num_entries(zip, 0);
  *count = entries > 0 ? (size_t)entries : 0;
  const char **names = gm_take_array(ws, *count, sizeof *names);
  status = names ? copy_names(ws, zip, names, *count) : GM_NO_MEMORY;
  zip_discard(zip);
  *out = names;
  return status;
}

/* -------------------------------------------------------------- together ---
 */

static gm_status open_packed(gm_workspace *ws, const char *path,
                             const char *member, gm_archive *archive) {
  switch (archive->packing) {
    case GM_PACKING_GZIP: return open_gzip(ws, path, archive);
    case GM_PACKING_ZIP: return open_member(ws, path, member, archive);
    default: return open_stream(ws, path, archive);
  }
}

gm_status gm_archive_open(gm_workspace *ws, const char *path,
                          const char *member, gm_archive *out) {
  gm_str name = gm_str_of(path);
  *out = (gm_archive){.label = path, .packing = gm_archive_packing(&name)};
  if (member) out->label = gm_str_print(ws, "%s/%s", path, member).bytes;
  if (!out->label) return GM_NO_MEMORY;
  gm_status status = open_packed(ws, path, member, out);
  if (status) gm_archive_close(out);
  return status;
}

void gm_archive_close(gm_archive *archive) {
  if (archive->stream) fclose(archive->stream);
  if (archive->member) zip_fclose(archive->member);
  switch (archive->packing) {
    case GM_PACKING_ZSTD: ZSTD_freeDCtx(archive->unpacker); break;
    case GM_PACKING_GZIP:
      if (archive->unpacker) gzclose(archive->unpacker);
      break;
    case GM_PACKING_ZIP:
      if (archive->unpacker) zip_discard(archive->unpacker);
      break;
    case GM_PACKING_NONE: break;
  }
  gm_buffer_close(&archive->file);
  *archive = (gm_archive){.ended = true};
}

gm_status gm_archive_read(gm_workspace *ws, gm_archive *archive,
                          gm_buffer *into) {
  gm_status status;
  if (archive->ended) return GM_OK;
  if (gm_stopped(ws))
    return gm_fail(ws, GM_CANCELLED, 0, "stopped in %s", archive->label);
  switch (archive->packing) {
    case GM_PACKING_ZSTD: status = read_zstd(ws, archive, into); break;
    case GM_PACKING_GZIP: status = read_gzip(ws, archive, into); break;
    case GM_PACKING_ZIP: status = read_member(ws, archive, into); break;
    default: status = read_stream(ws, archive, into);
  }
  if (!status && into->failed) status = no_memory(ws, archive->label);
  return status;
}

uint64_t gm_archive_at(const gm_archive *archive) {
  long at = 0;
  if (archive->stream)
    at = ftell(archive->stream);
  else if (archive->packing == GM_PACKING_GZIP)
    at = gzoffset(archive->unpacker);
  return at > 0 ? (uint64_t)at : 0;
}

gm_status gm_archive_read_all(gm_workspace *ws, const char *path,
                              const char *member, size_t most,
                              gm_buffer *into) {
  gm_archive archive;
  gm_status status = gm_archive_open(ws, path, member, &archive);
  if (status) return status;
  while (!status && !archive.ended) {
    status = gm_archive_read(ws, &archive, into);
    if (!status && into->size > most)
      status = gm_fail(ws, GM_TOO_LARGE, 0, "%s has more than %zu bytes",
                       archive.label, most);
  }
  gm_archive_close(&archive);
  return status;
}
