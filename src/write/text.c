/* What formats of text share: a file a layer, with a head, the rows, and a
 * tail. The head is written as late as can be, so that who fails before has
 * written nothing to standard output. */
#include "base/str.h"
#include "write/layout.h"

/* Writes what `part` appends; NULL appends nothing. */
static gm_status write_part(gm_workspace *ws, gm_sheet *sheet,
                            gm_status (*part)(gm_workspace *, const gm_sheet *,
                                              gm_buffer *)) {
  gm_buffer text = {0};
  gm_status status = part ? part(ws, sheet, &text) : GM_OK;
  if (status == GM_OK && text.failed)
    status = gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the map's frame");
  if (status == GM_OK)
    status = gm_file_write(ws, sheet->file, gm_buffer_str(&text));
  gm_buffer_close(&text);
  return status;
}

gm_status gm_text_begin(gm_workspace *ws, gm_sheet *sheet) {
  const char *path = gm_sheet_path(ws, sheet, NULL);
  if (path) sheet->file = gm_book_create(ws, sheet->book, path);
  return sheet->file ? GM_OK : ws->status;
}

gm_status gm_text_add(gm_workspace *ws, gm_sheet *sheet, gm_str rows) {
  const gm_layout *layout = sheet->book->layout;
  gm_status status =
      sheet->rows ? gm_file_write(ws, sheet->file, gm_str_of(layout->between))
                  : write_part(ws, sheet, layout->head);
  return status == GM_OK ? gm_file_write(ws, sheet->file, rows) : status;
}

gm_status gm_text_end(gm_workspace *ws, gm_sheet *sheet) {
  const gm_layout *layout = sheet->book->layout;
  gm_status status = GM_OK;
  if (!sheet->rows) status = write_part(ws, sheet, layout->head);
  return status == GM_OK ? write_part(ws, sheet, layout->tail) : status;
}
