/* Natural Earth's classes of features and the GeoNames codes nearest to them.
 * See naturalearth.h. */
#include <strings.h>

#include "gazetteer/naturalearth.h"

static const struct {
  const char *featurecla, *code;
} classes[] = {
    /* waters */
    {"ocean", "OCN"},
    {"sea", "SEA"},
    {"gulf", "GULF"},
    {"bay", "BAY"},
    {"strait", "STRT"},
    {"sound", "SD"},
    {"channel", "CHN"},
    {"generic", "SEA"},
    {"lagoon", "LGN"},
    {"fjord", "FJD"},
    {"inlet", "INLT"},
    {"reef", "RF"},
    {"waterfall", "FLLS"},
    {"river", "STM"},
    {"river (intermittent)", "STMI"},
    {"lake centerline", "STM"},
    {"lake centerline (intermittent)", "STMI"},
    {"canal", "CNL"},
    {"lake", "LK"},
    {"alkaline lake", "LKN"},
    {"reservoir", "RSV"},
    {"glaciated areas", "GLCR"},
    {"wetlands", "WTLD"},
    /* lands */
    {"continent", "CONT"},
    {"geoarea", "RGN"},
    {"coast", "CST"},
    {"basin", "BSND"},
    {"island", "ISL"},
    {"island group", "ISLS"},
    {"atoll", "ATOL"},
    {"range/mtn", "MTS"},
    {"mountain", "MT"},
    {"spot elevation", "MT"},
    {"pass", "PASS"},
    {"foothills", "HLLS"},
    {"plateau", "PLAT"},
    {"desert", "DSRT"},
    {"pen/cape", "PEN"},
    {"peninsula", "PEN"},
    {"cape", "CAPE"},
    {"isthmus", "ISTH"},
    {"plain", "PLN"},
    {"lowland", "PLN"},
    {"delta", "DLTA"},
    {"valley", "VAL"},
    {"gorge", "GRGE"},
    {"depression", "DPR"},
    {"tundra", "TUND"},
    {"pole", "LCTY"},
    /* countries, divisions, disputed lands */
    {"admin-0 country", "PCLI"},
    {"admin-0 dependency", "PCLD"},
    {"admin-0 sovereignty", "PCLI"},
    {"admin-0 breakaway and disputed", "RGN"},
    {"admin-0 claim area", "RGN"},
    {"admin-0 indeterminant", "RGN"},
    {"admin-0 indeterminate", "RGN"},
    {"admin-0 overlay", "RGN"},
    {"admin-0 lease", "RGN"},
    {"admin-1 scale rank", "ADM1"},
    {"admin-1 states provinces", "ADM1"},
    {"admin-1 state province", "ADM1"},
    /* towns and facilities */
    {"populated place", "PPL"},
    {"admin-0 capital", "PPLC"},
    {"admin-0 capital alt", "PPLC"},
    {"admin-0 region capital", "PPLA"},
    {"admin-1 capital", "PPLA"},
    {"admin-1 region capital", "PPLA2"},
    {"historic place", "PPLH"},
    {"scientific station", "STNS"},
    {"meterological station", "STNM"},
    {"airport", "AIRP"},
    {"port", "PRT"},
    {"national park service", "PRK"},
    {"park", "PRK"},
};

gm_str gm_naturalearth_code(gm_str featurecla) {
  for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
    gm_str name = gm_str_of(classes[i].featurecla);
    if (name.size == featurecla.size &&
        !strncasecmp(name.bytes, featurecla.bytes, name.size))
      return gm_str_of(classes[i].code);
  }
  return (gm_str){0};
}

void gm_earth_feature_put(gm_earth_feature *feature, gm_str name,
                          gm_str value) {
  if (feature->count == GM_ATTRIBUTES) return;
  feature->attributes[feature->count++] = (gm_attribute){name, value};
}

gm_str gm_earth_feature_get(const gm_earth_feature *feature, const char *name) {
  gm_str wanted = gm_str_of(name);
  for (size_t i = 0; i < feature->count; i++) {
    const gm_attribute *one = &feature->attributes[i];
    if (one->name.size != wanted.size ||
        strncasecmp(one->name.bytes, wanted.bytes, wanted.size))
      continue;
    gm_str value = gm_str_trim(one->value);
    if (gm_str_equal(value, GM_STR("-99")) ||
        gm_str_equal(value, GM_STR("null")))
      break;
    return value;
  }
  return (gm_str){0};
}
