/* See compose.h. */
#include "resolve/compose.h"

#include "gazetteer/name.h"
#include "mention/cover.h"

/* A name and the words that may make another of it. */
typedef struct composer {
  gm_workspace *ws;
  const gm_gazetteer *gazetteer;
  gm_str key; /* of the head */
  int kind;   /* that the words ask for */
} composer;

static bool is_space(char byte) {
  return byte == ' ' || byte == '\n';
}

static bool is_word_byte(char byte) {
  return !is_space(byte) && !(byte >= '!' && byte <= '@');
}

/* The word right behind `at`, over one space; else empty. */
static gm_span word_behind(gm_str text, uint32_t at) {
  if (at >= text.size || text.bytes[at] != ' ') return (gm_span){at, at};
  uint32_t end = ++at;
  while (end < text.size && is_word_byte(text.bytes[end])) end++;
  return (gm_span){at, end};
}

/* The word right before `at`; else empty. */
static gm_span word_before(gm_str text, uint32_t at) {
  if (!at || text.bytes[at - 1] != ' ') return (gm_span){at, at};
  uint32_t begin = --at;
  while (begin && is_word_byte(text.bytes[begin - 1])) begin--;
  return (gm_span){begin, at};
}

static bool is_small(gm_str word) {
  for (size_t i = 0; i < word.size; i++)
    if (word.bytes[i] < 'a' || word.bytes[i] > 'z') return false;
  return true;
}

/* Most words beside a name are small letters: folded as they stand. */
static gm_str folded(const composer *by, gm_str text, gm_span word) {
  gm_str written = gm_str_part(text, word);
  return is_small(written) ? written : gm_name_key(by->ws, written);
}

static bool has_class(const composer *by, gm_str word, gm_word_classes wanted) {
  return word.size && gm_gazetteer_classes(by->gazetteer, word) & wanted;
}

/* "counties" is "county" of each. */
static gm_str singular(const composer *by, gm_str word) {
  if (gm_str_ends(word, GM_STR("ies")))
    return gm_str_print(by->ws, "%.*sy", (int)word.size - 3, word.bytes);
  if (gm_str_ends(word, GM_STR("s")))
    return (gm_str){word.bytes, word.size - 1};
  return word;
}

/* Whether the gazetteer has these words as a name of the kind asked for. */
static bool is_name(const composer *by, gm_str a, gm_str between, gm_str b,
                    gm_entry *out) {
  gm_entry entry = {0};
  gm_str key = gm_str_join(by->ws, a, between, b);
  if (!key.bytes || !gm_gazetteer_entry(by->gazetteer, key, &entry))
    return false;
  for (uint32_t i = 0; i < entry.sense_count; i++) {
    uint32_t place = gm_gazetteer_sense(by->gazetteer, entry, i).place;
    if (gm_gazetteer_site(by->gazetteer, place).kind != by->kind) continue;
    *out = entry;
    return true;
  }
  return false;
}

/* "dnipro" and "river" in either order. */
static bool join(const composer *by, gm_str word, gm_entry *out) {
  if (is_name(by, by->key, GM_STR(" "), word, out)) return true;
  if (is_name(by, word, GM_STR(" "), by->key, out)) return true;
  return gm_str_equal(word, GM_STR("airport")) &&
         is_name(by, by->key, GM_STR(" international "), word, out);
}

/* The generic word behind a head. */
static bool join_behind(composer *by, gm_str text, uint32_t at, gm_entry *out) {
  gm_str word = folded(by, text, word_behind(text, at));
  if (!has_class(by, word, GM_WORD(GENERIC_AFTER))) return false;
  by->kind = gm_cover_kind(gm_gazetteer_classes(by->gazetteer, word));
  return by->kind >= 0 && join(by, word, out);
}

/* The one before it, and before "of": "the gulf of Aden". The port of Odesa is
 * Odesa's. */
