/* The sets, and which of their files a run wants. Small files come first: what
 * is wrong with an address shows at once, not after the large ones.
 *
 * GeoNames also offers each country by itself. A country's places and its names
 * are called the same (UA.zip) and differ by folder; so they do on our disk.
 * Natural Earth's folders are the scale and the theme, which its names repeat.
 * Only zips that Natural Earth offers are listed: its parks come as one zip. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "fetch.h"
#include "say.h"

static const cli_fetch_set geonames = {
    .name = "geonames",
    .address = "https://download.geonames.org/export/dump/",
    .licence =
        "GeoNames data (https://www.geonames.org) are under CC BY 4.0: whoever "
        "passes them on, or a map made with them, names GeoNames.",
    .always = (const char *const[]){"countryInfo.txt", "featureCodes_en.txt",
                                    "admin1CodesASCII.txt", "admin2Codes.txt",
                                    "hierarchy.zip", NULL},
    .world =
        (const char *const[]){"alternateNamesV2.zip", "allCountries.zip", NULL},
    .countries = (const char *const[]){"", "alternatenames/", NULL},
};

#define CULTURAL "10m/cultural/ne_10m_"
#define PHYSICAL "10m/physical/ne_10m_"

static const cli_fetch_set naturalearth = {
    .name = "naturalearth",
    .address = "https://naciscdn.org/naturalearth/",
    .licence =
        "Natural Earth data (https://www.naturalearthdata.com) are in the "
        "public domain: they may be used without naming anybody.",
    .always =
        (const char *const[]){CULTURAL "airports.zip", CULTURAL "ports.zip",
                              PHYSICAL "geography_regions_points.zip",
                              CULTURAL "admin_0_disputed_areas.zip",
                              PHYSICAL "lakes.zip",
                              PHYSICAL "rivers_lake_centerlines.zip",
                              PHYSICAL "geography_regions_polys.zip",
                              PHYSICAL "geography_marine_polys.zip",
                              CULTURAL "populated_places.zip",
                              CULTURAL "parks_and_protected_lands.zip",
                              CULTURAL "admin_0_countries.zip",
                              CULTURAL "admin_1_states_provinces.zip", NULL},
    .world = (const char *const[]){NULL},
};

const cli_fetch_set *const cli_fetch_sets[] = {&geonames, &naturalearth, NULL};

const char *cli_fetch_set_file(const char *path) {
  bool themed = strncmp(path, "10m/", 4) == 0;
  return themed ? strrchr(path, '/') + 1 : path;
}

/* Adds one path, put together from its parts. */
static void add(cli_fetch_list *list, const char *folder, const char *stem,
                const char *ending) {
  snprintf(list->paths[list->count++], CLI_FETCH_PATH, "%s%s%s", folder, stem,
           ending);
}

static void add_all(cli_fetch_list *list, const char *const *paths) {
  for (; *paths; paths++) add(list, "", *paths, "");
}

/* How many words a list has. */
static size_t length(const char *const *words) {
  size_t count = 0;
  while (words[count]) count++;
  return count;
}

static bool has(const cli_fetch_list *list, const char *path) {
  for (size_t i = 0; i < list->count; i++)
    if (strcmp(list->paths[i], path) == 0) return true;
  return false;
}

/* Takes the next code of "UA,ru": two letters, and a comma or the end. */
static bool take_code(const char **codes, char code[3]) {
  const char *c = *codes;
  for (int i = 0; i < 2; i++) {
    if (!isalpha((unsigned char)c[i])) return false;
    code[i] = (char)toupper((unsigned char)c[i]);
  }
  code[2] = 0;
  if (c[2] && (c[2] != ',' || !c[3])) return false;
  *codes = c[2] ? c + 3 : c + 2;
  return true;
}

/* Adds the files of every country, each country once. */
static bool add_countries(cli_fetch_list *list, const cli_fetch_set *set,
                          const char *codes) {
  const char *rest = codes;
  do {
    char code[3], first[CLI_FETCH_PATH];
    if (!take_code(&rest, code)) {
      cli_say(
          "--countries takes codes of two letters parted by commas, such as "
          "UA,RU, not '%s'",
          codes);
      return false;
    }
    snprintf(first, sizeof first, "%s%s.zip", set->countries[0], code);
    if (has(list, first)) continue;
    for (const char *const *folder = set->countries; *folder; folder++)
      add(list, *folder, code, ".zip");
  } while (*rest);
  return true;
}

cli_exit cli_fetch_set_list(const cli_fetch_set *set, const char *countries,
                            cli_fetch_list *out) {
  if (countries && !set->countries) {
    cli_say("%s has no files by country; leave out --countries", set->name);
    return CLI_EXIT_USAGE;
  }
  size_t most = length(set->always) + length(set->world);
  if (countries) most += strlen(countries) * length(set->countries);
  *out = (cli_fetch_list){.paths = calloc(most, sizeof *out->paths)};
  if (!out->paths) {
    cli_say("no memory for a list of %zu files", most);
    return CLI_EXIT_SOME_FAILED;
  }
  add_all(out, set->always);
  if (!countries) add_all(out, set->world);
  bool good = !countries || add_countries(out, set, countries);
  return good ? CLI_EXIT_DONE : CLI_EXIT_USAGE;
}
