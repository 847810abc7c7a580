/* The sections that come from shards: strings, buckets, entries, senses and
 * years, each by an outlet of its own while the shards go by once. Only now is
 * it known how many names each place has, so senses get their order here. */
#include "gazetteer/index.h"
#include "gazetteer/layout.h"

enum { STRINGS, BUCKETS, ENTRIES, SENSES, YEARS, OUTLETS };

static const enum gm_section section_of[OUTLETS] = {
    [STRINGS] = GM_SECTION_STRINGS, [BUCKETS] = GM_SECTION_BUCKETS,
    [ENTRIES] = GM_SECTION_ENTRIES, [SENSES] = GM_SECTION_SENSES,
    [YEARS] = GM_SECTION_YEARS,
};

/* What goes by. */
typedef struct passing {
  gm_layout *layout;
  gm_outlet outlets[OUTLETS];
  unsigned bits;                 /* of buckets */
  uint32_t bucket, entry, sense; /* how many were written */
  uint32_t last_classes, last_set;
  bool any_set;
} passing;

/* The number of a set of classes. Most entries have that of the one before. */
static gm_status number_set(passing *p, uint32_t classes, uint32_t *number) {
  gm_workspace *ws = p->layout->build->ws;
  gm_str bytes = {(const char *)&classes, sizeof classes};
  if (p->any_set && p->last_classes == classes) {
    *number = p->last_set;
    return GM_OK;
  }
  gm_status status = gm_pool_add(ws, &p->layout->classes, bytes, number);
  if (!status && *number > UINT16_MAX)
    status = gm_fail(ws, GM_TOO_LARGE, 0, "more than %u sets of word classes",
                     UINT16_MAX);
  p->last_classes = classes;
  p->last_set = *number;
  p->any_set = true;
  return status;
}

/* Closes the buckets before `next`: the entries written so far are theirs. */
static void begin_buckets(passing *p, uint32_t next) {
  for (; p->bucket <= next; p->bucket++)
    gm_outlet_put(&p->outlets[BUCKETS], &p->entry, sizeof p->entry);
}

static gm_status put_entry(passing *p, const gm_kept_entry *entry) {
  uint32_t set = 0, first = p->sense + entry->first_sense;
  gm_index_spot spot = gm_index_of(entry->hash, p->bits);
  gm_status status = number_set(p, entry->classes, &set);
  uint16_t classes = (uint16_t)set;
  begin_buckets(p, spot.bucket);
  gm_outlet_put(&p->outlets[ENTRIES], &spot.rest, GM_INDEX_REST_BYTES);
  gm_outlet_put(&p->outlets[ENTRIES], &classes, sizeof classes);
  gm_outlet_put(&p->outlets[ENTRIES], &first, sizeof first);
  p->entry++;
  return status;
}

/* A sense, which is the i-th of its shard. */
static void put_sense(passing *p, const gm_kept_sense *sense, uint32_t i,
                      uint32_t strings) {
  gm_outlet *out = &p->outlets[SENSES];
  uint32_t number = p->sense + i, written = sense->written + strings;
  uint32_t place = gm_layout_number(p->layout, sense->place);
  gm_outlet_put(out, &place, sizeof place);
  gm_outlet_put(out, &written, sizeof written);
  gm_outlet_put(out, &sense->language, sizeof sense->language);
  gm_outlet_put(out, &sense->kind, sizeof sense->kind);
  gm_outlet_put(out, &p->layout->build->places[sense->place].area,
                GM_SENSE_AREA_BYTES);
  if (!(sense->kind & GM_SENSE_DATED)) return;
  gm_outlet_put(&p->outlets[YEARS], &number, sizeof number);
  gm_outlet_put(&p->outlets[YEARS], &sense->from_year, sizeof(int16_t));
  gm_outlet_put(&p->outlets[YEARS], &sense->to_year, sizeof(int16_t));
}

/* A shard in memory. */
typedef struct loaded {
  char *strings;
  gm_kept_entry *entries;
  gm_kept_sense *senses;
  gm_ranked_sense *spare;
} loaded;

