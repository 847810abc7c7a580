/* What the page knows: the embedded JSON, as objects that point to each other.
 *
 *     articles[i].mentions[j].place  ->  a place, or null: unresolved
 *
 * Counts of articles that are too many to be read ("cells") look like mentions
 * without an article, each standing for several (`many`).
 *
 * Positions in the data count code points, as everywhere in geomention; those
 * of JavaScript count UTF-16 units, two for most emoji. `sliceOf` translates. */
page.data = (() => {
  const KINDS = ['city', 'quarter', 'division', 'country', 'continent',
    'region', 'water', 'terrain', 'facility'];
  const USES = ['literal', 'associative', 'demonym', 'embedded'];
  const DAY = 86400000;

  const raw = JSON.parse(document.getElementById('data').textContent);
  const places = new Map();

  function placeOf(index) {
    if (index < 0) return null;
    let place = places.get(index);
    const row = raw.places[index];
    if (place || !row) return place || null;
    place = {
      index, ref: row[0], name: row[1], where: row[2], kind: KINDS[row[3]],
      lat: row[4], lon: row[5], country: row[6], population: row[7],
      code: row[8],
    };
    places.set(index, place);
    return place;
  }

  const labelOf = place =>
    place.where ? `${place.name}, ${place.where}` : place.name;

  function pairs(list) {
    const out = [];
    for (let i = 0; i < list.length; i += 2)
      out.push({ place: placeOf(list[i]), share: list[i + 1] / 100 });
    return out.filter(pair => pair.place);
  }

  const dayOf = date => date ? Math.floor(Date.parse(date) / DAY) : null;

  /* code point -> UTF-16 unit, or null where they are the same */
  function unitsOf(text) {
    if (!/[\ud800-\udbff]/.test(text)) return null;
    const units = [];
    let unit = 0;
    for (const point of text) {
      units.push(unit);
      unit += point.length;
    }
    units.push(unit);
    return units;
  }

  function sliceOf(article, part, begin, end) {
    const units = article.units[part] ??= { of: unitsOf(article.parts[part]) };
    const at = i => units.of ? units.of[Math.min(i, units.of.length - 1)] : i;
    return { begin: at(begin), end: at(end) };
  }

  /* Coordinates that the text writes are a place by themselves. */
  function pointOf(point, article, part, begin, end) {
    const key = 'at ' + point;
    if (!places.has(key)) {
      const cut = sliceOf(article, part, begin, end);
      places.set(key, { index: key, ref: null, where: 'coordinates',
        name: article.parts[part].slice(cut.begin, cut.end), kind: 'terrain',
        lat: point[0], lon: point[1], country: '', population: 0, code: '' });
    }
    return places.get(key);
  }

  /* What the words beside a name say, with all of it null where none do. */
  const modifierOf = ([words, kind, bearing, km] = [null, null, null, null]) =>
    ({ words: words && words.replace(/\s+/g, ' '), kind, bearing, km });

  function mentionOf(article, row, number) {
    const [part, begin, end, use, index, sure, isPlace, decided, reasons,
      candidates, point, modifier] = row;
    const place = point ? pointOf(point, article, part, begin, end) :
      placeOf(index);
    return {
      article, number, part, begin, end, use: USES[use], place, was: place,
      sure: sure / 10000, isPlace: isPlace / 10000, decided: !!decided,
      reasons, modifier: modifierOf(modifier), offered: candidates, day: article.day, many: 1, verdict: null,
      get candidates() { return pairs(this.offered); },
      get text() {
        const cut = sliceOf(article, part, begin, end);
        return article.parts[part].slice(cut.begin, cut.end);
      },
    };
  }

  /* Some 90 characters on either side of a mention, for lists. */
  function excerptOf(mention) {
    const text = mention.article.parts[mention.part];
    const cut = sliceOf(mention.article, mention.part, mention.begin,
      mention.end);
    const from = Math.max(0, cut.begin - 90), to = cut.end + 90;
    const left = text.slice(from, cut.begin).replace(/\s+/g, ' ');
    const right = text.slice(cut.end, to).replace(/\s+/g, ' ');
    return {
      left: from ? '… ' + left.replace(/^\S*\s/, '') : left,
      name: text.slice(cut.begin, cut.end).replace(/\s+/g, ' '),
      right: to < text.length ? right.replace(/\s\S*$/, '') + ' …' : right,
    };
  }

  const articles = raw.articles.map((row, i) => {
    const article = {
      number: i, id: row.id, title: row.title, apart: row.apart, url: row.url,
      source: row.source, date: row.date, day: dayOf(row.date), units: [],
      parts: [row.text, row.title],
    };
    article.heading = row.title ||
      row.text.trim().split('\n')[0].slice(0, 90) || row.id;
    article.mentions = row.mentions.map((m, n) => mentionOf(article, m, n));
    return article;
  });

  const cells = raw.cells.map(([index, day, use, tenths, many]) => {
    const place = placeOf(index);
    return {
      article: null, place, was: place, day, use: USES[use],
      sure: tenths / 10 + 0.05, many,
    };
  });

  const mentions = articles.flatMap(article => article.mentions).concat(cells);
  const [name, date, hash, licence, attribution] = raw.gazetteer;

  return {
    KINDS, USES, DAY, articles, mentions, places, basemap: raw.basemap,
    whole: raw.whole, step: raw.step, lost: raw.lost, cells: cells.length,
    generator: raw.generator,
    gazetteer: { name, date, hash, licence, attribution },
    labelOf, sliceOf, excerptOf,
  };
})();
