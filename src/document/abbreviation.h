/* The few English words that a sentence splitter must know: abbreviations
 * whose full stop rarely ends a sentence, and words that often begin one. */
#ifndef GM_DOCUMENT_ABBREVIATION_H
#define GM_DOCUMENT_ABBREVIATION_H

#include "geomention.h"

/* Whether a word as written, without its full stop, is an abbreviation. */
bool gm_abbreviation_known(gm_str word);

/* The same of a word that is written in capitals: ST, GOV. */
bool gm_abbreviation_shouted(gm_str word);

/* Whether a folded word often stands first in a sentence: the, he, in. */
bool gm_abbreviation_opener(gm_str folded);

#endif
