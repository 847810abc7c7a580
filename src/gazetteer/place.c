/* Places by their index and by their GeoNames id: see geomention.h and
 * gazetteer.h. A broken file may hold any bytes: kinds, places and points are
 * brought back into their ranges before they leave. */
#include "gazetteer/gazetteer.h"
#include "gazetteer/mapped.h"
#include "gazetteer/overlay.h"

static uint32_t index_or_none(const gm_gazetteer *gazetteer, uint32_t index) {
  return index < gazetteer->places ? index : GM_NO_PLACE;
}

static double degrees(int32_t e5, double most) {
  double value = (double)e5 / 1e5;
  return value < -most || value > most ? 0 : value;
}

static gm_point point_of(const gm_format_place *record) {
  return (gm_point){degrees(record->lat_e5, 90), degrees(record->lon_e5, 180)};
}

/* A code that is filled up with zeros, where it lies in the file. */
static gm_str code_at(gm_str section, uint64_t offset, size_t most) {
  gm_str code = gm_bytes_str(section, offset, most);
  const char *end = code.size ? memchr(code.bytes, 0, code.size) : NULL;
  if (end) code.size = (size_t)(end - code.bytes);
  return code;
}

static gm_str feature_of(const gm_gazetteer *gazetteer, uint16_t feature) {
  return code_at(gazetteer->sections[GM_SECTION_FEATURES],
                 (uint64_t)feature * GM_RECORD_FEATURES, 5);
}

/* A record of `features`. */
typedef struct feature_code {
  char code[5]; /* filled up with zeros */
  uint8_t zero, kind, zero_too;
} feature_code;

_Static_assert(sizeof(feature_code) == GM_RECORD_FEATURES, "no gaps");

static feature_code feature_at(const gm_gazetteer *gazetteer,
                               uint16_t feature) {
  feature_code found = {0};
  gm_bytes_load(gazetteer->sections[GM_SECTION_FEATURES],
                (uint64_t)feature * GM_RECORD_FEATURES, &found, sizeof found);
  if (found.kind >= GM_PLACE_KIND_COUNT) found.kind = GM_PLACE_CITY;
  return found;
}

static gm_place_kind kind_of(const gm_gazetteer *gazetteer, uint16_t feature) {
  return (gm_place_kind)feature_at(gazetteer, feature).kind;
}

/* A ref where it lies in the file. */
static gm_str ref_of(const gm_gazetteer *gazetteer, uint32_t index,
                     const gm_format_place *record) {
  uint64_t at = (uint64_t)index * GM_RECORD_PLACES;
  uint32_t string;
  memcpy(&string, record->ref + 8, sizeof string);
  if (!record->ref[0]) return gm_mapped_string(gazetteer, string);
  return code_at(gazetteer->sections[GM_SECTION_PLACES], at,
                 GM_FORMAT_REF_BYTES);
}

static gm_str source_of(const gm_gazetteer *gazetteer, uint16_t source) {
  if (source == GM_FORMAT_NO_SOURCE) return (gm_str){0};
  uint64_t at = (uint64_t)source * GM_RECORD_SOURCES;
  return gm_mapped_string(gazetteer,
                          gm_mapped_u32(gazetteer, GM_SECTION_SOURCES, at));
}

static const gm_place no_place = {.index = GM_NO_PLACE,
                                  .country_place = GM_NO_PLACE,
                                  .admin1_place = GM_NO_PLACE,
                                  .admin2_place = GM_NO_PLACE};

gm_place gm_gazetteer_place(const gm_gazetteer *gazetteer, uint32_t index) {
  const gm_place *own = gm_overlay_place(gazetteer->overlay, index);
  if (own) return *own;
  if (index >= gazetteer->places) return no_place;
  gm_format_place record = gm_mapped_place(gazetteer, index);
  gm_format_area area = gm_mapped_area(gazetteer, record.area);
  uint64_t at = (uint64_t)record.area * GM_RECORD_AREAS;
  return (gm_place){
      .index = index,
      .geonameid = gm_format_geonameid(record.ref),
      .ref = ref_of(gazetteer, index, &record),
      .name = gm_mapped_string(gazetteer, record.name),
      .kind = kind_of(gazetteer, record.feature),
      .feature_code = feature_of(gazetteer, record.feature),
      .country = code_at(gazetteer->sections[GM_SECTION_AREAS],
                         at + offsetof(gm_format_area, country), 2),
      .country_place = index_or_none(gazetteer, area.parents[0]),
      .admin1_place = index_or_none(gazetteer, area.parents[1]),
      .admin2_place = index_or_none(gazetteer, area.parents[2]),
      .population = gm_format_population(&record),
      .names = record.names,
      .prominence = (float)record.prominence / 255.0F,
      .at = point_of(&record),
      .source = source_of(gazetteer, record.source),
  };
}

