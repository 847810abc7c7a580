/* The file: see format.h. All sizes are known before the first byte is written,
 * so each section has its place and a crew can lay several at once; the header,
 * with the hashes of all, comes last. Places become as they will be read: names
 * and refs are offsets. What changes nothing for a reader, padding and the hash
 * itself, is zero. */
#include "gazetteer/layout.h"

#include "gazetteer/index.h"

/* The offset of a string that is in the pool by its number. */
static uint32_t offset_of(const gm_build *build, uint32_t string) {
  return build->strings.offsets[string];
}

gm_outlet gm_layout_outlet(gm_workspace *ws, gm_layout *layout,
                           enum gm_section section) {
  return gm_outlet_open(ws, &layout->out,
                        layout->header.sections[section].offset);
}

gm_status gm_layout_close(gm_layout *layout, enum gm_section section,
                          gm_outlet *outlet) {
  gm_status status = gm_outlet_close(outlet);
  layout->header.sections[section].hash = outlet->hash;
  return status;
}

/* Writes a section that lies in memory as it will in the file. */
static gm_status lay_bytes(gm_workspace *ws, gm_layout *layout,
                           enum gm_section section, const void *bytes,
                           size_t size) {
  gm_outlet outlet = gm_layout_outlet(ws, layout, section);
  gm_outlet_put(&outlet, bytes, size);
  return gm_layout_close(layout, section, &outlet);
}

/* ------------------------------------------------------------- tables -- */

static gm_status lay_areas(gm_workspace *ws, gm_layout *layout) {
  const gm_build *build = layout->build;
  gm_outlet outlet = gm_layout_outlet(ws, layout, GM_SECTION_AREAS);
  for (size_t i = 0; i < build->areas.count; i++) {
    const gm_draft_area *draft = &build->area_rows[i];
    gm_format_area area = {.country = {draft->country[0], draft->country[1]}};
    for (int k = 0; k < 3; k++)
      area.parents[k] =
          draft->codes[k] == GM_NO_AREA
              ? GM_NO_PLACE
              : gm_layout_number(layout, build->rulers[draft->codes[k]].place);
    gm_outlet_put(&outlet, &area, sizeof area);
  }
  return gm_layout_close(layout, GM_SECTION_AREAS, &outlet);
}

static gm_status lay_features(gm_workspace *ws, gm_layout *layout) {
  return lay_bytes(ws, layout, GM_SECTION_FEATURES, layout->build->features,
                   layout->build->features_count * GM_RECORD_FEATURES);
}

static gm_status lay_sources(gm_workspace *ws, gm_layout *layout) {
  const gm_build *build = layout->build;
  gm_outlet outlet = gm_layout_outlet(ws, layout, GM_SECTION_SOURCES);
  for (size_t i = 0; i < build->sources.count; i++)
    for (int column = 0; column < GM_SOURCES_COLUMN_COUNT; column++) {
      uint32_t offset = offset_of(build, build->source_rows[i][column]);
      gm_outlet_put(&outlet, &offset, sizeof offset);
    }
  return gm_layout_close(layout, GM_SECTION_SOURCES, &outlet);
}

/* Strings that are not names, by their texts: numbers of the pool. */
static gm_status add_strings(gm_build *build, const gm_str *texts, size_t count,
                             uint32_t *out) {
  gm_status status = GM_OK;
  for (size_t i = 0; i < count && !status; i++)
    status = gm_pool_add(build->ws, &build->strings, texts[i], &out[i]);
  return status;
}

enum { INFO_STRINGS = GM_RECORD_INFO / 4 };

/* Adds what the file says of itself, and its languages, to the strings. */
static gm_status add_texts(gm_build *build) {
  const gm_str info[] = {build->name, build->date, build->licence,
                         build->attribution};
  uint32_t ignored[INFO_STRINGS];
  gm_status status = add_strings(build, info, INFO_STRINGS, ignored);
  for (uint32_t i = 0; i < build->languages.count && !status; i++) {
    gm_str code = gm_pool_get(&build->languages, i);
    status = add_strings(build, &code, 1, ignored);
  }
  return status;
}

static void put_string(gm_outlet *outlet, const gm_build *build, gm_str text) {
  uint32_t number = 0;
  gm_pool_find(&build->strings, text, &number);
  number = offset_of(build, number);
  gm_outlet_put(outlet, &number, sizeof number);
}

static gm_status lay_languages(gm_workspace *ws, gm_layout *layout) {
  const gm_build *build = layout->build;
  gm_outlet outlet = gm_layout_outlet(ws, layout, GM_SECTION_LANGUAGES);
  for (uint32_t i = 0; i < build->languages.count; i++)
    put_string(&outlet, build, gm_pool_get(&build->languages, i));
  return gm_layout_close(layout, GM_SECTION_LANGUAGES, &outlet);
}

