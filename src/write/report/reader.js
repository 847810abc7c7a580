/* The article, with its mentions marked: the colour tells the kind, the line
 * below how sure it is. Pointing at one lights its place on the map, and the
 * other way round; choosing one opens its card. */
page.reader = (() => {
  const { byId, make, fill, plural, percent } = page.tools;
  const { state, map } = page;
  const { sliceOf, labelOf } = page.data;
  const reader = byId('reader'), lists = reader.parentElement;
  const TEXT = 0, TITLE = 1;
  let open = null, buttons = new Map(), origin = null;

  /* ------------------------------------------------------------ marks -- */

  const sureness = mention => !mention.place ? 'none' :
    mention.sure >= 0.8 ? '' : mention.sure >= 0.5 ? 'fair' : 'unsure';

  function describe(mention) {
    if (mention.verdict === 'reject') return 'rejected by you';
    if (!mention.place) return 'no place';
    return `${labelOf(mention.place)}, ${mention.place.kind}, ` +
      `${percent(mention.sure)} sure`;
  }

  function dress(button, mention) {
    button.className = ['m', sureness(mention), mention.place?.kind || '',
      mention.verdict || (mention.decided ? 'kept' : ''),
      mention.shown || mention.verdict === 'reject' ? '' : 'out'].filter(Boolean).join(' ');
    button.title = describe(mention);
  }

  function button(mention, text) {
    const element = make('button', { type: 'button',
      onclick: () => choose(mention),
      onmouseenter: () => state.hover(mention.place, mention, 'text'),
      onmouseleave: () => state.hover(null, null, 'text'),
      onfocus: () => state.hover(mention.place, mention, 'text'),
      onblur: () => state.hover(null, null, 'text'),
    }, text);
    dress(element, mention);
    buttons.set(mention, element);
    return element;
  }

  /* The text from one unit to another, cut at its mentions. Where spans were
   * given that overlap, the first is marked. */
  function marked(article, part, from, to) {
    const text = article.parts[part], out = [];
    let at = from;
    for (const mention of article.mentions) {
      if (mention.part !== part) continue;
      const cut = sliceOf(article, part, mention.begin, mention.end);
      if (cut.begin < at || cut.end > to) continue;
      out.push(text.slice(at, cut.begin),
        button(mention, text.slice(cut.begin, cut.end)));
      at = cut.end;
    }
    out.push(text.slice(at, to));
    return out;
  }

  /* Paragraphs are parted by empty lines, or by lines where there are none. */
  function paragraphs(article, from) {
    const text = article.parts[TEXT], out = [];
    const gap = /\n[ \t\r]*\n\s*/.test(text.slice(from).trim()) ?
      /\n[ \t\r]*\n\s*/g : /\n\s*/g;
    gap.lastIndex = from;
    let at = from, match;
    const add = end => {
      if (text.slice(at, end).trim())
        out.push(make('p', {}, ...marked(article, TEXT, at, end)));
    };
    while ((match = gap.exec(text))) {
      add(match.index);
      at = gap.lastIndex;
    }
    add(text.length);
    return out;
  }

  /* A title that is not apart is the beginning of the text; so is, without a
   * title, a short first line with an empty one behind it. */
  function headlineEnd(title, text, lead) {
    if (title && text.startsWith(title, lead)) return lead + title.length;
    const line = /^[^\n]{1,140}[^\n.](?=\s*\n[ \t\r]*\n)/.exec(text.slice(lead));
    return line ? lead + line[0].length : 0;
  }

  function content(article) {
    const title = article.parts[TITLE], text = article.parts[TEXT];
    if (article.apart)
      return [make('h2', {}, ...marked(article, TITLE, 0, title.length)),
        ...paragraphs(article, 0)];
    const lead = text.length - text.trimStart().length;
    const end = headlineEnd(title, text, lead);
    if (!end)
      return [make('h2', { class: 'aloud' }, article.heading),
        ...paragraphs(article, 0)];
    return [make('h2', {}, ...marked(article, TEXT, lead, end)),
      ...paragraphs(article, end)];
  }

  function link(article) {
    if (!/^https?:\/\//i.test(article.url)) return null;
    return make('a', { href: article.url, rel: 'noopener noreferrer',
      target: '_blank' }, 'Original');
  }

  /* ---------------------------------------------------------- opening -- */

  function show(article) {
    buttons = new Map();
    const list = page.data.articles, next = list[article.number + 1];
    const last = list[article.number - 1];
    fill(reader,
      make('div', { class: 'reader-head' },
        make('button', { type: 'button', class: 'quiet', onclick: close },
          '← All'),
        make('span', { class: 'steps' },
          make('button', { type: 'button', class: 'quiet', disabled: !last,
            'aria-label': 'Previous article',
            onclick: () => openArticle(last) }, '‹'),
          make('button', { type: 'button', class: 'quiet', disabled: !next,
            'aria-label': 'Next article',
            onclick: () => openArticle(next) }, '›'))),
      make('p', { class: 'kicker' }, page.articles.kicker(article), ' ', link(article) || ''),
      ...content(article),
      make('p', { class: 'foot' }, plural(article.mentions.length, 'mention')));
  }

  function openArticle(article, mention) {
    if (!article) return;
    origin ??= document.activeElement;
    open = article;
    page.card.close();
    reader.hidden = false;
    state.set({ article, place: null });
    show(article);
    lists.classList.add('reading');
    reader.scrollTop = 0;
    reader.focus({ preventScroll: true });
    if (matchMedia('(max-width: 859px)').matches)
      byId('panel').scrollIntoView();
    if (!mention) map.showAll([...state.view.places.values()], true);
    else choose(mention);
  }

  /* Puts the article away, without a change of what the panel shows. */
  function leave() {
    if (!open) return;
    open = null;
    reader.hidden = true;
    lists.classList.remove('reading');
    page.card.close();
    state.set({ article: null });
  }

  function close() {
    leave();
    if (origin?.isConnected) origin.focus();
    origin = null;
  }

  function choose(mention) {
    page.card.open(mention);
    for (const [one, element] of buttons)
      element.setAttribute('aria-pressed', one === mention);
    buttons.get(mention)?.scrollIntoView({ block: 'nearest' });
    if (mention.place && !map.inView(mention.place)) map.goTo(mention.place);
  }

  state.onChange(() => {
    for (const [mention, element] of buttons) dress(element, mention);
  });
  state.onHover((place, mention) => {
    for (const [one, element] of buttons)
      element.classList.toggle('lit', !!place && one.place === place);
  });
  reader.addEventListener('keydown', event => {
    if (event.key === 'Escape') close();
  });
  return { open: openArticle, leave, buttonOf: one => buttons.get(one) };
})();
