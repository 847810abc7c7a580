/* The gazetteer for the rooms to its right: look-ups by folded words, without
 * any allocation. The public functions are described in geomention.h. */
#ifndef GM_GAZETTEER_GAZETTEER_H
#define GM_GAZETTEER_GAZETTEER_H

#include "base/str.h"
#include "gazetteer/word.h"

/* How much a place is, of which kind. */
typedef struct gm_rank {
  uint8_t prominence; /* 0 to 255 */
  uint8_t kind;       /* gm_place_kind */
} gm_rank;

/* One meaning of a folded name, as stored. */
typedef struct gm_sense {
  uint32_t place;
  gm_rank rank; /* of the place, which need not be read for it */
  gm_name_kind kind;
  bool dotted;       /* written with full stops: Calif., U.S. */
  bool capital;      /* written all in capitals: US, UK, DC */
  bool stop;         /* some source writes it with a full stop behind: Calif. */
  uint16_t language; /* for gm_gazetteer_language; 0: unknown */
  int16_t from_year, to_year; /* when it was called so; 0: unknown */
  uint32_t area;              /* what its place lies in: a number of its own */
  bool overlaid;              /* the user's overlay gives the place this name */
} gm_sense;

/* What the gazetteer knows of one folded name: senses (the most prominent
 * first), and the word classes that gazetteer/words/ puts it in. */
typedef struct gm_entry {
  uint64_t offset; /* of the first sense; for gm_gazetteer_sense */
  uint32_t sense_count;
  gm_word_classes classes;
} gm_entry;

/* The i-th sense, 0 <= i < sense_count. @cost constant. */
gm_sense gm_gazetteer_sense(const gm_gazetteer *gazetteer, gm_entry entry,
                            uint32_t i);

/* The folded name of a place's sense as the source writes it. */
gm_str gm_gazetteer_written(const gm_gazetteer *gazetteer, gm_entry entry,
                            uint32_t i);

/* The ISO 639 code of a sense's language, such as "en"; empty: unknown. */
gm_str gm_gazetteer_language(const gm_gazetteer *gazetteer, uint16_t language);

/* A walk along the words of a text, one folded word a step:
 *
 *     gm_name_walk walk = gm_name_walk_begin(gazetteer);
 *     while (gm_name_walk_step(&walk, word))       "new", "york", "city"
 *       if (gm_name_walk_entry(&walk, &entry)) ... a name ends here
 *
 * A step returns false once no name begins with the words so far. */
typedef struct gm_name_walk {
  const gm_gazetteer *gazetteer;
  uint64_t state[4];
  uint32_t overlay; /* where the overlay's walk is */
} gm_name_walk;

gm_name_walk gm_name_walk_begin(const gm_gazetteer *gazetteer);
bool gm_name_walk_step(gm_name_walk *walk, gm_str folded);

/* As many walks, each with one step taken along a word of its own. @cost a
 * third of that of so many steps: they wait for memory together. */
void gm_name_walks_begin(const gm_gazetteer *gazetteer, const gm_str *words,
                         uint32_t count, gm_name_walk *out);

bool gm_name_walk_entry(const gm_name_walk *walk, gm_entry *out);

/* What the last step returned. */
bool gm_name_walk_goes_on(const gm_name_walk *walk);

/* After one step: whether the word is the first or the second of some phrase
 * that speaks of a country. Two such words seldom meet: that spares most walks
 * in search of such phrases. */
bool gm_name_walk_in_phrase(const gm_name_walk *walk);

/* The entry of a whole key ("new york city"); false: unknown. */
bool gm_gazetteer_entry(const gm_gazetteer *gazetteer, gm_str key,
                        gm_entry *out);

/* Entries of many keys at once; zeros: unknown. @cost as gm_name_walks_begin */
void gm_gazetteer_entries(const gm_gazetteer *gazetteer, const gm_str *keys,
                          uint32_t count, gm_entry *out);

/* The classes of one folded word or phrase; 0: none. */
gm_word_classes gm_gazetteer_classes(const gm_gazetteer *gazetteer, gm_str key);

/* A light view of a place for scoring; see gm_gazetteer_place for the rest. */
typedef struct gm_site {
  gm_point at;
  uint32_t geonameid;
  uint32_t country_place, admin1_place, admin2_place; /* or GM_NO_PLACE */
  uint32_t population;
  uint16_t names;
  uint8_t prominence; /* 0 to 255 */
  uint8_t kind;       /* gm_place_kind */
  char country[3];    /* zero-terminated */
  char feature[6];    /* zero-terminated GeoNames code */
  bool preferred;     /* the user's overlay prefers it, or where it lies */
} gm_site;

/* Whether a site has a code of GeoNames, a literal such as "PPLC". It is filled
 * up with zeros as the site's is, so that six bytes are compared at once. */
#define GM_SITE_IS(site, code) \
  (memcmp((site)->feature, (const char[6]){code}, 6) == 0)

gm_site gm_gazetteer_site(const gm_gazetteer *gazetteer, uint32_t place);

/* @cost a third of that of a site: it reads neither area nor names. */
gm_rank gm_gazetteer_rank(const gm_gazetteer *gazetteer, uint32_t place);

/* Asks for the memory of the places of an entry, and of what they lie in, which
 * are looked at soon: they lie here and there, and waiting for them, one after
 * the other, is most of a look. */
void gm_gazetteer_expect(const gm_gazetteer *gazetteer, gm_entry entry,
                         uint32_t most);

/* What a place is called first; empty for GM_NO_PLACE. */
gm_str gm_gazetteer_name(const gm_gazetteer *gazetteer, uint32_t place);

/* Whether a sense's place lies in this country or division.
 * @cost less than that of a site: the sense itself tells. */
bool gm_gazetteer_lies_in(const gm_gazetteer *gazetteer, gm_sense sense,
                          uint32_t place);

/* Whether a sense's place lies in one of these divisions, or the user's overlay
 * prefers it. @cost less than that of a site: the sense itself tells. */
bool gm_gazetteer_is_in(const gm_gazetteer *gazetteer, gm_sense sense,
                        const uint32_t *divisions, uint32_t count);

#endif
