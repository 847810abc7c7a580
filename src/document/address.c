/* See address.h. A run is an address if it names a protocol, begins with
 * "www.", has an @ before a dot, or its first part ends in one of the domains
 * that news names most. Anything else ("Kyiv.The") is words. */
#include "document/address.h"

#include <string.h>

#include "base/str.h"
#include "document/character.h"

static size_t run_end(gm_str text, size_t at) {
  while (at < text.size && (unsigned char)text.bytes[at] > ' ') at++;
  return at;
}

static bool is_alphanumeric(char byte) {
  const unsigned wanted =
      GM_CHARACTER_LOWER | GM_CHARACTER_UPPER | GM_CHARACTER_DIGIT;
  unsigned char index = (unsigned char)byte;
  return index < 128 && gm_character_ascii[index] & wanted;
}

static bool drop_mark(gm_str *run) {
  static const char *const marks[] = {".", ",", ";", ":",  "!", "?", ")", "]",
                                      "}", ">", "'", "\"", "”", "’", "»", "…"};
  for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
    gm_str mark = gm_str_of(marks[i]);
    if (!gm_str_ends(*run, mark)) continue;
    run->size -= mark.size;
    return true;
  }
  return false;
}

static bool is_protocol(gm_str word) {
  static const char *const protocols[] = {"http",  "https", "ftp",  "HTTP",
                                          "HTTPS", "Http",  "Https"};
  for (size_t i = 0; i < sizeof protocols / sizeof *protocols; i++)
    if (gm_str_equal(word, gm_str_of(protocols[i]))) return true;
  return false;
}

static bool is_mail(gm_str run) {
  gm_str name = gm_str_cut(&run, '@');
  for (size_t i = 0; i < name.size; i++) {
    char byte = name.bytes[i];
    if (!is_alphanumeric(byte) && !memchr("._%+-", byte, 5)) return false;
  }
  return run.size && memchr(run.bytes, '.', run.size);
}

/* Whether the host, what stands before the first slash, ends in a domain. */
static bool has_domain(gm_str run) {
  static const char *const domains[] = {
      ".com",  ".org",   ".net",    ".edu",    ".gov",
      ".info", ".co.uk", ".org.uk", ".gov.uk", ".com.au"};
  gm_str host = gm_str_cut(&run, '/');
  for (size_t i = 0; i < sizeof domains / sizeof *domains; i++)
    if (gm_str_ends(host, gm_str_of(domains[i]))) return true;
  return false;
}

/* Whether what stands behind a word could go on an address. */
static bool may_go_on(gm_str text, size_t at) {
  char byte = text.bytes[at];
  if (byte == '@' || byte == '_') return true;
  if (byte != '.' && byte != '-' && byte != '+') return false;
  return at + 1 < text.size && is_alphanumeric(text.bytes[at + 1]);
}

size_t gm_address_end(gm_str text, gm_span word, size_t *barren) {
  if (word.end >= text.size) return word.end;
  gm_str behind = {text.bytes + word.end, text.size - word.end};
  bool sure = gm_str_starts(behind, GM_STR("://")) &&
              is_protocol(gm_str_part(text, word));
  if (!sure && (word.begin < *barren || !may_go_on(text, word.end)))
    return word.end;
  size_t end = run_end(text, word.end);
  gm_str run = {text.bytes + word.begin, end - word.begin};
  while (drop_mark(&run)) continue;
  if (sure || gm_str_starts(run, GM_STR("www.")) || is_mail(run) ||
      has_domain(run))
    return word.begin + run.size;
  *barren = end;
  return word.end;
}

size_t gm_address_handle(gm_str text, size_t begin) {
  size_t at = begin + 1;
  while (at < text.size &&
         (text.bytes[at] == '_' || is_alphanumeric(text.bytes[at])))
    at++;
  return at > begin + 1 ? at : begin;
}
