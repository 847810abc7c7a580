/* What the reader decides. Each decision names its mention by document, part,
 * position and words, says what is right, and how far it reaches: this mention,
 * this name in this article, or this name everywhere. The page shows at once
 * what follows; `geomention map --decisions FILE` makes it true in the next run.
 *
 *     {"document":"wire/7","part":"text","begin":11,"end":16,"text":"Paris",
 *      "decision":"change","scope":"mention","place":"gn:4717560",
 *      "name":"Paris, Texas, United States","lat":33.66094,"lon":-95.55551}
 *
 * The nearer reach wins over the farther one, the later over the earlier. They
 * are kept in the browser until they are downloaded or forgotten, where it lets
 * a page of a file keep anything. */
page.decisions = (() => {
  const { byId, plural, download, say } = page.tools;
  const { state } = page;
  const { articles, gazetteer, labelOf } = page.data;
  const PARTS = ['text', 'title'];
  const REACH = { name: 0, article: 1, mention: 2 };
  const byDocument = new Map(articles.map(one => [one.id, one]));
  let list = [], saved = true;

  const KEY = 'geomention:' + gazetteer.hash + ':' + articles.length + ':' +
    articles.slice(0, 50).map(article => article.id).join('|');

  /* ---------------------------------------------------------- applying -- */

  /* Places that are points, or that this page does not hold. */
  const own = new Map();
  const byRef = new Map();
  for (const place of page.data.places.values())
    if (place.ref) byRef.set(place.ref, place);

  function placeOf(decision) {
    if (decision.place && byRef.has(decision.place))
      return byRef.get(decision.place);
    const key = `${decision.text} ${decision.lat} ${decision.lon}`;
    if (!own.has(key))
      own.set(key, { index: -2 - own.size, ref: decision.place || null,
        name: decision.name, where: decision.place ? '' : 'a point of yours',
        kind: 'city', lat: decision.lat, lon: decision.lon, country: '',
        population: 0, code: '' });
    return own.get(key);
  }

  const meets = (decision, mention) =>
    decision.scope === 'mention' ?
      mention.article.id === decision.document &&
      PARTS[mention.part] === decision.part &&
      mention.begin === decision.begin && mention.end === decision.end :
      mention.text === decision.text &&
      (decision.scope === 'name' || mention.article.id === decision.document);

  function clear(mention) {
    if (!mention.verdict) return;
    mention.verdict = null;
    mention.place = mention.was;
    mention.sure = mention.wasSure;
  }

  function apply(mention, decision) {
    mention.wasSure ??= mention.sure;
    mention.verdict = decision.decision;
    mention.sure = 1;
    mention.place = decision.decision === 'reject' ? null : placeOf(decision);
  }

  function applyAll() {
    const order = list.map((decision, i) => ({ decision, i })).sort((a, b) =>
      REACH[a.decision.scope] - REACH[b.decision.scope] || a.i - b.i);
    for (const article of articles) article.mentions.forEach(clear);
    for (const { decision } of order) {
      const one = byDocument.get(decision.document);
      const among = decision.scope === 'name' ? articles : one ? [one] : [];
      for (const article of among)
        for (const mention of article.mentions)
          if (meets(decision, mention)) apply(mention, decision);
    }
  }

  /* ----------------------------------------------------------- keeping -- */

  function keep() {
    try {
      if (list.length) localStorage.setItem(KEY, JSON.stringify(list));
      else localStorage.removeItem(KEY);
    } catch { /* the browser keeps nothing for files: so be it */ }
  }

  function recall() {
    try {
      list = JSON.parse(localStorage.getItem(KEY) || '[]');
    } catch {
      list = [];
    }
  }

  function changed() {
    applyAll();
    keep();
    byId('decided').hidden = !list.length;
    byId('decided-count').textContent = plural(list.length, 'decision') +
      (saved ? '' : ', not downloaded yet');
    state.changed();
  }

  /* ---------------------------------------------------------- deciding -- */

  const same = (decision, mention) =>
    decision.document === mention.article.id &&
    decision.part === PARTS[mention.part] &&
    decision.begin === mention.begin && decision.end === mention.end;

  const of = mention => list.find(decision => same(decision, mention)) || null;

  function undo(mention) {
    list = list.filter(decision => !same(decision, mention));
    saved = false;
    changed();
  }

  /* @param place  null: rejected */
  function decide(mention, place, scope) {
    const decision = {
      document: mention.article.id, part: PARTS[mention.part],
      begin: mention.begin, end: mention.end, text: mention.text,
      decision: !place ? 'reject' : place === mention.was ? 'accept' : 'change',
      scope,
    };
    if (place)
      Object.assign(decision, place.ref ? { place: place.ref } : {}, {
        name: place.ref ? labelOf(place) : mention.text,
        lat: Number(place.lat.toFixed(6)), lon: Number(place.lon.toFixed(6)),
      });
    list = list.filter(one => !same(one, mention));
    list.push(decision);
    saved = false;
    changed();
    say(`Decided: ${mention.text} is ${place ? labelOf(place) : 'no place'}`);
  }

  byId('decided-save').addEventListener('click', () => {
    download('decisions.jsonl', 'application/x-ndjson',
      list.map(decision => JSON.stringify(decision) + '\n').join(''));
    saved = true;
    changed();
  });
  byId('decided-clear').addEventListener('click', () => {
    list = [];
    saved = true;
    changed();
  });
  addEventListener('beforeunload', event => {
    if (!saved && list.length) event.preventDefault();
  });

  recall();
  return { decide, undo, of, start: changed };
})();
