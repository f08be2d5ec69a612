// Bars over categories, intervals as whiskers.

// More categories than these stay upright, whatever their names: they are numbers in their order.
const MOST_LYING = 40;

const LABEL_LINE = 13;

function barChart(block, split = splitSeries(block.series)) {
  const names = categoryNames(block, split);
  const layout = (width) => (isLying(block, names, width) ? { ...block, lying: true } : block);
  return frame(block, {
    options: (width) => barOptions(layout(width), split, names, width),
    lines: () => seriesTable(split),
    height: (width) => (layout(width).lying ? lyingHeight(split, names, block, width) : heightFor(width, 360)),
  });
}

/** Bars lie where their names would not all fit below upright ones. */
function isLying(block, names, width) {
  const wide = names.reduce((sum, name) => sum + textWidth(name) + 12, 0);
  return block.lying || (names.length <= MOST_LYING && wide > width - 60);
}

/** Whether each category has a bar of one series only. */
function hasOneEach(split, names) {
  return split.reduce((sum, one) => sum + one.entries.length, 0) === names.length;
}

/** Names left of lying bars: how wide they are together, and each in lines. */
function besideBars(names, width) {
  const most = Math.floor(width * 0.45);
  const lines = names.map((name) => wrapped(name, most));
  return { room: Math.ceil(Math.max(20, ...lines.flat().map((line) => textWidth(line)))), lines };
}

function lyingHeight(split, names, block, width) {
  const { lines, room } = besideBars(names, width);
  const band = Math.max(22, 15 * (hasOneEach(split, names) ? 1 : split.length), 6 + LABEL_LINE * Math.max(1, ...lines.map((one) => one.length)));
  const { top } = headOver(split.map((one) => one.name), '', width);
  return top + (block.levels.length > 0 ? 16 : 0) + 52 + nameBelow(block.y.title, width - room - 30).more + names.length * band;
}

/** Categories in the order in which they come; where all series are parts of the same rows, in the order of these. */
function categoryNames(block, split) {
  const places = new Map();
  for (const one of split) {
    for (const entry of one.entries) {
      const name = categoryOf(one.series, entry);
      places.set(name, Math.min(entry.place, places.get(name) ?? Infinity));
    }
  }
  const isOneSource = new Set(block.series.map((series) => series.rows.from)).size === 1;
  const named = [...places];
  return (isOneSource ? named.toSorted((a, b) => a[1] - b[1]) : named).map(([name]) => name);
}

function categoryOf(series, entry) {
  return shown(valueOf(series.x, entry), series.x.format);
}

function barOptions(block, split, names, width) {
  const colours = palette();
  // Where each category has one bar, it takes the place of all.
  const isAlone = split.length > 1 && hasOneEach(split, names);
  const drawn = [];
  const series = split.flatMap((one, index) => {
    const byName = new Map(one.entries.map((entry) => [categoryOf(one.series, entry), entry]));
    const values = names.map((name) => (byName.has(name) ? scaled(valueOf(one.series.y, byName.get(name)), block.y) : null));
    const ink = one.series.reference ? colour('--soft-ink') : colours[index % colours.length];
    const bars = {
      name: one.name,
      type: 'bar',
      data: values,
      color: ink,
      barMaxWidth: 28,
      stack: isAlone ? 'one' : undefined,
      markLine: index === 0 ? levelLines([[block.lying ? 'xAxis' : 'yAxis', block.levels]]) : undefined,
    };
    for (const entry of byName.values()) {
      const y = scaled(valueOf(one.series.y, entry), block.y);
      drawn.push(...endsOf({ y, entry }, one, block));
    }
    return one.series.spread ? [bars, whiskersOf(one, index, split.length, names, byName, block)] : [bars];
  });
  const levels = levelsNear(block.levels, drawn);
  drawn.push(...levels);
  series.push(roomFor(levels.map((level) => (block.lying ? [level, names[0]] : [names[0], level]))));
  const base = baseOptions(width);
  const beside = besideBars(names, width);
  const { legend, title, top } = headOver(split.map((one) => one.name), block.lying ? '' : block.y.title, width);
  const category = axisOf(block.x, {
    type: 'category',
    data: names,
    name: block.lying ? '' : block.x.title,
    nameGap: 22,
    inverse: block.lying,
    axisLabel: block.lying
      ? { ...textStyle(11), interval: 0, lineHeight: LABEL_LINE, formatter: (_, index) => beside.lines[index].join('\n') }
      : { ...textStyle(11), hideOverlap: true, interval: names.length <= MOST_LYING ? 0 : 'auto' },
    axisTick: { show: false },
  });
  const { name, nameGap, more } = nameBelow(block.y.title, width - beside.room - 30);
  const value = axisOf(block.y, { ...(block.lying ? { name, nameGap, splitNumber: ticksAcross(width - beside.room - 30) } : { name: '' }), scale: isLogarithmic(block.y) }, drawn);
  return {
    ...base,
    legend,
    title,
    grid: block.lying
      ? { ...base.grid, left: beside.room + 14, outerBoundsMode: 'auto', top: split.length > 1 ? top - 6 : block.levels.length > 0 ? 20 : 8, bottom: 44 + more }
      : { ...base.grid, top },
    xAxis: block.lying ? value : category,
    yAxis: block.lying ? category : value,
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: (point) => `${point.name}\n${split.length > 1 ? point.seriesName : block.y.title}: ${exactDrawn(point.value, block.y.format)}`,
    },
    series,
  };
}

/** An interval about the end of each bar. */
function whiskersOf(one, index, count, names, byName, block) {
  const data = names
    .map((name, place) => {
      const entry = byName.get(name);
      const value = entry ? scaled(valueOf(one.series.y, entry), block.y) : null;
      const half = entry ? scaled(valueOf(one.series.spread, entry), block.y) : null;
      return value === null || half === null ? null : [place, value, lowerEnd(value, half, block.y), upperEnd(value, half, block.y)];
    })
    .filter((point) => point !== null);
  return {
    name: one.name,
    type: 'custom',
    silent: true,
    z: 5,
    data,
    encode: block.lying ? { x: [2, 3], y: 0 } : { x: 0, y: [2, 3] },
    renderItem: (_, api) => {
      const bands = api.barLayout({ count, barMaxWidth: 28 });
      const offset = bands[index].offsetCenter;
      const low = block.lying ? api.coord([api.value(2), api.value(0)]) : api.coord([api.value(0), api.value(2)]);
      const high = block.lying ? api.coord([api.value(3), api.value(0)]) : api.coord([api.value(0), api.value(3)]);
      const [dx, dy] = block.lying ? [0, offset] : [offset, 0];
      const [cx, cy] = block.lying ? [0, 4] : [4, 0];
      const style = { stroke: colour('--ink'), lineWidth: 1.2 };
      const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1: x1 + dx, y1: y1 + dy, x2: x2 + dx, y2: y2 + dy }, style });
      return {
        type: 'group',
        children: [
          line(low[0], low[1], high[0], high[1]),
          line(low[0] - cx, low[1] - cy, low[0] + cx, low[1] + cy),
          line(high[0] - cx, high[1] - cy, high[0] + cx, high[1] + cy),
        ],
      };
    },
  };
}