static bool join_before(composer *by, gm_str text, uint32_t at, gm_entry *out) {
  gm_span span = word_before(text, at);
  gm_str word = folded(by, text, span);
  bool of = gm_str_equal(word, GM_STR("of"));
  if (of) word = folded(by, text, word_before(text, span.begin));
  if (!has_class(by, word, GM_WORD(GENERIC_BEFORE))) return false;
  by->kind = gm_cover_kind(gm_gazetteer_classes(by->gazetteer, word));
  if (by->kind < 0 || (of && by->kind == GM_PLACE_FACILITY)) return false;
  return of ? is_name(by, word, GM_STR(" of "), by->key, out)
            : join(by, word, out);
}

/* What joins the names of a list: behind it the next one begins.
 * @return its size; 0: there is none */
static uint32_t joint_size(gm_str text, uint32_t at) {
  static const char *const joints[] = {", and ", ", or ", ", ",
                                       " and ",  " or ",  " & "};
  gm_str rest = {text.bytes + at, text.size - at};
  for (size_t i = 0; i < sizeof joints / sizeof *joints; i++)
    if (gm_str_starts(rest, gm_str_of(joints[i])))
      return (uint32_t)gm_str_of(joints[i]).size;
  return 0;
}

static bool is_capital(gm_str text, uint32_t at) {
  return at < text.size && text.bytes[at] >= 'A' && text.bytes[at] <= 'Z';
}

/* The end of a name that begins at `at`: some words with capitals. */
static uint32_t name_end(gm_str text, uint32_t at) {
  enum { MOST = 3 };
  uint32_t end = at;
  if (!is_capital(text, at)) return at;
  while (end < text.size && is_word_byte(text.bytes[end])) end++;
  for (int i = 1; i < MOST; i++) {
    gm_span word = word_behind(text, end);
    if (!is_capital(text, word.begin) || word.end == word.begin) break;
    end = word.end;
  }
  return end;
}

/* Whether the plural of a generic word stands right behind `at`; then its
 * singular. */
static bool take_plural(composer *by, gm_str text, uint32_t at, gm_str *out) {
  gm_str word = folded(by, text, word_behind(text, at));
  gm_str one = singular(by, word);
  if (!word.size || !one.size || one.size == word.size ||
      !(has_class(by, word, GM_WORD(GENERIC_AFTER)) ||
        has_class(by, one, GM_WORD(GENERIC_AFTER))))
    return false;
  by->kind = gm_cover_kind(gm_gazetteer_classes(by->gazetteer, word) |
                           gm_gazetteer_classes(by->gazetteer, one));
  *out = one;
  return by->kind >= 0;
}

/* The plural behind the end of a list: "Henry, Benton and Carroll counties".
 * @return whether there is one; `out` is what it makes of this name */
static bool join_list(composer *by, gm_str text, uint32_t at, gm_entry *out) {
  enum { MOST = 8 };
  gm_str word;
  for (int i = 0; i < MOST; i++) {
    if (take_plural(by, text, at, &word)) {
      join(by, word, out);
      return true;
    }
    uint32_t next = at + joint_size(text, at);
    if (next == at || (at = name_end(text, next)) == next) return false;
  }
  return false;
}

void gm_compose(gm_workspace *ws, const gm_gazetteer *gazetteer,
                const gm_document *document, gm_mentions mentions, uint32_t i,
                gm_str key, gm_entry *entry, int *kind_hint) {
  const gm_mention *mention = &mentions.items[i];
  gm_str text = document->text;
  composer by = {.ws = ws, .gazetteer = gazetteer, .key = key};
  *entry = (gm_entry){0};
  if (mention->use == GM_USE_DEMONYM) return;
  if (gm_str_starts(by.key, GM_STR("the ")))
    by.key = (gm_str){by.key.bytes + 4, by.key.size - 4};
  if (join_behind(&by, text, mention->head.end, entry) ||
      join_before(&by, text, mention->head.begin, entry) ||
      join_list(&by, text, mention->head.end, entry))
    *kind_hint = by.kind;
}
