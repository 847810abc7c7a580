/* Whether what came is what was asked for. The size has been compared already;
 * but a page of a hotel's network is as long as it says it is, and a mirror's
 * disk may have turned a bit. A zip holds a checksum of every member: libzip
 * unpacks each into nothing and compares. Other files hold none. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

#include "fetch.h"
#include "interrupt.h"

/* Writes the phrase. @return false, for whom it may save a line */
static bool wrong(char phrase[CLI_FETCH_PHRASE], const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static bool wrong(char phrase[CLI_FETCH_PHRASE], const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(phrase, CLI_FETCH_PHRASE, format, arguments);
  va_end(arguments);
  return false;
}

/* Unpacks a member. @return whether all of it came, as long as it should be */
static bool unpack(zip_file_t *member, uint64_t whole) {
  char bytes[1 << 16];
  uint64_t sum = 0;
  zip_int64_t size = 0;
  while (!cli_interrupted() &&
         (size = zip_fread(member, bytes, sizeof bytes)) > 0)
    sum += (uint64_t)size;
  return size == 0 && sum == whole;
}

static const char *error_of(zip_file_t *member) {
  bool known = zip_error_code_zip(zip_file_get_error(member)) != ZIP_ER_OK;
  return known ? zip_file_strerror(member) : "another size than it says";
}

/* Whether a member is readable, of its size and of its checksum. */
static bool check_member(zip_t *zip, zip_uint64_t at,
                         char phrase[CLI_FETCH_PHRASE]) {
  zip_stat_t about;
  if (zip_stat_index(zip, at, 0, &about) || !(about.valid & ZIP_STAT_SIZE) ||
      !(about.valid & ZIP_STAT_NAME))
    return wrong(phrase, "came damaged: %s", zip_strerror(zip));
  zip_file_t *member = zip_fopen_index(zip, at, 0);
  if (!member)
    return wrong(phrase, "came damaged: %.200s in it cannot be unpacked (%s)",
                 about.name, zip_strerror(zip));
  bool good = unpack(member, about.size);
  if (!good)
    wrong(phrase, "came damaged: %.200s in it is not whole (%s)", about.name,
          error_of(member));
  zip_fclose(member);
  return good;
}

static bool check_zip(const char *path, char phrase[CLI_FETCH_PHRASE]) {
  int code = 0;
  zip_t *zip = zip_open(path, ZIP_RDONLY, &code);
  if (!zip) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    wrong(phrase, "came damaged: %s", zip_error_strerror(&error));
    zip_error_fini(&error);
    return false;
  }
  zip_int64_t count = zip_get_num_entries(zip, 0);
  bool good = count > 0 || wrong(phrase, "came empty: a zip of nothing");
  for (zip_int64_t i = 0; good && i < count; i++)
    good = check_member(zip, (zip_uint64_t)i, phrase);
  zip_discard(zip);
  return good;
}

/* Whether it begins like a page or like XML, which none of our files does. */
static bool is_page(const char *path) {
  char bytes[256] = "";
  FILE *file = fopen(path, "re");
  if (!file) return false;
  size_t size = fread(bytes, 1, sizeof bytes - 1, file);
  bytes[size] = 0;
  fclose(file);
  return bytes[strspn(bytes, "\xEF\xBB\xBF \t\r\n")] == '<';
}

bool cli_fetch_check(const char *path, const char *name,
                     char phrase[CLI_FETCH_PHRASE]) {
  const char *ending = strrchr(name, '.');
  if (is_page(path))
    return wrong(phrase, "came as a web page: a proxy, or a wrong address");
  if (!ending || strcmp(ending, ".zip") != 0) return true;
  return check_zip(path, phrase);
}
