/* See model.h and models/README.md. The text is small (some hundred lines), so
 * it is read into one block in the order of its lines. They stand nearly in the
 * order in which their weights are asked for, once a document: a search that
 * begins behind the last one found mostly ends at once. */
#include "mention/model.h"

#include <string.h>
#include <unistd.h>

#include "base/file.h"

enum { NAME_BYTES = 40, MOST_WEIGHTS = 4096 };

typedef struct weight {
  char name[NAME_BYTES]; /* filled up with zeros */
  size_t size;           /* of the name: tells most apart */
  gm_weight_row of;
} weight;

struct gm_model {
  gm_arena arena; /* holds the model itself */
  gm_recogniser recogniser;
  size_t count;
  weight items[MOST_WEIGHTS];
};

/* The recogniser's file stands in the folder of the text at `path`. Where it
 * is missing, the lists alone must do. */
static gm_status open_recogniser(gm_workspace *ws, const char *path,
                                 gm_str name, gm_model *model) {
  const char *slash = strrchr(path, '/');
  int folder = slash ? (int)(slash + 1 - path) : 0;
  gm_str whole = gm_str_print(ws, "%.*s%.*s", folder, path, GM_PRINT(name));
  const char *file = whole.bytes ? gm_str_terminated(ws, whole) : NULL;
  if (!file) return GM_NO_MEMORY;
  if (model->recogniser.file.size || access(file, F_OK) != 0) return GM_OK;
  return gm_recogniser_open(ws, file, &model->recogniser);
}

static bool read_number(gm_str text, float *out) {
  double value = 0;
  bool good = gm_str_to_double(gm_str_trim(text), &value);
  *out = (float)value;
  return good;
}

static gm_status add_weight(gm_workspace *ws, gm_str name, gm_str rest,
                            size_t number, gm_model *model) {
  weight item = {.size = name.size};
  bool good = name.size < NAME_BYTES;
  for (int c = 0; c < GM_WEIGHT_COLUMNS; c++) {
    rest = gm_str_trim(rest);
    if (c > 0 && !rest.size)
      item.of[c] = item.of[c - 1];
    else
      good = read_number(gm_str_cut(&rest, ' '), &item.of[c]) && good;
  }
  good = good && !gm_str_trim(rest).size;
  if (!good)
    return gm_fail(ws, GM_BAD_MODEL, 0,
                   "line %zu of the model is not a name and a number", number);
  if (model->count == MOST_WEIGHTS)
    return gm_fail(ws, GM_BAD_MODEL, 0, "the model has more than %d weights",
                   MOST_WEIGHTS);
  memcpy(item.name, name.bytes, name.size);
  model->items[model->count++] = item;
  return GM_OK;
}

/* One line: a comment, nothing, the recogniser's file, or a weight. */
static gm_status read_line(gm_workspace *ws, const char *path, gm_str line,
                           size_t number, gm_model *model) {
  gm_str rest = gm_str_trim(gm_str_cut(&line, '#'));
  if (!rest.size) return GM_OK;
  gm_str name = gm_str_cut(&rest, ' ');
  if (gm_str_equal(name, GM_STR("recogniser")))
    return open_recogniser(ws, path, gm_str_trim(rest), model);
  return add_weight(ws, name, rest, number, model);
}

static gm_status read_lines(gm_workspace *ws, const char *path, gm_str text,
                            gm_model *model) {
  gm_status status = GM_OK;
  gm_str first = gm_str_trim(gm_str_cut(&text, '\n'));
  if (!gm_str_equal(first, GM_STR("geomention model 1")))
    return gm_fail(ws, GM_BAD_MODEL, 0,
                   "the file does not begin with \"geomention model 1\"");
  for (size_t number = 2; text.size && status == GM_OK; number++)
    status = read_line(ws, path, gm_str_cut(&text, '\n'), number, model);
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
    status = read_lines(ws, path, text, model);
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
  gm_recogniser_close(&model->recogniser);
  gm_arena arena = model->arena;
  gm_arena_close(&arena);
}

/* The weight of a name, sought from the `from`-th on, round a ring. */
static gm_status find_weight(gm_workspace *ws, const gm_model *model,
                             const char *name, size_t from,
                             const weight **out) {
  size_t size = strlen(name), at = from;
  for (size_t i = 0; i < model->count; i++, at++) {
    if (at >= model->count) at = 0;
    *out = &model->items[at];
    if ((*out)->size == size && memcmp((*out)->name, name, size) == 0)
      return GM_OK;
  }
  return gm_fail(ws, GM_BAD_MODEL, 0, "the model has no weight named %s", name);
}

gm_status gm_model_weight_rows(gm_workspace *ws, const gm_model *model,
                               const char *const *names, size_t count,
                               gm_weight_row *out) {
  const weight *found = model->items;
  for (size_t i = 0; i < count; i++) {
    size_t behind = (size_t)(found - model->items) + 1;
    gm_status status = find_weight(ws, model, names[i], behind, &found);
    if (status != GM_OK) return status;
    memcpy(out[i], found->of, sizeof out[i]);
  }
  return GM_OK;
}

gm_status gm_model_weights_of(gm_workspace *ws, const gm_model *model,
                              gm_weight_column column, const char *const *names,
                              size_t count, float *out) {
  gm_weight_row *rows = gm_take_array(ws, count, sizeof *rows);
  if (!rows) return GM_NO_MEMORY;
  gm_status status = gm_model_weight_rows(ws, model, names, count, rows);
  for (size_t i = 0; i < count && status == GM_OK; i++)
    out[i] = rows[i][column];
  return status;
}

gm_status gm_model_weights(gm_workspace *ws, const gm_model *model,
                           const char *const *names, size_t count, float *out) {
  return gm_model_weights_of(ws, model, GM_WEIGHT_ALONE, names, count, out);
}

const gm_recogniser *gm_model_recogniser(const gm_model *model) {
  return model->recogniser.file.size ? &model->recogniser : NULL;
}
