/* Small tools. Elements are made here and nowhere else, and text gets into them
 * as text: no string is ever read as HTML. */
page.tools = (() => {
  const byId = id => document.getElementById(id);

  /* make('p', {class: 'sum', onclick: f}, 'text', child, ...) */
  function make(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (value === undefined || value === null || value === false) continue;
      if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
      else element.setAttribute(key, value === true ? '' : value);
    }
    element.append(...children.filter(child => child !== null &&
      child !== undefined && child !== false));
    return element;
  }

  const fill = (element, ...children) => {
    element.replaceChildren(...children);
    return element;
  };

  const grouped = number => number.toLocaleString('en');
  const plural = (number, word) =>
    `${grouped(number)} ${word}${number === 1 ? '' : 's'}`;
  const percent = share => `${Math.round(share * 100)}\u00a0%`;

  /* A reason is a clause; here it becomes a sentence. */
  const sentence = clause =>
    clause && clause[0].toUpperCase() + clause.slice(1) + '.';

  const dayText = (day, options) =>
    new Date(day * page.data.DAY).toLocaleDateString('en-GB',
      { timeZone: 'UTC', ...(options ||
        { day: 'numeric', month: 'short', year: 'numeric' }) });

  /* Says something to who listens to the page. */
  const say = text => { byId('aloud').textContent = text; };

  /* Runs f once before the next picture, however often it is asked for. */
  function oncePerFrame(f) {
    let asked = false;
    return () => {
      if (asked) return;
      asked = true;
      requestAnimationFrame(() => { asked = false; f(); });
    };
  }

  /* A list that shows `step` items and a button for the next ones. */
  function longList(items, rowOf, step = 100) {
    const list = make('ol', { class: 'rows' });
    const more = make('button', { type: 'button', class: 'quiet more' });
    let shown = 0;
    const grow = focus => {
      const from = shown;
      shown = Math.min(items.length, shown + step);
      list.append(...items.slice(from, shown).map(rowOf));
      const left = items.length - shown;
      more.hidden = !left;
      more.textContent = `Show ${grouped(Math.min(step, left))} more`;
      if (focus) list.children[from]?.querySelector('button')?.focus();
    };
    more.addEventListener('click', () => grow(true));
    grow(false);
    return [list, more];
  }

  function download(name, type, text) {
    const link = make('a', {
      download: name, href: URL.createObjectURL(new Blob([text], { type })),
    });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  return { byId, make, fill, grouped, plural, percent, sentence, dayText, say,
    oncePerFrame, longList, download };
})();
