/* geomention: finds the places that a text speaks of and decides which places
 * on Earth are meant. This is the whole public interface of libgeomention.
 *
 *     bytes -> gm_source_next -> gm_read -> gm_find -> gm_resolve -> gm_write
 *              (record)          (document) (mentions) (resolutions)  (a map)
 *                                                   -> gm_summarise -> (layers)
 *
 * Conventions, said once for all:
 *
 * - Text is UTF-8 with a length (gm_str); it need not end in a zero byte.
 * - Positions are bytes of a document's text, half-open: [begin, end). What is
 *   written to files counts Unicode code points of the title or of the text.
 * - Coordinates are WGS 84 degrees in structs with named fields; their order
 *   in a file is the writer's business.
 * - A pointer is never NULL unless the text says so.
 * - The workspace `ws` comes first, results come last. One thread owns a
 *   workspace. What a function hands out belongs to the workspace and lives
 *   until gm_workspace_reset, unless the text says otherwise.
 * - A gazetteer and a model are immutable once open; any number of threads may
 *   share them.
 * - A function returns a gm_status. On failure its `out` is untouched, and the
 *   workspace holds one lower-case sentence (gm_workspace_message). Not to
 *   find a place is no failure: it is an empty result.
 * - The library never prints, aborts, or keeps a writable global.
 */
#ifndef GEOMENTION_H
#define GEOMENTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define GM_PUBLIC __attribute__((visibility("default")))
#else
#define GM_PUBLIC
#endif

/* ------------------------------------------------------------ 1. Values -- */

/* Bytes with a length; not terminated. An absent one has size 0. */
typedef struct gm_str {
  const char *bytes; /* may be NULL when size is 0 */
  size_t size;       /* bytes */
} gm_str;

/* A stretch of a document's text, in bytes, half-open. */
typedef struct gm_span {
  uint32_t begin;
  uint32_t end;
} gm_span;

/* A point on WGS 84: latitude -90 to 90, longitude -180 to 180. */
typedef struct gm_point {
  double lat_deg;
  double lon_deg;
} gm_point;

/* What lies between two parallels and two meridians, WGS 84. The box runs
 * eastwards from west to east: where west > east it crosses 180 degrees. */
typedef struct gm_box {
  double south_deg, west_deg, north_deg, east_deg;
} gm_box;

/* ---------------------------------------------------------- 2. Statuses -- */

/* Every way in which a call can end, grouped by who can act:
 * X(name, what the user can do about it). */
#define GM_STATUSES(X)                                    \
  X(OK, "nothing to do")                                  \
  X(NO_MEMORY, "give the program more memory")            \
  X(TOO_LARGE, "raise the limit or split the input")      \
  X(MISUSE, "fix the calling program")                    \
  X(BAD_INPUT, "fix the input")                           \
  X(BAD_ENCODING, "convert the input, or name its encoding") \
  X(CANNOT_READ, "check the path and its permissions")    \
  X(CANNOT_WRITE, "check the folder, its permissions and the free space") \
  X(BAD_GAZETTEER, "compile or install the gazetteer again") \
  X(BAD_MODEL, "install the model again")                 \
  X(FOREIGN, "read the message of the library named")     \
  X(CANCELLED, "run it again")

typedef enum gm_status {
#define GM_STATUS_MEMBER(name, advice) GM_##name,
  GM_STATUSES(GM_STATUS_MEMBER)
#undef GM_STATUS_MEMBER
} gm_status;

/* The advice of a status, a static string. @threads any. */
GM_PUBLIC const char *gm_status_advice(gm_status status);

/* The version of the library, such as "0.1.0": a static string. */
GM_PUBLIC const char *gm_version(void);

/* -------------------------------------------------------- 3. Workspaces -- */

/* The memory and the last error of one thread. */
typedef struct gm_workspace gm_workspace;

/* Opens a workspace.
 * @param ceiling_bytes  the most it may ever hold; 0 means 512 MiB
 * @return NULL when there is no memory
 * @owner the caller, until gm_workspace_close. @cost one allocation. */
GM_PUBLIC gm_workspace *gm_workspace_open(size_t ceiling_bytes);

/* Frees all results at once; the memory is kept for the next document.
 * @cost constant. */
GM_PUBLIC void gm_workspace_reset(gm_workspace *ws);

/* Frees the workspace and everything in it. NULL is allowed. */
GM_PUBLIC void gm_workspace_close(gm_workspace *ws);

/* What went wrong last: one lower-case sentence without a full stop, or "". */
GM_PUBLIC const char *gm_workspace_message(const gm_workspace *ws);

/* The byte of the input at which the last failure was discovered. */
GM_PUBLIC uint64_t gm_workspace_offset(const gm_workspace *ws);

/* Lets long calls end early with GM_CANCELLED once *flag is not 0; a signal
 * handler or another thread may set it. NULL takes the flag away. */
GM_PUBLIC void gm_workspace_watch(gm_workspace *ws, const volatile int *flag);

/* --------------------------------------------------------- 4. Gazetteer -- */

/* What a place is. X(NAME, name in files, what it holds). The order is part
 * of the gazetteer's file format: new kinds go last. */
#define GM_PLACE_KINDS(X)                                               \
  X(CITY, "city", "cities, towns, villages")                            \
  X(QUARTER, "quarter", "parts of a city")                              \
  X(DIVISION, "division", "administrative divisions below a country")   \
  X(COUNTRY, "country", "countries and dependent territories")          \
  X(CONTINENT, "continent", "continents")                               \
  X(REGION, "region", "regions without an administration, or historic") \
  X(WATER, "water", "oceans, seas, lakes, rivers, straits")             \
  X(TERRAIN, "terrain", "islands, mountains, deserts, parks")           \
  X(FACILITY, "facility", "airports, bases, plants, buildings, streets")

typedef enum gm_place_kind {
#define GM_PLACE_KIND_MEMBER(upper, lower, meaning) GM_PLACE_##upper,
  GM_PLACE_KINDS(GM_PLACE_KIND_MEMBER)
#undef GM_PLACE_KIND_MEMBER
      GM_PLACE_KIND_COUNT
} gm_place_kind;

/* How a name belongs to its place. X(NAME, name in the tables). The order is
 * part of the gazetteer's file format: new kinds go last. */
