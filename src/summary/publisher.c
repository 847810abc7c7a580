/* Publishers: where they are at home.
 *
 *     athensreview.com   an article   Athens: Greece? Georgia? Texas?
 *                        nine others  Henderson County, Dallas, Tyler: Texas
 *
 * A local paper writes for people who know which Athens it is, and does not say
 * it; but all its articles together do (Lieberman, Samet and Sankaranarayanan
 * 2010, "local lexicons", doi:10.1109/ICDE.2010.5447903). So what the others of
 * the same source lean to is added to what the article leans to:
 *
 *     leaning + HOME * share of the others * sqrt(others), at most HOMES_MOST
 *
 * A paper that writes of the whole world leans to nothing much, and so adds
 * little. The article itself is taken out first. An article in which no place
 * was found is about its publisher's country and division only where nearly all
 * of at least three others are, with half the confidence, and at no point. */
#include <math.h>

#include "base/str.h"
#include "document/outlets.h"
#include "summary/focus.h"
#include "summary/summary.h"

enum { HOMES_MOST = 16, WHOLE = -1 };

/* By hand, near the middle of what makes no difference: bench/focus.py. */
static const double HOME = 2, OTHERS_MOST = 4;
static const float LOCAL = 0.97F; /* how sure it is that a paper is local */
enum { LOCAL_ARTICLES = 3 };

static const char create[] =
    "CREATE TABLE publisher(number INTEGER PRIMARY KEY, name TEXT UNIQUE);"
    "CREATE TABLE profile(publisher INTEGER, level INTEGER, place INTEGER,"
    "weight INTEGER, PRIMARY KEY(publisher, level, place)) WITHOUT ROWID;"
    "CREATE TABLE home(publisher INTEGER, level INTEGER, rank INTEGER,"
    "place INTEGER, weight INTEGER, PRIMARY KEY(publisher, level, rank))"
    "WITHOUT ROWID";

static const char add_publisher[] =
    "INSERT OR IGNORE INTO publisher(name) VALUES(?)";

static const char add_profile[] =
    "INSERT INTO profile VALUES("
    "(SELECT number FROM publisher WHERE name = ?1), ?2, ?3, ?4)"
    "ON CONFLICT DO UPDATE SET weight = weight + ?4";

/* The strongest of each publisher; the whole, below all indices, is the first:
 * it is at least as heavy as each. */
static const char make_home[] =
    "INSERT INTO home SELECT * FROM (SELECT publisher, level, row_number()"
    "  OVER (PARTITION BY publisher, level ORDER BY weight DESC, place) AS "
    "rank,"
    "  place, weight FROM profile) WHERE rank <= 17";

static const char list_home[] =
    "SELECT level, place, weight FROM home WHERE publisher ="
    "(SELECT number FROM publisher WHERE name = ?) ORDER BY level, rank";

gm_status gm_publishers_open(gm_workspace *ws, gm_summary *summary) {
  gm_ledger *ledger = summary->ledger;
  gm_status status = gm_ledger_run(ws, ledger, create);
  if (status == GM_OK)
    status =
        gm_account_open(ws, ledger, add_publisher, &summary->add_publisher);
  if (status == GM_OK)
    status = gm_account_open(ws, ledger, add_profile, &summary->add_profile);
  if (status == GM_OK)
    status = gm_account_open(ws, ledger, list_home, &summary->home);
  return status;
}

gm_status gm_publishers_end(gm_workspace *ws, gm_summary *summary) {
  return gm_ledger_run(ws, summary->ledger, make_home);
}

/* The sum of an article's leanings of one level. */
static double whole_of(const gm_leaning *leanings, uint32_t count,
                       gm_level level) {
  double whole = 0;
  for (uint32_t i = 0; i < count; i++)
    if (leanings[i].level == level) whole += (double)leanings[i].weight;
  return whole;
}

static gm_status put(gm_workspace *ws, gm_summary *summary, gm_str publisher,
                     gm_level level, int64_t place, int64_t weight) {
  const gm_cell cells[] = {
      GM_CELL_OF_TEXT(publisher),
      GM_CELL_OF_INTEGER(level),
      GM_CELL_OF_INTEGER(place),
      GM_CELL_OF_INTEGER(weight),
  };
  return gm_account_put(ws, summary->add_profile, cells,
                        sizeof cells / sizeof *cells);
}

