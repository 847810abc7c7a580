/* See reason.h. The three pieces of evidence that put the choice farthest
 * ahead of the runner-up are told; some sentences are filled in with what they
 * speak of ("named beside Texas", "2 other places lie within 161 km"). */
#include "resolve/reason.h"

#include "earth/distance.h"

enum { TOLD = 3 };

/* Whether two options lie so near each other. The exact distance, which takes
 * five hundred times as long, is asked only where the sphere, at most 0.6 %
 * wrong, cannot tell. */
static bool lie_near(const gm_option *a, const gm_option *b, double near_km) {
  const double less_km = near_km * 0.99, more_km = near_km * 1.01;
  double about_km = gm_direction_near_km(a->toward, b->toward, more_km);
  if (about_km < less_km || about_km >= more_km) return about_km < less_km;
  return gm_distance_km(a->site.at, b->site.at) < near_km;
}

static unsigned count_near(const gm_coherence *coherence, const gm_group *group,
                           const gm_option *option) {
  const double near_km = 161;
  unsigned count = 0;
  for (uint32_t a = 0; a < coherence->anchor_count; a++) {
    const gm_group *anchor = &coherence->groups.items[coherence->anchors[a]];
    const gm_option *choice = gm_group_choice(anchor);
    if (anchor != group && choice->place != option->place &&
        choice->site.kind != GM_PLACE_COUNTRY &&
        lie_near(choice, option, near_km))
      count++;
  }
  return count;
}

/* "larger than Paris (France)" */
static gm_str tell_larger(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const gm_group *group) {
  const gm_option *other = &group->options[1];
  gm_str name = gm_gazetteer_name(gazetteer, other->place);
  gm_str country = gm_gazetteer_name(gazetteer, other->site.country_place);
  if (other->place == other->site.country_place || !country.size)
    return gm_str_join(ws, GM_STR("larger than"), GM_STR(" "), name);
  return gm_str_print(ws, "larger than %.*s (%.*s)", GM_PRINT(name),
                      GM_PRINT(country));
}

/* "in the outlet's country, Lebanon" */
static gm_str tell_shared(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const char *what, uint32_t place) {
  return gm_str_print(ws, "in the outlet's %s, %.*s", what,
                      GM_PRINT(gm_gazetteer_name(gazetteer, place)));
}

/* What was learnt of the outlet: how near its home a choice lies, in words. */
static gm_str tell_learnt(gm_workspace *ws, const gm_gazetteer *gazetteer,
                          const gm_known *known, int piece) {
  const char *where = "of";
  uint32_t place = known->home, above = GM_NO_PLACE;
  if (piece == GM_RESOLVE_EVIDENCE_division_of_home) {
    place = known->home_site.admin1_place;
  } else if (piece == GM_RESOLVE_EVIDENCE_country_of_home) {
    place = known->home_site.country_place;
  } else {
    where = "of places near";
    above = known->home_site.admin1_place;
  }
  gm_str in =
      above == place ? (gm_str){0} : gm_gazetteer_name(gazetteer, above);
  return gm_str_print(ws, "the outlet's articles are mostly %s %.*s%s%.*s",
                      where, GM_PRINT(gm_gazetteer_name(gazetteer, place)),
                      in.size ? ", " : "", GM_PRINT(in));
}

static bool is_of_home(int piece) {
  return piece >= GM_RESOLVE_EVIDENCE_home &&
         piece <= GM_RESOLVE_EVIDENCE_country_of_home;
}

/* The sentence of one piece, filled in where it can be. */
static gm_str tell(gm_workspace *ws, const gm_gazetteer *gazetteer,
                   const gm_coherence *coherence, const gm_group *group,
                   int piece, bool alone) {
  const gm_option *option = gm_group_choice(group);
  gm_str named = {0};
  unsigned near = 0;
  if (is_of_home(piece) && coherence->known.home_learnt)
    return tell_learnt(ws, gazetteer, &coherence->known, piece);
  switch (piece) {
    case GM_RESOLVE_EVIDENCE_container_behind:
      named = gm_gazetteer_name(
          gazetteer,
          gm_group_choice(&coherence->groups.items[group->container])->place);
      return gm_str_join(ws, GM_STR("named beside"), GM_STR(" "), named);
    case GM_RESOLVE_EVIDENCE_country_named:
    case GM_RESOLVE_EVIDENCE_country_share:
      named = gm_gazetteer_name(gazetteer, option->site.country_place);
      return gm_str_join(ws,
                         piece == GM_RESOLVE_EVIDENCE_country_named
                             ? GM_STR("the article names")
                             : GM_STR("other places of the article lie in"),
                         GM_STR(" "), named);
    case GM_RESOLVE_EVIDENCE_population:
    case GM_RESOLVE_EVIDENCE_smaller:
      if (alone) break;
      return tell_larger(ws, gazetteer, group);
    case GM_RESOLVE_EVIDENCE_division_share:
      named = gm_gazetteer_name(gazetteer, option->site.admin1_place);
      return gm_str_join(ws, GM_STR("other places of the article lie in"),
                         GM_STR(" "), named);
    case GM_RESOLVE_EVIDENCE_near_others:
      near = count_near(coherence, group, option);
      if (near)
        return gm_str_print(
            ws,
            near == 1 ? "%u other place of the article lies within 161 km"
                      : "%u other places of the article lie within 161 km",
            near);
      break;
    case GM_RESOLVE_EVIDENCE_near_home:
      named = gm_gazetteer_name(gazetteer, coherence->known.home);
      return gm_str_print(ws, "lies near the outlet's home, %.*s",
                          GM_PRINT(named));
    case GM_RESOLVE_EVIDENCE_division_of_home:
      return tell_shared(ws, gazetteer, "division",
                         coherence->known.home_site.admin1_place);
    case GM_RESOLVE_EVIDENCE_country_of_home:
      return tell_shared(ws, gazetteer, "country",
                         coherence->known.home_site.country_place);
    default: break;
  }
  return gm_str_of(alone ? gm_evidence_sentence(piece)
                         : gm_evidence_lead(piece));
}

