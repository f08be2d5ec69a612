// Rows as points: coloured by a field, chosen by an area or a click, tied to whatever has the same link.

const MOST_CATEGORIES = 20;

function scatterMap(block) {
  const entries = rowsOf(block.rows);
  const byPlace = new Map(entries.map((entry) => [entry.place, entry]));
  const link = linkOf(block.link);
  const idField = { at: block.link.id };
  const useful = block.colours.filter((field) => entries.some((entry) => valueOf(field, entry) !== null));
  let coloured = useful[0] ?? null;
  let selecting = matchMedia('(pointer: fine)').matches;
  let chart = null;
  let redraw = () => {};

  const chooser = element('select', '');
  chooser.setAttribute('aria-label', 'Colour by');
  useful.forEach((field, index) => {
    const option = element('option', '', `colour: ${field.title}`);
    option.value = String(index);
    chooser.append(option);
  });
  chooser.addEventListener('change', () => {
    coloured = useful[Number(chooser.value)];
    redraw();
  });
  const selector = button('Select area', () => setSelecting(!selecting), selecting);
  const clearer = button('Clear', () => link.set(null));
  clearer.hidden = true;

  function setSelecting(wanted) {
    selecting = wanted;
    selector.setAttribute('aria-pressed', String(wanted));
    chart?.dispatchAction({
      type: 'takeGlobalCursor',
      key: 'brush',
      brushOption: { brushType: wanted ? 'rect' : false, brushMode: 'single' },
    });
  }

  function start(made, draw) {
    chart = made;
    redraw = () => {
      draw();
      setSelecting(selecting);
    };
    chart.on('brushEnd', (event) => {
      const range = event.areas[0]?.coordRange;
      if (range) {
        link.set(idsWithin(range));
      }
    });
    chart.on('click', (event) => {
      const entry = byPlace.get(event.value?.[3]);
      if (entry && link) {
        link.set(new Set([valueOf(idField, entry)]));
      }
    });
  }

  function idsWithin([[left, right], [bottom, top]]) {
    const chosen = entries.filter((entry) => {
      const x = valueOf(block.x, entry);
      const y = valueOf(block.y, entry);
      return x >= left && x <= right && y >= bottom && y <= top;
    });
    return new Set(chosen.map((entry) => valueOf(idField, entry)));
  }

  link?.listen((ids) => {
    clearer.hidden = ids === null;
    chart?.dispatchAction({ type: 'brush', areas: [] });
    redraw();
  });
  return frame(block, {
    options: (width) => scatterOptions(block, entries, coloured, idField, link?.get() ?? null, link !== null, width),
    lines: () => ({
      fields: [...(block.link.id ? [{ at: block.link.id, title: 'row', format: 'COUNT' }] : []), block.x, block.y, ...useful],
      entries,
    }),
    height: (width) => heightFor(width, 460),
    start: (made, draw) => {
      start(made, draw);
      // Once its first options are there.
      setTimeout(() => setSelecting(selecting));
    },
    controls: [...(useful.length > 1 ? [chooser] : []), ...(link ? [selector, clearer] : [])],
  });
}

function scatterOptions(block, entries, coloured, idField, chosen, isLinked, width) {
  const base = baseOptions(width);
  const isValue = coloured !== null && (coloured.format !== 'TEXT' || isManyNumbers(entries, coloured));
  const size = entries.length > 4000 ? 4 : entries.length > 600 ? 5 : 8;
  // Bare arrays are drawn much faster than objects, which only faint points need.
  const point = (entry) => {
    const value = [valueOf(block.x, entry), valueOf(block.y, entry), isValue ? numberOf(coloured, entry) : 0, entry.place];
    const id = block.link.id ? valueOf(idField, entry) : entry.place;
    return chosen !== null && !chosen.has(id) ? { value, itemStyle: { opacity: 0.06 } } : value;
  };
  const groups = isValue || coloured === null ? new Map([['', entries]]) : categories(entries, coloured);
  const series = [...groups].map(([name, group]) => ({
    name,
    type: 'scatter',
    // In parts, many points and a brush keep each other drawing for ever.
    progressive: 0,
    symbolSize: size,
    encode: { x: 0, y: 1 },
    data: group.map(point),
    itemStyle: { opacity: 0.75 },
    emphasis: { itemStyle: { borderColor: colour('--ink'), borderWidth: 1, opacity: 1 } },
  }));
  const { legend, title, top } = headOver([...groups.keys()], block.y.title, width);
  const flat = { scale: 'LINEAR', format: 'NUMBER' };
  return {
    ...base,
    legend,
    title,
    grid: { ...base.grid, top, bottom: isValue ? 74 : 28 },
    xAxis: axisOf({ ...flat, title: block.x.title }, { nameGap: 20 }),
    yAxis: axisOf({ ...flat, title: block.y.title }, { name: '' }),
    tooltip: { ...base.tooltip, formatter: (found) => pointTip(block, entries, found) },
    brush: isLinked ? { xAxisIndex: 0, yAxisIndex: 0, throttleType: 'debounce', toolbox: ['rect'], brushStyle: { borderColor: colour('--ink'), color: 'rgba(128,128,128,0.15)' }, inBrush: {}, outOfBrush: { colorAlpha: 1 } } : undefined,
    toolbox: { show: false },
    visualMap: isValue ? valueScale(entries, coloured) : undefined,
    series,
  };
}

