/* The file while it is laid out: what layout.c and layout_names.c share. */
#ifndef GM_GAZETTEER_LAYOUT_H
#define GM_GAZETTEER_LAYOUT_H

#include "gazetteer/outlet.h"
#include "gazetteer/shard.h"

typedef struct gm_layout {
  gm_build *build;
  gm_shards shards;
  gm_format_header header;
  uint32_t string_bases[GM_SHARDS]; /* where each shard's strings begin */
  uint32_t entries, senses, dated;  /* of all shards */
  gm_pool classes;                  /* the sets that occur, 4 bytes each */
  gm_str shapes, outlines, nearest;
  gm_file out;
} gm_layout;

/* Where a section is written. */
gm_outlet gm_layout_outlet(gm_layout *layout, enum gm_section section);

/* Ends a section: its hash goes into the header. */
gm_status gm_layout_close(gm_layout *layout, enum gm_section section,
                          gm_outlet *outlet);

/* layout_names.c: the sections that come from shards. Fills `classes`. */
gm_status gm_layout_names(gm_layout *layout);

#endif
