// Lines over a number, intervals as bands.

function lineChart(block) {
  const split = splitSeries(block.series);
  return frame(block, {
    options: (width) => lineOptions(block, split, width),
    lines: () => seriesTable(split),
    height: (width) => heightFor(width, 320) + legendOver(split.map((one) => one.name), width).top,
  });
}

function lineOptions(block, split, width) {
  const colours = palette();
  const isCategory = block.x.scale === 'CATEGORY';
  const usable = (value, axis) => value !== null && (!isLogarithmic(axis) || value > 0);
  const series = split.flatMap((one, index) => {
    const points = one.entries
      .map((entry) => ({ x: valueOf(one.series.x, entry), y: scaled(valueOf(one.series.y, entry), block.y), entry }))
      .filter((point) => usable(point.x, block.x) && usable(point.y, block.y));
    const ink = one.series.reference ? colour('--soft-ink') : colours[index % colours.length];
    const line = {
      name: one.name,
      type: 'line',
      data: points.map((point) => [isCategory ? String(point.x) : point.x, point.y]),
      symbol: one.series.reference ? 'none' : 'circle',
      symbolSize: 6,
      showSymbol: points.length <= 60,
      color: ink,
      lineStyle: { width: one.series.reference ? 1.5 : 2, type: one.series.reference ? 'dashed' : 'solid' },
      markLine: index === 0 ? levelLines([['yAxis', block.levels], ['xAxis', block.places]]) : undefined,
    };
    return one.series.spread ? [bandOf(one, points, ink, block), line] : [line];
  });
  const base = baseOptions(width);
  const { legend, top } = legendOver(split.map((one) => one.name), width);
  return {
    ...base,
    legend,
    grid: { ...base.grid, top },
    xAxis: axisOf(block.x, { nameGap: 30, ...(isCategory ? { splitLine: { show: false } } : {}) }),
    yAxis: axisOf(block.y, { nameGap: width < 480 ? 42 : 52 }),
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      formatter: (found) => tipOf(found, block),
    },
    series,
  };
}

function tipOf(found, block) {
  const points = found.filter((point) => point.seriesType === 'line');
  if (points.length === 0) {
    return '';
  }
  const x = points[0].value[0];
  const head = `${block.x.title}: ${typeof x === 'number' ? shown(x, block.x.format) : x}`;
  return [head, ...points.map((point) => `${point.seriesName || block.y.title}: ${tick(block.y.format)(point.value[1])}`)].join('\n');
}

/** The interval about a line: a closed shape, there along the upper ends and back along the lower ones. */
function bandOf(one, points, ink, block) {
  const ends = points
    .map((point) => ({ x: point.x, y: point.y, half: scaled(valueOf(one.series.spread, point.entry), block.y) }))
    .filter((point) => point.half !== null)
    .map((point) => ({
      x: block.x.scale === 'CATEGORY' ? String(point.x) : point.x,
      upper: point.y + point.half,
      lower: lowerEnd(point.y, point.half, block.y),
    }));
  return {
    name: one.name,
    type: 'custom',
    silent: true,
    z: 1,
    color: ink,
    tooltip: { show: false },
    clip: true,
    // All ends, so that the axis has room for them; the shape is drawn once.
    data: ends.map((end) => [end.x, end.lower, end.upper]),
    encode: { x: 0, y: [1, 2] },
    renderItem: (item, api) => item.dataIndexInside > 0 ? undefined : ({
      type: 'polygon',
      shape: {
        points: [
          ...ends.map((end) => api.coord([end.x, end.upper])),
          ...ends.toReversed().map((end) => api.coord([end.x, end.lower])),
        ],
      },
      style: { fill: ink, opacity: 0.16 },
    }),
  };
}
