/* Time: how often places are mentioned each day, week, month or year, and a
 * brush over it. Two handles say from when to when; they are dragged, or moved
 * by the arrow keys. A drag anywhere else draws a new stretch. */
page.timeline = (() => {
  const { byId, make, fill, dayText, plural, oncePerFrame } = page.tools;
  const { state } = page;
  const { articles, mentions, DAY } = page.data;
  const SVG = 'http://www.w3.org/2000/svg';
  const HEIGHT = 44, FOOT = 16;

  let first = Infinity, last = -Infinity, undated = 0;
  for (const mention of mentions) {
    if (mention.day === null) undated += mention.many;
    else if (mention.day < first) first = mention.day;
    if (mention.day !== null && mention.day > last) last = mention.day;
  }
  const any = last > first;
  byId('time').hidden = !any;
  if (!any) return { any };

  const days = last - first + 1;
  const step = days <= 120 ? 1 : days <= 800 ? 7 : days <= 4000 ? 30.4375 :
    365.25;
  const bins = Math.ceil(days / step);
  const span = bins * step; /* the last bin is as wide as the others */
  const chart = byId('time-chart');
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');

  const shape = (name, attributes) => {
    const element = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes))
      element.setAttribute(key, value);
    return element;
  };

  let wide = chart.clientWidth || 300;
  const width = () => wide;
  const xOf = day => (day - first) / span * width();
  const dayAt = x => Math.min(last, Math.max(first,
    first + Math.floor(x / width() * span)));

  /* ------------------------------------------------------------- bars -- */

  function countBins(counted) {
    const counts = new Array(bins).fill(0);
    for (const [day, many] of counted)
      counts[Math.min(bins - 1, Math.floor((day - first) / step))] += many;
    return counts;
  }

  function bars(counted, from, to) {
    const counts = countBins(counted), most = Math.max(1, ...counts);
    const slot = wide / bins;
    const bar = Math.max(1, Math.min(slot - 1, 64));
    return counts.map((many, i) => {
      const day = first + i * step;
      const on = from === null || (day + step > from && day <= to);
      const high = many ? Math.max(2, many / most * HEIGHT) : 0;
      return shape('rect', { x: i * slot + (slot - bar) / 2,
        y: HEIGHT - high, width: bar, height: high,
        class: on ? 'bar' : 'bar off' });
    });
  }

  /* First days of years, months, or the days themselves, about 90 px apart. */
  function ticks() {
    const room = Math.max(2, Math.floor(width() / 90));
    const options = span > 900 ? { year: 'numeric' } :
      span > 60 ? { month: 'short', year: 'numeric' } :
      { day: 'numeric', month: 'short' };
    const texts = [];
    for (let i = 0; i < room; i++) {
      const day = first + Math.round((days - 1) * i / (room - 1));
      const label = shape('text', { x: i === room - 1 ? width() :
        i ? xOf(day + 0.5) : 0, y: HEIGHT + FOOT - 3, class: 'tick',
        'text-anchor': i === room - 1 ? 'end' : i ? 'middle' : 'start' });
      label.textContent = dayText(day, options);
      if (texts.at(-1)?.textContent !== label.textContent) texts.push(label);
    }
    return texts;
  }

  /* ---------------------------------------------------------- handles -- */

  function handle(end, name) {
    return make('button', {
      type: 'button', class: `handle ${end}`, role: 'slider',
      'aria-label': name, 'aria-orientation': 'horizontal',
      'aria-valuemin': first, 'aria-valuemax': last,
      onkeydown: event => moveByKey(event, end),
    });
  }

  const from = handle('from', 'Show from'), to = handle('to', 'Show up to');
  const stretch = make('div', { class: 'stretch', 'aria-hidden': 'true' });
  fill(chart, svg, stretch, from, to);

  function choose(a, b) {
    const low = Math.min(a, b), high = Math.max(a, b);
    const all = low <= first && high >= last;
    state.set({ from: all ? null : low, to: all ? null : high });
  }

  const bounds = () => [state.filters.from ?? first, state.filters.to ?? last];

  function moveByKey(event, end) {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1,
      PageDown: -10, PageUp: 10, Home: -days, End: days }[event.key];
    if (!by) return;
    event.preventDefault();
    const [low, high] = bounds(), far = Math.round(by * Math.max(1, step));
    const within = (day, least, most) =>
      Math.min(most, Math.max(least, day + far));
    if (end === 'from') choose(within(low, first, high), high);
    else choose(low, within(high, low, last));
  }

  let drag = null;
  const dragged = oncePerFrame(() => drag && choose(drag.anchor, drag.at));

  chart.addEventListener('pointerdown', event => {
    const [low, high] = bounds();
    const at = dayAt(event.clientX - chart.getBoundingClientRect().left);
    const anchor = event.target === from ? high :
      event.target === to ? low : at;
    drag = { anchor, at };
    chart.setPointerCapture(event.pointerId);
    if (event.target !== from && event.target !== to) event.preventDefault();
  });
  chart.addEventListener('pointermove', event => {
    if (!drag) return;
    drag.at = dayAt(event.clientX - chart.getBoundingClientRect().left);
    drag.moved = true;
    dragged();
  });
  chart.addEventListener('pointerup', () => {
    if (drag && drag.moved) choose(drag.anchor, drag.at);
    drag = null;
  });
  chart.addEventListener('pointercancel', () => { drag = null; });
  byId('time-all').addEventListener('click', () =>
    state.set({ from: null, to: null }));

  /* ------------------------------------------------------------- show -- */

  function showHandles(low, high) {
    const left = xOf(low), right = xOf(high + 1);
    from.style.left = `${left}px`;
    to.style.left = `${right}px`;
    stretch.style.left = `${left}px`;
    stretch.style.width = `${right - left}px`;
    for (const [element, day] of [[from, low], [to, high]]) {
      element.setAttribute('aria-valuenow', day);
      element.setAttribute('aria-valuetext', dayText(day));
    }
  }

  function show() {
    const { from: low, to: high } = state.filters;
    svg.setAttribute('viewBox', `0 0 ${width()} ${HEIGHT + FOOT}`);
    svg.setAttribute('height', HEIGHT + FOOT);
    svg.replaceChildren(...bars(state.view.days, low, high), ...ticks());
    showHandles(...bounds());
    chart.classList.toggle('brushed', low !== null);
    byId('time-all').hidden = low === null;
    byId('time-range').textContent = low === null ?
      `${dayText(first)} – ${dayText(last)}` +
        (undated ? `, and ${plural(undated, 'mention')} without a date` : '') :
      low === high ? dayText(low) : `${dayText(low)} – ${dayText(high)}`;
  }

  state.onChange(show);
  new ResizeObserver(oncePerFrame(() => {
    wide = chart.clientWidth || wide;
    show();
  })).observe(chart);
  return { any, first, last, articles, DAY };
})();