#define GM_NAME_KINDS(X)          \
  X(OFFICIAL, "official")         \
  X(SHORT, "short")               \
  X(ALTERNATE, "alternate")       \
  X(ABBREVIATION, "abbreviation") \
  X(HISTORIC, "historic")         \
  X(COLLOQUIAL, "colloquial")     \
  X(DEMONYM, "demonym")           \
  X(ADJECTIVE, "adjective")

typedef enum gm_name_kind {
#define GM_NAME_KIND_MEMBER(upper, lower) GM_NAME_##upper,
  GM_NAME_KINDS(GM_NAME_KIND_MEMBER)
#undef GM_NAME_KIND_MEMBER
      GM_NAME_KIND_COUNT
} gm_name_kind;

#define GM_NO_PLACE UINT32_MAX /* the index that no place has */

/* A place as the gazetteer has it. Strings live as long as the gazetteer. */
typedef struct gm_place {
  uint32_t index;       /* 0 .. gm_gazetteer_info.places - 1 */
  uint32_t geonameid;   /* 0: the source gave none */
  gm_str ref;           /* the key in the tables, such as "gn:524901" */
  gm_str name;          /* the main name */
  gm_place_kind kind;
  gm_str feature_code;  /* of GeoNames, such as "PPLC" */
  gm_str country;       /* ISO 3166-1 alpha-2, or empty */
  uint32_t country_place; /* index, or GM_NO_PLACE; a country's own is itself */
  uint32_t admin1_place;  /* index, or GM_NO_PLACE */
  uint32_t admin2_place;  /* index, or GM_NO_PLACE */
  uint64_t population;  /* inhabitants; 0: unknown */
  uint32_t names;       /* how many names it has: a measure of its fame */
  float prominence;     /* 0 to 1: log of its people, or of its members' */
  gm_point at;
  gm_str source;        /* code in gazetteer/world/sources.tsv */
} gm_place;

/* One meaning of a name. */
typedef struct gm_meaning {
  uint32_t place;       /* index */
  gm_name_kind kind;
  gm_str written;       /* the name as the source writes it */
  gm_str language;      /* ISO 639, such as "en"; empty: unknown */
  int16_t from_year;    /* when it was called so; 0: unknown */
  int16_t to_year;
} gm_meaning;

/* What a gazetteer says of itself. Strings live as long as it. */
typedef struct gm_gazetteer_info {
  gm_str name;          /* such as "geomention world" */
  gm_str date;          /* of the data, such as "2026-11-21" */
  gm_str licence;
  gm_str attribution;
  gm_str hash;          /* 16 hexadecimal digits over the whole content */
  uint32_t places;
  uint32_t names;       /* (name, place) pairs */
  uint32_t keys;        /* different folded names */
  uint64_t size_bytes;
} gm_gazetteer_info;

typedef struct gm_gazetteer gm_gazetteer;

/* Opens a compiled gazetteer by mapping it read-only. Only the header and the
 * bounds of the sections are checked.
 * @return GM_CANNOT_READ; GM_BAD_GAZETTEER: no gazetteer, cut short, of
 *         another version or byte order
 * @owner the caller, until gm_gazetteer_close. @cost constant. */
GM_PUBLIC gm_status gm_gazetteer_open(gm_workspace *ws, const char *path,
                                      gm_gazetteer **out);

/* Lays a user's own file over a gazetteer: places and names that it adds,
 * points that it corrects, names that are never meant, regions that are
 * preferred (docs/overlay.md). What the overlay says goes before what the
 * gazetteer says. `base` may have an overlay already; the later one goes first.
 * @param path  CSV, or a FeatureCollection of GeoJSON
 * @return GM_CANNOT_READ; GM_BAD_INPUT, GM_BAD_ENCODING with line and column
 * @owner the caller, until gm_gazetteer_close, which leaves `base` open; `base`
 *        must stay open until then. @cost linear in the file. */
GM_PUBLIC gm_status gm_gazetteer_overlay(gm_workspace *ws,
                                         const gm_gazetteer *base,
                                         const char *path, gm_gazetteer **out);

/* Closes a gazetteer; its strings are gone. NULL is allowed. */
GM_PUBLIC void gm_gazetteer_close(gm_gazetteer *gazetteer);

/* Walks the whole file and checks its hash, every offset and every order.
 * @return GM_BAD_GAZETTEER with the first fault. @cost linear in the file. */
GM_PUBLIC gm_status gm_gazetteer_verify(gm_workspace *ws,
                                        const gm_gazetteer *gazetteer);

/* @threads any. @cost constant. */
GM_PUBLIC gm_gazetteer_info gm_gazetteer_about(const gm_gazetteer *gazetteer);

/* One place by its index. An index out of range gives an empty place whose
 * index is GM_NO_PLACE. @threads any. @cost constant. */
GM_PUBLIC gm_place gm_gazetteer_place(const gm_gazetteer *gazetteer,
                                      uint32_t index);

/* The index of a place by its GeoNames id, or GM_NO_PLACE.
 * @threads any. @cost logarithmic. */
GM_PUBLIC uint32_t gm_gazetteer_by_geonameid(const gm_gazetteer *gazetteer,
                                             uint32_t geonameid);

/* Every meaning of a name, the most prominent first. Case, accents, hyphens,
 * apostrophes and full stops do not matter.
 * @return GM_OK also where the name is unknown (count 0). */
GM_PUBLIC gm_status gm_gazetteer_look_up(gm_workspace *ws,
                                         const gm_gazetteer *gazetteer,
                                         gm_str name, const gm_meaning **out,
                                         uint32_t *out_count);

/* Names that are spelled almost so, for one that the gazetteer does not know:
 * one letter away, else two; the best known first, as the source writes them.
 * @param most  at most so many, and at most 16
 * @return GM_OK also where there is none (count 0).
 * @threads any. @cost some 100 microseconds, or milliseconds for two letters */
GM_PUBLIC gm_status gm_gazetteer_suggest(gm_workspace *ws,
                                         const gm_gazetteer *gazetteer,
                                         gm_str name, uint32_t most,
                                         const gm_str **out,
                                         uint32_t *out_count);

