/* Which index over folded names: five of them over the same keys, measured.
 *
 *     cut -f 2 places.tsv names.tsv | bench_index
 *
 * The names come in on standard input, one a line; they are folded as the
 * compiler folds them, and the beginnings of each key (which a walk along a
 * text needs) are keys too. Each index is asked for all keys in random order,
 * and for as many that are not there; the time includes hashing.
 *
 *     probing   open addressing as in the format's version 1: 32-bit slots two
 *               thirds full, an offset and the key itself to compare with
 *     ordered   hash order, 48 bits a key, one number a bucket: version 2
 *     levels    a minimal perfect hash of our own, 48 bits a key to compare
 *               with: at each level a bit for every key that is alone there
 *               (Limasset and others, 2017, doi:10.4230/LIPIcs.SEA.2017.25)
 *     chd       the same with cmph's CHD (with -DWITH_CMPH)
 *     sorted    the keys sorted and front-coded, 16 a block, found by halving
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#ifdef WITH_CMPH
#include <cmph.h>
#endif

#include "gazetteer/index.h"
#include "gazetteer/name.h"

enum { FINGERPRINT = 6, BLOCK = 16, LEVELS = 32 };

typedef struct keys {
  gm_str *items;
  size_t count, room;
} keys;

typedef struct method {
  const char *name;
  size_t (*build)(const keys *all); /* @return bytes of the index */
  int (*has)(gm_str key);
} method;

