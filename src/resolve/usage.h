/* Usage: words that speak of a country, and the outlet's address. An article
 * with a sheriff, a school board and a sophomore is likely of the United
 * States, one with a councillor and a crown court of the United Kingdom; the
 * words stand in gazetteer/words/, files used_in_*. An address that ends in
 * .co.uk says it too. */
#ifndef GM_RESOLVE_USAGE_H
#define GM_RESOLVE_USAGE_H

#include "gazetteer/gazetteer.h"

/* X(bit, ISO code): the countries that have such words. */
#define GM_USAGE_COUNTRIES(X) \
  X(USED_IN_US, "US")         \
  X(USED_IN_GB, "GB")         \
  X(USED_IN_CA, "CA")         \
  X(USED_IN_AU, "AU")         \
  X(USED_IN_IN, "IN")

enum {
#define X(bit, code) GM_USAGE_##bit,
  GM_USAGE_COUNTRIES(X)
#undef X
      GM_USAGE_COUNT
};

/* How many words speak of each country; one that speaks of several is shared
 * among them. */
typedef struct gm_usage {
  float words[GM_USAGE_COUNT];
  float total;
  char outlet[3]; /* the country that the outlet's address tells, or empty */
} gm_usage;

/* Reads the words of a document: those that were cut and looked up when its
 * mentions were found.
 * @cost linear in the text. */
gm_status gm_usage_read(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        const gm_document *document, gm_mentions mentions,
                        gm_usage *out);

/* How much the words speak of a country: 0 to 1; 0 for other countries. */
float gm_usage_of(const gm_usage *usage, const char country[static 3]);

#endif
