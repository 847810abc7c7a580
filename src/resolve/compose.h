/* Composed names: what a name means together with the word beside it.
 *
 *     the Dnipro river            dnipro river          the Dnieper, not the
 * city Boryspil airport            boryspil international airport Erie lake
 * lake erie Henry and Carroll counties  henry county, carroll county
 *
 * A mention's head is the name that the gazetteer lists; where it lists the
 * name with the word as well, that is the better answer. */
#ifndef GM_RESOLVE_COMPOSE_H
#define GM_RESOLVE_COMPOSE_H

#include "gazetteer/gazetteer.h"

/* What the gazetteer has for mention i and a generic word beside it, or behind
 * the list that it is part of.
 * @param key        of its head
 * @param entry      sense_count 0: nothing
 * @param kind_hint  set to the kind of the word where it makes a name, or
 *                   stands behind a list
 * @cost some look-ups */
void gm_compose(gm_workspace *ws, const gm_gazetteer *gazetteer,
                const gm_document *document, gm_mentions mentions, uint32_t i,
                gm_str key, gm_entry *entry, int *kind_hint);

#endif