/* The one place that a person's words name: "Clarksville, Tennessee", or a
 * number of GeoNames, "4613868" or "gn:4613868". Behind commas stands what it
 * lies in. Towns go before divisions of the same name; of several towns one
 * that has ten times the inhabitants of every other is meant.
 * @return GM_BAD_INPUT: there is none, or several; the sentence names some that
 *         may have been meant, in words that this function understands
 * @threads any. @cost microseconds; of a name that is unknown, milliseconds. */
GM_PUBLIC gm_status gm_gazetteer_locate(gm_workspace *ws,
                                        const gm_gazetteer *gazetteer,
                                        gm_str words, uint32_t *out);

/* Where places come from. */
typedef struct gm_source_count {
  gm_str code;    /* as in gm_place.source */
  gm_str package; /* this and the next three are empty for an overlay */
  gm_str version;
  gm_str date;
  gm_str licence;
  uint32_t places;
} gm_source_count;

/* What a gazetteer holds. */
typedef struct gm_gazetteer_counts {
  uint32_t places_of_kind[GM_PLACE_KIND_COUNT];
  uint32_t names_of_kind[GM_NAME_KIND_COUNT];
  uint32_t countries; /* country codes that some place has */
  const gm_source_count *sources;
  uint32_t source_count;
} gm_gazetteer_counts;

/* Counts places by kind and by source, names by kind.
 * @threads any. @cost linear in the gazetteer. */
GM_PUBLIC gm_status gm_gazetteer_count(gm_workspace *ws,
                                       const gm_gazetteer *gazetteer,
                                       gm_gazetteer_counts *out);

/* What a shape is made of. */
typedef enum gm_shape_type {
  GM_SHAPE_POINT,   /* one ring of one point */
  GM_SHAPE_LINE,    /* each ring is a line: two points or more */
  GM_SHAPE_POLYGON, /* each ring is closed: its last point is its first */
} gm_shape_type;

/* A line, or the outline or a hole of a polygon. */
typedef struct gm_ring {
  const gm_point *points;
  uint32_t count;
  bool hole; /* in the last outline before it */
} gm_ring;

/* Where a place reaches. By RFC 7946 outlines run anticlockwise and holes
 * clockwise, and what crosses the 180th meridian is cut there. */
typedef struct gm_shape {
  gm_shape_type type;
  const gm_ring *rings;
  uint32_t count;
} gm_shape;

/* The shape of a place, simplified for a map of the world; where the gazetteer
 * has none, its point. GM_NO_PLACE gives a shape without rings.
 * @threads any. @cost linear in the shape. */
GM_PUBLIC gm_status gm_gazetteer_shape(gm_workspace *ws,
                                       const gm_gazetteer *gazetteer,
                                       uint32_t place, gm_shape *out);

/* A place and how far its point is from another. */
typedef struct gm_nearby {
  uint32_t place; /* index */
  double far_km;
} gm_nearby;

/* The places whose points are nearest, the nearest first.
 * @param radius_km  none farther than that
 * @param most       at most so many
 * @threads any. @cost grows with the places near, not with the gazetteer. */
GM_PUBLIC gm_status gm_gazetteer_near(gm_workspace *ws,
                                      const gm_gazetteer *gazetteer,
                                      gm_point at, double radius_km,
                                      uint32_t most, const gm_nearby **out,
                                      uint32_t *out_count);

/* The places whose shapes hold a point, the smallest first: a division, its
 * country, a region.
 * @threads any. @cost linear in the shapes whose boxes hold it: 1 to 25 ms. */
GM_PUBLIC gm_status gm_gazetteer_around(gm_workspace *ws,
                                        const gm_gazetteer *gazetteer,
                                        gm_point at, const uint32_t **out,
                                        uint32_t *out_count);

/* What became of publishers' files while a gazetteer was compiled. */
typedef struct gm_compiled {
  uint64_t merged;   /* rows of places that were there already */
  uint64_t left_out; /* rows that made no sense */
  gm_str remarks;    /* why, a line each, with the first such row; or empty */
} gm_compiled;

/* How to compile. Start from zeros. */
typedef struct gm_compile_options {
  unsigned threads;  /* 0: one a processor; the bytes are the same with any */
  uint32_t group_from; /* with so many places or more, they are numbered by
                          their names; 0: a million */
  /* Is told now and then how far the work is, by the calling thread. */
  void (*progress)(void *user, const char *stage, uint64_t done,
                   uint64_t whole);
  void *user;
  gm_compiled *compiled; /* filled in where it succeeds; may be NULL */
} gm_compile_options;

/* Compiles tables (see gazetteer/README.md) into one file, written whole or
 * not at all. The same tables give the same bytes.
 * @param folders  each holds *.tsv or *.tsv.zst tables, words/<language>/, or
 *                 files as GeoNames and Natural Earth publish them; or is a
 *                 single such file
 * @param path     the file to write; its folder also needs some room for
 *                 files without a name: about as much as the names' tables
 * @param options  may be NULL
 * @return GM_BAD_INPUT with the table and line of the first fault
 * @cost about 60 bytes of memory a place. */
GM_PUBLIC gm_status gm_gazetteer_compile(gm_workspace *ws,
                                         const char *const *folders,
                                         size_t folder_count,
                                         const char *path,
                                         const gm_compile_options *options);

/* A place in words that gm_gazetteer_locate takes for it: "Paris, Illinois",
 * else a number of GeoNames, "gn:4246659"; empty where no words are clear.
 * @threads any. @cost microseconds. */
GM_PUBLIC gm_status gm_gazetteer_words(gm_workspace *ws,
                                       const gm_gazetteer *gazetteer,
                                       uint32_t place, gm_str *out);

/* The name that files use for a kind: a static string. */
GM_PUBLIC const char *gm_place_kind_name(gm_place_kind kind);
GM_PUBLIC const char *gm_name_kind_name(gm_name_kind kind);

/* ------------------------------------------------------------- 5. Model -- */

/* How much each piece of evidence weighs. */
typedef struct gm_model gm_model;

/* Opens a model, a text of named weights (models/README.md).
 * @return GM_CANNOT_READ; GM_BAD_MODEL with the line
 * @owner the caller, until gm_model_close. */
GM_PUBLIC gm_status gm_model_open(gm_workspace *ws, const char *path,
                                  gm_model **out);