static gm_site mapped_site(const gm_gazetteer *gazetteer, uint32_t place) {
  gm_site site = {.country_place = GM_NO_PLACE,
                  .admin1_place = GM_NO_PLACE,
                  .admin2_place = GM_NO_PLACE};
  if (place >= gazetteer->places) return site;
  gm_format_place record = gm_mapped_place(gazetteer, place);
  gm_format_area area = gm_mapped_area(gazetteer, record.area);
  feature_code feature = feature_at(gazetteer, record.feature);
  uint64_t people = gm_format_population(&record);
  site.at = point_of(&record);
  site.geonameid = gm_format_geonameid(record.ref);
  site.country_place = index_or_none(gazetteer, area.parents[0]);
  site.admin1_place = index_or_none(gazetteer, area.parents[1]);
  site.admin2_place = index_or_none(gazetteer, area.parents[2]);
  site.population = people < UINT32_MAX ? (uint32_t)people : UINT32_MAX;
  site.names = record.names;
  site.prominence = record.prominence;
  site.kind = (uint8_t)feature.kind;
  memcpy(site.country, area.country, sizeof area.country);
  memcpy(site.feature, feature.code, sizeof feature.code);
  return site;
}

gm_site gm_gazetteer_site(const gm_gazetteer *gazetteer, uint32_t place) {
  const gm_place *own = gm_overlay_place(gazetteer->overlay, place);
  gm_site site = own ? gm_overlay_site_of(own) : mapped_site(gazetteer, place);
  site.preferred = gm_overlay_prefers(gazetteer->overlay, place, &site);
  return site;
}

gm_str gm_gazetteer_name(const gm_gazetteer *gazetteer, uint32_t place) {
  const gm_place *own = gm_overlay_place(gazetteer->overlay, place);
  if (own) return own->name;
  if (place >= gazetteer->places) return (gm_str){0};
  return gm_mapped_string(gazetteer, gm_mapped_place(gazetteer, place).name);
}

gm_rank gm_gazetteer_rank(const gm_gazetteer *gazetteer, uint32_t place) {
  gm_rank rank = {0};
  if (gm_overlay_place(gazetteer->overlay, place)) {
    gm_site site = gm_gazetteer_site(gazetteer, place);
    return (gm_rank){site.prominence, site.kind};
  }
  if (place >= gazetteer->places) return rank;
  gm_format_place record = gm_mapped_place(gazetteer, place);
  rank.prominence = record.prominence;
  rank.kind = (uint8_t)kind_of(gazetteer, record.feature);
  return rank;
}

static bool has_place(const uint32_t *places, uint32_t count, uint32_t place) {
  if (place == GM_NO_PLACE) return false;
  for (uint32_t i = 0; i < count; i++)
    if (places[i] == place) return true;
  return false;
}

bool gm_gazetteer_lies_in(const gm_gazetteer *gazetteer, gm_sense sense,
                          uint32_t place) {
  enum { ABOVE = 3 };
  if (gazetteer->overlay) {
    gm_site site = gm_gazetteer_site(gazetteer, sense.place);
    const uint32_t above[ABOVE] = {site.country_place, site.admin1_place,
                                   site.admin2_place};
    return has_place(above, ABOVE, place);
  }
  gm_format_area area = gm_mapped_area(gazetteer, sense.area);
  return has_place(area.parents, ABOVE, place);
}

bool gm_gazetteer_is_in(const gm_gazetteer *gazetteer, gm_sense sense,
                        const uint32_t *divisions, uint32_t count) {
  if (gazetteer->overlay) {
    gm_site site = gm_gazetteer_site(gazetteer, sense.place);
    return site.preferred || has_place(divisions, count, site.admin1_place) ||
           has_place(divisions, count, site.admin2_place);
  }
  gm_format_area area = gm_mapped_area(gazetteer, sense.area);
  return has_place(divisions, count, area.parents[1]) ||
         has_place(divisions, count, area.parents[2]);
}

uint32_t gm_gazetteer_by_geonameid(const gm_gazetteer *gazetteer,
                                   uint32_t geonameid) {
  uint32_t own = gm_overlay_by_id(gazetteer->overlay, geonameid);
  if (own != GM_NO_PLACE) return own;
  gm_str ids = gazetteer->sections[GM_SECTION_IDS];
  size_t count = ids.size / GM_RECORD_IDS, low = 0, high = count;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    uint32_t place = gm_bytes_u32(ids, middle * GM_RECORD_IDS);
    gm_format_place record = gm_mapped_place(gazetteer, place);
    if (gm_format_geonameid(record.ref) < geonameid)
      low = middle + 1;
    else
      high = middle;
  }
  if (low == count || !geonameid) return GM_NO_PLACE;
  uint32_t place = gm_bytes_u32(ids, low * GM_RECORD_IDS);
  gm_format_place record = gm_mapped_place(gazetteer, place);
  return gm_format_geonameid(record.ref) == geonameid
             ? index_or_none(gazetteer, place)
             : GM_NO_PLACE;
}
