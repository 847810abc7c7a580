/* The articles in the order of the input, those without a mention that passes
 * the filters left out; and the mentions that have no place, a list of what is
 * left to do. Three tabs share the panel; the arrow keys go between them. */
page.tabs = (() => {
  const { byId } = page.tools;
  const NAMES = ['places', 'articles', 'unplaced'];
  let current = 'places';

  function show(name) {
    current = name;
    for (const one of NAMES) {
      const on = one === name, tab = byId('tab-' + one);
      tab.setAttribute('aria-selected', on);
      tab.tabIndex = on ? 0 : -1;
      byId('list-' + one).hidden = !on;
    }
    page.reader?.leave();
  }

  for (const name of NAMES) {
    byId('tab-' + name).addEventListener('click', () => show(name));
    byId('tab-' + name).addEventListener('keydown', event => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      const next = NAMES[(NAMES.indexOf(name) + by + 3) % 3];
      show(next);
      byId('tab-' + next).focus();
    });
  }
  return { show, get current() { return current; } };
})();

page.articles = (() => {
  const { byId, make, fill, grouped, plural, dayText, longList } = page.tools;
  const { state } = page;
  const { articles, whole } = page.data;

  /* Who wrote it and when; else the name of its file. */
  const kicker = article => [article.source,
    article.day !== null && dayText(article.day)].filter(Boolean).join(' · ') ||
    article.id.split('/').pop();

  function row(article, many) {
    return make('li', {}, make('button', { type: 'button', class: 'article',
      onclick: () => page.reader.open(article) },
    make('span', { class: 'kicker' }, kicker(article)),
    make('span', { class: 'heading' }, article.heading),
    make('span', { class: 'many' }, plural(many, 'mention'))));
  }

  function showArticles(view) {
    const shown = articles.filter(article => view.articles.has(article));
    const silent = state.filtered() || state.filters.place ? 0 :
      articles.length - shown.length;
    fill(byId('list-articles'),
      make('div', { class: 'list-head' }, make('span', {},
        plural(shown.length, 'article') +
        (silent ? `; ${grouped(silent)} without a place` : ''))),
      whole > articles.length && make('p', { class: 'empty' },
        `The first ${grouped(articles.length)} of ${grouped(whole)} articles ` +
        'can be read here. Of the others the mentions are counted.') || '',
      ...longList(shown, article => row(article, view.articles.get(article))));
  }

  function unplaced(mention) {
    const { left, name, right } = page.data.excerptOf(mention);
    return make('li', {}, make('button', { type: 'button', class: 'quote',
      onclick: () => page.reader.open(mention.article, mention) },
    make('span', { class: 'said' }, left, make('mark', {}, name), right),
    make('span', { class: 'by' }, mention.article.heading)));
  }

  function showUnplaced(view) {
    const list = view.unplaced.filter(mention => mention.article);
    const many = view.unplaced.reduce((sum, one) => sum + one.many, 0);
    fill(byId('list-unplaced'),
      make('div', { class: 'list-head' },
        make('span', {}, `${plural(many, 'name')} without a place`)),
      ...(list.length ? longList(list, unplaced) :
        [make('p', { class: 'empty' }, 'Every name has its place.')]));
  }

  function show(view) {
    showArticles(view);
    showUnplaced(view);
    byId('tab-unplaced').textContent = 'Unplaced' + (view.unplaced.length ?
      ` ${grouped(view.unplaced.length)}` : '');
  }

  state.onChange(show);
  return { kicker };
})();
