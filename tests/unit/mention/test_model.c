/* The model file: named weights, and what is wrong with a bad one. */
#include "mention/model.h"

#include <stdio.h>

#include "support.h"

static gm_status open_text(gm_workspace *ws, const char *text,
                           gm_model **out) {
  const char *path = "test.model";
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs(text, file);
  fclose(file);
  gm_status status = gm_model_open(ws, path, out);
  remove(path);
  return status;
}

static void reads_weights_by_name(void **state) {
  (void)state;
  gm_workspace *ws = gm_workspace_open(0);
  gm_model *model = NULL;
  assert_int_equal(GM_OK, open_text(ws,
                                    "geomention model 1\n"
                                    "# a comment\n"
                                    "b.two   -2.5 # two\n"
                                    "\n"
                                    "a.one 1\n",
                                    &model));
  const char *names[] = {"a.one", "b.two"};
  float weights[2];
  assert_int_equal(GM_OK, gm_model_weights(ws, model, names, 2, weights));
  assert_float_equal(1, weights[0], 0);
  assert_float_equal(-2.5, weights[1], 0);
  gm_model_close(model);
  gm_workspace_close(ws);
}

/* In any order, however they stand in the file. */
static void reads_weights_against_the_order_of_the_file(void **state) {
  (void)state;
  gm_workspace *ws = gm_workspace_open(0);
  gm_model *model = NULL;
  assert_int_equal(GM_OK, open_text(ws,
                                    "geomention model 1\n"
                                    "a 1 10\nb 2\nc 3 30\nd 4\n",
                                    &model));
  const char *names[] = {"d", "b", "a", "c"};
  const float alone[] = {4, 2, 1, 3}, beside[] = {4, 2, 10, 30};
  float weights[4];
  assert_int_equal(GM_OK, gm_model_weights(ws, model, names, 4, weights));
  assert_memory_equal(alone, weights, sizeof weights);
  assert_int_equal(GM_OK,
                   gm_model_weights_beside(ws, model, names, 4, weights));
  assert_memory_equal(beside, weights, sizeof weights);
  gm_model_close(model);
  gm_workspace_close(ws);
}

static void names_a_missing_weight(void **state) {
  (void)state;
  gm_workspace *ws = gm_workspace_open(0);
  gm_model *model = NULL;
  assert_int_equal(GM_OK, open_text(ws, "geomention model 1\n", &model));
  const char *name = "a.missing";
  float weight;
  assert_int_equal(GM_BAD_MODEL,
                   gm_model_weights(ws, model, &name, 1, &weight));
  assert_string_equal("the model has no weight named a.missing",
                      gm_workspace_message(ws));
  gm_model_close(model);
  gm_workspace_close(ws);
}

static void refuses_what_is_no_model(void **state) {
  (void)state;
  gm_workspace *ws = gm_workspace_open(0);
  gm_model *model = NULL;
  assert_int_equal(GM_BAD_MODEL, open_text(ws, "", &model));
  assert_int_equal(GM_BAD_MODEL, open_text(ws, "geomention model 2\n", &model));
  assert_int_equal(GM_BAD_MODEL,
                   open_text(ws, "geomention model 1\na.one x\n", &model));
  assert_string_equal("line 2 of the model is not a name and a number",
                      gm_workspace_message(ws));
  assert_int_equal(GM_CANNOT_READ, gm_model_open(ws, "no/such", &model));
  assert_null(model);
  gm_workspace_close(ws);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(reads_weights_by_name),
      cmocka_unit_test(reads_weights_against_the_order_of_the_file),
      cmocka_unit_test(names_a_missing_weight),
      cmocka_unit_test(refuses_what_is_no_model),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
