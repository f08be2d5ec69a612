// The frame around every chart: title, buttons, the drawing or its table, and what was sampled.

const CHARTS = [];

// Charts out of sight are drawn one by one while nothing else is to do, so that a page with many is there at once.
const WAITING = [];

function drawNext() {
  const next = WAITING.shift();
  if (next) {
    next();
    setTimeout(drawNext);
  } else {
    document.documentElement.dataset.drawn = 'true';
  }
}

function drawWaiting() {
  while (WAITING.length > 0) {
    WAITING.shift()();
  }
}

addEventListener('beforeprint', drawWaiting);

/** Height of a drawing by its width: wide ones need not be taller, small ones must stay readable. */
function heightFor(width, wanted) {
  return Math.round(Math.min(wanted, Math.max(240, width * 0.9)));
}

/**
 * A chart in its frame.
 *
 * block: its layout. options(width): ECharts options for that width, in the colours of the day. lines(): its table as {fields,
 * entries}. height(width). start(chart): called once with the chart. Returns the figure.
 */
function frame(block, { options, lines, height = (width) => heightFor(width, 360), start, controls = [] }) {
  const drawing = element('div', 'drawing');
  const table = element('div', 'chart-table');
  table.hidden = true;
  const toggle = button('Table', () => show(table.hidden), false);
  const toolbar = element(
    'div',
    'toolbar',
    ...controls,
    toggle,
    button('CSV', () => download(fileName(block.title, 'csv'), 'text/csv', chartCsv(lines()))),
    button('SVG', () => download(fileName(block.title, 'svg'), 'image/svg+xml', svg())),
  );
  const figure = element('figure', 'chart', element('figcaption', '', block.title), toolbar, drawing, table);
  addSampling(figure, block);

  let chart = null;
  let drawnWidth = 0;

  function show(asTable) {
    table.hidden = !asTable;
    drawing.hidden = asTable;
    toggle.setAttribute('aria-pressed', String(asTable));
    if (asTable && !table.hasChildNodes()) {
      const { fields, entries } = lines();
      table.append(sortableTable(fields, entries, { pageRows: 15 }).element);
    }
    if (!asTable) {
      draw(false);
    }
  }

  function draw(anew) {
    const width = drawing.clientWidth;
    if (width === 0) {
      return;
    }
    const size = { width, height: height(width) };
    // The style sheet cannot know the height of this one.
    drawing.style.height = `${size.height}px`;
    if (chart === null) {
      chart = echarts.init(drawing, null, size);
      CHARTS.push({ title: block.title, chart, figure });
      if (start) {
        start(chart, () => draw(true));
      }
      anew = true;
    }
    if (anew || width !== drawnWidth) {
      chart.resize(size);
      chart.setOption(options(width), { notMerge: true });
      drawnWidth = width;
    }
  }

  function svg() {
    const size = { width: 900, height: height(900) };
    const still = echarts.init(null, null, { renderer: 'svg', ssr: true, ...size });
    still.setOption({ ...options(900), animation: false, backgroundColor: colour('--paper') });
    const text = still.renderToSVGString();
    still.dispose();
    return text;
  }

  function drawFirst() {
    if (chart === null) {
      draw(false);
    }
  }

  onRedraw(() => chart && draw(true));
  WAITING.push(drawFirst);
  new ResizeObserver(() => {
    if (chart !== null) {
      draw(false);
    } else if (drawing.clientWidth > 0) {
      drawing.style.height = `${height(drawing.clientWidth)}px`;
      if (drawing.getBoundingClientRect().top < innerHeight) {
        drawFirst();
      } else if (!WAITING.includes(drawFirst)) {
        // It was folded away when its turn came.
        WAITING.push(drawFirst);
        setTimeout(drawNext);
      }
    }
  }).observe(drawing);
  return figure;
}

function chartCsv({ fields, entries }) {
  return csvOf(fields.map((field) => field.title), entries.map((entry) => fields.map((field) => valueOf(field, entry))));
}

function addSampling(figure, block) {
  const text = block.sampling ? samplingText(block.sampling) : '';
  if (text) {
    figure.append(element('p', 'sampling', `Shown: ${text}.`));
  }
}