static gm_status lay_info(gm_workspace *ws, gm_layout *layout) {
  const gm_build *build = layout->build;
  const gm_str info[] = {build->name, build->date, build->licence,
                         build->attribution};
  gm_outlet outlet = gm_layout_outlet(ws, layout, GM_SECTION_INFO);
  for (int i = 0; i < INFO_STRINGS; i++) put_string(&outlet, build, info[i]);
  return gm_layout_close(layout, GM_SECTION_INFO, &outlet);
}

static gm_status lay_shapes(gm_workspace *ws, gm_layout *layout) {
  gm_status status = lay_bytes(ws, layout, GM_SECTION_SHAPES,
                               layout->shapes.bytes, layout->shapes.size);
  if (status) return status;
  return lay_bytes(ws, layout, GM_SECTION_OUTLINES, layout->outlines.bytes,
                   layout->outlines.size);
}

/* The last section, for only those before tell which sets there are. */
static gm_status lay_classes(gm_workspace *ws, gm_layout *layout) {
  size_t count = layout->classes.count;
  gm_outlet outlet = gm_layout_outlet(ws, layout, GM_SECTION_CLASSES);
  for (uint32_t i = 0; i < count; i++)
    gm_outlet_put(&outlet, gm_pool_get(&layout->classes, i).bytes,
                  GM_RECORD_CLASSES);
  layout->header.sections[GM_SECTION_CLASSES].size = count * GM_RECORD_CLASSES;
  gm_status status = gm_layout_close(layout, GM_SECTION_CLASSES, &outlet);
  layout->header.size = outlet.at;
  return status;
}

/* ------------------------------------------------------------ the file -- */

/* Adds up the shards: how many of everything, and where strings begin. */
static gm_status count_all(gm_layout *layout) {
  uint64_t strings = layout->build->strings.size, entries = 0, senses = 0;
  for (int i = 0; i < GM_SHARDS; i++) {
    const gm_shard *shard = &layout->shards.items[i];
    layout->string_bases[i] = (uint32_t)strings;
    layout->entry_bases[i] = (uint32_t)entries;
    layout->sense_bases[i] = (uint32_t)senses;
    strings += shard->strings_size;
    entries += shard->entries;
    senses += shard->senses;
    layout->dated += shard->dated;
    layout->header.keys += shard->keys;
  }
  if (strings > UINT32_MAX || entries >= UINT32_MAX || senses >= UINT32_MAX)
    return gm_fail(layout->build->ws, GM_TOO_LARGE, 0,
                   "names of more than %u bytes in all", UINT32_MAX);
  layout->entries = (uint32_t)entries;
  layout->senses = (uint32_t)senses;
  layout->header.sections[GM_SECTION_STRINGS].size = strings;
  return GM_OK;
}

static void size_section(gm_layout *layout, enum gm_section section,
                         uint64_t count, size_t record) {
  layout->header.sections[section].size = count * record;
}

