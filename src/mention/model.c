/* See model.h and models/README.md. The file is small (some hundred lines), so
 * it is read into one block, sorted by name, and searched by halves. */
#include "mention/model.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"

enum { NAME_BYTES = 40, MOST_WEIGHTS = 4096 };

typedef struct weight {
  char name[NAME_BYTES];
  float value;
} weight;

struct gm_model {
  gm_arena arena; /* holds the model itself */
  size_t count;
  weight items[MOST_WEIGHTS];
};

static int by_name(const void *a, const void *b) {
  return strcmp(((const weight *)a)->name, ((const weight *)b)->name);
}

/* One line: a comment, nothing, or a name, blanks and a number. */
static gm_status read_line(gm_workspace *ws, gm_str line, size_t number,
                           gm_model *model) {
  gm_str rest = gm_str_trim(gm_str_cut(&line, '#'));
  if (!rest.size) return GM_OK;
  gm_str name = gm_str_cut(&rest, ' ');
  double value = 0;
  if (!gm_str_to_double(gm_str_trim(rest), &value) || name.size >= NAME_BYTES)
    return gm_fail(ws, GM_BAD_MODEL, 0,
                   "line %zu of the model is not a name and a number", number);
  if (model->count == MOST_WEIGHTS)
    return gm_fail(ws, GM_BAD_MODEL, 0,
                   "the model has more than %d weights", MOST_WEIGHTS);
  weight *item = &model->items[model->count++];
  memcpy(item->name, name.bytes, name.size);
  item->value = (float)value;
  return GM_OK;
}

static gm_status read_lines(gm_workspace *ws, gm_str text, gm_model *model) {
  gm_status status = GM_OK;
  gm_str first = gm_str_trim(gm_str_cut(&text, '\n'));
  if (!gm_str_equal(first, GM_STR("geomention model 1")))
    return gm_fail(ws, GM_BAD_MODEL, 0,
                   "the file does not begin with \"geomention model 1\"");
  for (size_t number = 2; text.size && status == GM_OK; number++)
    status = read_line(ws, gm_str_cut(&text, '\n'), number, model);
  qsort(model->items, model->count, sizeof *model->items, by_name);
  return status;
}

gm_status gm_model_open(gm_workspace *ws, const char *path, gm_model **out) {
  gm_str text;
  gm_status status = gm_file_map(ws, path, &text);
  if (status != GM_OK) return status;
  gm_arena arena;
  gm_arena_open(&arena, 2 * sizeof(gm_model));
  gm_model *model = gm_arena_take(&arena, sizeof *model);
  if (model) {
    model->arena = arena;
    status = read_lines(ws, text, model);
  } else {
    status = gm_fail(ws, GM_NO_MEMORY, 0, "no memory for the model");
  }
  gm_file_unmap(text);
  if (status == GM_OK)
    *out = model;
  else
    gm_model_close(model);
  return status;
}

void gm_model_close(gm_model *model) {
  if (!model) return;
  gm_arena arena = model->arena;
  gm_arena_close(&arena);
}

gm_status gm_model_weights(gm_workspace *ws, const gm_model *model,
                           const char *const *names, size_t count,
                           float *out) {
  for (size_t i = 0; i < count; i++) {
    weight wanted = {.value = 0};
    strncpy(wanted.name, names[i], NAME_BYTES - 1);
    const weight *found = bsearch(&wanted, model->items, model->count,
                                  sizeof *model->items, by_name);
    if (!found)
      return gm_fail(ws, GM_BAD_MODEL, 0, "the model has no weight named %s",
                     names[i]);
    out[i] = found->value;
  }
  return GM_OK;
}
