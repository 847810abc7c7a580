/* The filters: what is searched, how sure it must be, and which kinds and uses
 * count. The kinds are the map's legend too: each with its colour and count. */
page.filters = (() => {
  const { byId, make, fill, grouped, oncePerFrame } = page.tools;
  const { state } = page;
  const { KINDS, USES } = page.data;
  const NAMES = { city: 'City', quarter: 'Quarter',
    division: 'Division', country: 'Country', continent: 'Continent',
    region: 'Region', water: 'Water', terrain: 'Terrain',
    facility: 'Facility', unplaced: 'Unplaced' };
  const TELLS = { literal: 'the place itself: in Moscow',
    associative: 'who is there: Moscow said',
    demonym: 'people, or an adjective: Russian',
    embedded: 'inside another name: Kyiv Post' };

  function toggle(set, value) {
    const next = new Set(set);
    if (!next.delete(value)) next.add(value);
    return next;
  }

  function chip(name, title, field, value, colour) {
    const count = make('span', { class: 'count' });
    const button = make('button', {
      type: 'button', class: 'chip', title,
      onclick: () => state.set({ [field]: toggle(state.filters[field], value) }),
    }, colour && make('i', { class: `dot ${colour}`, 'aria-hidden': 'true' }),
    name, count);
    return { button, count, field, value };
  }

  const kinds = [...KINDS, state.UNPLACED].map(kind =>
    chip(NAMES[kind], null, 'kinds', kind, kind));
  const uses = USES.map(use =>
    chip(use[0].toUpperCase() + use.slice(1), TELLS[use], 'uses', use));
  fill(byId('kinds'), ...kinds.map(one => one.button));
  fill(byId('uses'), ...uses.map(one => one.button));

  /* What there is none of at all needs no button. */
  const known = new Set(page.data.mentions.flatMap(mention =>
    [state.kindOf(mention), mention.use]));

  function showChip(one, counts) {
    const on = state.filters[one.field].has(one.value);
    const many = counts.get(one.value) || 0;
    one.button.setAttribute('aria-pressed', on);
    one.count.textContent = grouped(many);
    one.button.hidden = !known.has(one.value);
  }

  const search = byId('search'), sure = byId('sure');
  search.addEventListener('input', oncePerFrame(() =>
    state.set({ search: search.value })));
  sure.addEventListener('input', oncePerFrame(() =>
    state.set({ sure: sure.value / 100 })));
  byId('reset').addEventListener('click', () => {
    state.reset();
    search.focus();
  });

  function show(view, filters) {
    for (const one of kinds) showChip(one, view.kinds);
    for (const one of uses) showChip(one, view.uses);
    if (search.value !== filters.search) search.value = filters.search;
    sure.value = Math.round(filters.sure * 100);
    byId('sure-value').textContent = `${sure.value} %`;
    byId('reset').hidden = !state.filtered();
    byId('filters-on').textContent = state.filtered() ? '· on' : '';
  }

  state.onChange(show);
  if (matchMedia('(max-width: 859px)').matches)
    byId('filters').removeAttribute('open');
  return { NAMES };
})();
