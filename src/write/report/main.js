/* The beginning: the line of sums, light or dark, the credit, and what must be
 * said where the page does not hold everything; then the first view. */
(() => {
  const { byId, make, fill, grouped, plural, percent } = page.tools;
  const { state, map, marks, data } = page;

  /* ------------------------------------------------------------- head -- */

  function sum(view) {
    const { article, place } = state.filters;
    const whole = article ? 'this article' : plural(data.whole, 'article');
    const around = view.places.get(place)?.articles.size || 0;
    byId('sum').textContent = place ?
      `${plural(view.many, 'mention')} of ${place.name} in ` +
        (article ? whole : plural(around, 'article')) :
      `${whole}, ${plural(view.many, 'mention')}, ` +
      plural(view.places.size, 'place') +
      (state.filtered() ? ' pass the filters' : '');
  }

  function theme() {
    const root = document.documentElement, button = byId('theme');
    const media = matchMedia('(prefers-color-scheme: dark)');
    let dark = media.matches;
    const show = () => {
      root.dataset.theme = dark ? 'dark' : 'light';
      button.textContent = dark ? 'Light' : 'Dark';
      button.setAttribute('aria-label', dark ? 'Light colours' : 'Dark colours');
      map.drawBase();
      marks.repaint();
    };
    button.addEventListener('click', () => { dark = !dark; show(); });
    media.addEventListener('change', () => { dark = media.matches; show(); });
    show();
  }

  /* A menu closes by Escape, and when something else is clicked. */
  const menu = byId('export');
  document.addEventListener('click', event => {
    if (menu.open && (!menu.contains(event.target) ||
        event.target.matches('.sheet button')))
      menu.open = false;
  });
  menu.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });

  /* ----------------------------------------------------- what to know -- */

  const STEPS = ['day', 'month', 'year'];

  function notes() {
    const out = [];
    if (data.whole > data.articles.length)
      out.push(`${grouped(data.whole)} articles: the first ` +
        `${grouped(data.articles.length)} can be read; the others are ` +
        `counted by place and ${STEPS[data.step]}.`);
    if (data.lost)
      out.push(`${plural(data.lost, 'mention')} could not be counted.`);
    if (!data.basemap.countries.length)
      out.push('This gazetteer has no shapes of countries to draw.');
    byId('note').textContent = out.join(' ');
    byId('note').hidden = !out.length;
  }

  function legend() {
    fill(byId('legend'),
      make('span', {}, make('i', { class: 'dot city' }), 'sure'),
      make('span', {}, make('i', { class: 'dot city hollow' }),
        `below ${percent(0.5)}`),
      make('span', {}, make('i', { class: 'dot city small' }),
        make('i', { class: 'dot city large' }), 'more mentions'));
  }

  function credit() {
    const { gazetteer, generator } = data;
    fill(byId('credit'),
      make('details', {},
        make('summary', {}, `${generator} · ${gazetteer.name}, ` +
          `${gazetteer.date} · attribution`),
        make('p', {}, gazetteer.attribution),
        make('p', {}, 'Licences of the data: ' + gazetteer.licence + '.'),
        make('p', {}, 'Map by Leaflet, © 2010–2019 Vladimir Agafonkin, ' +
          '© 2010–2011 CloudMade, BSD-2-Clause.')));
  }

  state.onChange(sum);
  notes();
  legend();
  credit();
  page.tabs.show('places');
  theme();
  page.decisions.start();
  map.showAll([...state.view.places.values()]);
  document.body.classList.add('ready');
})();
