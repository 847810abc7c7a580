/* What the styles of points and of areas share: a look a kind of place, and how
 * properties of symbols are written. */
#ifndef GM_WRITE_QML_LOOK_H
#define GM_WRITE_QML_LOOK_H

#include "base/buffer.h"

typedef struct gm_qml_look {
  gm_place_kind kind;
  const char *label, *shape;
  const char *colour; /* red,green,blue */
} gm_qml_look;

enum { GM_QML_LOOKS = 9 };

extern const gm_qml_look gm_qml_looks[GM_QML_LOOKS];

/* A property of a symbol. */
void gm_qml_option(gm_buffer *out, const char *name, const char *value);

/* A property that an expression over the fields decides. */
void gm_qml_driven(gm_buffer *out, const char *name, const char *expression);

/* The marker of the i-th look: a symbol by the name `number`, as large as the
 * expression `size` says in millimetres. */
void gm_qml_marker(gm_buffer *out, size_t number, size_t i, const char *size);

#endif
