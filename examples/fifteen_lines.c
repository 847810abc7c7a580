/* The library in fifteen lines: which places a sentence speaks of.
 *
 *     cc fifteen_lines.c $(pkg-config --cflags --libs geomention)
 *     ./a.out world.gaz geomention.model "Floods hit Paris, Texas."
 */
#include <geomention.h>
#include <stdio.h>
#include <string.h>

int main(int count, char **words) {
  if (count != 4) return 2;
  gm_workspace *ws = gm_workspace_open(0);
  gm_gazetteer *gazetteer = NULL;
  gm_model *model = NULL;
  const gm_document *document;
  gm_mentions mentions;
  gm_resolutions found;
  gm_str none = {0}, text = {words[3], strlen(words[3])};
  if (gm_gazetteer_open(ws, words[1], &gazetteer) ||
      gm_model_open(ws, words[2], &model) ||
      gm_document_make(ws, none, none, text, &document) ||
      gm_find(ws, gazetteer, model, document, &mentions) ||
      gm_resolve(ws, gazetteer, model, document, mentions, &found))
    return fprintf(stderr, "%s\n", gm_workspace_message(ws)), 1;
  for (uint32_t i = 0; i < found.count; i++) {
    gm_place place = gm_gazetteer_place(gazetteer, found.items[i].place);
    printf("%.*s %.4f %.4f\n", (int)place.name.size, place.name.bytes,
           place.at.lat_deg, place.at.lon_deg);
  }
  gm_model_close(model);
  gm_gazetteer_close(gazetteer);
  gm_workspace_close(ws);
  return 0;
}
