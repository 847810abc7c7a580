/* The sections that come from shards: strings, buckets, entries, senses and
 * years. Only now is it known how many names each place has, so senses get
 * their order here. How many of everything the shards before one have is known
 * too: so a crew lays them out at the same time, each in memory,
 *
 *     worker 1   | lay 0 | write 0 | lay 2     | write 2 | ...
 *     worker 2   | lay 1           | write 1 | lay 3     | ...
 *
 * and they take turns at the outlets, whose hashes run along a section. */
#include "gazetteer/index.h"
#include "gazetteer/layout.h"

enum { STRINGS, BUCKETS, ENTRIES, SENSES, YEARS, OUTLETS };

static const enum gm_section section_of[OUTLETS] = {
    [STRINGS] = GM_SECTION_STRINGS, [BUCKETS] = GM_SECTION_BUCKETS,
    [ENTRIES] = GM_SECTION_ENTRIES, [SENSES] = GM_SECTION_SENSES,
    [YEARS] = GM_SECTION_YEARS,
};

/* The number of a set of classes that came lately. */
typedef struct known_set {
  uint32_t classes, number;
  bool known;
} known_set;

struct gm_names {
  gm_layout *layout;
  gm_outlet outlets[OUTLETS];
  unsigned bits;                /* of buckets */
  known_set sets[2];            /* of keys that go on, and that do not */
  gm_store rooms[GM_CREW_MOST]; /* of the workers */
};

/* A shard in a worker's memory: as it was put aside, and as it will lie in the
 * file: bytes of each section and the end of them. */
typedef struct laid {
  const gm_names *names;
  unsigned number;
  const gm_shard *shard;
  gm_kept_entry *entries;
  gm_kept_sense *senses;
  gm_ranked_sense *spare;
  char *bytes[OUTLETS], *ends[OUTLETS];
} laid;

/* ------------------------------------------------------------ loading -- */

/* The first bucket whose hashes do not begin before those of a shard. */
static uint32_t first_bucket(const gm_names *names, unsigned shard) {
  return (uint32_t)((((uint64_t)shard << names->bits) + GM_SHARDS - 1) /
                    GM_SHARDS);
}

/* How many bytes each section gets from a shard. */
static void measure(const laid *own, size_t sizes[OUTLETS]) {
  uint32_t buckets = first_bucket(own->names, own->number + 1) -
                     first_bucket(own->names, own->number);
  sizes[STRINGS] = own->shard->strings_size;
  sizes[BUCKETS] = (size_t)buckets * GM_RECORD_BUCKETS;
  sizes[ENTRIES] = (size_t)own->shard->entries * GM_RECORD_ENTRIES;
  sizes[SENSES] = (size_t)own->shard->senses * GM_RECORD_SENSES;
  sizes[YEARS] = (size_t)own->shard->dated * GM_RECORD_YEARS;
}

/* Makes room in a worker's store, which grows to what the largest shard needs:
 * first what needs alignment, then bytes. */
static gm_status make_room(gm_workspace *ws, gm_store *room, laid *own) {
  size_t sizes[OUTLETS], whole = 0;
  size_t entries = own->shard->entries * sizeof *own->entries;
  size_t senses = own->shard->senses * sizeof *own->senses;
  size_t spare = own->shard->senses * sizeof *own->spare;
  measure(own, sizes);
  for (int i = 0; i < OUTLETS; i++) whole += sizes[i];
  if (!gm_store_reserve(ws, room, entries + senses + spare + whole))
    return GM_NO_MEMORY;
  char *at = room->bytes;
  own->entries = (void *)at;
  own->senses = (void *)(at + entries);
  own->spare = (void *)(at + entries + senses);
  at += entries + senses + spare;
  for (int i = 0; i < OUTLETS; i++) {
    own->bytes[i] = own->ends[i] = at;
    at += sizes[i];
  }
  return GM_OK;
}

static gm_status load(gm_workspace *ws, laid *own) {
  const gm_shards *shards = &own->names->layout->shards;
  gm_status status =
      gm_shard_strings(ws, shards, own->number, own->bytes[STRINGS]);
  own->ends[STRINGS] += own->shard->strings_size;
  if (!status) status = gm_shard_entries(ws, shards, own->number, own->entries);
  if (!status) status = gm_shard_senses(ws, shards, own->number, own->senses);
  return status;
}