/* Loads a shard into `room`, which grows to the largest one. */
static gm_status load(passing *p, unsigned number, gm_store *room,
                      loaded *out) {
  gm_workspace *ws = p->layout->build->ws;
  const gm_shards *shards = &p->layout->shards;
  const gm_shard *shard = &shards->items[number];
  size_t entries = shard->entries * sizeof *out->entries;
  size_t senses = shard->senses * sizeof *out->senses;
  size_t spare = shard->senses * sizeof *out->spare;
  if (!gm_store_reserve(ws, room,
                        entries + senses + spare + shard->strings_size))
    return GM_NO_MEMORY;
  char *bytes = room->bytes;
  out->entries = room->bytes;
  out->senses = (void *)(bytes + entries);
  out->spare = (void *)(bytes + entries + senses);
  out->strings = bytes + entries + senses + spare;
  gm_status status = gm_shard_strings(ws, shards, number, out->strings);
  if (!status) status = gm_shard_entries(ws, shards, number, out->entries);
  if (!status) status = gm_shard_senses(ws, shards, number, out->senses);
  return status;
}

/* Calls for the places of senses that are put in order soon. */
static void call_for_places(const passing *p, const loaded *from, uint32_t at,
                            uint32_t count) {
  enum { SOON = 16 };
  if (at + SOON < count)
    __builtin_prefetch(
        &p->layout->build->places[from->senses[at + SOON].place].names);
}

static gm_status put_shard(passing *p, unsigned number, loaded *from) {
  const gm_shard *shard = &p->layout->shards.items[number];
  uint32_t strings = p->layout->string_bases[number];
  gm_status status = GM_OK;
  gm_outlet_put(&p->outlets[STRINGS], from->strings, shard->strings_size);
  for (uint32_t i = 0; i < shard->entries && !status; i++) {
    uint32_t first = from->entries[i].first_sense;
    uint32_t end = i + 1 < shard->entries ? from->entries[i + 1].first_sense
                                          : shard->senses;
    status = put_entry(p, &from->entries[i]);
    call_for_places(p, from, end, shard->senses);
    gm_meanings_order(p->layout->build, from->senses + first, end - first,
                      from->spare);
    for (uint32_t k = first; k < end; k++)
      put_sense(p, &from->senses[k], k, strings);
  }
  p->sense += shard->senses;
  return status;
}

static gm_status pass_shards(passing *p) {
  gm_build *build = p->layout->build;
  gm_store room = {0};
  gm_status status = GM_OK;
  for (unsigned i = 0; i < GM_SHARDS && !status; i++) {
    loaded shard = {0};
    gm_build_progress(build, "writing", i, GM_SHARDS);
    status = gm_stopped(build->ws)
                 ? gm_fail(build->ws, GM_CANCELLED, 0, "stopped while writing")
                 : load(p, i, &room, &shard);
    if (!status) status = put_shard(p, i, &shard);
  }
  gm_store_close(build->ws, &room);
  return status;
}

gm_status gm_layout_names(gm_layout *layout) {
  const gm_build *build = layout->build;
  passing p = {.layout = layout, .bits = gm_index_bits(layout->entries)};
  const gm_kept_entry end = {0};
  for (int i = 0; i < OUTLETS; i++)
    p.outlets[i] = gm_layout_outlet(layout, section_of[i]);
  gm_outlet_put(&p.outlets[STRINGS], build->strings.bytes, build->strings.size);
  gm_status status = pass_shards(&p);
  begin_buckets(&p, (uint32_t)1 << p.bits);
  if (!status) {
    gm_outlet_put(&p.outlets[ENTRIES], &end.hash, 8);
    gm_outlet_put(&p.outlets[ENTRIES], &p.sense, sizeof p.sense);
  }
  for (int i = 0; i < OUTLETS && !status; i++)
    status = gm_layout_close(layout, section_of[i], &p.outlets[i]);
  return status;
}
