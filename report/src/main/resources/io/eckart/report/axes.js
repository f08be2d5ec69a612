// What the charts have in common: axes, grid, legend, tips, and series split from rows.

function textStyle(size = 12) {
  return { color: colour('--ink'), fontSize: size, fontFamily: colour('--font') };
}

/** A value in the unit it is drawn in: angles are kept in radians and drawn in degrees, so that ticks are round. */
function scaled(value, axis) {
  return axis.format === 'DEGREES' && value !== null ? (180 / Math.PI) * value : value;
}

/** A drawn number as it is shown on an axis or in a tip. */
function tick(format) {
  return (value) => (format === 'DEGREES' ? `${digits(value, 4)}°` : shown(value, format, 4));
}

function axisOf(axis, more = {}) {
  const types = { LINEAR: 'value', FROM_ZERO: 'value', LOG: 'log', CATEGORY: 'category' };
  const isValue = axis.scale !== 'CATEGORY';
  return {
    type: types[axis.scale],
    name: axis.title,
    nameLocation: 'middle',
    nameTextStyle: { ...textStyle(12), color: colour('--soft-ink') },
    axisLabel: { ...textStyle(11), ...(isValue ? { formatter: tick(axis.format) } : {}), hideOverlap: true },
    axisLine: { lineStyle: { color: colour('--line') } },
    splitLine: { show: isValue, lineStyle: { color: colour('--grid') } },
    scale: isValue && axis.scale !== 'FROM_ZERO',
    minInterval: axis.format === 'COUNT' ? 1 : undefined,
    ...more,
  };
}

function baseOptions(width) {
  const isSmall = width < 480;
  return {
    animation: false,
    color: palette(),
    textStyle: textStyle(),
    legend: {
      type: 'scroll',
      top: 0,
      itemWidth: 16,
      itemHeight: 10,
      itemGap: 8,
      textStyle: textStyle(12),
      pageTextStyle: textStyle(11),
      pageIconColor: colour('--ink'),
      pageIconInactiveColor: colour('--grid'),
      inactiveColor: colour('--grid'),
    },
    grid: { left: isSmall ? 54 : 68, right: isSmall ? 12 : 24, top: 40, bottom: 50 },
    // Drawn on the canvas: a tip as markup would need styles that the page's policy forbids.
    tooltip: {
      renderMode: 'richText',
      confine: true,
      backgroundColor: colour('--paper'),
      borderColor: colour('--line'),
      textStyle: textStyle(12),
    },
  };
}

/** The series of a chart, those split by a field apart: [{name, series, entries, place}]. */
function splitSeries(allSeries) {
  const split = [];
  for (const series of allSeries) {
    const entries = rowsOf(series.rows);
    if (!series.by) {
      split.push({ name: series.name, series, entries });
      continue;
    }
    const groups = new Map();
    for (const entry of entries) {
      const key = shown(valueOf(series.by, entry), series.by.format);
      groups.set(key, [...(groups.get(key) ?? []), entry]);
    }
    for (const [key, group] of groups) {
      split.push({ name: series.name ? `${series.name} ${key}` : key, series, entries: group });
    }
  }
  return split.filter((one) => one.entries.some((entry) => valueOf(one.series.y, entry) !== null));
}

/** The table of split series: one line for each point. */
function seriesTable(split) {
  const first = split[0]?.series;
  if (!first) {
    return { fields: [], entries: [] };
  }
  const hasNames = split.length > 1 || split[0].series.by;
  const hasSpread = split.some((one) => one.series.spread);
  const fields = [
    ...(hasNames ? [{ at: '/series', title: 'series', format: 'TEXT' }] : []),
    { at: '/x', title: first.x.title, format: first.x.format },
    { at: '/y', title: first.y.title, format: first.y.format },
    ...(hasSpread ? [{ at: '/spread', title: '±', format: first.y.format }] : []),
  ];
  const entries = split.flatMap((one) =>
    one.entries.map((entry) => ({
      row: {
        series: one.name,
        x: valueOf(one.series.x, entry),
        y: valueOf(one.series.y, entry),
        spread: one.series.spread ? valueOf(one.series.spread, entry) : null,
      },
    })),
  );
  return { fields, entries: entries.map((entry, index) => ({ ...entry, place: index + 1 })) };
}

/** Straight lines across a chart, drawn with its first series. */
function levelLines(levels, isLying) {
  const marks = levels
    .map((level) => ({ level, value: lookUp(level.from, DATA) }))
    .filter(({ value }) => typeof value === 'number')
    .map(({ level, value }) => ({ name: level.name, [isLying ? 'xAxis' : 'yAxis']: value }));
  return marks.length === 0
    ? undefined
    : {
        silent: true,
        symbol: 'none',
        lineStyle: { color: colour('--soft-ink'), type: 'dashed', width: 1 },
        label: { ...textStyle(11), formatter: '{b}', position: isLying ? 'end' : 'insideEndTop' },
        data: marks,
      };
}