/* ---------------------------------------------------------- laying out -- */

/* Writes behind what is there. @return where the next goes */
static char *add(char *to, const void *bytes, size_t size) {
  memcpy(to, bytes, size);
  return to + size;
}

/* The entries before each bucket of the shard: `entry` are written of it. */
static void begin_buckets(laid *own, uint32_t *bucket, uint32_t end,
                          uint32_t entry) {
  entry += own->names->layout->entry_bases[own->number];
  for (; *bucket < end; ++*bucket)
    own->ends[BUCKETS] = add(own->ends[BUCKETS], &entry, sizeof entry);
}

/* An entry, but for its set of classes, whose number its turn tells. */
static void lay_entry(laid *own, const gm_kept_entry *entry, uint64_t rest) {
  uint16_t classes = 0;
  uint32_t first =
      own->names->layout->sense_bases[own->number] + entry->first_sense;
  char *to = add(own->ends[ENTRIES], &rest, GM_INDEX_REST_BYTES);
  to = add(to, &classes, sizeof classes);
  own->ends[ENTRIES] = add(to, &first, sizeof first);
}

static void lay_years(laid *own, const gm_kept_sense *sense, uint32_t i) {
  uint32_t number = own->names->layout->sense_bases[own->number] + i;
  char *to = add(own->ends[YEARS], &number, sizeof number);
  to = add(to, &sense->from_year, sizeof sense->from_year);
  own->ends[YEARS] = add(to, &sense->to_year, sizeof sense->to_year);
}

/* A sense, which is the i-th of its shard. */
static void lay_sense(laid *own, const gm_kept_sense *sense, uint32_t i) {
  const gm_layout *layout = own->names->layout;
  const gm_format_place *of = &layout->build->places[sense->place];
  uint32_t written = sense->written + layout->string_bases[own->number];
  uint32_t place = gm_layout_number(layout, sense->place);
  char *to = add(own->ends[SENSES], &place, sizeof place);
  to = add(to, &written, sizeof written);
  to = add(to, &sense->language, sizeof sense->language);
  to = add(to, &sense->kind, sizeof sense->kind);
  to = add(to, &of->area, GM_SENSE_AREA_BYTES);
  to = add(to, &of->prominence, 1);
  own->ends[SENSES] = add(to, &layout->build->features[of->feature].kind, 1);
  if (sense->kind & GM_SENSE_DATED) lay_years(own, sense, i);
}

/* Calls for the place of a sense that is put in order soon. */
static void call_for_place(const laid *own, uint32_t sense) {
  enum { SOON = 16 };
  const gm_layout *layout = own->names->layout;
  if (sense + SOON >= own->shard->senses) return;
  uint32_t place = own->senses[sense + SOON].place;
  __builtin_prefetch(&layout->build->places[place].names);
  if (layout->numbers.bytes)
    __builtin_prefetch((const uint32_t *)layout->numbers.bytes + place);
}

/* The senses of a key, in their order. */
static void lay_senses(laid *own, uint32_t first, uint32_t end) {
  for (uint32_t i = first; i < end; i++) call_for_place(own, i);
  gm_meanings_order(own->names->layout->build, own->senses + first, end - first,
                    own->spare);
  for (uint32_t i = first; i < end; i++) lay_sense(own, &own->senses[i], i);
}

static void lay(laid *own) {
  const gm_shard *shard = own->shard;
  uint32_t bucket = first_bucket(own->names, own->number);
  for (uint32_t i = 0; i < shard->entries; i++) {
    const gm_kept_entry *entry = &own->entries[i];
    gm_index_spot spot = gm_index_of(entry->hash, own->names->bits);
    begin_buckets(own, &bucket, spot.bucket + 1, i);
    lay_entry(own, entry, spot.rest);
    lay_senses(own, entry->first_sense,
               i + 1 < shard->entries ? entry[1].first_sense : shard->senses);
  }
  begin_buckets(own, &bucket, first_bucket(own->names, own->number + 1),
                shard->entries);
}

/* ------------------------------------------------------------- in turn -- */

/* The number of a set of classes. Most entries have no class, and so one of
 * two sets: they go on or do not. */