/* Each article counts as one, however long it is. */
gm_status gm_publishers_add(gm_workspace *ws, gm_summary *summary,
                            const gm_digest *digest) {
  gm_str publisher = gm_outlet_of(digest->document);
  const gm_cell name = GM_CELL_OF_TEXT(publisher);
  if (!publisher.size) return GM_OK;
  gm_status status = gm_account_put(ws, summary->add_publisher, &name, 1);
  double wholes[] = {
      whole_of(digest->leanings, digest->leaning_count, GM_LEVEL_COUNTRY),
      whole_of(digest->leanings, digest->leaning_count, GM_LEVEL_DIVISION),
  };
  for (int level = 0; status == GM_OK && level < 2; level++)
    if (wholes[level] > 0)
      status = put(ws, summary, publisher, (gm_level)level, WHOLE, 1000000);
  for (uint32_t i = 0; status == GM_OK && i < digest->leaning_count; i++) {
    const gm_leaning *one = &digest->leanings[i];
    if (one->level == GM_LEVEL_PLACE) continue;
    double share = (double)one->weight / wholes[one->level];
    status = put(ws, summary, publisher, one->level, one->place,
                 gm_millionths(share));
  }
  return status;
}

/* ------------------------------------------------------- at the run's end --
 */

/* What an article and its publisher's others lean to. */
typedef struct sum {
  gm_leaning items[48 + 2 * HOMES_MOST];
  uint32_t count;
  uint32_t own;     /* so many are the article's */
  double wholes[2]; /* the sum of those of each level */
} sum;

static gm_leaning *find(sum *s, gm_level level, uint32_t place) {
  for (uint32_t i = 0; i < s->count; i++)
    if (s->items[i].level == level && s->items[i].place == place)
      return &s->items[i];
  return NULL;
}

/* Adds the share that the others have of one country or division.
 * @param others  how many others there are */
static void lean(sum *s, gm_level level, uint32_t place, double weight,
                 double whole, double others) {
  gm_leaning *own = find(s, level, place);
  bool of_article = own && own < s->items + s->own;
  if (of_article) weight -= (double)own->weight / whole;
  if (weight < 1e-5 || others < 0.5) return;
  double more = HOME * weight / others * sqrt(fmin(others, OTHERS_MOST));
  if (own)
    own->weight += (float)more;
  else
    s->items[s->count++] = (gm_leaning){level, place, (float)more};
}

/* What the publisher's others lean to, on top of the article's own. */
static gm_status lean_home(gm_workspace *ws, gm_summary *summary,
                           gm_str publisher, sum *s) {
  bool more = false;
  double whole = 0, others = 0;
  gm_account *home = summary->home;
  const gm_cell name = GM_CELL_OF_TEXT(publisher);
  gm_status status = gm_account_ask(ws, home, &name, 1);
  while (status == GM_OK && !(status = gm_account_next(ws, home, &more)) &&
         more) {
    gm_level level = (gm_level)gm_account_integer(home, 0);
    int64_t place = gm_account_integer(home, 1);
    double weight = gm_account_real(home, 2) / 1e6;
    if (place == WHOLE) {
      whole = s->wholes[level];
      others = weight - (whole > 0 ? 1 : 0);
      if (!s->own && others < LOCAL_ARTICLES) others = 0;
    } else {
      lean(s, level, (uint32_t)place, weight, whole, others);
    }
  }
  return status;
}

/* The focus of an article of which only the publisher is known. */
static gm_focus local_focus(gm_focus focus) {
  gm_focus none = {GM_NO_PLACE, GM_NO_PLACE, GM_NO_PLACE, 0, 0, 0};
  if (focus.confidence_country < LOCAL) return none;
  if (focus.confidence_division < LOCAL) {
    focus.division = GM_NO_PLACE;
    focus.confidence_division = 0;
  }
  focus.place = GM_NO_PLACE;
  focus.confidence = 0;
  focus.confidence_country /= 2;
  focus.confidence_division /= 2;
  return focus;
}

gm_status gm_publisher_focus(gm_workspace *ws, gm_summary *summary,
                             gm_str publisher, const gm_leaning *leanings,
                             uint32_t count, gm_focus *out) {
  sum s = {.count = count, .own = count};
  gm_status status = GM_OK;
  for (uint32_t i = 0; i < count; i++) s.items[i] = leanings[i];
  for (int level = 0; level < 2; level++)
    s.wholes[level] = whole_of(leanings, count, (gm_level)level);
  if (publisher.size) status = lean_home(ws, summary, publisher, &s);
  if (status != GM_OK) return status;
  *out = gm_focus_of(summary->gazetteer, s.items, s.count);
  if (!count) *out = local_focus(*out);
  return GM_OK;
}