/* Gives each section its place. */
static void place_sections(gm_layout *layout) {
  const gm_build *build = layout->build;
  uint64_t at = sizeof layout->header;
  uint64_t buckets = (uint64_t)1 << gm_index_bits(layout->entries);
#define SIZE(upper, count) \
  size_section(layout, GM_SECTION_##upper, count, GM_RECORD_##upper)
  SIZE(PLACES, build->refs.count);
  SIZE(AREAS, build->areas.count);
  SIZE(FEATURES, build->features_count);
  SIZE(SOURCES, build->sources.count);
  SIZE(LANGUAGES, build->languages.count);
  SIZE(IDS, gm_layout_count_ids(layout));
  SIZE(BUCKETS, buckets + 1);
  SIZE(ENTRIES, (uint64_t)layout->entries + 1);
  SIZE(SENSES, layout->senses);
  SIZE(YEARS, layout->dated);
  SIZE(INFO, 1);
  SIZE(SHAPES, layout->shapes.size / GM_RECORD_SHAPES);
  SIZE(NEAREST, build->refs.count);
#undef SIZE
  layout->header.sections[GM_SECTION_OUTLINES].size = layout->outlines.size;
  for (int i = 0; i < GM_SECTION_COUNT; i++) {
    layout->header.sections[i].offset = at;
    at = (at + layout->header.sections[i].size + 7) / 8 * 8;
  }
}

/* Writes the header, whose hash is over itself and so over all sections. */
static gm_status head(gm_layout *layout) {
  const gm_build *build = layout->build;
  gm_format_header *header = &layout->header;
  gm_press_losses lost = gm_press_lost(build->press);
  memcpy(header->stamp, GM_FORMAT_STAMP, sizeof header->stamp);
  header->order = GM_FORMAT_ORDER;
  header->version = GM_FORMAT_VERSION;
  header->places = build->refs.count;
  header->senses = layout->senses;
  header->useless = lost.useless;
  header->too_long = lost.too_long;
  header->codes = lost.codes;
  gm_str bytes = {(const char *)header, sizeof *header};
  header->hash = gm_hash_words(GM_HASH_BEGIN, bytes);
  return gm_file_write_at(build->ws, &layout->out, 0, bytes);
}

/* ---------------------------------------------------------- the crew -- */

/* The sections that do not come from shards, in jobs of about equal size. */
static gm_status lay_small(gm_workspace *ws, gm_layout *layout) {
  typedef gm_status (*step)(gm_workspace *, gm_layout *);
  static const step steps[] = {lay_areas,     lay_features, lay_sources,
                               lay_languages, lay_info,     lay_shapes};
  gm_status status = GM_OK;
  for (size_t i = 0; i < sizeof steps / sizeof *steps && !status; i++)
    status = steps[i](ws, layout);
  return status;
}

/* One job: a step, or a shard of the names. */
typedef struct job {
  gm_status (*step)(gm_workspace *ws, gm_layout *layout);
  gm_names *names;
  unsigned shard;
} job;

static gm_status do_job(void *shared, unsigned worker, gm_workspace *ws,
                        void *given) {
  const job *own = given;
  return own->step ? own->step(ws, shared)
                   : gm_layout_shard(ws, own->names, worker, own->shard);
}

/* Steps first, as they are long: so nobody waits for the last one. */
static gm_status give_jobs(gm_layout *layout, gm_names *names) {
  static const job steps[] = {{.step = gm_layout_places},
                              {.step = gm_layout_nearest},
                              {.step = gm_layout_ids},
                              {.step = lay_small}};
  enum { STEPS = sizeof steps / sizeof *steps };
  gm_build *build = layout->build;
  gm_status status = GM_OK;
  job *jobs = gm_take_array(build->ws, STEPS + GM_SHARDS, sizeof *jobs);
  if (!jobs) return GM_NO_MEMORY;
  memcpy(jobs, steps, sizeof steps);
  for (unsigned i = 0; i < GM_SHARDS; i++)
    jobs[STEPS + i] = (job){.names = names, .shard = i};
  for (unsigned i = 0; i < STEPS + GM_SHARDS && !status; i++) {
    gm_build_progress(build, "writing", i, STEPS + GM_SHARDS);
    status = gm_crew_give(layout->crew, &jobs[i]);
  }
  return status;
}

/* Sections by the crew, whose workspaces hold the classes until they are laid
 * too. */
static gm_status lay_sections(gm_layout *layout) {
  gm_workspace *ws = layout->build->ws;
  gm_names *names = NULL;
  gm_status status = gm_layout_names_begin(layout, &names);
  if (!status) status = give_jobs(layout, names);
  gm_status finished = gm_crew_finish(layout->crew);
  if (!status) status = finished;
  if (!status) status = gm_layout_names_end(names);
  if (!status) status = lay_classes(ws, layout);
  gm_layout_names_close(names);
  return status;
}

static gm_status lay_all(gm_layout *layout) {
  place_sections(layout);
  gm_status status =
      gm_crew_open(layout->build->ws, layout->build->options.threads, do_job,
                   layout, &layout->crew);
  if (status) return status;
  status = lay_sections(layout);
  gm_crew_close(layout->crew);
  return status ? status : head(layout);
}

/* Writes the file, whole or not at all. */
static gm_status write_file(gm_layout *layout) {
  gm_workspace *ws = layout->build->ws;
  gm_status status = gm_file_create(ws, layout->build->path, &layout->out);
  if (status) return status;
  status = lay_all(layout);
  if (!status && gm_stopped(ws))
    status = gm_fail(ws, GM_CANCELLED, 0, "stopped while writing");
  if (!status) return gm_file_finish(ws, &layout->out);
  gm_file_abandon(&layout->out);
  return status;
}

/* What must be known before the sections have their places. */
static gm_status prepare(gm_layout *layout) {
  gm_build *build = layout->build;
  gm_status status = add_texts(build);
  if (!status) status = count_all(layout);
  if (!status) status = gm_layout_group(layout);
  for (size_t i = 0; i < build->shapes_count && !status; i++) {
    gm_format_shape *shape = &build->shapes[i].record;
    shape->place = gm_layout_number(layout, shape->place);
  }
  if (status) return status;
  return gm_shapes_lay(build, &layout->shapes, &layout->outlines);
}

gm_status gm_layout_write(gm_build *build) {
  gm_layout *layout = gm_take(build->ws, sizeof *layout);
  if (!layout) return GM_NO_MEMORY;
  layout->build = build;
  gm_status status = gm_shards_make(build, &layout->shards);
  if (!status) status = prepare(layout);
  if (!status) status = write_file(layout);
  gm_shards_close(&layout->shards);
  gm_store_close(build->ws, &layout->numbers);
  gm_store_close(build->ws, &layout->order);
  return status;
}