static gm_status number_set(gm_workspace *ws, gm_names *names, uint32_t classes,
                            uint32_t *number) {
  known_set *last = &names->sets[(classes & GM_ENTRY_CONTINUES) != 0];
  gm_str bytes = {(const char *)&classes, sizeof classes};
  *number = last->number;
  if (last->known && last->classes == classes) return GM_OK;
  gm_status status = gm_pool_add(ws, &names->layout->classes, bytes, number);
  if (!status && *number > UINT16_MAX)
    status = gm_fail(ws, GM_TOO_LARGE, 0, "more than %u sets of word classes",
                     UINT16_MAX);
  *last = (known_set){classes, *number, true};
  return status;
}

/* Numbers the sets in the order in which they come, over all shards. */
static gm_status number_sets(gm_workspace *ws, gm_names *names, laid *own) {
  gm_status status = GM_OK;
  uint32_t number;
  for (uint32_t i = 0; i < own->shard->entries && !status; i++) {
    char *record = own->bytes[ENTRIES] + (size_t)i * GM_RECORD_ENTRIES;
    status = number_set(ws, names, own->entries[i].classes, &number);
    uint16_t set = (uint16_t)number;
    memcpy(record + GM_INDEX_REST_BYTES, &set, sizeof set);
  }
  return status;
}

static gm_status put(gm_workspace *ws, gm_names *names, laid *own) {
  gm_status status = number_sets(ws, names, own);
  for (int i = 0; i < OUTLETS && !status; i++) {
    gm_outlet *outlet = &names->outlets[i];
    if (outlet->status) return GM_OK; /* who met that tells it */
    outlet->ws = ws;
    gm_outlet_put(outlet, own->bytes[i],
                  (size_t)(own->ends[i] - own->bytes[i]));
    status = outlet->status;
  }
  return status;
}

gm_status gm_layout_shard(gm_workspace *ws, gm_names *names, unsigned worker,
                          unsigned shard) {
  laid own = {.names = names,
              .number = shard,
              .shard = &names->layout->shards.items[shard]};
  gm_status status = GM_OK;
  if (gm_stopped(ws))
    status = gm_fail(ws, GM_CANCELLED, 0, "stopped while writing");
  if (!status) status = make_room(ws, &names->rooms[worker], &own);
  if (!status) status = load(ws, &own);
  if (!status) lay(&own);
  gm_crew_await_turn(names->layout->crew, shard);
  if (!status) status = put(ws, names, &own);
  gm_crew_pass_turn(names->layout->crew);
  return status;
}

/* ------------------------------------------------- beginning and ending -- */

gm_status gm_layout_names_begin(gm_layout *layout, gm_names **out) {
  const gm_build *build = layout->build;
  gm_names *names = gm_take(build->ws, sizeof *names);
  if (!names) return GM_NO_MEMORY;
  names->layout = layout;
  names->bits = gm_index_bits(layout->entries);
  for (int i = 0; i < OUTLETS; i++)
    names->outlets[i] = gm_layout_outlet(build->ws, layout, section_of[i]);
  gm_outlet_put(&names->outlets[STRINGS], build->strings.bytes,
                build->strings.size);
  *out = names;
  return names->outlets[STRINGS].status;
}

gm_status gm_layout_names_end(gm_names *names) {
  const gm_layout *layout = names->layout;
  const gm_kept_entry end = {0};
  gm_outlet_put(&names->outlets[BUCKETS], &layout->entries,
                sizeof layout->entries);
  gm_outlet_put(&names->outlets[ENTRIES], &end.hash, sizeof end.hash);
  gm_outlet_put(&names->outlets[ENTRIES], &layout->senses,
                sizeof layout->senses);
  gm_status status = GM_OK;
  for (int i = 0; i < OUTLETS && !status; i++) {
    names->outlets[i].ws = layout->build->ws;
    status = gm_layout_close(names->layout, section_of[i], &names->outlets[i]);
  }
  return status;
}

void gm_layout_names_close(gm_names *names) {
  for (unsigned i = 0; names && i < GM_CREW_MOST; i++)
    if (names->rooms[i].bytes)
      gm_store_close(gm_crew_workspace(names->layout->crew, i),
                     &names->rooms[i]);
}
