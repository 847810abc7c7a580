/* The project file of QGIS: which layers there are, how they are drawn, and
 * what is seen at first. */
#ifndef GM_WRITE_QGS_H
#define GM_WRITE_QGS_H

#include "write/layout.h"
#include "write/wkb.h"

/* What a project shows. */
typedef struct gm_qgs {
  const gm_book *book;
  const char *title;
  const char *data; /* the GeoPackage, as seen from the project's folder */
  gm_extent extent; /* of what shall be seen at first, in degrees */
} gm_qgs;

/* Appends the text of a .qgs file. */
void gm_qgs_print(const gm_qgs *project, gm_buffer *out);

#endif