static double now_s(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static void *take(size_t size) {
  void *bytes = calloc(size + 16, 1);
  if (!bytes) {
    fputs("bench_index: no memory\n", stderr);
    exit(1);
  }
  return bytes;
}

static uint64_t hash_of(gm_str key) {
  return gm_hash_mix(gm_hash_on(GM_HASH_BEGIN, key));
}

static int compare_keys(const void *a, const void *b) {
  const gm_str *x = a, *y = b;
  size_t size = x->size < y->size ? x->size : y->size;
  int order = memcmp(x->bytes, y->bytes, size);
  return order ? order : (x->size > y->size) - (x->size < y->size);
}

/* ----------------------------------------------------------- probing -- */

static struct {
  uint32_t *slots, *offsets;
  char *bytes;
  size_t count, size;
  unsigned bits;
} probing;

static size_t build_probing(const keys *all) {
  size_t size = 0;
  probing.count = all->count + all->count / 2 + 1;
  probing.bits = 1;
  while (all->count >> probing.bits) probing.bits++;
  probing.slots = take(probing.count * 4);
  probing.offsets = take(all->count * 4);
  for (size_t i = 0; i < all->count; i++) size += all->items[i].size + 1;
  probing.bytes = take(size);
  probing.size = size;
  size = 0;
  for (size_t i = 0; i < all->count; i++) {
    gm_str key = all->items[i];
    uint64_t hash = hash_of(key);
    size_t at = (size_t)(((hash >> 32) * probing.count) >> 32);
    while (probing.slots[at])
      if (++at == probing.count) at = 0;
    probing.slots[at] = (uint32_t)(hash << probing.bits) | (uint32_t)(i + 1);
    probing.offsets[i] = (uint32_t)size;
    probing.bytes[size] = (char)key.size;
    memcpy(probing.bytes + size + 1, key.bytes, key.size);
    size += key.size + 1;
  }
  return probing.count * 4 + all->count * 4 + size;
}

static int has_probing(gm_str key) {
  uint64_t hash = hash_of(key);
  size_t at = (size_t)(((hash >> 32) * probing.count) >> 32);
  uint32_t mask = ((uint32_t)1 << probing.bits) - 1;
  uint32_t tag = (uint32_t)(hash << probing.bits), slot;
  for (; (slot = probing.slots[at]);
       at = at + 1 == probing.count ? 0 : at + 1) {
    if ((slot & ~mask) != tag) continue;
    const char *other = probing.bytes + probing.offsets[(slot & mask) - 1];
    if ((unsigned char)*other == key.size &&
        !memcmp(other + 1, key.bytes, key.size))
      return 1;
  }
  return 0;
}

/* ----------------------------------------------------------- ordered -- */

static struct {
  uint32_t *buckets;
  unsigned char *rests;
  unsigned bits;
} ordered;

static int compare_hashes(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static size_t build_ordered(const keys *all) {
  uint64_t *hashes = take(all->count * 8);
  for (size_t i = 0; i < all->count; i++) hashes[i] = hash_of(all->items[i]);
  qsort(hashes, all->count, 8, compare_hashes);
  ordered.bits = gm_index_bits((uint32_t)all->count);
  size_t buckets = ((size_t)1 << ordered.bits) + 1, next = 0;
  ordered.buckets = take(buckets * 4);
  ordered.rests = take(all->count * FINGERPRINT);
  for (size_t i = 0; i < all->count; i++) {
    gm_index_spot spot = gm_index_of(hashes[i], ordered.bits);
    while (next <= spot.bucket) ordered.buckets[next++] = (uint32_t)i;
    memcpy(ordered.rests + i * FINGERPRINT, &spot.rest, FINGERPRINT);
  }
  while (next < buckets) ordered.buckets[next++] = (uint32_t)all->count;
  free(hashes);
  return buckets * 4 + all->count * FINGERPRINT;
}

static int has_ordered(gm_str key) {
  gm_index_spot spot = gm_index_of(hash_of(key), ordered.bits);
  uint32_t end = ordered.buckets[spot.bucket + 1];
  for (uint32_t i = ordered.buckets[spot.bucket]; i < end; i++) {
    uint64_t rest = 0;
    memcpy(&rest, ordered.rests + (size_t)i * FINGERPRINT, FINGERPRINT);
    if (rest >= spot.rest) return rest == spot.rest;
  }
  return 0;
}

/* ------------------------------------------------------------ levels -- */

static struct {
  uint64_t *bits[LEVELS];
  uint32_t *ranks[LEVELS]; /* ones before each 512 bits, over all levels */
  size_t sizes[LEVELS];    /* bits */
  int count;
  unsigned char *prints;
} levels;

static uint64_t level_hash(uint64_t hash, int level) {
  return gm_hash_mix(hash + (uint64_t)level * UINT64_C(0x9e3779b97f4a7c15));
}

__extension__ typedef unsigned __int128 wide;

static size_t level_spot(uint64_t hash, int level) {
  return (size_t)((wide)level_hash(hash, level) * levels.sizes[level] >> 64);
}

/* One level: a bit stays where exactly one key falls. @return keys left */
static size_t build_level(uint64_t *hashes, size_t count, int level) {
  size_t size = (count * 2 + 511) / 512 * 512, left = 0;
  uint64_t *twice = take(size / 8), *bits = take(size / 8);
  levels.sizes[level] = size;
  levels.bits[level] = bits;
  for (size_t i = 0; i < count; i++) {
    size_t at = level_spot(hashes[i], level);
    uint64_t bit = (uint64_t)1 << at % 64;
    if (bits[at / 64] & bit) twice[at / 64] |= bit;
    bits[at / 64] |= bit;
  }
  for (size_t i = 0; i < size / 64; i++) bits[i] &= ~twice[i];
  for (size_t i = 0; i < count; i++) {
    size_t at = level_spot(hashes[i], level);
    if (!(bits[at / 64] >> at % 64 & 1)) hashes[left++] = hashes[i];
  }
  free(twice);
  return left;
}

static size_t number_of(uint64_t hash) {
  for (int level = 0; level < levels.count; level++) {
    size_t at = level_spot(hash, level);
    const uint64_t *bits = levels.bits[level] + at / 512 * 8;
    if (!(levels.bits[level][at / 64] >> at % 64 & 1)) continue;
    size_t rank = levels.ranks[level][at / 512];
    for (size_t i = 0; i < at % 512 / 64; i++)
      rank += (size_t)__builtin_popcountll(bits[i]);
    uint64_t below = ((uint64_t)1 << at % 64) - 1;
    return rank + (size_t)__builtin_popcountll(bits[at % 512 / 64] & below);
  }
  return SIZE_MAX;
}

static size_t build_levels(const keys *all) {
  uint64_t *hashes = take(all->count * 8);
  size_t left = all->count, bytes = 0;
  uint32_t rank = 0;
  for (size_t i = 0; i < left; i++) hashes[i] = hash_of(all->items[i]);
  while (left && levels.count < LEVELS)
    left = build_level(hashes, left, levels.count++);
  for (int level = 0; level < levels.count; level++) {
    size_t blocks = levels.sizes[level] / 512;
    levels.ranks[level] = take(blocks * 4);
    for (size_t i = 0; i < blocks * 8; i++) {
      if (i % 8 == 0) levels.ranks[level][i / 8] = rank;
      rank += (uint32_t)__builtin_popcountll(levels.bits[level][i]);
    }
    bytes += blocks * (64 + 4);
  }
  levels.prints = take(all->count * FINGERPRINT);
  for (size_t i = 0; i < all->count; i++) {
    uint64_t hash = hash_of(all->items[i]);
    memcpy(levels.prints + number_of(hash) * FINGERPRINT, &hash, FINGERPRINT);
  }
  free(hashes);
  return bytes + all->count * FINGERPRINT;
}

static int has_levels(gm_str key) {
  uint64_t hash = hash_of(key);
  size_t number = number_of(hash);
  return number != SIZE_MAX &&
         !memcmp(levels.prints + number * FINGERPRINT, &hash, FINGERPRINT);
}

/* --------------------------------------------------------------- chd -- */

#ifdef WITH_CMPH
static struct {
  cmph_t *hash;
  unsigned char *prints;
  uint32_t count;
} chd;

static size_t build_chd(const keys *all) {
  char **vector = take(all->count * sizeof *vector);
  for (size_t i = 0; i < all->count; i++) {
    vector[i] = take(all->items[i].size + 1);
    memcpy(vector[i], all->items[i].bytes, all->items[i].size);
  }
  cmph_io_adapter_t *source =
      cmph_io_vector_adapter(vector, (cmph_uint32)all->count);
  cmph_config_t *config = cmph_config_new(source);
  cmph_config_set_algo(config, CMPH_CHD);
  chd.hash = cmph_new(config);
  cmph_config_destroy(config);
  if (!chd.hash) return 0;
  chd.count = cmph_size(chd.hash);
  chd.prints = take((size_t)chd.count * FINGERPRINT);
  for (size_t i = 0; i < all->count; i++) {
    uint64_t hash = hash_of(all->items[i]);
    size_t number = cmph_search(chd.hash, all->items[i].bytes,
                                (cmph_uint32)all->items[i].size);
    memcpy(chd.prints + number * FINGERPRINT, &hash, FINGERPRINT);
  }
  return cmph_packed_size(chd.hash) + (size_t)chd.count * FINGERPRINT;
}

static int has_chd(gm_str key) {
  uint64_t hash = hash_of(key);
  size_t number = cmph_search(chd.hash, key.bytes, (cmph_uint32)key.size);
  return !memcmp(chd.prints + number * FINGERPRINT, &hash, FINGERPRINT);
}
#endif

/* ------------------------------------------------------------ sorted -- */

static struct {
  char *bytes; /* of each key: bytes it shares, bytes it adds, those */
  uint32_t *blocks;
  size_t count; /* of blocks */
} sorted;

static size_t build_sorted(const keys *all) {
  gm_str *items = take(all->count * sizeof *items), before = {0};
  size_t size = 0;
  for (size_t i = 0; i < all->count; i++) size += all->items[i].size + 2;
  memcpy(items, all->items, all->count * sizeof *items);
  qsort(items, all->count, sizeof *items, compare_keys);
  sorted.bytes = take(size);
  sorted.count = (all->count + BLOCK - 1) / BLOCK;
  sorted.blocks = take((sorted.count + 1) * 4);
  size = 0;
  for (size_t i = 0; i < all->count; i++) {
    size_t shared = 0;
    gm_str key = items[i];
    if (i % BLOCK == 0) sorted.blocks[i / BLOCK] = (uint32_t)size;
    while (i % BLOCK && shared < key.size && shared < before.size &&
           key.bytes[shared] == before.bytes[shared])
      shared++;
    sorted.bytes[size++] = (char)shared;
    sorted.bytes[size++] = (char)(key.size - shared);
    memcpy(sorted.bytes + size, key.bytes + shared, key.size - shared);
    size += key.size - shared;
    before = key;
  }
  sorted.blocks[sorted.count] = (uint32_t)size;
  free(items);
  return size + sorted.count * 4;
}

static int has_sorted(gm_str key) {
  size_t low = 0, high = sorted.count;
  char whole[256];
  while (high - low > 1) {
    size_t middle = (low + high) / 2;
    const char *at = sorted.bytes + sorted.blocks[middle];
    gm_str head = {at + 2, (unsigned char)at[1]};
    if (compare_keys(&head, &key) <= 0)
      low = middle;
    else
      high = middle;
  }
  const char *at = sorted.bytes + sorted.blocks[low];
  const char *end = sorted.bytes + sorted.blocks[low + 1];
  while (at < end) {
    size_t shared = (unsigned char)at[0], more = (unsigned char)at[1];
    memcpy(whole + shared, at + 2, more);
    at += 2 + more;
    if (shared + more == key.size && !memcmp(whole, key.bytes, key.size))
      return 1;
  }
  return 0;
}

/* --------------------------------------------------------- measuring -- */

static void add(keys *all, gm_str key) {
  if (all->count == all->room) {
    all->room = all->room ? all->room * 2 : 1024;
    all->items = realloc(all->items, all->room * sizeof *all->items);
    if (!all->items) exit(1);
  }
  char *copy = take(key.size + 1);
  memcpy(copy, key.bytes, key.size);
  all->items[all->count++] = (gm_str){copy, key.size};
}

/* Sorts the keys and leaves each once. */
static void unite(keys *all) {
  size_t kept = 0;
  qsort(all->items, all->count, sizeof *all->items, compare_keys);
  for (size_t i = 0; i < all->count; i++)
    if (!kept || compare_keys(&all->items[kept - 1], &all->items[i]))
      all->items[kept++] = all->items[i];
  all->count = kept;
}

static void read_keys(keys *all) {
  gm_workspace *ws = gm_workspace_open(0);
  char *line = NULL;
  size_t room = 0;
  ssize_t size;
  while (ws && (size = getline(&line, &room, stdin)) > 0) {
    gm_name name;
    gm_workspace_reset(ws);
    if (gm_name_read(ws, (gm_str){line, (size_t)size - 1}, &name)) exit(1);
    if (!name.key.size || name.key.size > GM_NAME_KEY_BYTES) continue;
    add(all, name.key);
    for (size_t i = 0; i < name.key.size; i++)
      if (name.key.bytes[i] == ' ') add(all, (gm_str){name.key.bytes, i});
  }
  free(line);
  gm_workspace_close(ws);
  unite(all);
}

/* Asks for every key in random order. @return nanoseconds a key */
static double ask(const method *m, const keys *queries, size_t expected) {
  size_t found = 0;
  double begin_s = now_s();
  for (size_t i = 0; i < queries->count; i++)
    found += (size_t)m->has(queries->items[i]);
  double passed_s = now_s() - begin_s;
  if (found != expected)
    printf("  %s found %zu of %zu keys\n", m->name, found, expected);
  return passed_s * 1e9 / (double)queries->count;
}

static void shuffle(keys *all) {
  uint64_t state = 1;
  for (size_t i = all->count; i > 1; i--) {
    state = gm_hash_mix(state + UINT64_C(0x9e3779b97f4a7c15));
    size_t other = (size_t)(state % i);
    gm_str kept = all->items[i - 1];
    all->items[i - 1] = all->items[other];
    all->items[other] = kept;
  }
}

/* Keys in the order in which they are asked for, in memory as in a text. */
static keys queries_of(const keys *all, const char *ending) {
  keys out = {take(all->count * sizeof(gm_str)), all->count, all->count};
  size_t size = 0, more = strlen(ending);
  for (size_t i = 0; i < all->count; i++) size += all->items[i].size + more;
  char *bytes = take(size);
  memcpy(out.items, all->items, all->count * sizeof(gm_str));
  shuffle(&out);
  for (size_t i = 0; i < out.count; i++) {
    size_t length = out.items[i].size;
    memcpy(bytes, out.items[i].bytes, length);
    memcpy(bytes + length, ending, more);
    out.items[i] = (gm_str){bytes, length + more};
    bytes += length + more;
  }
  return out;
}

int main(void) {
  static const method methods[] = {
      {"probing", build_probing, has_probing},
      {"ordered", build_ordered, has_ordered},
      {"levels", build_levels, has_levels},
#ifdef WITH_CMPH
      {"chd", build_chd, has_chd},
#endif
      {"sorted", build_sorted, has_sorted},
  };
  keys all = {0};
  read_keys(&all);
  keys there = queries_of(&all, ""), absent = queries_of(&all, "\x01");
  printf("%zu keys\n%-8s %10s %8s %12s %12s\n", all.count, "index", "bytes/key",
         "build s", "there ns", "absent ns");
  for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
    double begin_s = now_s();
    size_t bytes = methods[i].build(&all);
    double built_s = now_s() - begin_s;
    ask(&methods[i], &there, all.count);
    double there_ns = ask(&methods[i], &there, all.count);
    double absent_ns = ask(&methods[i], &absent, 0);
    printf("%-8s %10.2f %8.2f %12.0f %12.0f\n", methods[i].name,
           (double)bytes / (double)all.count, built_s, there_ns, absent_ns);
  }
  return 0;
}
