/* Files of what the filters let through, made here: no server is asked. */
page.exports = (() => {
  const { byId, download } = page.tools;
  const { state } = page;
  const { excerptOf } = page.data;

  const readable = () => state.view.shown.filter(mention => mention.article);

  function sentence(mention) {
    const { left, name, right } = excerptOf(mention);
    return left + name + right;
  }

  const fields = mention => ({
    document: mention.article.id, part: mention.part ? 'title' : 'text',
    title: mention.article.parts[1] || null, url: mention.article.url || null,
    source: mention.article.source || null, date: mention.article.date || null,
    text: mention.text, begin: mention.begin, end: mention.end,
    excerpt: sentence(mention), use: mention.use,
    modifier: mention.modifier.words, modifier_kind: mention.modifier.kind,
    modifier_bearing: mention.modifier.bearing,
    modifier_km: mention.modifier.km,
    name: mention.place?.name ?? null, where: mention.place?.where || null,
    ref: mention.place?.ref ?? null, kind: mention.place?.kind ?? null,
    country: mention.place?.country || null,
    lat: mention.place?.lat ?? null, lon: mention.place?.lon ?? null,
    confidence: Number(mention.sure.toFixed(4)),
    decision: mention.verdict,
  });

  function geojson() {
    const features = readable().map(mention => JSON.stringify({
      type: 'Feature',
      geometry: mention.place && { type: 'Point',
        coordinates: [mention.place.lon, mention.place.lat] },
      properties: fields(mention),
    }));
    const { gazetteer, generator } = page.data;
    download('mentions.geojson', 'application/geo+json',
      '{"type":"FeatureCollection","features":[\n' + features.join(',\n') +
      `\n],"generator":${JSON.stringify(generator)},` +
      `"gazetteer":${JSON.stringify(gazetteer)}}\n`);
  }

  /* A cell that a spreadsheet would take for a formula begins with ', as OWASP
   * advises; numbers are numbers. */
  function cell(value) {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return String(value);
    const text = /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  function csv(name, rows) {
    if (!rows.length) rows = [{}];
    const head = Object.keys(rows[0]);
    const lines = [head, ...rows.map(row => head.map(key => row[key]))];
    download(name, 'text/csv;charset=utf-8', '\ufeff' +
      lines.map(line => line.map(cell).join(',') + '\r\n').join(''));
  }

  const placeRows = () => [...state.view.places.values()]
    .sort((a, b) => b.many - a.many)
    .map(({ place, many, sure, articles }) => ({
      name: place.name, where: place.where, ref: place.ref, kind: place.kind,
      country: place.country, population: place.population || null,
      lat: place.lat, lon: place.lon, mentions: many, articles: articles.size,
      confidence: Number((sure / many).toFixed(4)),
    }));

  byId('export-geojson').addEventListener('click', geojson);
  byId('export-csv').addEventListener('click', () =>
    csv('mentions.csv', readable().map(fields)));
  byId('export-places').addEventListener('click', () =>
    csv('places.csv', placeRows()));
  return { geojson, csv, cell };
})();
