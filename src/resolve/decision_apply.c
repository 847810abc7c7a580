/* gm_decisions_apply: see geomention.h. For each mention the nearest decision
 * is looked for, first by its position, then by its words:
 *
 *     positions decided     [11,16) Paris     [30,34) Lima
 *     mentions found        [11,16) Paris                     [52,57) Paris
 *                              |                 |               |
 *                           decided          added to them    by a rule, if
 *                                                             there is one
 *
 * A position whose words have changed since is stale, and told instead. */
#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"
#include "document/sentence.h"
#include "mention/modifier.h"
#include "resolve/decision.h"

typedef struct deciding {
  gm_workspace *ws;
  const gm_decisions *decisions;
  const gm_document *document;
  const gm_decision *const *own; /* that speak of the document */
  uint32_t own_count;
  gm_span *spans; /* of each of these; empty: stale, or not of a mention */
  gm_mention *mentions; /* with room for all that may be added */
  gm_resolution *resolutions;
  uint32_t count;
  gm_sentences sentences; /* once something is added */
  gm_decided told;
} deciding;

/* -------------------------------------------------------------- looking -- */

/* The decisions that hold everywhere are the first; behind them stand those of
 * the documents, sorted: bisection. */
static void find_own(deciding *d) {
  const gm_decision **by = d->decisions->by;
  uint32_t low = d->decisions->everywhere, high = d->decisions->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (gm_str_compare(by[middle]->document, d->document->id) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  d->own = by + low;
  while (low < d->decisions->count &&
         gm_str_equal(by[low]->document, d->document->id))
    low++, d->own_count++;
}

/* The last decision that holds everywhere for these words, or NULL. */
static const gm_decision *find_rule(const gm_decisions *decisions,
                                    gm_str words) {
  uint32_t low = 0, high = decisions->everywhere;
  while (low < high) { /* the first behind these words */
    uint32_t middle = low + (high - low) / 2;
    if (gm_str_compare(decisions->by[middle]->text, words) <= 0)
      low = middle + 1;
    else
      high = middle;
  }
  const gm_decision *last = low ? decisions->by[low - 1] : NULL;
  return last && gm_str_equal(last->text, words) ? last : NULL;
}

/* The decision that holds for a mention, or NULL. */
static const gm_decision *find_decision(const deciding *d,
                                        const gm_mention *mention) {
  gm_str words = gm_str_part(d->document->text, mention->span);
  const gm_decision *found = find_rule(d->decisions, words);
  for (uint32_t i = 0; i < d->own_count; i++)
    if (d->own[i]->reach == GM_REACH_ARTICLE &&
        gm_str_equal(d->own[i]->text, words))
      found = d->own[i];
  for (uint32_t i = 0; i < d->own_count; i++)
    if (d->spans[i].end && d->spans[i].begin == mention->span.begin &&
        d->spans[i].end == mention->span.end)
      found = d->own[i];
  return found;
}

/* ------------------------------------------------------------- position -- */

/* The byte behind so many code points of a text, or its end. */
static size_t byte_of(gm_str text, uint32_t points) {
  size_t at = 0;
  while (points-- && at < text.size) gm_utf8_next(text, &at);
  return at;
}

/* Where the document has what a decision speaks of; empty: elsewhere or not
 * any more. */
static gm_span span_of(const gm_document *document, const gm_decision *what) {
  bool in_title = what->part == GM_PART_TITLE;
  gm_span part = in_title ? document->title_part : document->text_part;
  gm_str text = gm_str_part(document->text, part);
  size_t begin = byte_of(text, what->begin);
  if (text.size - begin < what->text.size ||
      memcmp(text.bytes + begin, what->text.bytes, what->text.size) != 0 ||
      gm_utf8_count(what->text) != what->end - what->begin)
    return (gm_span){0};
  uint32_t at = part.begin + (uint32_t)begin;
  return (gm_span){at, at + (uint32_t)what->text.size};
}

static gm_status tell_stale(deciding *d, const gm_decision *what,
                            gm_stale *stale) {
  const char *where = what->part == GM_PART_TITLE ? "title" : "text";
  gm_str id = d->document->id;
  stale->line = what->line;
  stale->why = what->reach == GM_REACH_MENTION
                   ? gm_str_print(d->ws,
                                  "\"%.*s\" does not stand at %s %" PRIu32
                                  "-%" PRIu32 " of %.*s any more",
                                  GM_PRINT(what->text), where, what->begin,
                                  what->end, GM_PRINT(id))
                   : gm_str_print(d->ws, "%.*s does not say \"%.*s\" any more",
                                  GM_PRINT(id), GM_PRINT(what->text));
  return stale->why.bytes ? GM_OK : GM_NO_MEMORY;
}

/* Finds the position of every decision of the document, and what is stale. */
static gm_status find_spans(deciding *d) {
  d->spans = gm_take_array(d->ws, d->own_count, sizeof *d->spans);
  gm_stale *stale = gm_take_array(d->ws, d->own_count, sizeof *stale);
  if (!d->spans || !stale) return GM_NO_MEMORY;
  gm_str text = d->document->text;
  gm_status status = GM_OK;
  for (uint32_t i = 0; i < d->own_count && !status; i++) {
    const gm_decision *what = d->own[i];
    if (what->reach == GM_REACH_MENTION)
      d->spans[i] = span_of(d->document, what);
    bool is_there = what->reach == GM_REACH_MENTION
                        ? d->spans[i].end > 0
                        : memmem(text.bytes, text.size, what->text.bytes,
                                 what->text.size) != NULL;
    if (!is_there) status = tell_stale(d, what, &stale[d->told.stale_count++]);
  }
  d->told.stale = stale;
  return status;
}

/* ------------------------------------------------------------- mentions -- */

static gm_span sentence_at(deciding *d, gm_span span) {
  for (uint32_t i = 0; i < d->sentences.count; i++) {
    gm_span sentence = d->sentences.items[i].span;
    if (sentence.begin <= span.begin && span.end <= sentence.end)
      return sentence;
  }
  return span;
}

/* Puts a mention that nobody found in its place among the others; those that
 * overlap it go. */
static void add_mention(deciding *d, gm_span span, gm_part part) {
  uint32_t kept = 0, at = 0;
  for (uint32_t i = 0; i < d->count; i++) {
    gm_span other = d->mentions[i].span;
    if (other.begin < span.end && span.begin < other.end) continue;
    d->mentions[kept] = d->mentions[i];
    d->resolutions[kept++] = d->resolutions[i];
    if (other.end <= span.begin) at = kept;
  }
  size_t behind = kept - at;
  memmove(&d->mentions[at + 1], &d->mentions[at], behind * sizeof *d->mentions);
  memmove(&d->resolutions[at + 1], &d->resolutions[at],
          behind * sizeof *d->resolutions);
  d->mentions[at] = (gm_mention){.span = span,
                                 .head = span,
                                 .sentence = sentence_at(d, span),
                                 .part = part,
                                 .use = GM_USE_LITERAL,
                                 .kind_hint = -1};
  d->resolutions[at] =
      (gm_resolution){.place = GM_NO_PLACE, .runner_up = GM_NO_PLACE};
  d->count = kept + 1;
}

static bool is_found(const deciding *d, gm_span span) {
  for (uint32_t i = 0; i < d->count; i++)
    if (d->mentions[i].span.begin == span.begin &&
        d->mentions[i].span.end == span.end)
      return true;
  return false;
}

static gm_status cut_sentences(deciding *d) {
  gm_tokens tokens;
  gm_str text = d->document->text;
  gm_status status =
      gm_tokenise(d->ws, text, (gm_span){0, (uint32_t)text.size}, &tokens);
  return status ? status : gm_sentences_of(d->ws, text, tokens, &d->sentences);
}

/* Copies what was found, and adds what was decided but not found. */
static gm_status gather(deciding *d, gm_mentions mentions,
                        gm_resolutions resolutions) {
  size_t room = (size_t)mentions.count + d->own_count;
  gm_status status = GM_OK;
  d->mentions = gm_take_array(d->ws, room, sizeof *d->mentions);
  d->resolutions = gm_take_array(d->ws, room, sizeof *d->resolutions);
  if (!d->mentions || !d->resolutions) return GM_NO_MEMORY;
  d->count = mentions.count;
  for (uint32_t i = 0; i < d->count; i++) {
    d->mentions[i] = mentions.items[i];
    d->resolutions[i] = resolutions.items[i];
  }
  for (uint32_t i = 0; i < d->own_count && !status; i++) {
    if (!d->spans[i].end || d->own[i]->verdict == GM_VERDICT_REJECT ||
        is_found(d, d->spans[i]))
      continue;
    if (!d->sentences.items) status = cut_sentences(d);
    if (!status) add_mention(d, d->spans[i], d->own[i]->part);
  }
  if (!status && d->sentences.items && mentions.context) /* of those added */
    gm_modifiers_tell(mentions.context,
                      (gm_mentions){.items = d->mentions, .count = d->count});
  return status;
}

/* ------------------------------------------------------------- deciding -- */

/* The candidates with the chosen place before all others, and sure. */
static gm_status put_first(gm_workspace *ws, uint32_t place,
                           const gm_evidence *evidence, gm_resolution *r) {
  gm_candidate *items =
      gm_take_array(ws, (size_t)r->candidate_count + 1, sizeof *items);
  uint32_t count = 1;
  if (!items) return GM_NO_MEMORY;
  items[0] = (gm_candidate){.place = place, .name_kind = GM_NAME_ALTERNATE};
  for (uint32_t i = 0; i < r->candidate_count; i++)
    if (r->candidates[i].place == place)
      items[0] = r->candidates[i];
    else
      items[count++] = r->candidates[i];
  for (uint32_t i = 0; i < count; i++) items[i].probability = i == 0;
  items[0].evidence = evidence;
  items[0].evidence_count = 1;
  r->candidates = items;
  r->candidate_count = count;
  return GM_OK;
}

static gm_str reason_of(const deciding *d, const gm_decision *what,
                        gm_str before) {
  static const char *const said[] = {"you accepted it", "you chose it",
                                     "you rejected it"};
  bool accepted = what->verdict == GM_VERDICT_ACCEPT && before.size;
  return gm_str_print(
      d->ws, "%s (%.*s line %" PRIu64 ")%s%.*s", said[what->verdict],
      GM_PRINT(d->decisions->file), what->line, accepted ? "; " : "",
      accepted ? (int)before.size : 0, before.size ? before.bytes : "");
}

static gm_status decide(deciding *d, const gm_decision *what,
                        gm_mention *mention, gm_resolution *r) {
  gm_evidence *evidence = gm_take(d->ws, sizeof *evidence);
  gm_str reasons = reason_of(d, what, r->reasons);
  if (!evidence || !reasons.bytes) return GM_NO_MEMORY;
  *evidence = (gm_evidence){"decision", "you decided so", 0};
  bool rejected = what->verdict == GM_VERDICT_REJECT;
  mention->confidence = rejected ? 0 : 1;
  mention->evidence = evidence;
  mention->evidence_count = 1;
  if (r->place != what->place && r->place != GM_NO_PLACE)
    r->runner_up = r->place;
  r->place = what->place;
  r->has_point = false;
  r->confidence = r->confidence_place = rejected ? 0 : 1;
  r->reasons = reasons;
  r->decided = true;
  d->told.mentions++;
  return rejected ? GM_OK : put_first(d->ws, what->place, evidence, r);
}

gm_status gm_decisions_apply(gm_workspace *ws, const gm_decisions *decisions,
                             const gm_document *document, gm_mentions *mentions,
                             gm_resolutions *resolutions, gm_decided *out) {
  deciding d = {.ws = ws, .decisions = decisions, .document = document};
  find_own(&d);
  d.told.decisions = d.own_count;
  gm_status status = find_spans(&d);
  if (!status) status = gather(&d, *mentions, *resolutions);
  for (uint32_t i = 0; i < d.count && !status; i++) {
    const gm_decision *what = find_decision(&d, &d.mentions[i]);
    if (what) status = decide(&d, what, &d.mentions[i], &d.resolutions[i]);
  }
  if (status) return status;
  mentions->items = d.mentions;
  mentions->count = d.count;
  *resolutions = (gm_resolutions){d.resolutions, d.count};
  *out = d.told;
  return GM_OK;
}
