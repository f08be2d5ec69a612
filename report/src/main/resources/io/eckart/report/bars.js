// Bars over categories, intervals as whiskers.

function barChart(block) {
  const split = splitSeries(block.series);
  const names = categoryNames(block, split);
  return frame(block, {
    options: (width) => barOptions(block, split, names, width),
    lines: () => seriesTable(split),
    height: (width) =>
      block.lying ? 70 + (split.length > 1 ? 30 : 0) + names.length * Math.max(22, 15 * split.length) : heightFor(width, 360),
  });
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
  const isAlone = split.length > 1 && split.reduce((sum, one) => sum + one.entries.length, 0) === names.length;
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
    return one.series.spread ? [bars, whiskersOf(one, index, split.length, names, byName, block)] : [bars];
  });
  const base = baseOptions(width);
  const room = Math.min(width * 0.42, 14 + 6.6 * Math.max(4, ...names.map((name) => name.length)));
  const category = axisOf(block.x, {
    type: 'category',
    data: names,
    name: block.lying ? '' : block.x.title,
    nameGap: 30,
    inverse: block.lying,
    axisLabel: { ...textStyle(11), hideOverlap: !block.lying, interval: block.lying ? 0 : 'auto', width: block.lying ? room - 8 : undefined, overflow: 'truncate' },
    axisTick: { show: false },
  });
  const value = axisOf(block.y, { nameGap: block.lying ? 28 : width < 480 ? 42 : 52, scale: isLogarithmic(block.y) });
  return {
    ...base,
    legend: { ...base.legend, show: split.length > 1, data: split.map((one) => one.name) },
    grid: block.lying
      ? { left: room, right: 24, top: split.length > 1 ? 34 : 8, bottom: 46 }
      : { ...base.grid, top: split.length > 1 || block.places.length > 0 ? 40 : 20 },
    xAxis: block.lying ? value : category,
    yAxis: block.lying ? category : value,
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: (point) => `${point.name}\n${point.seriesName || block.y.title}: ${tick(block.y.format)(point.value)}`,
    },
    series: [...series, ...placeLines(block, split, width)],
  };
}

/** Upright lines at values among bins, those beyond all bins at their edge. */
function placeLines(block, split, width) {
  const bins = split[0]?.entries.map((entry) => entry.row) ?? [];
  return block.places
    .map((place) => ({ name: place.name, value: lookUp(place.from, DATA) }))
    .filter(({ value }) => typeof value === 'number' && bins.length > 0)
    .map(({ name, value }) => {
      const found = bins.findIndex((bin) => value < bin.to);
      const index = found < 0 ? bins.length - 1 : found;
      const { from, to } = bins[index];
      const part = to > from ? Math.min(1, Math.max(0, (value - from) / (to - from))) : 0.5;
      return {
        name,
        type: 'custom',
        silent: true,
        z: 5,
        data: [[index, 0]],
        renderItem: ({ coordSys }, api) => {
          const x = api.coord([index, 0])[0] + (part - 0.5) * api.size([1, 0])[0];
          const isRight = x > width / 2;
          return {
            type: 'group',
            children: [
              { type: 'line', shape: { x1: x, y1: coordSys.y - 14, x2: x, y2: coordSys.y + coordSys.height }, style: { stroke: colour('--ink'), lineWidth: 1.2, lineDash: [4, 3] } },
              {
                type: 'text',
                style: { text: `${name} ${shown(value, block.x.format, 4)}`, x: x + (isRight ? -5 : 5), y: coordSys.y - 16, textAlign: isRight ? 'right' : 'left', fill: colour('--ink'), font: `11px ${colour('--font')}` },
              },
            ],
          };
        },
      };
    });
}

/** An interval about the end of each bar. */
function whiskersOf(one, index, count, names, byName, block) {
  const data = names
    .map((name, place) => {
      const entry = byName.get(name);
      const value = entry ? scaled(valueOf(one.series.y, entry), block.y) : null;
      const half = entry ? scaled(valueOf(one.series.spread, entry), block.y) : null;
      return value === null || half === null ? null : [place, value, lowerEnd(value, half, block.y), value + half];
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