/* NULL is allowed. */
GM_PUBLIC void gm_model_close(gm_model *model);

/* ---------------------------------------------------------- 6. Documents -- */

/* How the bytes of a source become documents. */
typedef enum gm_format {
  GM_FORMAT_AUTO,  /* by the path: .jsonl, .ndjson, .geojsonl; .json; else
                      JSON lines where the text begins so, else plain */
  GM_FORMAT_PLAIN, /* the whole file is one article */
  GM_FORMAT_JSONL, /* one JSON object a line: id title text date url source
                      home; a domain stands for a missing source */
  GM_FORMAT_JSON,  /* such objects in an array, or one behind the other */
} gm_format;

/* A table of outlets (newspapers, stations, sites) and their home towns. */
typedef struct gm_outlets gm_outlets;

/* Reads a table of outlets: lines of a domain or a name, a tab, its home
 * ("Clarksville, Tennessee"); # begins a remark, further columns are passed
 * over. An article is its outlet's whose domain its url or its source ends
 * with, or whose name its source is, without regard to case.
 * @return GM_CANNOT_READ; GM_BAD_INPUT, GM_BAD_ENCODING with the line
 * @owner the caller, until gm_outlets_close. @cost linear in the table. */
GM_PUBLIC gm_status gm_outlets_open(gm_workspace *ws, const char *path,
                                    gm_outlets **out);

/* NULL is allowed. */
GM_PUBLIC void gm_outlets_close(gm_outlets *outlets);

/* Homes of outlets that are learnt from their articles: see chapter 9. */
typedef struct gm_homes gm_homes;

/* What the user knows of the articles. Start from zeros. It is evidence, which
 * other evidence can outweigh; only the last three decide by themselves. */
typedef struct gm_hints {
  const char *home;      /* the outlet's town, for gm_gazetteer_locate; NULL:
                            not known. An article's own home, then that of the
                            table, goes before it */
  const gm_outlets *outlets; /* or NULL */
  const gm_homes *homes; /* learnt ones, for articles without any of these; or
                            NULL */
  const char *countries; /* where the articles' places mostly lie: codes of
                            ISO 3166-1, "UA" or "UA,PL"; NULL: anywhere */
  const gm_box *box;     /* the same as a box; NULL: anywhere */
  float min_confidence;  /* 0 to 1: less sure ones are left unresolved */
  float threshold;       /* 0 to 1: only names as likely a place are mentions;
                            0: as the model has it, which balances what is
                            missed against what is wrongly found */
  unsigned uses;         /* the uses that are wanted: bits 1u << GM_USE_...;
                            0: all. Names of others are no mentions */
} gm_hints;

/* Checks hints against a gazetteer before a run: whether the homes are found,
 * the countries are there, and numbers are in their ranges.
 * @return GM_BAD_INPUT with a sentence that says what to write instead
 * @threads any. @cost a look-up a home. */
GM_PUBLIC gm_status gm_hints_check(gm_workspace *ws,
                                   const gm_gazetteer *gazetteer,
                                   const gm_hints *hints);

typedef struct gm_read_options {
  gm_format format;
  const char *encoding;   /* iconv's name; NULL: UTF-8 or by its mark */
  bool mentions_given;    /* take the spans of "mentions" (JSON lines) */
  const char *as_of;      /* the date whose names count, whatever the article's:
                             YYYY, YYYY-MM or YYYY-MM-DD; NULL: the article's */
  const gm_hints *hints;  /* what is known of all of them, or NULL; it must
                             live as long as the documents */
  size_t document_bytes;  /* the most one article may have; 0: 64 MiB */
} gm_read_options;

/* A file, or standard input, that yields articles. */
typedef struct gm_source gm_source;

/* One article's bytes, not yet understood. */
typedef struct gm_record {
  gm_str bytes;
  uint64_t number; /* the line of JSON lines, the article of a JSON file, from
                      1; else 0 */
  uint64_t ordinal; /* which article of the run this is, from 1: the caller
                       sets it (gm_source_next leaves 0), and what is written
                       is unique over the run because of it */
} gm_record;

/* @param path  "-" is standard input
 * @owner the caller, until gm_source_close. @threads one at a time. */
GM_PUBLIC gm_status gm_source_open(gm_workspace *ws, const char *path,
                                   const gm_read_options *options,
                                   gm_source **out);

/* The next article's bytes, copied into the workspace. At the end `more` is
 * false. Empty lines are passed over.
 * @return GM_TOO_LARGE (the article is skipped: the next call goes on behind
 *         it), GM_CANNOT_READ, GM_CANCELLED
 * @cost memory of one article. */
GM_PUBLIC gm_status gm_source_next(gm_workspace *ws, gm_source *source,
                                   gm_record *out, bool *more);

/* The path as given. */
GM_PUBLIC const char *gm_source_path(const gm_source *source);

/* NULL is allowed. */
GM_PUBLIC void gm_source_close(gm_source *source);

typedef enum gm_part { GM_PART_TEXT, GM_PART_TITLE } gm_part;

/* An article. `text` holds the title, where the article's text does not begin
 * with it, then a blank line, then the article's text: one run of text, so
 * that all evidence sees both. title_part and text_part say which is which. */
typedef struct gm_document {
  gm_str id;         /* its own, else the path (JSON lines: path:line) */
  uint64_t ordinal;  /* the record's: the article's number in the run */
  gm_str title;      /* as given, or empty */
  gm_str text;       /* valid UTF-8 */
  gm_str url;
  gm_str source;
  gm_str date;       /* YYYY-MM-DDTHH:MM:SSZ, or empty */
  gm_str as_of;      /* the date whose names count instead, or empty */
  gm_str home;       /* the outlet's town in words, or empty */
  const gm_hints *hints; /* what else the user knows, or NULL */
  gm_span title_part; /* empty: none, or the text begins with it */
  gm_span text_part;
  bool spans_given;
  const gm_span *given; /* the spans given instead of found, in their order;
                           NULL: spans_given, but the article has no list */
  uint32_t given_count;
} gm_document;

/* Understands one record.
 * @return GM_BAD_ENCODING with the byte; GM_BAD_INPUT for broken JSON, or a
 *         given span outside the text
 * @threads any number at once on one source. @cost linear. */