/** A value, or the number that a text says; null for none. */
function numberOf(field, entry) {
  const value = valueOf(field, entry);
  return value === null || value === '' ? null : Number(value);
}

/** Whether texts are numbers, too many different ones to be categories. */
function isManyNumbers(entries, field) {
  const texts = new Set(entries.map((entry) => valueOf(field, entry)));
  return texts.size > MOST_CATEGORIES && [...texts].every((text) => !Number.isNaN(Number(text ?? '')));
}

/** Entries by category, the commonest first; rare ones beyond the palette together. */
function categories(entries, field) {
  const groups = new Map();
  for (const entry of entries) {
    const name = shown(valueOf(field, entry), 'TEXT');
    if (!groups.has(name)) {
      groups.set(name, []);
    }
    groups.get(name).push(entry);
  }
  const isNumbers = [...groups.keys()].every((name) => name !== '' && !Number.isNaN(Number(name)));
  const sorted = [...groups].sort((a, b) => (isNumbers ? Number(a[0]) - Number(b[0]) : a[0] < b[0] ? -1 : 1));
  if (sorted.length <= MOST_CATEGORIES) {
    return new Map(sorted);
  }
  const common = [...groups].sort((a, b) => b[1].length - a[1].length);
  const kept = common.slice(0, MOST_CATEGORIES - 1);
  return new Map([...kept, ['other', common.slice(MOST_CATEGORIES - 1).flatMap((group) => group[1])]]);
}

/** Colours for values, between those that most rows have. */
function valueScale(entries, field) {
  const values = entries.map((entry) => numberOf(field, entry)).filter((value) => value !== null).sort((a, b) => a - b);
  const format = field.format === 'TEXT' ? 'NUMBER' : field.format;
  const at = (part) => values[Math.min(values.length - 1, Math.floor(part * values.length))];
  return {
    type: 'continuous',
    dimension: 2,
    min: at(0.01),
    max: at(0.99),
    orient: 'horizontal',
    left: 'center',
    bottom: 2,
    itemHeight: 140,
    itemWidth: 12,
    text: [shown(at(0.99), format, 3), `${field.title}  ${shown(at(0.01), format, 3)}`],
    textStyle: textStyle(11),
    inRange: { color: ramp() },
  };
}

function ramp() {
  return Array.from({ length: 5 }, (_, index) => colour(`--ramp-${index + 1}`));
}

// As many cells as a tip has room for.
const TIP_CELLS = 10;

function pointTip(block, entries, found) {
  const entry = entries.find((one) => one.place === found.value[3]);
  const id = block.link.id ? valueOf({ at: block.link.id }, entry) : null;
  const known = block.colours.filter((field) => valueOf(field, entry) !== null);
  return [
    ...(id === null ? [] : [`row ${exact(id, 'COUNT')}`]),
    ...known.map((field) => `${field.title}: ${exact(valueOf(field, entry), field.format)}`),
    ...cellsOf(block, id),
  ].join('\n');
}

/** The first cells of a row, where the page has them. */
function cellsOf(block, id) {
  const examples = block.examples ? lookUp(block.examples, DATA) : null;
  const row = examples?.rows.find((one) => one.row === id);
  if (!row || row.cells.length === 0) {
    return [];
  }
  const lines = examples.columns.slice(0, TIP_CELLS).map((name, index) => `${name}: ${shown(row.cells[0][index], 'NUMBER')}`);
  const more = examples.columns.length - TIP_CELLS;
  return ['', ...lines, ...(more > 0 ? [`and ${more} more`] : [])];
}
