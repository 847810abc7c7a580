/* See group.h. A name's container is the mention right behind it, over a comma
 * or an opening bracket ("Camden, N.J.", "Paris (Texas)"). Groups are found by
 * a small hash table over key, kind, use and container. */
#include "resolve/group.h"

#include "gazetteer/name.h"
#include "mention/container.h"
#include "resolve/compose.h"

/* The next mention that begins behind mention i, or mentions.count. */
static uint32_t next_mention(gm_mentions mentions, uint32_t i) {
  uint32_t next = i + 1;
  while (next < mentions.count &&
         mentions.items[next].span.begin < mentions.items[i].span.end)
    next++;
  return next;
}

/* Whether only a comma or a bracket stands between two spans. */
static bool is_beside(gm_str text, gm_span inner, gm_span outer) {
  enum { FAR_BYTES = 4 };
  if (outer.begin < inner.end || outer.begin - inner.end > FAR_BYTES)
    return false;
  gm_str between =
      gm_str_trim(gm_str_part(text, (gm_span){inner.end, outer.begin}));
  return gm_str_equal(between, GM_STR(",")) ||
         gm_str_equal(between, GM_STR("("));
}

/* The mention that names the container of mention i, or mentions.count. */
static uint32_t container_of(gm_str text, gm_mentions mentions, uint32_t i) {
  uint32_t next = next_mention(mentions, i);
  if (next == mentions.count) return next;
  const gm_mention *outer = &mentions.items[next];
  if (outer->use == GM_USE_DEMONYM ||
      !is_beside(text, mentions.items[i].span, outer->span))
    return mentions.count;
  return next;
}

typedef struct group_table {
  uint32_t *slots;  /* group index + 1, or 0 */
  size_t capacity;  /* a power of two */
  gm_secret secret; /* strangers write the names */
} group_table;

static size_t hash(gm_secret secret, const gm_group *group) {
  uint64_t value = gm_siphash(secret, group->key);
  value = (value ^ (uint64_t)(group->kind_hint + 2)) * 0x100000001b3u;
  value = (value ^ group->container) * 0x100000001b3u;
  return (size_t)(value ^ value >> 29);
}

static bool same(const gm_group *a, const gm_group *b) {
  return gm_str_equal(a->key, b->key) && a->kind_hint == b->kind_hint &&
         a->peoples == b->peoples && a->container == b->container &&
         a->composed.offset == b->composed.offset;
}

/* The index of the group like `wanted`, which is added if it is new. */
static uint32_t group_index(group_table *table, gm_groups *groups,
                            const gm_group *wanted) {
  size_t at = hash(table->secret, wanted) & (table->capacity - 1);
  while (table->slots[at] &&
         !same(&groups->items[table->slots[at] - 1], wanted))
    at = (at + 1) & (table->capacity - 1);
  if (!table->slots[at]) {
    groups->items[groups->count] = *wanted;
    table->slots[at] = ++groups->count;
  }
  return table->slots[at] - 1;
}

/* Ties groups of equal keys into rings. The table is used anew. */
static void link_namesakes(group_table *table, gm_groups groups) {
  for (size_t i = 0; i < table->capacity; i++) table->slots[i] = 0;
  for (uint32_t g = 0; g < groups.count; g++) {
    gm_group *group = &groups.items[g];
    group->namesake = group->name = g;
    size_t at =
        (size_t)gm_siphash(table->secret, group->key) & (table->capacity - 1);
    while (table->slots[at] &&
           !gm_str_equal(groups.items[table->slots[at] - 1].key, group->key))
      at = (at + 1) & (table->capacity - 1);
    if (table->slots[at]) {
      gm_group *first = &groups.items[table->slots[at] - 1];
      group->name = first->name;
      group->namesake = first->namesake;
      first->namesake = g;
    } else {
      table->slots[at] = g + 1;
    }
  }
}

/* Notes who stands next to each group's first mention. */
static void find_neighbours(gm_groups groups, uint32_t mention_count) {
  for (uint32_t i = mention_count; i-- > 0;) {
    gm_group *group = &groups.items[groups.of_mention[i]];
    static const int steps[GM_NEIGHBOURS] = {-2, -1, 1, 2};
    for (int n = 0; n < GM_NEIGHBOURS; n++) {
      int64_t at = (int64_t)i + steps[n];
      bool inside = at >= 0 && at < (int64_t)mention_count;
      uint32_t other = inside ? groups.of_mention[at] : GM_NO_GROUP;
      bool same_name = inside && groups.items[other].name == group->name;
      group->neighbours[n] = same_name ? GM_NO_GROUP : other;
    }
  }
}

static bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

/* Whether a mention is two capital letters in a sentence that has small ones.
 */
static bool is_acronym(gm_str text, const gm_mention *mention) {
  gm_str head = gm_str_part(text, mention->head);
  gm_str sentence = gm_str_part(text, mention->sentence);
  if (head.size != 2 || !is_capital(head.bytes[0]) ||
      !is_capital(head.bytes[1]))
    return false;
  for (size_t i = 0; i < sentence.size; i++)
    if (sentence.bytes[i] >= 'a' && sentence.bytes[i] <= 'z') return true;
  return false;
}

/* Goes from the last mention to the first, so that a container's group is
 * known before the names that lie in it. */
gm_status gm_groups_make(gm_workspace *ws, const gm_gazetteer *gazetteer,
                         const gm_document *document, gm_mentions mentions,
                         gm_groups *out) {
  group_table table = {.capacity = 16, .secret = ws->secret};
  while (table.capacity < (size_t)mentions.count * 2) table.capacity *= 2;
  table.slots = gm_take_array(ws, table.capacity, sizeof *table.slots);
  gm_groups groups = {
      .items = gm_take_array(ws, mentions.count, sizeof *groups.items)};
  uint32_t *of_mention = gm_take_array(ws, mentions.count, sizeof *of_mention);
  if (!table.slots || !groups.items || !of_mention) return GM_NO_MEMORY;
  for (uint32_t i = mentions.count; i-- > 0;) {
    const gm_mention *mention = &mentions.items[i];
    gm_group wanted = {.kind_hint = mention->kind_hint,
                       .peoples = mention->use == GM_USE_DEMONYM,
                       .container = GM_NO_GROUP,
                       .inner = GM_NO_GROUP};
    wanted.key = gm_name_key(ws, gm_str_part(document->text, mention->head));
    if (!wanted.key.bytes) return GM_NO_MEMORY;
    gm_gazetteer_entry(gazetteer, wanted.key, &wanted.entry);
    gm_compose(ws, gazetteer, document, mentions, i, wanted.key,
               &wanted.composed, &wanted.kind_hint);
    uint32_t outer = container_of(document->text, mentions, i);
    if (outer < mentions.count &&
        !gm_str_equal(wanted.key, groups.items[of_mention[outer]].key) &&
        gm_container_holds(gazetteer, wanted.entry,
                           groups.items[of_mention[outer]].entry))
      wanted.container = of_mention[outer];
    of_mention[i] = group_index(&table, &groups, &wanted);
    gm_group *group = &groups.items[of_mention[i]];
    group->mentions++;
    group->acronym |= is_acronym(document->text, mention);
    if (mention->confidence > group->trust) group->trust = mention->confidence;
    if (wanted.container != GM_NO_GROUP)
      groups.items[wanted.container].inner = of_mention[i];
  }
  link_namesakes(&table, groups);
  groups.of_mention = of_mention;
  find_neighbours(groups, mentions.count);
  *out = groups;
  return GM_OK;
}
