// A card for each column: what its cells are, how they are distributed, how many are missing.

const SHOWN_CARDS = 24;
const SHOWN_LEVELS = 6;

const SVG = 'http://www.w3.org/2000/svg';

function drawn(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, String(value)));
  made.append(...children);
  return made;
}

function columnCards(block) {
  const entries = rowsOf(block.rows);
  const grid = element('div', 'cards', ...entries.slice(0, SHOWN_CARDS).map((entry) => columnCard(block, entry)));
  const figure = element('figure', 'column-cards', element('figcaption', '', block.title), grid);
  if (entries.length > SHOWN_CARDS) {
    const more = button(`Show all ${entries.length.toLocaleString('en')} columns`, () => {
      grid.append(...entries.slice(SHOWN_CARDS).map((entry) => columnCard(block, entry)));
      more.remove();
    });
    figure.append(more);
  }
  addSampling(figure, block);
  return figure;
}

function columnCard(block, entry) {
  const name = shown(valueOf(block.name, entry), 'TEXT');
  const head = element('div', 'card-head', element('h4', '', ...breakable(name)), element('span', 'type', shown(valueOf(block.type, entry), 'TEXT')));
  const bins = valueOf(block.bins, entry) ?? [];
  const levels = Object.entries(valueOf(block.levels, entry) ?? {});
  const facts = block.facts.filter((field) => valueOf(field, entry) !== null);
  return element(
    'div',
    'card',
    head,
    ...(bins.length > 0 ? [smallHistogram(name, bins)] : levels.length > 0 ? [levelBars(levels)] : []),
    missingBar(block.missing, entry),
    element('dl', '', ...facts.map((field) => element('div', '', element('dt', '', field.title), factOf(field, entry)))),
  );
}

/** A name that may be broken after its signs. */
function breakable(name) {
  return name.split(/(?<=[_./-])/).flatMap((part, index) => (index === 0 ? [part] : [document.createElement('wbr'), part]));
}

function factOf(field, entry) {
  const value = valueOf(field, entry);
  return withDigits(element('dd', '', shown(value, field.format)), value, field.format);
}

/** Bars of the bins with the ends of their axis; what a bar holds is under the pointer. */
function smallHistogram(name, bins) {
  const most = Math.max(...bins.map((bin) => bin.count));
  const bars = bins.map((bin, index) => {
    const height = bin.count === 0 ? 0 : Math.max(1, (48 * bin.count) / most);
    const title = drawn('title', {}, `${binName([bin.from, bin.to], 'NUMBER')}: ${exact(bin.count, 'COUNT')} cells`);
    const place = { x: index + 0.04, width: 0.92 };
    return drawn('g', {}, drawn('rect', { ...place, y: 48 - height, height, class: 'bar' }), drawn('rect', { ...place, y: 0, height: 48, class: 'reach' }, title));
  });
  const picture = drawn('svg', { viewBox: `0 0 ${bins.length} 48`, preserveAspectRatio: 'none', role: 'img', 'aria-label': `Distribution of ${name}` }, ...bars);
  const isWhole = isAboutWhole(bins[0].from, bins[0].to);
  const [least, largest] = [isWhole ? bins[0].at : bins[0].from, isWhole ? bins.at(-1).at : bins.at(-1).to].map((end) => shown(end, 'NUMBER'));
  return element('div', 'small-histogram', picture, element('div', 'ends', element('span', '', least), element('span', '', largest)));
}

/** The commonest levels, each as a bar with its count. */
function levelBars(levels) {
  const sorted = levels.toSorted((a, b) => b[1] - a[1]);
  const most = Math.max(1, sorted[0][1]);
  const lines = sorted.slice(0, SHOWN_LEVELS).map(([level, count]) => {
    const bar = element('div', 'bar');
    bar.style.width = `${(100 * count) / most}%`;
    const line = element('div', 'level', element('span', 'name', level), element('div', 'track', bar), element('span', 'count', shown(count, 'COUNT')));
    line.title = level;
    return line;
  });
  const more = sorted.length - SHOWN_LEVELS;
  return element('div', 'levels', ...lines, ...(more > 0 ? [element('div', 'more', `and ${more.toLocaleString('en')} more`)] : []));
}

/** The part that is missing, as a bar and a number; a column without gaps says so. */
function missingBar(field, entry) {
  const part = valueOf(field, entry);
  if (part === null) {
    return '';
  }
  if (part === 0) {
    return element('div', 'whole', `none ${field.title}`);
  }
  const bar = element('div', 'bar');
  bar.style.width = `${100 * part}%`;
  return withDigits(element('div', 'missing', element('div', 'track', bar), `${shown(part, field.format, 3)} ${field.title}`), part, field.format);
}
