/* What is shown: the filters, and what they let through.
 *
 *     a filter changes --> every mention is asked once --> the parts redraw
 *
 * A part that lets the user choose (kinds, uses, time) must count what there
 * would be without its own filter; so each mention notes which filters stop it,
 * a bit each, and "stopped by none but mine" is one comparison. */
page.state = (() => {
  const { KINDS, USES, mentions } = page.data;
  const UNPLACED = 'unplaced';
  const STOP = { kind: 1, use: 2, sure: 4, time: 8, article: 16, search: 32,
    place: 64 };

  const filters = {
    kinds: new Set([...KINDS, UNPLACED]), uses: new Set(USES), sure: 0,
    from: null, to: null, article: null, place: null, search: '',
  };
  const listeners = [];
  let view = null;

  const kindOf = mention => mention.place ? mention.place.kind : UNPLACED;

  /* Lower case, without accents: what a search compares. */
  const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '')
    .toLowerCase();

  function matcher() {
    const wanted = plain(filters.search.trim());
    if (!wanted) return () => true;
    const known = new Map();
    const holds = (key, text) => {
      if (!known.has(key)) known.set(key, plain(text()).includes(wanted));
      return known.get(key);
    };
    return mention =>
      (mention.article && holds(mention.article, () =>
        mention.article.parts[1] + '\n' + mention.article.parts[0])) ||
      (mention.place && holds(mention.place, () =>
        page.data.labelOf(mention.place))) || false;
  }

  function stopsOf(mention, matches) {
    const { from, to, article, place } = filters;
    const dated = mention.day !== null;
    return (filters.kinds.has(kindOf(mention)) ? 0 : STOP.kind) |
      (filters.uses.has(mention.use) ? 0 : STOP.use) |
      (mention.sure >= filters.sure || !mention.place ? 0 : STOP.sure) |
      (from === null || (dated && mention.day >= from && mention.day <= to)
        ? 0 : STOP.time) |
      (article === null || mention.article === article ? 0 : STOP.article) |
      (place === null || mention.place === place ? 0 : STOP.place) |
      (matches(mention) ? 0 : STOP.search);
  }

  const add = (map, key, many) => map.set(key, (map.get(key) || 0) + many);

  function addToPlace(map, mention) {
    let found = map.get(mention.place);
    if (!found)
      map.set(mention.place, found = { place: mention.place, many: 0,
        sure: 0, articles: new Set(), mentions: [] });
    found.many += mention.many;
    found.sure += mention.sure * mention.many;
    if (!mention.article) return;
    found.articles.add(mention.article);
    found.mentions.push(mention);
  }

  function look() {
    const matches = matcher();
    view = { shown: [], places: new Map(), context: new Map(),
      articles: new Map(), kinds: new Map(), uses: new Map(),
      days: new Map(), unplaced: [], many: 0 };
    for (const mention of mentions) {
      mention.shown = false;
      if (mention.verdict === 'reject') continue;
      const stops = stopsOf(mention, matches);
      if (!(stops & ~STOP.kind)) add(view.kinds, kindOf(mention), mention.many);
      if (!(stops & ~STOP.use)) add(view.uses, mention.use, mention.many);
      if (!(stops & ~STOP.time) && mention.day !== null)
        add(view.days, mention.day, mention.many);
      if (!(stops & ~(STOP.article | STOP.place)) && mention.place)
        addToPlace(view.context, mention);
      if (!(stops & ~STOP.article) && mention.article)
        add(view.articles, mention.article, mention.many);
      mention.shown = !stops;
      if (stops) continue;
      view.many += mention.many;
      view.shown.push(mention);
      if (mention.place) addToPlace(view.places, mention);
      else view.unplaced.push(mention);
    }
    return view;
  }

  function changed() {
    look();
    for (const listener of listeners) listener(view, filters);
  }

  function set(changes) {
    Object.assign(filters, changes);
    changed();
  }

  function reset() {
    set({ kinds: new Set([...KINDS, UNPLACED]), uses: new Set(USES), sure: 0,
      from: null, to: null, search: '', place: null });
  }

  const filtered = () => filters.kinds.size <= KINDS.length ||
    filters.uses.size < USES.length || filters.sure > 0 ||
    filters.from !== null || filters.search.trim() !== '';

  /* What the pointer, or the focus, is on: a place, perhaps by a mention. */
  const hovering = [];
  function hover(place, mention, from) {
    for (const listener of hovering) listener(place || null, mention, from);
  }

  return { UNPLACED, filters, set, reset, filtered, changed, hover, kindOf,
    onChange: f => listeners.push(f), onHover: f => hovering.push(f),
    get view() { return view || look(); } };
})();
