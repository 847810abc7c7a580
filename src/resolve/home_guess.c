/* Where an outlet is at home, from what its articles name.
 *
 *     parisbeacon.com    Paris      France, or Texas, or Illinois ...
 *                        Illinois, Terre Haute, Edgar County
 *
 * Each place that may be its home is held against all names of its articles
 * (Lieberman, Samet and Sankaranarayanan 2010, "local lexicons",
 * doi:10.1109/ICDE.2010.5447903, do it with the sure ones alone): how much
 * likelier does a paper of that town name them than any paper? A name counts by
 * all that it may mean, so that Paris speaks for Illinois once Terre Haute
 * does.
 *
 *     name      sum over meanings of share * times likelier; the n-th time
 *               that it is heard it counts 1/n
 *     article   a few of its names; or it came from an agency
 *     home      how rare such homes are * all articles
 *
 * Without the 1/n six articles on Dublin, Ohio, make Dublin, Ireland, the home:
 * what is wrongly understood is so each time. A town whose name is in the
 * outlet's starts ahead, for such a thing hardly happens by chance.
 *
 * A town is told where the towns around it have most of the probability
 * together, and a third of the articles is likelier by it; else a division,
 * else a country, else nothing. */
#include <math.h>
#include <stdlib.h>

#include "base/fold.h"
#include "earth/distance.h"
#include "resolve/homes.h"

enum { TOWNS_MOST = 32, WIDER_MOST = 8 };

typedef enum level { TOWN, DIVISION, COUNTRY, LEVELS } level;

/* A meaning of a name, with what must be known of it. */
typedef struct meaning {
  uint32_t place;
  float share;
  gm_site site;
  gm_direction toward;
} meaning;

typedef struct named {
  uint64_t article;
  float weight;
  const meaning *meanings;
  uint32_t count;
} named;

/* A place that may be the home. */
typedef struct guess {
  level level;
  uint32_t place;
  gm_site site;
  gm_direction toward;
  double bonus;       /* a town's, where the outlet bears its name */
  double score;       /* log of its weight */
  uint32_t support;   /* so many articles it makes likelier */
  double probability; /* among all guesses and "nowhere" */
} guess;

typedef struct guessing {
  gm_workspace *ws;
  const gm_gazetteer *gazetteer;
  gm_str letters; /* of the outlet */
  named *names;   /* by article */
  uint32_t name_count;
  uint32_t articles;
  guess guesses[TOWNS_MOST + 2 * WIDER_MOST];
  uint32_t guess_count;
} guessing;

/* --------------------------------------------------------------- likeness --
 */

/* How many times likelier an outlet at home there names this country or first-
 * level division. By hand, as all numbers here. */
static double wide_times(const guess *home, const meaning *m) {
  bool own = home->site.country_place == m->site.country_place;
  if (m->site.kind == GM_PLACE_CONTINENT) return 1;
  if (m->site.kind == GM_PLACE_COUNTRY) return own ? 1.5 : 0.8;
  if (home->level == COUNTRY) return own ? 1.5 : 0.4;
  if (home->site.admin1_place == m->place || home->place == m->place) return 6;
  return own ? 0.8 : 0.4;
}

/* The same for any place. */
static double times(const guess *home, const meaning *m) {
  const double near_km = 40, far_times = 15;
  if (m->site.kind == GM_PLACE_CONTINENT || m->site.kind == GM_PLACE_COUNTRY ||
      GM_SITE_IS(&m->site, "ADM1"))
    return wide_times(home, m);
  bool own = home->site.country_place == m->site.country_place;
  bool same = own && home->level != COUNTRY &&
              home->site.admin1_place != GM_NO_PLACE &&
              home->site.admin1_place == m->site.admin1_place;
  if (home->level == COUNTRY) return own ? 2 : 0.3;
  if (home->level == DIVISION) return 0.15 + 0.35 * own + 5 * same;
  double km =
      gm_direction_near_km(home->toward, m->toward, near_km * far_times);
  double near = near_km / (near_km + km);
  return 0.15 + 0.35 * own + 2 * same + 40 * near * near;
}

/* The log of how much likelier an article is, from its names `begin` to `end`:
 * many names of one article say little more than a few, and three in ten
 * articles may be of an agency. */
static double weigh_article(const guess *home, const named *names,
                            uint32_t begin, uint32_t end) {
  const double few = 4, agencies = 0.3, most = 8;
  double sum = 0, whole = 0;
  for (uint32_t i = begin; i < end; i++) {
    double likely = 0;
    for (uint32_t k = 0; k < names[i].count; k++)
      likely += (double)names[i].meanings[k].share *
                times(home, &names[i].meanings[k]);
    sum += (double)names[i].weight * log(likely);
    whole += (double)names[i].weight;
  }
  sum /= 1 + whole / few;
  return log(agencies + (1 - agencies) * exp(fmin(sum, most)));
}