GM_PUBLIC gm_status gm_read(gm_workspace *ws, const gm_source *source,
                            gm_record record, const gm_document **out);

/* A document from strings instead of a source. `title` may be empty; both
 * must be UTF-8, and are copied.
 * @return GM_BAD_ENCODING with the byte; GM_BAD_INPUT: nothing but white space
 * @threads any. @cost linear. */
GM_PUBLIC gm_status gm_document_make(gm_workspace *ws, gm_str id, gm_str title,
                                     gm_str text, const gm_document **out);

/* ----------------------------------------------------------- 7. Mentions -- */

/* How a name is used. X(NAME, name in files, meaning). */
#define GM_USES(X)                                                   \
  X(LITERAL, "literal", "the place itself: in Moscow")               \
  X(ASSOCIATIVE, "associative", "who is there: Moscow said")         \
  X(DEMONYM, "demonym", "people, or an adjective: Russian")          \
  X(EMBEDDED, "embedded", "inside another name: Kyiv Post")

typedef enum gm_use {
#define GM_USE_MEMBER(upper, lower, meaning) GM_USE_##upper,
  GM_USES(GM_USE_MEMBER)
#undef GM_USE_MEMBER
      GM_USE_COUNT
} gm_use;

/* The name that files use for a use: a static string. */
GM_PUBLIC const char *gm_use_name(gm_use use);

/* How words beside a name move or narrow where is meant.
 * X(NAME, name in files, what it says). */
#define GM_MODIFIER_KINDS(X)                                         \
  X(NONE, "", "there are no such words")                             \
  X(NEAR, "near", "close to it, or around it")                       \
  X(OUTSIDE, "outside", "beyond its edge: outside, off the coast of") \
  X(DIRECTION, "direction", "on that side of it: north of")          \
  X(DISTANCE, "distance", "so far from it: 20 km north of")          \
  X(PART, "part", "in a part of it: northern, downtown, suburb of")  \
  X(ALONG, "along", "along it or its edge: the border with")         \
  X(BETWEEN, "between", "between it and another place")

typedef enum gm_modifier_kind {
#define GM_MODIFIER_MEMBER(upper, lower, meaning) GM_MODIFIER_##upper,
  GM_MODIFIER_KINDS(GM_MODIFIER_MEMBER)
#undef GM_MODIFIER_MEMBER
      GM_MODIFIER_COUNT
} gm_modifier_kind;

/* The name that files use for a kind: a static string, "" for none. */
GM_PUBLIC const char *gm_modifier_name(gm_modifier_kind kind);

/* What the words beside a name say of where is meant, as the text has it. The
 * place that is resolved is the name's all the same. */
typedef struct gm_modifier {
  gm_modifier_kind kind;
  gm_span span;       /* its words: "about 20 km north of"; empty: none. Not in
                         the name's span, but for "Eastern" of a name like
                         "Eastern Ukraine" that takes it in */
  bool has_bearing;
  float bearing_deg;  /* 0 to below 360, clockwise from north */
  float far_km;       /* 0: no number is said */
} gm_modifier;

/* One reason for or against. */
typedef struct gm_evidence {
  const char *name;     /* a static string, the name in the model */
  const char *sentence; /* a static string, or one of the workspace */
  float weight;         /* what it added to the score, in log-odds */
} gm_evidence;

/* A stretch of text that names a place. */
typedef struct gm_mention {
  gm_span span;       /* in the document's text */
  gm_span head;       /* the part of the span that a gazetteer lists: "Alabuga"
                         of "Alabuga Special Economic Zone"; else the span */
  gm_span sentence;
  gm_part part;
  gm_use use;
  int kind_hint;      /* gm_place_kind that the words demand, or -1 */
  float confidence;   /* 0 to 1: that it is a place */
  const gm_evidence *evidence; /* why */
  uint32_t evidence_count;
  gm_modifier modifier;
} gm_mention;

typedef struct gm_mentions {
  const gm_mention *items; /* by begin, then by end; disjoint unless given */
  uint32_t count;
  const struct gm_context *context; /* what gm_find knows of the words around
                              them, which spares gm_resolve reading the text
                              again; NULL is good too */
} gm_mentions;

/* Finds every mention of a place in a document, or takes the given spans.
 * Written coordinates ("48.59 N, 38.00 E", a military grid) are mentions too.
 * @return GM_OK with count 0 where there is none
 * @threads any; gazetteer and model are shared. @cost linear in the text. */
GM_PUBLIC gm_status gm_find(gm_workspace *ws, const gm_gazetteer *gazetteer,
                            const gm_model *model, const gm_document *document,
                            gm_mentions *out);

/* -------------------------------------------------------- 8. Resolutions -- */

/* A place that a mention may mean. */
typedef struct gm_candidate {
  uint32_t place;      /* index in the gazetteer */
  gm_name_kind name_kind;
  float score;         /* log-odds, the sum of the evidence */
  float probability;   /* 0 to 1 among all candidates and "none of these" */
  const gm_evidence *evidence; /* only what weighed something */
  uint32_t evidence_count;
} gm_candidate;

/* The decision on one mention. */
typedef struct gm_resolution {
  uint32_t place;      /* index, or GM_NO_PLACE: unresolved, or a point */
  bool has_point;      /* the text writes a point itself, as coordinates: it
                          is at `at`, and no place */
  gm_point at;         /* where has_point */
  uint32_t runner_up;  /* index, or GM_NO_PLACE; of a point the nearest place */
  float confidence_place; /* 0 to 1: that the place is right, if it is one; a
                             county or suburb of its name beside it is right
                             too */
  float confidence;    /* 0 to 1: that it is a place, and this one */
  bool decided;        /* by the user (gm_decisions_apply), not by evidence */
  gm_str reasons;      /* one sentence in plain words */
  const gm_candidate *candidates; /* the best first */
  uint32_t candidate_count;
} gm_resolution;

typedef struct gm_resolutions {
  const gm_resolution *items; /* one a mention, in their order */
  uint32_t count;
} gm_resolutions;

/* Decides for each mention which place is meant.
 * @return GM_BAD_INPUT: the document's home is not found
 * @threads any. @cost linear in mentions times candidates (at most 30). */
