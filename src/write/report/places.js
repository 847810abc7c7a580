/* The places, the most often mentioned first. One that is chosen opens: the
 * map goes there, and below it stand the sentences that speak of it. */
page.places = (() => {
  const { byId, make, fill, grouped, plural, longList, say } = page.tools;
  const { state, map } = page;
  const list = byId('list-places');
  const rows = new Map();
  let order = 'many';

  const ORDERS = {
    many: ['mentions', (a, b) => b.many - a.many ||
      a.place.name.localeCompare(b.place.name)],
    articles: ['articles', (a, b) => b.articles.size - a.articles.size ||
      b.many - a.many],
    name: ['name', (a, b) => a.place.name.localeCompare(b.place.name)],
  };

  function choose(place) {
    const chosen = place === state.filters.place ? null : place;
    state.set({ place: chosen });
    if (!chosen) return;
    if (!map.inView(chosen)) map.goTo(chosen);
    page.tabs.show('places');
    const row = rows.get(chosen);
    if (row) row.scrollIntoView({ block: 'nearest' });
    say(`${page.data.labelOf(chosen)}: shown on the map`);
  }

  /* A sentence that leads to its article. */
  function quote(mention) {
    const { left, name, right } = page.data.excerptOf(mention);
    return make('li', {},
      make('button', { type: 'button', class: 'quote',
        onclick: () => page.reader.open(mention.article, mention) },
      make('span', { class: 'said' }, left, make('mark', {}, name), right),
      make('span', { class: 'by' }, mention.article.heading)));
  }

  function quotes(found) {
    if (!found.mentions.length)
      return [make('p', { class: 'empty' },
        'Its articles are counted here, but cannot be read in this page.')];
    return longList(found.mentions, quote, 20);
  }

  function row(found, most) {
    const { place } = found;
    const open = state.filters.place === place;
    const bar = make('i', { class: `bar-of ${place.kind}`,
      'aria-hidden': 'true' });
    bar.style.width = `${Math.max(1, found.many / most * 100)}%`;
    const button = make('button', {
      type: 'button', class: 'place', 'aria-expanded': open,
      onclick: () => choose(place),
      onmouseenter: () => state.hover(place, null, 'list'),
      onmouseleave: () => state.hover(null, null, 'list'),
      onfocus: () => state.hover(place, null, 'list'),
      onblur: () => state.hover(null, null, 'list'),
    },
    make('i', { class: `dot ${place.kind}` +
      (found.sure / found.many < 0.5 ? ' hollow' : ''), 'aria-hidden': 'true' }),
    make('span', { class: 'name' }, place.name,
      make('small', {}, place.where || place.kind), bar),
    make('span', { class: 'many', title: plural(found.many, 'mention') },
      grouped(order === 'articles' ? found.articles.size : found.many),
      make('span', { class: 'aloud' },
        order === 'articles' ? ' articles' : ' mentions')));
    const item = make('li', { class: open ? 'open' : '' }, button);
    if (open) item.append(make('div', { class: 'quotes' }, ...quotes(found)));
    rows.set(place, item);
    return item;
  }

  function show(view) {
    rows.clear();
    const source = state.filters.place ? view.context : view.places;
    const found = [...source.values()].sort(ORDERS[order][1]);
    const most = Math.max(1, ...found.map(one => one.many));
    const head = make('div', { class: 'list-head' },
      make('span', {}, plural(found.length, 'place')),
      make('label', {}, 'by ', make('select', {
        onchange: event => { order = event.target.value; show(state.view); },
      }, ...Object.entries(ORDERS).map(([value, [name]]) =>
        make('option', { value, selected: value === order }, name)))));
    const focused = list.contains(document.activeElement) &&
      document.activeElement.matches('.place');
    fill(list, head, ...(found.length ?
      longList(found, one => row(one, most)) :
      [make('p', { class: 'empty' }, 'No place passes the filters.')]));
    const open = rows.get(state.filters.place);
    if (focused && open) open.querySelector('button').focus();
  }

  page.tabs.register('places', show);
  state.onHover((place, mention, from) => {
    for (const [at, item] of rows)
      item.classList.toggle('lit', at === place && from !== 'list');
  });
  return { choose };
})();
