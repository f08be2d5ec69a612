// Lines over a number, intervals as bands.

function lineChart(block) {
  const split = splitSeries(block.series);
  if (split.length > 0 && split.every((one) => pointsOf(one, block).length <= 1)) {
    return pointsAsBars(block, split);
  }
  return frame(block, {
    options: (width) => lineOptions(block, split, width),
    lines: () => seriesTable(split),
    height: (width) =>
      heightFor(width, 320) + headOver(split.map((one) => one.name), block.y.title, width).top + nameBelow(block.x.title, width - 80).more,
  });
}

/** The points of a series that can be drawn. */
function pointsOf(one, block) {
  const usable = (value, axis) => value !== null && (!isLogarithmic(axis) || value > 0);
  return one.entries
    .map((entry) => ({ x: valueOf(one.series.x, entry), y: scaled(valueOf(one.series.y, entry), block.y), entry }))
    .filter((point) => usable(point.x, block.x) && usable(point.y, block.y));
}

/** A single point is no line: a bar for each series. */
function pointsAsBars(block, split) {
  const single = split
    .map((one) => ({ one, point: pointsOf(one, block)[0] }))
    .filter(({ point }) => point !== undefined);
  const name = ({ one, point }) => [one.name, `${block.x.title} = ${shown(point.x, block.x.format)}`].filter((text) => text).join(', ');
  const bars = single.map(({ one, point }, index) => ({
    name: '',
    series: { ...one.series, by: null, reference: false, x: { at: '/name', title: 'series', format: 'TEXT' }, y: { ...one.series.y, at: '/y' }, spread: one.series.spread ? { at: '/spread' } : null },
    entries: [
      {
        row: { name: name({ one, point }), y: valueOf(one.series.y, point.entry), spread: one.series.spread ? valueOf(one.series.spread, point.entry) : null },
        place: index + 1,
      },
    ],
  }));
  const together = [{ ...bars[0], entries: bars.flatMap((bar) => bar.entries) }];
  return barChart({ ...block, x: { title: '', scale: 'CATEGORY', format: 'TEXT' }, lying: true }, together);
}

function lineOptions(block, split, width) {
  const colours = palette();
  const isCategory = block.x.scale === 'CATEGORY';
  const drawn = { x: [], y: [] };
  // Many bands over each other hide the lines.
  const opacity = Math.max(0.04, 0.16 * Math.min(1, 4 / split.length));
  const series = split.flatMap((one, index) => {
    const points = pointsOf(one, block);
    drawn.x.push(...points.map((point) => point.x));
    drawn.y.push(...points.flatMap((point) => endsOf(point, one, block)));
    const ink = one.series.reference ? colour('--soft-ink') : colours[index % colours.length];
    const line = {
      name: one.name,
      type: 'line',
      data: points.map((point) => [isCategory ? String(point.x) : point.x, point.y]),
      symbol: one.series.reference ? 'none' : 'circle',
      symbolSize: 6,
      showSymbol: points.length <= 60,
      color: ink,
      lineStyle: { width: one.series.reference ? 1.5 : 2, type: one.series.reference ? 'dashed' : index < colours.length ? 'solid' : 'dotted' },
      markLine: index === 0 ? levelLines([['yAxis', block.levels], ['xAxis', block.places]]) : undefined,
    };
    return one.series.spread ? [bandOf(one, points, ink, block, opacity), line] : [line];
  });
  const levels = levelsNear(block.levels, drawn.y);
  drawn.y.push(...levels);
  series.push(roomFor(levels.map((level) => [isCategory ? String(drawn.x[0]) : drawn.x[0], level])));
  const base = baseOptions(width);
  const { name, nameGap, more } = nameBelow(block.x.title, width - 80);
  const { legend, title, top } = headOver(split.map((one) => one.name), block.y.title, width);
  return {
    ...base,
    legend,
    title,
    grid: { ...base.grid, top, bottom: base.grid.bottom + more },
    xAxis: axisOf(block.x, { name, nameGap, ...(isCategory ? { splitLine: { show: false } } : {}) }, drawn.x),
    yAxis: axisOf(block.y, { name: '' }, drawn.y),
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      formatter: (found) => tipOf(found, block),
    },
    series,
  };
}

/** A value and the ends of its interval. */
function endsOf(point, one, block) {
  const half = one.series.spread ? scaled(valueOf(one.series.spread, point.entry), block.y) : null;
  return half === null ? [point.y] : [lowerEnd(point.y, half, block.y), point.y, upperEnd(point.y, half, block.y)];
}

function tipOf(found, block) {
  const points = found.filter((point) => point.seriesType === 'line');
  if (points.length === 0) {
    return '';
  }
  const x = points[0].value[0];
  const head = `${block.x.title}: ${exact(x, block.x.format)}`;
  return [head, ...points.map((point) => `${point.seriesName || block.y.title}: ${exactDrawn(point.value[1], block.y.format)}`)].join('\n');
}

/** The interval about a line: a closed shape, there along the upper ends and back along the lower ones. */
function bandOf(one, points, ink, block, opacity) {
  const ends = points
    .map((point) => ({ x: point.x, y: point.y, half: scaled(valueOf(one.series.spread, point.entry), block.y) }))
    .filter((point) => point.half !== null)
    .map((point) => ({
      x: block.x.scale === 'CATEGORY' ? String(point.x) : point.x,
      upper: upperEnd(point.y, point.half, block.y),
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
      style: { fill: ink, opacity },
    }),
  };
}
