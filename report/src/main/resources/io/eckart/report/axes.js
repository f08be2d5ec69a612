// What the charts have in common: axes, grid, legend, tips, and series split from rows.

const MOST_LEGEND_LINES = 5;
const ROUNDING = 1e-16;

function textStyle(size = 12) {
  return { color: colour('--ink'), fontSize: size, fontFamily: colour('--font') };
}

/** A value in the unit it is drawn in: angles are kept in radians and drawn in degrees, so that ticks are round. */
function scaled(value, axis) {
  return axis.format === 'DEGREES' && value !== null ? (180 / Math.PI) * value : value;
}

/** The lower end of an interval as far as the axis goes: no error is below zero, and nothing is on a logarithmic one. */
function lowerEnd(value, half, axis) {
  switch (axis.scale) {
    case 'LOG':
    case 'RATIO':
      return Math.max(value - half, value / 10);
    case 'FROM_ZERO':
      return Math.max(value - half, Math.min(0, value));
    default:
      return value - half;
  }
}

/** A drawn number as it is shown on an axis or in a tip. */
function tick(format) {
  return (value) => (format === 'DEGREES' ? `${digits(value, 4)}°` : shown(value, format, 4));
}

function isLogarithmic(axis) {
  return axis.scale === 'LOG' || axis.scale === 'RATIO';
}

/** Where an axis begins: ratios at a power of two, so that 1 is on it; below what float64 can tell from zero there is nothing to see. */
function leastOf(axis) {
  switch (axis.scale) {
    case 'LOG':
      return (extent) => Math.max(extent.min, extent.max * ROUNDING);
    case 'RATIO':
      return (extent) => 2 ** Math.floor(Math.log2(extent.min));
    default:
      return undefined;
  }
}

function axisOf(axis, more = {}) {
  const types = { LINEAR: 'value', FROM_ZERO: 'value', LOG: 'log', RATIO: 'log', CATEGORY: 'category' };
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
    min: leastOf(axis),
    logBase: axis.scale === 'RATIO' ? 2 : 10,
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

/**
 * The legend over a chart and where the drawing starts below it: as many lines as hold all names; where these would be too many, one
 * line to turn.
 */
function legendOver(names, width) {
  const base = baseOptions(width).legend;
  if (names.length < 2) {
    return { legend: { ...base, show: false }, top: 20 };
  }
  let lines = 1;
  let used = 0;
  for (const name of names) {
    const wide = 30 + 7 * name.length;
    if (used > 0 && used + wide > width - 24) {
      lines += 1;
      used = 0;
    }
    used += wide;
  }
  return lines <= MOST_LEGEND_LINES
    ? { legend: { ...base, type: 'plain', data: names }, top: 22 + 20 * lines }
    : { legend: { ...base, data: names }, top: 42 };
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

/** Straight lines through a chart, drawn with its first series: [[the axis whose values they stand at, levels], …]. */
function levelLines(all) {
  const marks = all.flatMap(([axis, levels]) =>
    levels
      .map((level) => ({ level, value: lookUp(level.from, DATA) }))
      .filter(({ value }) => typeof value === 'number')
      .map(({ level, value }) => ({
        name: level.name,
        [axis]: value,
        label: { position: axis === 'xAxis' ? 'end' : 'insideEndTop', distance: axis === 'xAxis' ? 2 : undefined },
      })),
  );
  return marks.length === 0
    ? undefined
    : {
        silent: true,
        symbol: 'none',
        lineStyle: { color: colour('--soft-ink'), type: 'dashed', width: 1 },
        label: { ...textStyle(11), formatter: '{b}' },
        data: marks,
      };
}
