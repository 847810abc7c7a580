/* See weigh_text.h. */
#include "weigh_text.h"

#include "model_text.h"

/* Where a column has the number of this name, or NULL. */
static const float *number_of(const gm_mention_column *column, gm_str name) {
  for (int i = 0; i < GM_MENTION_EVIDENCE_COUNT; i++)
    if (gm_str_equal(name, gm_str_of(gm_judge_piece_name(i))))
      return &column->of[i];
  if (gm_str_equal(name, GM_STR("mention.slope"))) return &column->slope;
  if (gm_str_equal(name, GM_STR("mention.shift"))) return &column->shift;
  if (gm_str_equal(name, GM_STR("mention.pass"))) return &column->pass;
  return NULL;
}

/* The first number stays: it was set by hand. */
static bool write_numbers(FILE *out, gm_str name, gm_str rest,
                          const void *user) {
  const gm_mention_weights *weights = user;
  gm_str first = gm_str_cut(&rest, ' ');
  if (!number_of(&weights->columns[0], name)) return false;
  fprintf(out, "%-28.*s %5.*s", GM_PRINT(name), GM_PRINT(first));
  for (int c = GM_WEIGHT_BESIDE; c < GM_WEIGHT_COLUMNS; c++)
    fprintf(out, " %7.3f", (double)*number_of(&weights->columns[c], name));
  fputc('\n', out);
  return true;
}

gm_status weigh_write(gm_workspace *ws, const char *from, const char *path,
                      const gm_mention_weights *weights) {
  return model_text_write(ws, from, path, write_numbers, weights);
}