GM_PUBLIC gm_status gm_resolve(gm_workspace *ws, const gm_gazetteer *gazetteer,
                               const gm_model *model,
                               const gm_document *document,
                               gm_mentions mentions, gm_resolutions *out);

/* ------------------------------------------------------ 9. Learnt homes -- */

/* Where an outlet is at home, as far as its articles tell. */
typedef struct gm_home {
  gm_str outlet;     /* as its first article writes it; lives as long as the
                        homes */
  uint32_t place;    /* index: of a town, else of a first-level division or a
                        country that they have in common; GM_NO_PLACE: of
                        nothing, or of too few articles */
  float confidence;  /* 0 to 1, by which it counts as evidence */
  uint64_t articles; /* of the outlet that were counted */
} gm_home;

/* What articles name, outlet by outlet. First each article of a batch is
 * counted; then those that are wanted are found, resolved and added, and the
 * homes are learnt; then they are hints for the same articles, and for others
 * of the same outlets.
 * @owner the caller, until gm_homes_close; the gazetteer stays open.
 * @return GM_NO_MEMORY */
GM_PUBLIC gm_status gm_homes_open(gm_workspace *ws,
                                  const gm_gazetteer *gazetteer,
                                  gm_homes **out);

/* NULL is allowed. */
GM_PUBLIC void gm_homes_close(gm_homes *homes);

/* Counts an article; one without source and url, or with a home that somebody
 * told, is passed over. Its ordinal must be above all before.
 * @return GM_NO_MEMORY
 * @threads one at a time. @cost a look-up, and memory of each outlet. */
GM_PUBLIC gm_status gm_homes_count(gm_workspace *ws, gm_homes *homes,
                                   const gm_document *document);

/* Whether an article would tell something: its outlet has two articles or more,
 * and it is among those that are heard, at most 24 from all over those that
 * were counted. NULL: whether any article would.
 * @threads any, while nothing is counted. */
GM_PUBLIC bool gm_homes_want(gm_workspace *ws, const gm_homes *homes,
                             const gm_document *document);

/* Adds an article; one that is not wanted is passed over. They must come in the
 * order of their ordinals. @return GM_NO_MEMORY. @threads one at a time.
 * @cost linear in the candidates: memory of some 10 KB */
GM_PUBLIC gm_status gm_homes_add(gm_workspace *ws, gm_homes *homes,
                                 const gm_document *document,
                                 gm_mentions mentions,
                                 gm_resolutions resolutions);

/* Learns the homes from what was added. Afterwards they are immutable, and any
 * number of threads may share them.
 * @return GM_CANCELLED, GM_NO_MEMORY. @cost at most some milliseconds an
 * outlet. */
GM_PUBLIC gm_status gm_homes_learn(gm_workspace *ws, gm_homes *homes);

/* Hands out the outlets in the order of their first articles, as long as `each`
 * returns GM_OK. @return what `each` returned */
GM_PUBLIC gm_status gm_homes_each(const gm_homes *homes,
                                  gm_status (*each)(void *user,
                                                    const gm_home *home),
                                  void *user);

/* --------------------------------------------------------- 10. Decisions -- */

/* What a user decided of mentions, in a file that the page writes
 * (output/README.md): this one is that place, that one is none. */
typedef struct gm_decisions gm_decisions;

/* Reads a file of decisions, one JSON object a line.
 * @param base  where their places are looked up
 * @return GM_CANNOT_READ; GM_BAD_INPUT, GM_BAD_ENCODING with the line
 * @owner the caller, until gm_decisions_close; `base` must stay open until
 *        then. @cost linear in the file. */
GM_PUBLIC gm_status gm_decisions_open(gm_workspace *ws,
                                      const gm_gazetteer *base,
                                      const char *path, gm_decisions **out);

/* NULL is allowed. */
GM_PUBLIC void gm_decisions_close(gm_decisions *decisions);

/* The gazetteer to find, resolve and write with: `base`, or the same with the
 * points on the map that decisions speak of as its last places. It lives as
 * long as the decisions. */
GM_PUBLIC const gm_gazetteer *gm_decisions_gazetteer(
    const gm_decisions *decisions);

/* How many decisions there are, and how many of them hold everywhere and not
 * in one document. */
GM_PUBLIC uint32_t gm_decisions_count(const gm_decisions *decisions,
                                      uint32_t *everywhere);

/* A decision that does not fit any more. */
typedef struct gm_stale {
  uint64_t line; /* of the file */
  gm_str why;    /* one lower-case sentence */
} gm_stale;

/* What decisions did to one document. */
typedef struct gm_decided {
  uint32_t decisions; /* that speak of this document and no other */
  uint32_t mentions;  /* that were decided */
  const gm_stale *stale; /* what was not applied, since the text has changed */
  uint32_t stale_count;
} gm_decided;

/* Applies decisions to a resolved document: by position, where the words there
 * are still the same, and by name. A mention that was decided but not found is
 * added; one that was rejected stays, unresolved. What is nearer wins (this
 * mention, this document, everywhere), then what stands later in the file.
 * @param mentions, resolutions  of the document; replaced
 * @threads any. @cost linear in mentions and decisions of the document. */
GM_PUBLIC gm_status gm_decisions_apply(
    gm_workspace *ws, const gm_decisions *decisions,
    const gm_document *document, gm_mentions *mentions,
    gm_resolutions *resolutions, gm_decided *out);

/* ---------------------------------------------------------- 11. Summary -- */

/* What a run did. Start from zeros. */
typedef struct gm_tally {
  uint64_t articles;
  uint64_t mentions;
  uint64_t placed;
  uint64_t unresolved;
  uint64_t failed;     /* articles that could not be read */
} gm_tally;

/* Adds one document to a tally. @threads one at a time on one tally. */
GM_PUBLIC void gm_tally_add(gm_resolutions resolutions, gm_tally *tally);

/* What an article as a whole is about. Each is an index or GM_NO_PLACE, and
 * has its own confidence, 0 to 1. */
typedef struct gm_focus {
  uint32_t country;
  uint32_t division; /* first-level, of that country */
  uint32_t place;    /* of the article's places the one it is about, in that
                        country if there is one, or in none, as a sea */
  float confidence_country;
  float confidence_division;
  float confidence;  /* of the place */
} gm_focus;

