// Histograms: bars from edge to edge of bins, over an axis of numbers.

function histogram(block) {
  const entries = rowsOf(block.rows);
  const bins = entries.map((entry) => ['/from', '/to', '/count'].map((at) => lookUp(at, entry.row)));
  return frame(block, {
    options: (width) => histogramOptions(block, bins, width),
    lines: () => ({
      fields: [
        { at: '/from', title: `${block.x.title}, from`, format: block.x.format },
        { at: '/to', title: 'to', format: block.x.format },
        { at: '/count', title: block.y.title, format: block.y.format },
      ],
      entries,
    }),
    height: (width) => heightFor(width, 300) + nameBelow(block.x.title, width - 60).more,
  });
}

/** Whether a bin has a whole number in its middle, and stands for it. */
function isAboutWhole(from, to) {
  return to - from === 1 && Number.isInteger(from + 0.5);
}

/** A bin in words. */
function binName([from, to], format) {
  return isAboutWhole(from, to) || from === to ? exact((from + to) / 2, format) : `${exact(from, format)} to ${exact(to, format)}`;
}

function histogramOptions(block, bins, width) {
  const base = baseOptions(width);
  const { title, top } = headOver([], block.y.title, width);
  const { name, nameGap, more } = nameBelow(block.x.title, width - 60);
  const places = block.places.map((place) => lookUp(place.from, DATA)).filter((value) => typeof value === 'number');
  const ends = [...bins.flatMap(([from, to]) => [from, to]), ...places];
  const isOne = bins.length === 1 && bins[0][0] === bins[0][1];
  const least = Math.min(...ends) - (isOne ? 0.5 : 0);
  const most = Math.max(...ends) + (isOne ? 0.5 : 0);
  const marks = levelLines([['xAxis', block.places]], { least, most });
  return {
    ...base,
    title,
    legend: { show: false },
    grid: { ...base.grid, top: top + (marks ? 16 : 0), bottom: base.grid.bottom + more },
    xAxis: axisOf(block.x, {
      name,
      nameGap,
      min: least,
      max: most,
      splitLine: { show: false },
      axisTick: { show: true, customValues: insideTicks(least, most, width) },
      axisLabel: { ...textStyle(11), formatter: tick(block.x.format), customValues: insideTicks(least, most, width), hideOverlap: true },
    }),
    yAxis: axisOf(block.y, { name: '', axisLine: { show: false, onZero: false }, axisTick: { show: false } }),
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: (point) => `${block.x.title}: ${binName(point.value, block.x.format)}\n${block.y.title}: ${exact(point.value[2], block.y.format)}`,
    },
    series: [
      {
        type: 'custom',
        color: palette()[0],
        data: bins,
        encode: { x: [0, 1], y: 2 },
        renderItem: (_, api) => {
          const [left, above] = api.coord([api.value(0), api.value(2)]);
          const [right, below] = api.coord([api.value(1), 0]);
          const gap = right - left > 6 ? 1 : 0;
          return {
            type: 'rect',
            shape: { x: isOne ? left - 14 : left, y: above, width: isOne ? 28 : Math.max(1, right - left - gap), height: below - above },
            style: { fill: palette()[0] },
          };
        },
      },
      // Carries the upright lines.
      { type: 'line', data: [], silent: true, markLine: marks },
    ],
  };
}

/** Round places within an interval. */
function insideTicks(least, most, width) {
  return linearTicks(least, most, Math.max(4, Math.floor(width / 70))).filter((place) => place >= least && place <= most);
}