/* ---------------------------------------------------------------- the name --
 */

/* A text without what is no letter or digit. */
static gm_str letters_of(gm_workspace *ws, gm_str text) {
  gm_str folded = gm_fold(ws, text);
  char *kept = gm_take(ws, folded.size + 1);
  size_t size = 0;
  if (!folded.bytes || !kept) return (gm_str){0};
  for (size_t i = 0; i < folded.size; i++) {
    unsigned char byte = (unsigned char)folded.bytes[i];
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
        byte >= 0x80)
      kept[size++] = (char)byte;
  }
  return (gm_str){kept, size};
}

/* How much the outlet's own name speaks for a town: palestineherald.com. */
static double name_bonus(const guessing *g, uint32_t place) {
  enum { LEAST = 4, LONG = 6 };
  gm_str name = letters_of(g->ws, gm_gazetteer_name(g->gazetteer, place));
  if (name.size < LEAST ||
      !memmem(g->letters.bytes, g->letters.size, name.bytes, name.size))
    return 0;
  return name.size < LONG ? 3 : 5;
}

/* ----------------------------------------------------------------- guesses --
 */

/* How much an article has of a place, or lies in it. */
typedef struct trace {
  level level;
  uint32_t place;
  uint64_t article;
  float share;
} trace;

static int by_place(const void *a, const void *b) {
  const trace *x = a, *y = b;
  if (x->level != y->level) return x->level < y->level ? -1 : 1;
  if (x->place != y->place) return x->place < y->place ? -1 : 1;
  if (x->article != y->article) return x->article < y->article ? -1 : 1;
  return x->share < y->share ? -1 : x->share > y->share;
}

static void add_trace(trace *traces, uint32_t *count, level of, uint32_t place,
                      uint64_t article, float share) {
  if (place == GM_NO_PLACE) return;
  traces[(*count)++] = (trace){of, place, article, share};
}

/* All places of all names, and what they lie in; sorted. */
static gm_status find_traces(const guessing *g, trace **out, uint32_t *count) {
  size_t most = 0;
  for (uint32_t i = 0; i < g->name_count; i++) most += g->names[i].count;
  trace *traces = gm_take_array(g->ws, most * 3 + 1, sizeof *traces);
  if (!traces) return GM_NO_MEMORY;
  *count = 0;
  for (uint32_t i = 0; i < g->name_count; i++)
    for (uint32_t k = 0; k < g->names[i].count; k++) {
      const meaning *m = &g->names[i].meanings[k];
      uint64_t article = g->names[i].article;
      if (m->site.kind == GM_PLACE_CITY)
        add_trace(traces, count, TOWN, m->place, article, m->share);
      add_trace(traces, count, DIVISION, m->site.admin1_place, article,
                m->share);
      add_trace(traces, count, COUNTRY, m->site.country_place, article,
                m->share);
    }
  qsort(traces, *count, sizeof *traces, by_place);
  *out = traces;
  return GM_OK;
}

/* Keeps a guess if it is among the most promising ones of its level, which are
 * the guesses from `first` on. */
static void keep(guessing *g, uint32_t first, uint32_t most, guess one) {
  uint32_t at = g->guess_count;
  if (at - first == most) {
    if (g->guesses[at - 1].score >= one.score) return;
    at--;
  } else {
    g->guess_count++;
  }
  for (; at > first && g->guesses[at - 1].score < one.score; at--)
    g->guesses[at] = g->guesses[at - 1];
  g->guesses[at] = one;
}

/* Which places to weigh: those that most articles may name. */
static gm_status find_guesses(guessing *g) {
  trace *traces;
  uint32_t count, first = 0;
  gm_status status = find_traces(g, &traces, &count);
  for (uint32_t i = 0; !status && i < count;) {
    guess one = {.level = traces[i].level, .place = traces[i].place};
    if (i && traces[i - 1].level != one.level) first = g->guess_count;
    for (; i < count && traces[i].level == one.level &&
           traces[i].place == one.place;
         i++) { /* the last of an article is its largest */
      bool last =
          i + 1 == count || traces[i + 1].article != traces[i].article ||
          traces[i + 1].place != one.place || traces[i + 1].level != one.level;
      if (last) one.score += (double)traces[i].share;
    }
    if (one.level == TOWN) one.bonus = name_bonus(g, one.place);
    one.score += one.bonus / 2;
    keep(g, first, one.level == TOWN ? TOWNS_MOST : WIDER_MOST, one);
  }
  return status;
}

/* The log of how often outlets are at home in just this place. */
static double rarity(const guess *home) {
  static const double of_level[LEVELS] = {-4.5, -3, -2};
  double large = home->site.prominence / 255.0;
  double rare = of_level[home->level];
  return home->level == TOWN ? rare + large + home->bonus : rare;
}

