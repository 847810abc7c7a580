/* Plain text: the whole source is one article. See reader.h. */
#include "base/str.h"
#include "document/binary.h"
#include "document/document.h"
#include "document/encoding.h"
#include "document/source.h"

static gm_status next(gm_workspace *ws, gm_source *source, gm_record *out,
                      bool *more) {
  *more = !source->number;
  if (source->number++) return GM_OK;
  gm_source_start(source);
  gm_status status;
  while (!(status = gm_source_fill(ws, source)) && !source->ended)
    gm_source_gather(source, source->end - source->begin);
  if (!status) status = gm_source_finish(ws, source, "", out);
  gm_buffer_close(&source->record);
  return status;
}

/* Says what bytes are that cannot be text. */
static gm_status refuse_binary(gm_workspace *ws, gm_str bytes) {
  const char *format = gm_binary_format(bytes);
  if (format)
    return gm_fail(ws, GM_BAD_INPUT, 0, "it looks like %s, not text", format);
  const char *wide = gm_binary_wide(bytes);
  if (wide)
    return gm_fail(ws, GM_BAD_ENCODING, 0,
                   "it looks like %s without its mark; name the encoding "
                   "with --encoding",
                   wide);
  if (gm_binary_looks(bytes))
    return gm_fail(ws, GM_BAD_INPUT, 0,
                   "it holds too many control characters to be text");
  return GM_OK;
}

static gm_status to_text(gm_workspace *ws, const gm_source *source,
                         gm_str bytes, gm_str *out) {
  size_t mark = 0;
  bool told = source->encoding || gm_encoding_marked(bytes, &mark);
  gm_status status = told ? GM_OK : refuse_binary(ws, bytes);
  if (!status)
    status = gm_encoding_decode(ws, bytes, source->encoding, "", out);
  return !status && told ? refuse_binary(ws, *out) : status;
}

static gm_status decode(gm_workspace *ws, const gm_source *source,
                        gm_record record, const gm_document **out) {
  gm_article article = {.where = "", .ordinal = record.ordinal};
  gm_status status = to_text(ws, source, record.bytes, &article.text);
  if (status) return status;
  article.id = gm_source_id(ws, source, record);
  if (!article.id.bytes) return GM_NO_MEMORY;
  return gm_document_build(ws, &article, out);
}

static const char *const suffixes[] = {".txt", ".text", NULL};

const gm_reader gm_reader_plain = {
    .format = GM_FORMAT_PLAIN,
    .suffixes = suffixes,
    .next = next,
    .decode = decode,
};