/* One of the places that an article names. */
typedef struct gm_digest_place {
  uint32_t place;    /* index */
  uint32_t mentions;
  uint32_t first;    /* which mention is the first of it */
  float confidence;  /* the mean of its mentions' */
} gm_digest_place;

/* Two places that an article names. Neither lies in the other. */
typedef struct gm_digest_link {
  uint32_t from, to;  /* indices, from < to */
  uint32_t sentences; /* that name both */
  uint32_t mention;   /* the first in such a sentence; UINT32_MAX: none */
  float weight;       /* (1 + sentences) / (places of the article - 1) */
} gm_digest_link;

typedef enum gm_level {
  GM_LEVEL_COUNTRY,
  GM_LEVEL_DIVISION,
  GM_LEVEL_PLACE,
} gm_level;

/* How much of an article speaks for a country, a division or a place: mentions
 * count by their confidence, and one that may mean several places is shared
 * among them. */
typedef struct gm_leaning {
  gm_level level;
  uint32_t place; /* index */
  float weight;   /* above 0 */
} gm_leaning;

/* An article in sum. */
typedef struct gm_digest {
  const gm_document *document;
  gm_mentions mentions;
  gm_resolutions resolutions;
  uint32_t placed;   /* mentions that have a place */
  const gm_digest_place *places; /* the most mentioned first */
  uint32_t place_count;
  const gm_digest_link *links; /* among the 30 most mentioned places */
  uint32_t link_count;
  const gm_leaning *leanings; /* by level; of each the 16 strongest first */
  uint32_t leaning_count;
  gm_focus focus;    /* by this article alone */
} gm_digest;

/* Sums an article up.
 * @threads any. @cost linear in the mentions and their candidates. */
GM_PUBLIC gm_status gm_summarise(gm_workspace *ws,
                                 const gm_gazetteer *gazetteer,
                                 const gm_document *document,
                                 gm_mentions mentions,
                                 gm_resolutions resolutions,
                                 const gm_digest **out);

/* Many articles in sum: which places they name, and where, when and how often.
 * It is kept in a temporary database, of which a fixed part is in memory. */
typedef struct gm_summary gm_summary;

/* @return GM_CANNOT_WRITE, GM_NO_MEMORY, GM_FOREIGN
 * @owner the caller, until gm_summary_close; the gazetteer stays open. */
GM_PUBLIC gm_status gm_summary_open(gm_workspace *ws,
                                    const gm_gazetteer *gazetteer,
                                    gm_summary **out);

/* NULL is allowed. The database is gone. */
GM_PUBLIC void gm_summary_close(gm_summary *summary);

/* Adds an article. Its document's ordinal must be above all before.
 * @threads one at a time. @cost some 10 microseconds a place and a link. */
GM_PUBLIC gm_status gm_summary_add(gm_workspace *ws, gm_summary *summary,
                                   const gm_digest *digest);

/* When, in how many articles and how often something is named. The times are
 * as gm_document.date; empty where no article has one. */
typedef struct gm_count {
  uint64_t mentions;
  uint64_t articles;
  double confidence; /* the mean of the mentions' */
  gm_str first, last;
} gm_count;

/* A place that some article names. */
typedef struct gm_place_sum {
  uint32_t place;
  gm_count count;
  gm_str titles;    /* of the first three articles, " | " between them */
  gm_str sentences; /* the same: how each first names it */
} gm_place_sum;

/* A country, or a first-level division, with all that lies inside. */
typedef struct gm_area_sum {
  uint32_t place;
  gm_level level;
  gm_count count;
  uint64_t places; /* different ones that are named */
} gm_area_sum;

/* Two places that the same articles name. */
typedef struct gm_link_sum {
  uint32_t from, to;
  uint64_t sentences; /* that name both */
  uint64_t articles;
  double weight;      /* the sum of the articles' */
  gm_str first, last; /* as in gm_count */
  gm_str titles;      /* of the first three articles */
  gm_str sentence;    /* the first that names both, or empty */
} gm_link_sum;

/* An article of the run. */
typedef struct gm_article_sum {
  uint64_t ordinal;
  gm_str id, title, url, source, date;
  uint64_t characters, mentions, places, unresolved;
  gm_str names;   /* of the ten most mentioned places, "; " between them */
  gm_focus focus; /* by the article, and by where the other articles of its
                     source (else of its url's host) are at home */
} gm_article_sum;

/* A day, a week from Monday or a month of which articles are. */
typedef struct gm_period_sum {
  char unit;      /* 'd', 'w' or 'm' */
  gm_str begin, end; /* as gm_document.date, half-open */
  uint64_t articles, mentions, placed;
} gm_period_sum;

/* Each of these hands out its rows one by one, as long as `each` returns
 * GM_OK: places, areas and links with the most mentioned, or the strongest,
 * first; articles in the order of the run; periods by unit and time. What a row
 * holds lives until `each` returns. No article may be added after the first of
 * these calls. @threads one at a time. @return what `each` returned, or
 * GM_FOREIGN, GM_NO_MEMORY, GM_CANNOT_WRITE, GM_CANCELLED */
GM_PUBLIC gm_status gm_summary_places(
    gm_workspace *ws, gm_summary *summary,
    gm_status (*each)(void *user, const gm_place_sum *row), void *user);
GM_PUBLIC gm_status gm_summary_areas(
    gm_workspace *ws, gm_summary *summary,
    gm_status (*each)(void *user, const gm_area_sum *row), void *user);
/* @param most  the strongest links, at most so many; 0: all */
GM_PUBLIC gm_status gm_summary_links(
    gm_workspace *ws, gm_summary *summary, uint64_t most,
    gm_status (*each)(void *user, const gm_link_sum *row), void *user);
GM_PUBLIC gm_status gm_summary_articles(
    gm_workspace *ws, gm_summary *summary,
    gm_status (*each)(void *user, const gm_article_sum *row), void *user);
GM_PUBLIC gm_status gm_summary_periods(
    gm_workspace *ws, gm_summary *summary,
    gm_status (*each)(void *user, const gm_period_sum *row), void *user);

/* What a summary holds, in numbers. */
typedef struct gm_summary_counts {
  uint64_t places, areas, links, articles;
} gm_summary_counts;

GM_PUBLIC gm_status gm_summary_count(gm_workspace *ws, gm_summary *summary,
                                     gm_summary_counts *out);

