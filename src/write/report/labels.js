/* Names on the map, none upon another: first those of what the articles speak
 * of, the most often first, then countries and large cities, faintly, for
 * whoever must find the way. What finds no room is left out. */
page.labels = (() => {
  const { leaflet } = page.map;
  const { basemap } = page.data;
  const FONT = '"Inter", "Segoe UI", system-ui, "DejaVu Sans", sans-serif';
  const CELL = 64;
  let taken = new Map(), texts = [];

  /* Boxes that are taken, by the cells of a grid that they touch. */
  function cellsOf(box) {
    const cells = [];
    for (let x = Math.floor(box.x / CELL); x * CELL < box.x + box.w; x++)
      for (let y = Math.floor(box.y / CELL); y * CELL < box.y + box.h; y++)
        cells.push(x + ':' + y);
    return cells;
  }

  const meet = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w &&
    a.y < b.y + b.h && b.y < a.y + a.h;

  function isFree(box) {
    return cellsOf(box).every(cell =>
      (taken.get(cell) || []).every(other => !meet(box, other)));
  }

  function take(box) {
    for (const cell of cellsOf(box)) {
      if (!taken.has(cell)) taken.set(cell, []);
      taken.get(cell).push(box);
    }
  }

  /* Tries to write a text at one of some places; its box must be wholly on the
   * map, so that no name is cut off. */
  function write(pen, size, text, font, spots) {
    pen.font = font;
    const w = pen.measureText(text).width, h = parseFloat(font.match(/(\S+)px/)[1]);
    for (const [x, y] of spots(w, h)) {
      const box = { x: x - 2, y: y - h / 2 - 2, w: w + 4, h: h + 4 };
      if (box.x < 2 || box.y < 2 || box.x + box.w > size.x - 2 ||
          box.y + box.h > size.y - 2 || !isFree(box))
        continue;
      take(box);
      return { text, font, x, y };
    }
    return null;
  }

  const beside = mark => (w, h) => {
    const gap = mark.radius + 4;
    return [[mark.x + gap, mark.y], [mark.x - gap - w, mark.y],
      [mark.x - w / 2, mark.y - gap - h / 2],
      [mark.x - w / 2, mark.y + gap + h / 2]];
  };
  const around = point => w => [[point.x - w / 2, point.y]];

  function paint(pen, label, colour, halo) {
    pen.font = label.font;
    pen.textBaseline = 'middle';
    pen.lineJoin = 'round';
    pen.lineWidth = 3;
    pen.strokeStyle = halo;
    pen.strokeText(label.text, label.x, label.y);
    pen.fillStyle = colour;
    pen.fillText(label.text, label.x, label.y);
  }

  function writeMarks(pen, size, marks) {
    for (const mark of marks)
      take({ x: mark.x - mark.radius, y: mark.y - mark.radius,
        w: mark.radius * 2, h: mark.radius * 2 });
    for (const mark of marks.slice(0, 150)) {
      const font = `600 ${mark.radius > 10 ? 13 : 12}px ${FONT}`;
      const label = write(pen, size, mark.place.name, font, beside(mark));
      if (label) texts.push({ ...label, place: mark.place });
    }
  }

  /* How prominent one must be to be named, the less the nearer. */
  function guide(pen, size, paints, list, first, font, least, step, known) {
    const zoom = leaflet.getZoom();
    for (const item of list) {
      const [name, lat, lon, prominence] = item.slice(first);
      if (prominence < least - zoom * step || known.has(name)) continue;
      const point = leaflet.latLngToContainerPoint([lat, lon]);
      if (point.x < 0 || point.y < 0 || point.x > size.x || point.y > size.y)
        continue;
      const label = write(pen, size, name, font, around(point));
      if (label) paint(pen, label, paints.label, paints.halo);
    }
  }

  const byFame = (list, at) => [...list].sort((a, b) => b[at] - a[at]);
  const countries = byFame(basemap.countries, 4);
  const cities = byFame(basemap.cities, 3);

  /* The guiding names, under the marks. */
  function drawUnder(pen, size, paints, marks) {
    taken = new Map();
    texts = [];
    take({ x: 0, y: size.y - 46, w: 310, h: 46 }); /* the legend */
    take({ x: size.x - 50, y: 0, w: 50, h: 84 }); /* the zoom buttons */
    writeMarks(pen, size, marks);
    const known = new Set(marks.map(mark => mark.place.name));
    guide(pen, size, paints, countries, 1, `500 11px ${FONT}`, 104, 8,
      known);
    if (leaflet.getZoom() >= 4)
      guide(pen, size, paints, cities, 0, `400 11px ${FONT}`, 94, 5, known);
  }

  /* The names of the marks, over them. */
  function drawOver(pen, paints) {
    for (const label of texts) paint(pen, label, paints.ink, paints.halo);
  }

  return { drawUnder, drawOver };
})();
