/* The articles in the order of the input, those without a mention that passes
 * the filters left out; and the mentions that have no place, a list of what is
 * left to do. */
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

  page.tabs.register('articles', showArticles);
  page.tabs.register('unplaced', showUnplaced);
  state.onChange(view => {
    byId('tab-unplaced').textContent = 'Unplaced' + (view.unplaced.length ?
      ` ${grouped(view.unplaced.length)}` : '');
  });
  return { kicker };
})();
