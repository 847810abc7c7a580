/* Pairs: which two places an article names together, and in how many sentences.
 *
 *     sentence 1   Kyiv . Lviv     0b011      a bit a place, so that a
 *     sentence 2   Lviv . Warsaw   0b110      sentence is one number
 *
 * An article of n places speaks of each pair the less, the larger n is: a list
 * of all capitals says little of any two. So a pair's weight is shared among
 * the n - 1 others (Newman 2001, doi:10.1103/PhysRevE.64.016132). Only the 30
 * most mentioned places are paired, or a long list would make a million. A
 * place and what it lies in make no pair: every Paris is in France. */
#include "summary/digest.h"

static bool lies_in(const gm_place *inner, uint32_t outer) {
  return inner->country_place == outer || inner->admin1_place == outer ||
         inner->admin2_place == outer;
}

/* Which of the linked places is this? GM_LINKED_MOST: none. */
static uint32_t rank_of(const gm_digest *digest, uint32_t count,
                        uint32_t place) {
  for (uint32_t i = 0; i < count; i++)
    if (digest->places[i].place == place) return i;
  return GM_LINKED_MOST;
}

/* A sentence: the places that it names, as bits, and its first mention. */
typedef struct sentence {
  uint32_t bits;
  uint32_t mention;
} sentence;

/* The sentences that name a linked place. Mentions come in the order of the
 * text, so those of one sentence follow each other. */
static uint32_t list_sentences(const gm_digest *digest, uint32_t linked,
                               sentence *out) {
  uint32_t count = 0, begin = UINT32_MAX;
  for (uint32_t i = 0; i < digest->mentions.count; i++) {
    const gm_mention *mention = &digest->mentions.items[i];
    uint32_t place = digest->resolutions.items[i].place;
    uint32_t rank = rank_of(digest, linked, place);
    if (rank == GM_LINKED_MOST) continue;
    if (!count || mention->sentence.begin != begin)
      out[count++] = (sentence){0, i};
    begin = mention->sentence.begin;
    out[count - 1].bits |= (uint32_t)1 << rank;
  }
  return count;
}

static void count_sentences(const sentence *list, uint32_t count, uint32_t both,
                            gm_digest_link *link) {
  for (uint32_t i = 0; i < count; i++) {
    if ((list[i].bits & both) != both) continue;
    if (!link->sentences++) link->mention = list[i].mention;
  }
}

static gm_digest_link link_of(uint32_t a, uint32_t b) {
  return (gm_digest_link){
      .from = a < b ? a : b, .to = a < b ? b : a, .mention = UINT32_MAX};
}

gm_status gm_pairs_find(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        gm_digest *digest) {
  uint32_t n = digest->place_count;
  uint32_t linked = n < GM_LINKED_MOST ? n : GM_LINKED_MOST, count = 0;
  sentence *list = gm_take_array(ws, digest->mentions.count + 1, sizeof *list);
  gm_digest_link *links =
      gm_take_array(ws, (size_t)linked * (linked + 1) / 2 + 1, sizeof *links);
  gm_place places[GM_LINKED_MOST];
  if (!list || !links) return ws->status;
  for (uint32_t i = 0; i < linked; i++)
    places[i] = gm_gazetteer_place(gazetteer, digest->places[i].place);
  uint32_t sentences = list_sentences(digest, linked, list);
  for (uint32_t i = 0; i < linked; i++) {
    for (uint32_t j = i + 1; j < linked; j++) {
      if (lies_in(&places[i], places[j].index) ||
          lies_in(&places[j], places[i].index))
        continue;
      gm_digest_link *link = &links[count++];
      *link = link_of(places[i].index, places[j].index);
      count_sentences(list, sentences, (uint32_t)1 << i | (uint32_t)1 << j,
                      link);
      link->weight = (float)(1 + link->sentences) / (float)(n - 1);
    }
  }
  digest->links = links;
  digest->link_count = count;
  return GM_OK;
}
