// Puts the page together from its layout.

function wordsOf(block) {
  const found = block.from ? lookUp(block.from, DATA) : block.text;
  const texts = (Array.isArray(found) ? found : [found]).filter((text) => text !== null && text !== undefined && text !== '');
  return element('div', `words ${block.tone.toLowerCase()}`, ...texts.map((text) => element('p', '', String(text))));
}

function factsOf(block) {
  const list = element('dl', 'facts');
  for (const fact of block.facts) {
    const value = lookUp(fact.from, DATA);
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) {
      continue;
    }
    const text = shown(value, fact.format);
    const isCommand = fact.from === '/origin/command';
    list.append(element('div', text.length > 28 ? 'wide' : '', element('dt', '', fact.name), withDigits(element('dd', '', isCommand ? element('code', '', text) : text), value, fact.format)));
  }
  return element('div', 'facts-block', ...(block.title ? [element('h3', '', block.title)] : []), list);
}

function multiplesOf(block) {
  const charts = element('div', 'multiples', ...block.charts.map(blockOf));
  return element('div', 'multiples-block', element('h3', '', block.title), charts);
}

function blockOf(block) {
  switch (block.kind) {
    case 'words':
      return wordsOf(block);
    case 'facts':
      return factsOf(block);
    case 'table':
      return rowTable(block);
    case 'images':
      return imageGrid(block);
    case 'imageLines':
      return imageLines(block);
    case 'lines':
      return lineChart(block);
    case 'bars':
      return barChart(block);
    case 'histogram':
      return histogram(block);
    case 'cards':
      return columnCards(block);
    case 'scatter':
      return scatterMap(block);
    case 'heatmap':
      return heatmap(block);
    case 'multiples':
      return multiplesOf(block);
    default:
      throw new Error(`no block is called ${block.kind}`);
  }
}

/** Charts stand two by two; one that has no neighbour takes the whole width. */
function widenLoneCharts(section) {
  let run = [];
  for (const child of [...section.children, null]) {
    if (child?.matches('figure.chart')) {
      run.push(child);
    } else {
      if (run.length % 2 === 1) {
        run.at(-1).classList.add('wide');
      }
      run = [];
    }
  }
}

/** A section; one that is folded shows its title until somebody opens it. */
function sectionOf(section) {
  const title = element('h2', '', section.title);
  const blocks = element('div', 'blocks', ...section.blocks.map(blockOf));
  widenLoneCharts(blocks);
  return section.folded
    ? element('section', '', element('details', '', element('summary', '', title), blocks))
    : element('section', '', title, blocks);
}

function unfold(section) {
  section.querySelectorAll('details').forEach((details) => (details.open = true));
}

function buildPage() {
  const main = document.querySelector('main');
  const contents = document.querySelector('nav');
  document.querySelector('header').append(themeButton());
  LAYOUT.forEach((section, index) => {
    const made = sectionOf(section);
    made.id = `section-${index + 1}`;
    main.append(made);
    const anchor = element('a', '', section.title);
    anchor.href = `#${made.id}`;
    anchor.addEventListener('click', () => unfold(made));
    contents.append(anchor);
  });
  refreshTheme();
  document.documentElement.dataset.ready = 'true';
  // For tests and for the curious: what is drawn, what is selected, what it was drawn from.
  window.eckart = Object.freeze({ charts: CHARTS, data: DATA, select: (name, ids) => linkOf({ name }).set(new Set(ids)), logTicks, ratioTicks, shown, exact });
}

buildPage();
addEventListener('beforeprint', () => unfold(document));
// After the first layout, in which those in sight are drawn.
requestAnimationFrame(() => setTimeout(drawNext));
