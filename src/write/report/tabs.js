/* The three lists that share the panel. Only the one that is seen is made; the
 * others are made when they come up, if something has changed since. The arrow
 * keys go from tab to tab. */
page.tabs = (() => {
  const { byId } = page.tools;
  const NAMES = ['places', 'articles', 'unplaced'];
  const makers = {}, stale = new Set();
  let current = 'places';

  const reading = () => !byId('reader').hidden;

  function refresh(name) {
    if (name === current && !reading()) {
      stale.delete(name);
      makers[name](page.state.view);
    } else {
      stale.add(name);
    }
  }

  /* Has a list made anew whenever it is seen and the filters have changed. */
  function register(name, maker) {
    makers[name] = maker;
    page.state.onChange(() => refresh(name));
  }

  function show(name) {
    current = name;
    for (const one of NAMES) {
      const on = one === name, tab = byId('tab-' + one);
      tab.setAttribute('aria-selected', on);
      tab.tabIndex = on ? 0 : -1;
      byId('list-' + one).hidden = !on;
    }
    page.reader?.leave();
    if (stale.has(name)) refresh(name);
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
  return { show, register };
})();
