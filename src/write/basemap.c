/* See basemap.h. */
#include "write/basemap.h"

#include "base/str.h"
#include "write/value.h"

static const gm_field fields[] = {
    {"name", "NAME", GM_FIELD_TEXT, "", "the country's name"},
    {"country", "COUNTRY", GM_FIELD_TEXT, "", "ISO 3166-1 alpha-2"},
};

enum { FIELDS = sizeof fields / sizeof *fields };

const gm_layer gm_layer_basemap = {
    .name = "basemap",
    .title = "Countries",
    .meaning = "the countries of the gazetteer",
    .geometry = GM_LAYER_POLYGON,
    .fields = fields,
    .field_count = FIELDS,
    .time_field = -1,
};

/* One country, unless the gazetteer has only a point of it. */
static gm_status add_country(gm_workspace *ws, gm_sheet *sheet,
                             const gm_place *place) {
  gm_shape shape;
  gm_buffer row = {0};
  gm_status status =
      gm_gazetteer_shape(ws, sheet->book->gazetteer, place->index, &shape);
  if (status != GM_OK || !shape.count || shape.type != GM_SHAPE_POLYGON)
    return status;
  const gm_value values[FIELDS] = {gm_value_text(place->name),
                                   gm_value_text(place->country)};
  const gm_layer_row cells = {values, &shape};
  const gm_layout *layout = sheet->book->layout;
  status = layout->print(ws, sheet, &cells, &row);
  if (status == GM_OK && row.failed)
    status = gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the map below");
  if (status == GM_OK) status = layout->add(ws, sheet, gm_buffer_str(&row));
  sheet->rows += status == GM_OK;
  gm_buffer_close(&row);
  return status;
}

gm_status gm_basemap_fill(gm_workspace *ws, gm_sheet *sheet) {
  const gm_gazetteer *gazetteer = sheet->book->gazetteer;
  uint32_t places = gm_gazetteer_about(gazetteer).places;
  gm_status status = GM_OK;
  for (uint32_t i = 0; i < places && status == GM_OK; i++) {
    gm_place place = gm_gazetteer_place(gazetteer, i);
    if (place.kind != GM_PLACE_COUNTRY) continue;
    gm_arena_mark mark = gm_arena_here(&ws->arena);
    status = add_country(ws, sheet, &place);
    gm_arena_rewind(&ws->arena, mark);
  }
  return status;
}

void gm_qml_basemap(gm_style style, gm_buffer *out) {
  static const char *const options[] = {"color",
                                        "245,242,234,255",
                                        "style",
                                        "solid",
                                        "outline_color",
                                        "190,184,172,255",
                                        "outline_style",
                                        "solid",
                                        "outline_width",
                                        "0.15",
                                        "joinstyle",
                                        "round",
                                        NULL};
  static const char *const driven[] = {NULL};
  static const gm_qml_label label = {
      .text = "upper(\"name\")",
      .priority = "0",
      .placement =
          "placement=\"4\" fitInPolygonOnly=\"1\" priority=\"0\""
          " layerType=\"PolygonGeometry\"",
      .rendering = " minFeatureSize=\"5\"",
      .colour = "165,160,150,255",
      .size_pt = 7,
  };
  (void)style;
  gm_buffer_append(out, GM_STR("<flags><Identifiable>0</Identifiable>"
                               "<Removable>1</Removable><Searchable>0"
                               "</Searchable><Private>0</Private></flags>\n"
                               "<renderer-v2 type=\"singleSymbol\""
                               " symbollevels=\"0\" forceraster=\"0\">"
                               "<symbols>\n"));
  gm_qml_symbol(out, 0, "fill", "SimpleFill", options, driven);
  gm_buffer_append(out, GM_STR("</symbols></renderer-v2>\n"));
  gm_qml_label_print(out, &label);
}
