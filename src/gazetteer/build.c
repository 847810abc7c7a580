/* See build.h: how names and words become keys. */
#include "gazetteer/build.h"

#include "base/utf8.h"
#include "gazetteer/kind.h"

/* A name that was read, with its key in memory that outlives the reading. */
typedef struct held_name {
  gm_name name;
  char key[GM_NAME_KEY_BYTES];
} held_name;

/* Reads a name and gives back all memory of it; a key that is too long has
 * more than GM_NAME_WORDS words afterwards. */
static gm_status read_name(gm_build *build, gm_str written, held_name *out) {
  gm_arena_mark before = gm_arena_here(&build->ws->arena);
  gm_status status = gm_name_read(build->ws, written, &out->name);
  if (status) return status;
  gm_str *key = &out->name.key;
  if (key->size > sizeof out->key) {
    *key = (gm_str){0};
    out->name.words = GM_NAME_WORDS + 1;
  }
  if (key->size) memcpy(out->key, key->bytes, key->size);
  key->bytes = out->key;
  gm_arena_rewind(&build->ws->arena, before);
  return GM_OK;
}

/* The number of a key, which is added if it is new. */
static gm_status add_key(gm_build *build, gm_str key, uint32_t *number) {
  gm_status status = gm_pool_add(build->ws, &build->keys, key, number);
  if (status) return status;
  gm_word_classes *classes = gm_grow(build->ws, build->classes, *number,
                                     &build->classes_capacity, sizeof *classes);
  if (!classes) return GM_NO_MEMORY;
  build->classes = classes;
  return GM_OK;
}

/* Counts a name that no text could be found by; true: leave it out. */
static bool leave_out(gm_build *build, gm_str written, const gm_name *name) {
  if (name->words > GM_NAME_WORDS) return ++build->too_long;
  if (gm_utf8_count(name->key) < 2) return ++build->useless;
  if (gm_name_is_code(written)) return ++build->codes_left_out;
  return false;
}

gm_status gm_build_add_name(gm_build *build, gm_str written, uint32_t place,
                            gm_name_kind kind, gm_str language) {
  held_name held;
  gm_status status = read_name(build, written, &held);
  if (status || leave_out(build, written, &held.name)) return status;
  gm_draft_sense *senses =
      gm_grow(build->ws, build->senses, build->senses_count,
              &build->senses_capacity, sizeof *senses);
  if (!senses) return GM_NO_MEMORY;
  build->senses = senses;
  gm_draft_sense *sense = &senses[build->senses_count];
  *sense = (gm_draft_sense){.place = place, .kind = (uint8_t)kind};
  sense->foreign =
      language.size && !gm_str_equal(language, GM_STR(GM_HOME_LANGUAGE));
  if (held.name.dotted) sense->flags |= GM_SENSE_DOTTED;
  if (held.name.capital) sense->flags |= GM_SENSE_CAPITAL;
  if (gm_str_ends(written, GM_STR("."))) sense->flags |= GM_SENSE_STOP;
  status = add_key(build, held.name.key, &sense->key);
  if (status) return status;
  build->senses_count++;
  return gm_pool_add(build->ws, &build->strings, written, &sense->written);
}

gm_status gm_build_add_word(gm_build *build, gm_str written,
                            gm_word_classes classes, bool *known) {
  held_name held;
  uint32_t number;
  gm_status status = read_name(build, written, &held);
  if (status) return status;
  *known = held.name.key.size && held.name.words <= GM_NAME_WORDS;
  if (!*known) return GM_OK;
  status = add_key(build, held.name.key, &number);
  if (!status) build->classes[number] |= classes;
  return status;
}

/* Adds the first words of a key, up to each of its spaces. */
static gm_status add_beginnings(gm_build *build, gm_str key) {
  for (size_t i = 0; i < key.size; i++) {
    uint32_t number;
    if (key.bytes[i] != ' ') continue;
    gm_status status = add_key(build, (gm_str){key.bytes, i}, &number);
    if (status) return status;
    build->classes[number] |= GM_ENTRY_CONTINUES;
  }
  return GM_OK;
}

gm_status gm_build_add_beginnings(gm_build *build) {
  size_t count = build->keys.count; /* without those that are added */
  gm_status status = GM_OK;
  for (size_t i = 0; i < count && !status; i++) {
    char copy[GM_NAME_KEY_BYTES];
    gm_str key = gm_pool_get(&build->keys, (uint32_t)i);
    memcpy(copy, key.bytes, key.size);
    status = add_beginnings(build, (gm_str){copy, key.size});
  }
  return status;
}

gm_status gm_build_area(gm_build *build, gm_str code, uint32_t *number) {
  size_t before = build->codes.count;
  gm_status status = gm_pool_add(build->ws, &build->codes, code, number);
  if (status) return status;
  gm_area *areas = gm_grow(build->ws, build->areas, *number,
                           &build->areas_capacity, sizeof *areas);
  if (!areas) return GM_NO_MEMORY;
  build->areas = areas;
  if (build->codes.count > before) areas[*number] = (gm_area){GM_NO_PLACE, 0};
  return GM_OK;
}
