/* Word classes become the word table, and vectors theirs: see command.h. Words are folded as the
 * library folds those of a text. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/fold.h"
#include "command.h"
#include "mention/feature.h"
#include "pack.h"

/* The token of a word, or nothing where it is several. */
static gm_str fold_word(gm_workspace *ws, gm_str word) {
  gm_tokens tokens;
  gm_span whole = {0, (uint32_t)word.size};
  if (gm_tokenise(ws, word, whole, &tokens) != GM_OK || tokens.count != 1)
    return (gm_str){0};
  return tokens.items[0].folded;
}

/* The rest of a line: nothing, or a vector. */
static bool read_vector(gm_str rest, signed char out[GM_VECTOR_NUMBERS]) {
  for (int i = 0; i < GM_VECTOR_NUMBERS; i++) {
    double value;
    gm_str number = gm_str_trim(gm_str_cut(&rest, '\t'));
    if (!gm_str_to_double(number, &value) || value < -127 || value > 127)
      return false;
    out[i] = (signed char)value;
  }
  return true;
}

static void add_line(gm_workspace *ws, gm_str line, bool frequent, pack *to) {
  uint64_t coarse = 0, fine = 0;
  signed char vector[GM_VECTOR_NUMBERS];
  gm_str word = gm_str_cut(&line, '\t');
  if (!gm_str_to_u64(gm_str_cut(&line, '\t'), &coarse) ||
      !gm_str_to_u64(gm_str_trim(gm_str_cut(&line, '\t')), &fine))
    return;
  gm_str folded = fold_word(ws, word);
  gm_company company = {(uint16_t)(coarse + 1), (uint16_t)(fine + 1)};
  if (!folded.size) return;
  uint32_t hash = gm_feature_word_hash(folded);
  pack_word(to, hash, company);
  if (frequent && read_vector(line, vector)) pack_vector(to, hash, vector);
}

/* The words of another recogniser, without its names. */
static gm_status copy_words(gm_workspace *ws, const command *given,
                            const gm_recogniser *from) {
  const gm_recogniser none = {0};
  pack made = pack_begin(&none);
  pack_take_words(&made, from);
  gm_status status = pack_write(ws, &made, given->out);
  pack_free(&made);
  return status;
}

gm_status command_words(gm_workspace *ws, const command *given) {
  enum { MOST_WORDS = 180000, MOST_VECTORS = 22500 };
  gm_recogniser known = {0};
  if (gm_recogniser_open(ws, given->paths[0], &known) == GM_OK) {
    gm_status status = copy_words(ws, given, &known);
    gm_recogniser_close(&known);
    return status;
  }
  FILE *file = fopen(given->paths[0], "r");
  if (!file)
    return gm_fail(ws, GM_CANNOT_READ, 0, "%s cannot be opened: %s",
                   given->paths[0], strerror(errno));
  const gm_recogniser none = {0};
  pack made = pack_begin(&none);
  char *line = NULL;
  size_t capacity = 0;
  ssize_t size;
  for (int words = 0;
       words < MOST_WORDS && (size = getline(&line, &capacity, file)) > 0;
       words++) {
    gm_workspace_reset(ws);
    add_line(ws, (gm_str){line, (size_t)size}, words < MOST_VECTORS, &made);
  }
  free(line);
  fclose(file);
  gm_status status = pack_write(ws, &made, given->out);
  pack_free(&made);
  return status;
}
