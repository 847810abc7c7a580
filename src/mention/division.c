/* See division.h. Each sure match votes for the divisions of its senses, with
 * a vote shared among them; the first few divisions of an article are counted,
 * which is all that a local one has. */
#include "mention/division.h"

enum { MOST_DIVISIONS = 64, MOST_SENSES = 4, MOST_ASKED = 30 };

typedef struct ballot {
  uint32_t count;
  uint32_t division[MOST_DIVISIONS];
  float votes[MOST_DIVISIONS], all;
} ballot;

static void vote(ballot *to, uint32_t division, float share) {
  uint32_t i = 0;
  while (i < to->count && to->division[i] != division) i++;
  if (i == MOST_DIVISIONS) return;
  if (i == to->count) {
    to->division[to->count++] = division;
    to->votes[i] = 0;
  }
  to->votes[i] += share;
  to->all += share;
}

/* A name is asked where it first stands, however often it does. */
static bool is_repeated(gm_matches matches, uint32_t of) {
  enum { REACH = 60 };
  uint32_t first = of > REACH ? of - REACH : 0;
  for (uint32_t i = first; i < of; i++)
    if (matches.items[i].entry.offset == matches.items[of].entry.offset)
      return true;
  return false;
}

static void vote_for(const gm_context *context, const gm_match *match,
                     ballot *to) {
  uint32_t senses = match->entry.sense_count;
  if (senses > MOST_SENSES) senses = MOST_SENSES;
  for (uint32_t i = 0; i < senses; i++) {
    gm_sense sense = gm_gazetteer_sense(context->gazetteer, match->entry, i);
    gm_site site = gm_gazetteer_site(context->gazetteer, sense.place);
    uint32_t division = site.admin1_place;
    if (site.kind == GM_PLACE_DIVISION && division == GM_NO_PLACE)
      division = sense.place;
    if (division != GM_NO_PLACE) vote(to, division, 1 / (float)senses);
  }
}

static uint32_t most_voted(const ballot *from) {
  uint32_t best = 0;
  for (uint32_t i = 1; i < from->count; i++)
    if (from->votes[i] > from->votes[best]) best = i;
  return best;
}

/* Whether some place of the name lies in the division. */
static bool lies_in(const gm_context *context, const gm_match *match,
                    uint32_t division) {
  const gm_gazetteer *gazetteer = context->gazetteer;
  uint32_t senses = match->entry.sense_count;
  if (senses > MOST_ASKED) senses = MOST_ASKED;
  for (uint32_t i = 0; i < senses; i++) {
    gm_sense sense = gm_gazetteer_sense(gazetteer, match->entry, i);
    if (gm_gazetteer_lies_in(gazetteer, sense, division)) return true;
  }
  return false;
}

void gm_divisions_mark(const gm_context *context, gm_matches matches) {
  const float sure = 1, least = 1.5f;
  ballot from = {.count = 0};
  for (uint32_t i = 0; i < matches.count; i++) {
    const gm_match *match = &matches.items[i];
    if (match->score > sure && !match->peoples && !match->unlisted &&
        !match->inner && !is_repeated(matches, i))
      vote_for(context, match, &from);
  }
  if (!from.count) return;
  uint32_t best = most_voted(&from);
  if (from.votes[best] < least) return;
  float share = from.votes[best] / from.all;
  for (uint32_t i = 0; i < matches.count; i++) {
    gm_match *match = &matches.items[i];
    if (match->peoples || match->unlisted) continue;
    bool there = lies_in(context, match, from.division[best]);
    match->at_home = there ? share : -share;
  }
}
