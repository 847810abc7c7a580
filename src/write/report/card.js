/* The card of a mention: which place it is taken for, how sure that is and why,
 * what else it may be, and the reader's decision on it. */
page.card = (() => {
  const { byId, make, fill, percent, grouped, sentence } = page.tools;
  const { state, decisions } = page;
  const card = byId('card');
  let shown = null, picking = false, point = null, picked = null;

  const SCOPES = [['mention', 'here only'],
    ['article', 'this name in this article'],
    ['name', 'this name in all articles']];

  function meter(name, share) {
    const bar = make('i', { class: 'meter', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', `${Math.round(share * 100)}%`);
    return make('span', { class: 'measure' }, name, ' ', percent(share), bar);
  }

  const about = place => [place.where || null, place.kind,
    place.population ? `${grouped(place.population)} people` : null]
    .filter(Boolean).join(' · ');

  /* ---------------------------------------------------------- options -- */

  function option(value, place, extra, chosen) {
    return make('label', { class: 'option',
      onmouseenter: () => place && state.hover(place, shown, 'card'),
      onmouseleave: () => state.hover(shown?.place, shown, 'card') },
    make('input', { type: 'radio', name: 'candidate', value,
      checked: chosen, onchange: () => { pick(value, place); } }),
    make('span', { class: 'name' }, place ? place.name : value === 'reject' ?
      'No place, or none of these' : 'Somewhere else: click on the map',
    place && make('small', {}, about(place))),
    make('span', { class: 'share' }, extra || ''));
  }

  function candidates() {
    const list = shown.candidates.slice();
    if (shown.place && !list.some(one => one.place === shown.place))
      list.unshift({ place: shown.place, share: null });
    return list;
  }

  function pick(value, place) {
    picked = value;
    picking = value === 'point';
    page.map.leaflet.getContainer().classList.toggle('picking', picking);
    card.classList.toggle('picking', picking);
    if (picking) byId('map').scrollIntoView({ block: 'nearest' });
    if (place && !page.map.inView(place)) page.map.goTo(place);
    if (place) state.hover(place, shown, 'card');
    nameAction();
  }

  /* The button says what it will do. */
  function nameAction() {
    const button = byId('card-decide');
    button.disabled = !picked || (picked === 'point' && !point);
    button.textContent = picked === 'reject' ? 'Reject' :
      picked === 'point' ? (point ? 'Put it there' : 'Click on the map') :
      shown.was && picked === String(shown.was.index) ? 'Accept' : 'Change';
  }

  function chosenPlace() {
    if (picked === 'reject') return null;
    if (picked === 'point')
      return { ref: null, name: shown.text, where: '', ...point };
    return candidates().map(one => one.place)
      .find(place => String(place.index) === picked);
  }

  function decide() {
    const place = chosenPlace(), mention = shown;
    decisions.decide(mention, place, byId('card-scope').value);
    page.map.leaflet.getContainer().classList.remove('picking');
    open(mention);
    state.hover(mention.place, mention, 'card');
  }

  function form() {
    const now = shown.verdict === 'reject' ? 'reject' :
      shown.place ? String(shown.place.index) : null;
    const mine = decisions.of(shown);
    picked = now;
    const radios = candidates().map(({ place, share }) => option(
      String(place.index), place, share === null ? '' : percent(share),
      String(place.index) === now));
    return make('form', { class: 'decide', onsubmit: event => {
      event.preventDefault();
      decide();
    } },
    make('fieldset', {}, make('legend', {}, 'Which place is it?'), ...radios,
      option('reject', null, '', now === 'reject'),
      option('point', null, '', false)),
    make('div', { class: 'act' },
      make('label', {}, make('span', { class: 'aloud' }, 'It holds '),
        make('select', { id: 'card-scope' }, ...SCOPES.map(([value, name]) =>
          make('option', { value, selected: mine?.scope === value }, name)))),
      mine && make('button', { type: 'button', class: 'quiet',
        onclick: () => { const one = shown; decisions.undo(one); open(one); } },
      'Undo'),
      make('button', { type: 'submit', class: 'main', id: 'card-decide' })));
  }

  /* ------------------------------------------------------------- card -- */

  function verdict() {
    if (shown.verdict)
      return { accept: 'You accepted it.', change: 'You changed it.',
        reject: 'You rejected it.' }[shown.verdict];
    return sentence(shown.reasons);
  }

  function open(mention) {
    shown = mention;
    point = null;
    picking = false;
    card.classList.remove('picking');
    const place = mention.place;
    fill(card,
      make('div', { class: 'card-head' },
        make('h3', {}, make('i', { class: `dot ${place ? place.kind : 'none'}`,
          'aria-hidden': 'true' }), place ? place.name :
          mention.verdict === 'reject' ? 'Rejected' : 'No place found'),
        make('button', { type: 'button', class: 'quiet close',
          'aria-label': 'Close', onclick: () => close(true) }, '×')),
      make('p', { class: 'card-about' }, `“${mention.text}”, ${mention.use}`,
        mention.modifier.words ? ` · “${mention.modifier.words}”` : '',
        place ? ` · ${about(place)}` : ''),
      !mention.verdict && make('p', { class: 'measures' },
        meter('a place', mention.isPlace),
        meter('and this one', mention.sure)) || '',
      make('p', { class: 'why' }, verdict()),
      form());
    card.hidden = false;
    nameAction();
  }

  function close(back) {
    if (!shown) return;
    const mention = shown;
    shown = null;
    picking = false;
    card.hidden = true;
    page.map.leaflet.getContainer().classList.remove('picking');
    const button = page.reader.buttonOf(mention);
    button?.setAttribute('aria-pressed', false);
    state.hover(null, null, 'card');
    if (back) button?.focus();
  }

  /* A click on the map, while one is waited for. @return it was taken */
  function takesPoint(at) {
    if (!shown || !picking) return false;
    const { lat, lng } = at.wrap();
    point = { lat, lon: lng };
    nameAction();
    state.hover({ ...point, name: shown.text, kind: 'city' }, shown, 'card');
    return true;
  }

  card.addEventListener('keydown', event => {
    if (event.key === 'Escape') close(true);
  });
  return { open, close, takesPoint };
})();
