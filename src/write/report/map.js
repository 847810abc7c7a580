/* The map under the marks: Leaflet, and the countries as lines and areas from
 * the page itself. There are no tiles, so nothing is asked of any server.
 *
 * A country's rings come as steps of a hundredth of a degree. Names are drawn
 * by marks.js, which knows what is in their way. */
page.map = (() => {
  const { byId } = page.tools;
  const { basemap } = page.data;

  const map = L.map('map', {
    attributionControl: false, zoomControl: false, minZoom: 1, maxZoom: 11,
    zoomSnap: 0.5, worldCopyJump: false, maxBoundsViscosity: 0.8,
    maxBounds: [[-82, -190], [86, 195]],
  });
  L.control.zoom({ position: 'topright' }).addTo(map);
  map.setView([25, 10], 2);
  const base = L.canvas({ padding: 0.4 });
  let drawn = null;

  function pointsOf(steps) {
    const points = [];
    let x = 0, y = 0;
    for (let i = 0; i < steps.length; i += 2) {
      x += steps[i];
      y += steps[i + 1];
      points.push([y / basemap.scale, x / basemap.scale]);
    }
    return points;
  }

  const shapes = basemap.countries.map(country => country[5].map(pointsOf))
    .filter(rings => rings.length);

  const colour = name =>
    getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /* Draws the countries; again when light turns to dark. */
  function drawBase() {
    if (drawn) drawn.remove();
    const style = {
      renderer: base, interactive: false, smoothFactor: 0.7, weight: 0.8,
      color: colour('--border'), fillColor: colour('--land'), fillOpacity: 1,
    };
    drawn = L.layerGroup(shapes.map(rings => L.polygon(rings, style)));
    drawn.addTo(map);
  }

  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

  /* All places with their weight; a few far outliers shall not make the first
   * view the whole world: the middle 96 % decide. */
  function boundsOf(found) {
    const trim = (values, share) => {
      values.sort((a, b) => a - b);
      const cut = Math.floor(values.length * share);
      return [values[cut], values[values.length - 1 - cut]];
    };
    const lats = trim(found.map(f => f.place.lat), 0.02);
    const lons = trim(found.map(f => f.place.lon), 0.02);
    return [[lats[0], lons[0]], [lats[1], lons[1]]];
  }

  function showAll(found, animate) {
    if (!found.length) return;
    map.fitBounds(boundsOf(found),
      { padding: [48, 48], maxZoom: 6, animate: !!animate && !still() });
  }

  function goTo(place) {
    const zoom = Math.max(map.getZoom(),
      { continent: 2, country: 3.5, region: 4, water: 4, division: 5 }[
        place.kind] || 6);
    map.setView([place.lat, place.lon], Math.min(zoom, 9),
      { animate: !still() });
  }

  const inView = place =>
    map.getBounds().pad(-0.05).contains([place.lat, place.lon]);

  drawBase();
  new ResizeObserver(() => map.invalidateSize({ animate: false }))
    .observe(byId('map'));
  return { leaflet: map, drawBase, showAll, goTo, inView, colour };
})();
