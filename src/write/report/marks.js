/* The marks on the map: one a place, as large as it is often spoken of, in the
 * colour of its kind, hollow where it is unsure; and names where there is room.
 *
 * All are drawn on one canvas, so that thousands move smoothly; what lies under
 * the pointer is found by going through them from the top. Who cannot see the
 * canvas has the list of places, which says the same. */
page.marks = (() => {
  const { byId, make, fill, plural, percent, oncePerFrame } = page.tools;
  const { state, map: { leaflet, colour } } = page;
  const canvas = make('canvas', { class: 'leaflet-zoom-hide marks' });
  const pen = canvas.getContext('2d');
  let marks = [], faint = [], lit = null, corner = null;
  let paints = {};

  const hollow = found => found.sure / found.many < 0.5;

  /* Areas tell the numbers; where the most is few, all stay small. */
  function sizes(places) {
    let most = 12;
    for (const found of places) most = Math.max(most, found.many);
    const widest = Math.min(9 + Math.sqrt(most) * 0.6, 17) *
      (leaflet.getZoom() < 3 ? 0.85 : 1);
    return many => 4.8 + (widest - 4.8) * Math.sqrt((many - 1) / most);
  }

  function readPaints() {
    paints = {};
    for (const kind of page.data.KINDS) paints[kind] = colour('--' + kind);
    for (const name of ['paper', 'ink', 'faint', 'halo', 'label'])
      paints[name] = colour('--' + name);
  }

  /* ---------------------------------------------------------- drawing -- */

  function place(canvasSize) {
    const ratio = devicePixelRatio || 1;
    corner = leaflet.containerPointToLayerPoint([0, 0]);
    L.DomUtil.setPosition(canvas, corner);
    canvas.width = canvasSize.x * ratio;
    canvas.height = canvasSize.y * ratio;
    canvas.style.width = canvasSize.x + 'px';
    canvas.style.height = canvasSize.y + 'px';
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  function disc(mark, grown) {
    const radius = mark.radius + (grown ? 3 : 0);
    pen.beginPath();
    pen.arc(mark.x, mark.y, radius, 0, 7);
    pen.globalAlpha = grown ? 1 : 0.82;
    pen.fillStyle = mark.hollow ? paints.paper : paints[mark.place.kind];
    pen.fill();
    pen.globalAlpha = 1;
    pen.lineWidth = mark.hollow ? 2 : 1.2;
    pen.strokeStyle = mark.hollow ? paints[mark.place.kind] : paints.paper;
    pen.stroke();
    if (!grown) return;
    pen.beginPath();
    pen.arc(mark.x, mark.y, radius + 3.5, 0, 7);
    pen.lineWidth = 2;
    pen.strokeStyle = paints.ink;
    pen.stroke();
  }

  const where = place => leaflet.latLngToContainerPoint([place.lat, place.lon]);
  const inside = (point, size) => point.x > -40 && point.y > -40 &&
    point.x < size.x + 40 && point.y < size.y + 40;

  function layOut(size) {
    const view = state.view, sizeOf = sizes(view.places.values());
    marks = [];
    for (const found of view.places.values()) {
      const point = where(found.place);
      if (!inside(point, size)) continue;
      marks.push({ place: found.place, found, x: point.x, y: point.y,
        radius: sizeOf(found.many), hollow: hollow(found) });
    }
    marks.sort((a, b) => b.radius - a.radius);
    faint = [];
    for (const found of view.context.values())
      if (!view.places.has(found.place)) {
        const point = where(found.place);
        if (inside(point, size)) faint.push(point);
      }
  }

  function draw() {
    const size = leaflet.getSize();
    if (!size.x || !size.y) return;
    place(size);
    layOut(size);
    pen.clearRect(0, 0, size.x, size.y);
    page.labels.drawUnder(pen, size, paints, marks);
    pen.fillStyle = paints.faint;
    for (const point of faint) {
      pen.beginPath();
      pen.arc(point.x, point.y, 2, 0, 7);
      pen.fill();
    }
    for (const mark of marks) disc(mark, false);
    const top = lit && marks.find(mark => mark.place === lit);
    page.labels.drawOver(pen, paints);
    if (top) disc(top, true);
    else if (lit) ghost(lit);
    tell(top || null);
  }

  /* A place that is looked at but that the filters hide. */
  function ghost(at) {
    const point = where(at);
    disc({ x: point.x, y: point.y, radius: 5, place: at, hollow: true }, true);
  }

  const redraw = oncePerFrame(draw);

  /* --------------------------------------------------------- pointing -- */

  function under(x, y) {
    let best = null, least = Infinity;
    for (let i = marks.length - 1; i >= 0; i--) {
      const mark = marks[i];
      const far = Math.hypot(mark.x - x, mark.y - y) - mark.radius;
      if (far < 5 && far < Math.max(least, -2)) {
        if (far < 0) return mark;
        best = mark;
        least = far;
      }
    }
    return best;
  }

  function tell(mark) {
    const tip = byId('tip');
    tip.hidden = !mark;
    if (!mark) return;
    const { found, place: at } = mark;
    fill(tip,
      make('strong', {}, at.name), make('span', {}, at.where),
      make('span', {}, `${at.kind} · ${plural(found.many, 'mention')}` +
        (found.articles.size ?
          ` in ${plural(found.articles.size, 'article')}` : '') +
        ` · ${percent(found.sure / found.many)}\u00a0sure`));
    const size = leaflet.getSize();
    const left = mark.x > size.x / 2, up = mark.y > size.y / 2;
    tip.style.left = left ? 'auto' : `${mark.x + mark.radius + 10}px`;
    tip.style.right = left ? `${size.x - mark.x + mark.radius + 10}px` : 'auto';
    tip.style.top = up ? 'auto' : `${mark.y - 8}px`;
    tip.style.bottom = up ? `${size.y - mark.y - 8}px` : 'auto';
  }

  function light(at) {
    if (lit === at) return;
    lit = at;
    redraw();
  }

  leaflet.on('mousemove', event => {
    const mark = under(event.containerPoint.x, event.containerPoint.y);
    leaflet.getContainer().classList.toggle('over', !!mark);
    if ((mark && mark.place) !== lit)
      state.hover(mark ? mark.place : null, null, 'map');
  });
  leaflet.on('mouseout', () => state.hover(null, null, 'map'));
  leaflet.on('click', event => {
    if (page.card.takesPoint(event.latlng)) return;
    const mark = under(event.containerPoint.x, event.containerPoint.y);
    if (mark) page.places.choose(mark.place);
    else if (state.filters.place) page.places.choose(null);
  });

  leaflet.getPanes().overlayPane.append(canvas);
  leaflet.on('moveend zoomend resize viewreset', draw);
  leaflet.on('movestart zoomstart', () => { byId('tip').hidden = true; });
  state.onChange(redraw);
  state.onHover(light);

  readPaints();
  return { draw: redraw, repaint: () => { readPaints(); draw(); },
    colourOf: kind => `var(--${kind})` };
})();