/* --------------------------------------------------------- 12. Writing -- */

/* A map being written. */
typedef struct gm_writer gm_writer;

/* How a place is drawn. */
typedef enum gm_geometry {
  GM_GEOMETRY_POINT, /* every place by its point */
  GM_GEOMETRY_AREA,  /* by its shape where the gazetteer has one */
} gm_geometry;

/* The layers of a map, in the order of QGIS's panel: what is drawn on top comes
 * first. X(NAME, name in files, what a row is). */
#define GM_MAP_LAYERS(X)                                               \
  X(PLACES, places, "a place that some article mentions")              \
  X(MENTIONS, mentions, "a name of a place in an article")             \
  X(LINKS, links, "two places that the same articles mention")         \
  X(ARTICLES, articles, "an article, where its focus is")              \
  X(AREAS, areas, "a country or a division that has a mention")        \
  X(UNRESOLVED, unresolved, "a name that could not be placed")         \
  X(TIMELINE, timeline, "a day, week or month with articles")

typedef enum gm_map_layer {
#define GM_MAP_LAYER_MEMBER(upper, lower, meaning) GM_MAP_##upper,
  GM_MAP_LAYERS(GM_MAP_LAYER_MEMBER)
#undef GM_MAP_LAYER_MEMBER
      GM_MAP_LAYER_COUNT
} gm_map_layer;

typedef struct gm_write_options {
  const char *format;  /* "geojson", or several: "geojson,csv"; NULL: by the
                        * path's ending */
  const gm_gazetteer *gazetteer; /* named in what is written */
  gm_geometry geometry;
  unsigned layers;     /* which further layers: 1 << GM_MAP_PLACES and so on.
                        * The mentions are always there */
  const char *crs;     /* the coordinate system of what is written, as PROJ
                        * knows it, such as "EPSG:3857"; NULL: WGS 84. It is
                        * for gpkg, shp and csv; the others stay in WGS 84, as
                        * their standards say */
} gm_write_options;

/* One document's features in the bytes of a format; grows as needed. */
typedef struct gm_rendering gm_rendering;

/* Opens a map. It appears under its name when gm_writer_close succeeds, not
 * before. Formats of one layer a file write map_places.csv and so on beside the
 * mentions' map.csv.
 * @param path  "-" is standard output (written as it comes; the mentions
 *              alone); a folder, which several formats need, gets files named
 *              map
 * @return GM_CANNOT_WRITE; GM_MISUSE: no such format
 * @owner the caller, until gm_writer_close or gm_writer_abandon. */
GM_PUBLIC gm_status gm_writer_open(gm_workspace *ws, const char *path,
                                   const gm_write_options *options,
                                   gm_writer **out);

/* The first of the formats that stay in WGS 84 though another system was asked
 * for; NULL: none does. */
GM_PUBLIC const char *gm_writer_unmoved(const gm_writer *writer);

/* How many rows so far reach beyond the area that the coordinate system is made
 * for. What it cannot show at all, such as a pole in EPSG:3857, is cut off; a
 * row whose points are all such has no place on the map, but is in its table.
 */
GM_PUBLIC uint64_t gm_writer_outside(const gm_writer *writer);

/* The path of the i-th file that the map will be, from 0 on, without the styles
 * beside them; NULL: there are no more. Lives as long as the writer. */
GM_PUBLIC const char *gm_writer_path(const gm_writer *writer, unsigned i);

/* An empty rendering. @owner the caller. NULL when there is no memory. */
GM_PUBLIC gm_rendering *gm_rendering_open(void);
GM_PUBLIC void gm_rendering_close(gm_rendering *rendering);

/* Turns one document into the writer's format, replacing what the rendering
 * held. @threads any number at once on one writer. @cost linear. */
GM_PUBLIC gm_status gm_render(gm_workspace *ws, const gm_writer *writer,
                              const gm_document *document,
                              gm_mentions mentions, gm_resolutions resolutions,
                              gm_rendering *out);

/* Appends a rendering to the map. @threads one at a time: the order of calls
 * is the order in the file. @return GM_CANNOT_WRITE */
GM_PUBLIC gm_status gm_write(gm_workspace *ws, gm_writer *writer,
                             const gm_rendering *rendering);

/* How many rows the largest layer of a format has so far; 0: the writer does
 * not write that format. */
GM_PUBLIC uint64_t gm_writer_largest(const gm_writer *writer,
                                     const char *format);

/* Whether a map has layers that come at the end of a run, so that its articles
 * must be summed up. */
GM_PUBLIC bool gm_writer_sums(const gm_writer *writer);

/* Writes the layers that come at the end of a run: all that were asked for but
 * mentions and unresolved, which gm_write has written. Of links the 20,000
 * strongest. @threads one at a time. @return as gm_summary_places, gm_write */
GM_PUBLIC gm_status gm_write_summary(gm_workspace *ws, gm_writer *writer,
                                     gm_summary *summary);

/* Ends the map, moves its files to their names and writes the styles beside
 * them.
 * @return GM_CANNOT_WRITE: nothing is left under the name. The writer is gone
 *         either way. */
GM_PUBLIC gm_status gm_writer_close(gm_workspace *ws, gm_writer *writer);

/* Gives the map up: no file is left. NULL is allowed. */
GM_PUBLIC void gm_writer_abandon(gm_writer *writer);

/* Every stage of one document as readable text, for --explain. */
GM_PUBLIC gm_status gm_explain(gm_workspace *ws, const gm_gazetteer *gazetteer,
                               const gm_document *document,
                               gm_mentions mentions, gm_resolutions resolutions,
                               gm_str *out);

/* -------------------------------------------------- 13. The whole way -- */

/* Read, find, resolve, render, sum up: one record to one rendering.
 * @param tally   counts the document
 * @param digest  the article in sum, for gm_summary_add; may be NULL
 * @return the status of the step that failed */
GM_PUBLIC gm_status gm_map(gm_workspace *ws, const gm_gazetteer *gazetteer,
                           const gm_model *model, const gm_source *source,
                           gm_record record, const gm_writer *writer,
                           gm_rendering *out, gm_tally *tally,
                           const gm_digest **digest);

#ifdef __cplusplus
}
#endif
#endif