static void weigh_guess(const guessing *g, guess *home) {
  home->site = gm_gazetteer_site(g->gazetteer, home->place);
  home->toward = gm_direction_of(home->site.at);
  home->score = rarity(home);
  for (uint32_t begin = 0, end; begin < g->name_count; begin = end) {
    end = begin + 1;
    while (end < g->name_count &&
           g->names[end].article == g->names[begin].article)
      end++;
    double more = weigh_article(home, g->names, begin, end);
    home->score += more;
    home->support += more > 0;
  }
}

/* From scores to probabilities; less sure than they would be if articles of one
 * outlet were not alike. */
static void spread(guessing *g) {
  const double sharpness = 0.7;
  double best = 0, sum = 0;
  for (uint32_t i = 0; i < g->guess_count; i++)
    best = fmax(best, g->guesses[i].score);
  for (uint32_t i = 0; i < g->guess_count; i++) {
    guess *one = &g->guesses[i];
    one->probability = exp(sharpness * (one->score - best));
    sum += one->probability;
  }
  sum += exp(sharpness * -best); /* nowhere */
  for (uint32_t i = 0; i < g->guess_count; i++)
    g->guesses[i].probability /= sum;
}

/* ------------------------------------------------------------------ choice --
 */

/* Whether a guess agrees with another that is as wide or wider. */
static bool lies_in(const guess *one, const guess *other) {
  const double same_km = 50;
  if (one->level > other->level) return false;
  if (other->level == TOWN)
    return gm_direction_near_km(one->toward, other->toward, 2 * same_km) <
           same_km;
  if (other->level == DIVISION)
    return one->site.admin1_place == other->place || one->place == other->place;
  return one->site.country_place == other->place;
}

/* The best of a level, with all that lies in it; its own is not enough. */
static const guess *best_of(const guessing *g, level of, double *whole) {
  const guess *best = NULL;
  *whole = 0;
  for (uint32_t i = 0; i < g->guess_count; i++) {
    const guess *one = &g->guesses[i];
    if (one->level != of ||
        (best && of == TOWN && one->probability <= best->probability))
      continue;
    double sum = 0;
    for (uint32_t k = 0; k < g->guess_count; k++)
      if (lies_in(&g->guesses[k], one)) sum += g->guesses[k].probability;
    if (of != TOWN && best && sum <= *whole) continue;
    best = one;
    *whole = sum;
  }
  return best;
}

/* The narrowest that is likelier than all else together, and fits a third of
 * the articles or more. */
static void choose(const guessing *g, gm_home *home) {
  const double least = 0.5;
  for (level of = TOWN; of < LEVELS; of++) {
    double whole;
    const guess *best = best_of(g, of, &whole);
    if (!best || whole < least || 3 * best->support < g->articles) continue;
    home->place = best->place;
    home->confidence =
        (float)(fmin(whole, 1) * g->articles / (g->articles + 1));
    return;
  }
}

/* ----------------------------------------------------------------- reading --
 */

/* How often a name was heard, up to and with this time. */
static uint32_t times_heard(const gm_heard *first, const gm_heard *last) {
  uint32_t count = 1;
  for (const gm_heard *h = first; h != last; h = h->next)
    count += h->name == last->name;
  return count;
}

/* Looks up what was heard. */
static gm_status read_names(guessing *g, const gm_heard *heard) {
  uint32_t count = 0;
  for (const gm_heard *h = heard; h; h = h->next) count++;
  g->names = gm_take_array(g->ws, count, sizeof *g->names);
  if (!g->names) return GM_NO_MEMORY;
  for (const gm_heard *h = heard; h; h = h->next) {
    meaning *meanings = gm_take_array(g->ws, h->count, sizeof *meanings);
    if (!meanings) return GM_NO_MEMORY;
    for (uint32_t i = 0; i < h->count; i++) {
      gm_site site = gm_gazetteer_site(g->gazetteer, h->options[i].place);
      meanings[i] = (meaning){h->options[i].place, h->options[i].share, site,
                              gm_direction_of(site.at)};
    }
    if (!g->name_count || g->names[g->name_count - 1].article != h->article)
      g->articles++;
    float fresh = 1 / (float)times_heard(heard, h);
    g->names[g->name_count++] =
        (named){h->article, h->weight * fresh, meanings, h->count};
  }
  return GM_OK;
}

gm_status gm_home_guess(gm_workspace *ws, const gm_gazetteer *gazetteer,
                        gm_str name, const gm_heard *heard, gm_home *home) {
  guessing g = {.ws = ws, .gazetteer = gazetteer};
  g.letters = letters_of(ws, name);
  if (!g.letters.bytes) return GM_NO_MEMORY;
  gm_status status = read_names(&g, heard);
  if (!status) status = find_guesses(&g);
  if (status) return status;
  for (uint32_t i = 0; i < g.guess_count; i++) weigh_guess(&g, &g.guesses[i]);
  spread(&g);
  choose(&g, home);
  return GM_OK;
}
