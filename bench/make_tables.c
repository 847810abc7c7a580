/* Makes tables of any size out of those at hand, so that the compiler can be
 * measured at the size of all of GeoNames without having it.
 *
 *     make_tables PLACES NAMES WORLD OUT
 *
 * WORLD holds places.tsv and names.tsv, unpacked (make_tables.sh does that);
 * OUT gets places.tsv, names.tsv and sources.tsv. NAMES counts all names: the
 * main ones of the places and the rows of names.tsv.
 *
 * Skewed like real names. A new name takes a real one as its pattern and puts
 * other real words into it, each as often as it occurs (so words follow Zipf's
 * law as they do in the world), or one word's beginning with another's end. A
 * share of places takes the name of an earlier place instead (a Yule process:
 * who has many namesakes gets more). Codes, features and populations are those
 * of a real row. The same arguments give the same bytes. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 12, MOST_WORDS = 12, NAME_BYTES = 256 };

typedef struct text {
  char *bytes;
  size_t size;
} text;

/* A row of a table: its cells lie in the table's text. */
typedef struct row {
  const char *cells[COLUMNS];
} row;

typedef struct table {
  row *rows;
  uint64_t count;
} table;

__extension__ typedef unsigned __int128 wide;

static uint64_t random_of(uint64_t *state) { /* splitmix64 (Vigna) */
  uint64_t z = (*state += UINT64_C(0x9e3779b97f4a7c15));
  z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
  z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
  return z ^ z >> 31;
}

static uint64_t below(uint64_t *state, uint64_t count) {
  return (uint64_t)((wide)random_of(state) * count >> 64);
}

static void give_up(const char *what, const char *path) {
  fprintf(stderr, "make_tables: %s %s\n", what, path);
  exit(1);
}

static text read_file(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file) give_up("cannot read", path);
  fseek(file, 0, SEEK_END);
  text all = {NULL, (size_t)ftell(file)};
  rewind(file);
  all.bytes = malloc(all.size + 1);
  if (!all.bytes || fread(all.bytes, 1, all.size, file) != all.size)
    give_up("cannot read", path);
  all.bytes[all.size] = 0;
  fclose(file);
  return all;
}

/* Cuts a table into cells, in place; its header is passed over. */
static table cut(text all) {
  table found = {NULL, 0};
  uint64_t room = 0;
  char *line = strchr(all.bytes, '\n') + 1;
  for (char *end; (end = strchr(line, '\n')); line = end + 1) {
    *end = 0;
    if (found.count == room) {
      room = room ? room * 2 : 1024;
      found.rows = realloc(found.rows, room * sizeof *found.rows);
      if (!found.rows) give_up("no memory for", "rows");
    }
    row *here = &found.rows[found.count++];
    memset(here, 0, sizeof *here);
    for (int i = 0; line && i < COLUMNS; i++) {
      here->cells[i] = line;
      if ((line = strchr(line, '\t'))) *line++ = 0;
    }
  }
  return found;
}

/* ------------------------------------------------------------- names -- */

/* One word of a name, chosen among its words. */
static const char *word_of(const char *name, uint64_t *state, size_t *size) {
  const char *words[MOST_WORDS];
  int count = 0;
  for (const char *at = name; at && count < MOST_WORDS;) {
    words[count++] = at;
    if ((at = strchr(at, ' '))) at++;
  }
  const char *word = words[below(state, (uint64_t)count)];
  *size = strcspn(word, " ");
  return word;
}

/* The middle of a word, between characters. */
static size_t middle_of(const char *word, size_t size) {
  size_t at = size / 2;
  while (at < size && (word[at] & 0xC0) == 0x80) at++;
  return at;
}

/* Appends a word of a name like this one: as it is, or two halves. */
static size_t add_word(char *out, const table *source, int column,
                       uint64_t first, uint64_t span, uint64_t *state) {
  size_t a_size, b_size, size;
  const char *a = word_of(
      source->rows[first + below(state, span)].cells[column], state, &a_size);
  const char *b = word_of(
      source->rows[first + below(state, span)].cells[column], state, &b_size);
  if (a_size > 48) a_size = middle_of(a, 64);
  if (a_size < 4 || b_size < 4 || b_size > 48 || random_of(state) % 5 < 2) {
    memcpy(out, a, a_size);
    return a_size;
  }
  size = middle_of(a, a_size);
  memcpy(out, a, size);
  size_t rest = middle_of(b, b_size);
  memcpy(out + size, b + rest, b_size - rest);
  return size + b_size - rest;
}