/* Whether a piece says something where there is nothing to compare with. */
static bool tells_alone(int piece) {
  return piece >= GM_RESOLVE_EVIDENCE_home ||
         piece == GM_RESOLVE_EVIDENCE_kind_fits;
}

/* The piece not yet told that moved the choice most, or -1. */
static int next_piece(const float *lead, const bool *told, bool alone) {
  const float least = 0.1f;
  int found = -1;
  for (int i = 0; i < GM_RESOLVE_EVIDENCE_COUNT; i++)
    if (!told[i] && lead[i] > least && (!alone || tells_alone(i)) &&
        (found < 0 || lead[i] > lead[found]))
      found = i;
  return found;
}

/* Notes that a piece is told, and with it those that would say the same. */
static void note_told(bool *told, int piece, bool home_learnt) {
  told[piece] = true;
  if (piece == GM_RESOLVE_EVIDENCE_population)
    told[GM_RESOLVE_EVIDENCE_smaller] = true;
  if (piece == GM_RESOLVE_EVIDENCE_smaller)
    told[GM_RESOLVE_EVIDENCE_population] = true;
  for (int i = 0; i < GM_RESOLVE_EVIDENCE_COUNT; i++)
    if (home_learnt && is_of_home(piece) && is_of_home(i)) told[i] = true;
}

/* What is said before all evidence. */
static gm_str begin_reason(gm_workspace *ws, const gm_gazetteer *gazetteer,
                           const gm_group *group, bool alone) {
  const gm_option *option = gm_group_choice(group);
  if (option->alike)
    return gm_str_print(ws,
                        "no place is called \"%.*s\", but %.*s is spelled "
                        "almost so",
                        GM_PRINT(group->key),
                        GM_PRINT(gm_gazetteer_name(gazetteer, option->place)));
  return alone ? GM_STR("the only place of that name") : GM_STR("");
}

gm_str gm_reason(gm_workspace *ws, const gm_gazetteer *gazetteer,
                 const gm_coherence *coherence, const gm_group *group,
                 const float *best, const float *second) {
  float lead[GM_RESOLVE_EVIDENCE_COUNT];
  bool told[GM_RESOLVE_EVIDENCE_COUNT] = {false};
  for (int i = 0; i < GM_RESOLVE_EVIDENCE_COUNT; i++)
    lead[i] = best[i] - (second ? second[i] : 0);
  gm_str reason = begin_reason(ws, gazetteer, group, !second);
  if (!reason.bytes) return reason;
  for (int n = 0; n < TOLD; n++) {
    int piece = next_piece(lead, told, !second);
    if (piece < 0) break;
    note_told(told, piece, coherence->known.home_learnt);
    gm_str sentence = tell(ws, gazetteer, coherence, group, piece, !second);
    if (!sentence.bytes) return sentence;
    reason = reason.size ? gm_str_join(ws, reason, GM_STR("; "), sentence)
                         : sentence;
    if (!reason.bytes) return reason;
  }
  if (reason.size) return reason;
  return GM_STR("no other place of that name fits better");
}

gm_str gm_reason_unresolved(gm_workspace *ws, const gm_group *group) {
  if (!group->option_count)
    return gm_str_print(ws,
                        "unresolved: the gazetteer has no place of the "
                        "name \"%.*s\"",
                        GM_PRINT(group->key));
  return GM_STR("unresolved: no place of that name fits the article");
}

/* A share in whole hundredths, never rounded up. */
static int hundredths(float share) {
  return (int)(share * 100 + 0.001f);
}

gm_str gm_reason_unsure(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        const gm_resolution *choice, float least) {
  gm_place place = gm_gazetteer_place(gazetteer, choice->place);
  gm_place country = gm_gazetteer_place(gazetteer, place.country_place);
  bool more = country.name.size && country.index != place.index;
  if (choice->has_point) place.name = GM_STR("the written point");
  return gm_str_print(ws,
                      "unresolved: %.*s%s%.*s is %d %% sure, but %d %% is "
                      "asked for",
                      GM_PRINT(place.name), more ? ", " : "",
                      GM_PRINT(more ? country.name : GM_STR("")),
                      hundredths(choice->confidence), hundredths(least));
}
