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

static gm_str folded(const composer *by, gm_str text, gm_span word) {
  return gm_name_key(by->ws, gm_str_part(text, word));
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
static bool is_name(const composer *by, const char *format, gm_str a, gm_str b,
                    gm_entry *out) {
  gm_entry entry = {0};
  gm_str key = gm_str_print(by->ws, format, GM_PRINT(a), GM_PRINT(b));
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
  if (is_name(by, "%.*s %.*s", by->key, word, out)) return true;
  if (is_name(by, "%.*s %.*s", word, by->key, out)) return true;
  return gm_str_equal(word, GM_STR("airport")) &&
         is_name(by, "%.*s international %.*s", by->key, word, out);
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
  return of ? is_name(by, "%.*s of %.*s", word, by->key, out)
            : join(by, word, out);
}

/* Whether only a comma or "and" stands between two mentions. */
static bool is_listed(gm_str text, gm_span one, gm_span next) {
  enum { FAR_BYTES = 6 };
  if (next.begin <= one.end || next.begin - one.end > FAR_BYTES) return false;
  gm_str between =
      gm_str_trim(gm_str_part(text, (gm_span){one.end, next.begin}));
  return gm_str_equal(between, GM_STR(",")) ||
         gm_str_equal(between, GM_STR("and")) ||
         gm_str_equal(between, GM_STR(", and")) ||
         gm_str_equal(between, GM_STR("&"));
}

/* The plural behind the end of a list: "Henry, Benton and Carroll counties". */
static bool join_list(composer *by, gm_str text, gm_mentions mentions,
                      uint32_t i, gm_entry *out) {
  enum { MOST = 8 };
  uint32_t last = i;
  while (
      last + 1 < mentions.count && last < i + MOST &&
      is_listed(text, mentions.items[last].span, mentions.items[last + 1].span))
    last++;
  gm_span heads = mentions.items[last].head;
  gm_str word = folded(by, text, word_behind(text, heads.end));
  gm_str one = singular(by, word);
  if (!word.size || !one.size || one.size == word.size) return false;
  if (!has_class(by, word, GM_WORD(GENERIC_AFTER)) &&
      !has_class(by, one, GM_WORD(GENERIC_AFTER)))
    return false;
  by->kind = gm_cover_kind(gm_gazetteer_classes(by->gazetteer, word) |
                           gm_gazetteer_classes(by->gazetteer, one));
  return by->kind >= 0 && join(by, one, out);
}

bool gm_compose(gm_workspace *ws, const gm_gazetteer *gazetteer,
                const gm_document *document, gm_mentions mentions, uint32_t i,
                gm_entry *entry, int *kind_hint) {
  const gm_mention *mention = &mentions.items[i];
  gm_str text = document->text;
  composer by = {.ws = ws, .gazetteer = gazetteer};
  *entry = (gm_entry){0};
  if (mention->use == GM_USE_DEMONYM) return true;
  by.key = gm_name_key(ws, gm_str_part(text, mention->head));
  if (!by.key.bytes) return false;
  if (join_behind(&by, text, mention->head.end, entry) ||
      join_before(&by, text, mention->head.begin, entry) ||
      join_list(&by, text, mentions, i, entry))
    *kind_hint = by.kind;
  return true;
}