/* A name with as many words as that of a real row. */
static void make_name(char out[NAME_BYTES], const table *source, int column,
                      uint64_t pattern, uint64_t first, uint64_t span,
                      uint64_t seed) {
  const char *name = source->rows[pattern].cells[column];
  size_t size = 0;
  uint64_t state = seed;
  for (int words = 0; name && words < 3; words++) {
    if (words) out[size++] = ' ';
    size_t before = size; /* "de" alone is nobody's name */
    size_t least = words || strchr(name, ' ') ? 0 : 4;
    for (int tries = 0; tries < 8 && size <= before + least; tries++)
      size =
          before + add_word(out + before, source, column, first, span, &state);
    if ((name = strchr(name, ' '))) name++;
  }
  out[size] = 0;
}

/* ------------------------------------------------------------ tables -- */

static FILE *create(const char *folder, const char *name) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "wb");
  if (!file) give_up("cannot write", path);
  return file;
}

/* Whether a row may be anybody's: not a country or division, of which there
 * is one. */
static int is_common(const row *of) {
  return strncmp(of->cells[4], "ADM", 3) != 0 &&
         strncmp(of->cells[4], "PCL", 3) != 0 &&
         strcmp(of->cells[4], "TERR") != 0;
}

/* The real countries and divisions come first, then what is made up. */
static void write_places(const table *real, uint64_t places,
                         const char *folder) {
  FILE *out = create(folder, "places.tsv");
  uint64_t *seeds = malloc(places * sizeof *seeds);
  uint64_t state = 1, made = 0;
  if (!seeds) give_up("no memory for", "names");
  fputs(
      "ref\tname\tlat\tlon\tfeature\tcountry\tadmin1\tadmin2\tpopulation\t"
      "alternates\tsource\n",
      out);
  for (uint64_t i = 0; made < places; i++) {
    char name[NAME_BYTES];
    uint64_t from = i < real->count ? i : below(&state, real->count);
    const row *like = &real->rows[from];
    if (i < real->count ? is_common(like) : !is_common(like)) continue;
    uint64_t seed = random_of(&state);
    if (made && random_of(&state) % 100 < 35) seed = seeds[below(&state, made)];
    seeds[made] = seed;
    uint64_t pattern = seed % real->count;
    make_name(name, real, 1, pattern, 0, real->count, seed);
    double lat = atof(like->cells[2]), lon = atof(like->cells[3]);
    lat += (double)(random_of(&state) % 10000) * 1e-5;
    fprintf(out, "gn:%" PRIu64 "\t%s\t%.5f\t%.5f\t%s\t%s\t%s\t%s\t%s\t\tmade\n",
            ++made, i < real->count ? like->cells[1] : name,
            lat < 89 ? lat : 89.0, lon, like->cells[4], like->cells[5],
            like->cells[6], like->cells[7],
            random_of(&state) % 4 ? "" : like->cells[8]);
  }
  free(seeds);
  if (fclose(out)) give_up("cannot write", "places.tsv");
}

/* Rows are sorted by place, so those near a row are names of places alike. */
static void write_names(const table *real, uint64_t places, uint64_t rows,
                        const char *folder) {
  enum { NEAR = 2000 };
  FILE *out = create(folder, "names.tsv");
  uint64_t state = 2;
  fputs("ref\tname\tlanguage\tkind\tsource\tfrom\tto\n", out);
  for (uint64_t i = 0; i < rows; i++) {
    char name[NAME_BYTES], years[32] = "\t";
    uint64_t pattern = below(&state, real->count - NEAR);
    const row *like = &real->rows[pattern];
    double place = (double)below(&state, places) / (double)places;
    place = place * place * (double)places; /* some have many names */
    make_name(name, real, 1, pattern, pattern, NEAR, random_of(&state));
    if (!strcmp(like->cells[3], "historic"))
      snprintf(years, sizeof years, "%d\t%d", (int)(1700 + i % 200),
               (int)(1901 + i % 100));
    fprintf(out, "gn:%" PRIu64 "\t%s\t%s\t%s\tmade\t%s\n", (uint64_t)place + 1,
            name, like->cells[2], like->cells[3], years);
  }
  if (fclose(out)) give_up("cannot write", "names.tsv");
}

int main(int count, char **words) {
  if (count != 5) give_up("usage:", "make_tables PLACES NAMES WORLD OUT");
  uint64_t places = strtoull(words[1], NULL, 10);
  uint64_t names = strtoull(words[2], NULL, 10);
  table real = cut(read_file(words[3], "places.tsv"));
  table real_names = cut(read_file(words[3], "names.tsv"));
  write_places(&real, places, words[4]);
  write_names(&real_names, places, names > places ? names - places : 0,
              words[4]);
  FILE *out = create(words[4], "sources.tsv");
  fputs(
      "code\tpackage\tversion\tdate\tlicence\tattribution\twhat\n"
      "made\tmake_tables\t1\t2026\tCC0\tnobody\tall\n",
      out);
  return fclose(out) != 0;
}
