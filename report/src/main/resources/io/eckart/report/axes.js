// What the charts have in common: axes, grid, legend, tips, and series split from rows.

const MOST_LEGEND_LINES = 5;
const ROUNDING = 1e-13;

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
    case 'PART':
    case 'FROM_ZERO':
      return Math.max(value - half, Math.min(0, value));
    default:
      return value - half;
  }
}

/** The upper end of an interval: no part is above 1. */
function upperEnd(value, half, axis) {
  return axis.scale === 'PART' ? Math.min(value + half, Math.max(1, value)) : value + half;
}

/** A drawn number as it is shown on an axis. */
function tick(format) {
  return (value) => (format === 'DEGREES' ? `${digits(value, 4)}°` : shown(value, format, 4));
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A place of a logarithmic axis: far powers of ten as such. */
function logTick(format) {
  return (value) => {
    const exponent = Math.round(Math.log10(value));
    const isFar = format === 'NUMBER' && (exponent > 4 || exponent < -3) && value === decimal(1, exponent);
    return isFar ? `10${exponent < 0 ? '⁻' : ''}${[...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[digit]).join('')}` : tick(format)(value);
  };
}

/** A drawn number with all its digits. */
function exactDrawn(value, format) {
  return format === 'DEGREES' ? `${Number(value.toPrecision(15))}°` : exact(value, format);
}

function isLogarithmic(axis) {
  return axis.scale === 'LOG' || axis.scale === 'RATIO';
}

/** Ends and places of a logarithmic axis; it does not go down to values that are rounding errors of the largest. */
function placesOf(axis, values) {
  const positive = values.filter((value) => value > 0);
  if (!isLogarithmic(axis) || positive.length === 0) {
    return null;
  }
  const most = positive.reduce((a, b) => Math.max(a, b));
  const least = positive.filter((value) => value >= most * ROUNDING).reduce((a, b) => Math.min(a, b));
  return axis.scale === 'RATIO' ? ratioTicks(least, most) : logTicks(least, most);
}

/** An axis; values are all that are drawn along it. */
function axisOf(axis, more = {}, values = []) {
  const places = placesOf(axis, values);
  const types = { LINEAR: 'value', FROM_ZERO: 'value', PART: 'value', LOG: 'log', RATIO: 'log', CATEGORY: 'category' };
  const isValue = axis.scale !== 'CATEGORY';
  return {
    type: types[axis.scale],
    name: axis.title,
    nameLocation: 'middle',
    nameTextStyle: { ...textStyle(12), color: colour('--soft-ink'), verticalAlign: 'top', lineHeight: 15 },
    axisLabel: {
      ...textStyle(11),
      ...(isValue ? { formatter: axis.scale === 'LOG' ? logTick(axis.format) : tick(axis.format) } : {}),
      ...(places ? { customValues: places.ticks } : {}),
      hideOverlap: true,
    },
    axisTick: places ? { customValues: places.ticks } : {},
    axisLine: { lineStyle: { color: colour('--line') } },
    splitLine: { show: isValue, lineStyle: { color: colour('--grid') } },
    scale: isValue && axis.scale !== 'FROM_ZERO',
    min: places?.min,
    // Bars begin there, not at 1.
    startValue: places?.min,
    max: places?.max,
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
    grid: { left: 6, right: isSmall ? 14 : 24, top: 40, bottom: 28, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
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

/** The name below a level axis, in as many lines as it needs, and how much more room these take than one. */
function nameBelow(title, width) {
  const lines = wrapped(title, width, 12);
  return { name: lines.join('\n'), nameGap: 22, more: 15 * (lines.length - 1) };
}

const RULER = document.createElement('canvas').getContext('2d');

/** The width of a text in a chart. */
function textWidth(text, size = 11) {
  RULER.font = `${size}px ${colour('--font')}`;
  return RULER.measureText(text).width;
}

/** A text in lines of a width, broken between words where it can be. */
function wrapped(text, room, size = 11) {
  const lines = [''];
  for (const word of text.split(/(?<=[\s_,;/·-])/)) {
    if (lines.at(-1) !== '' && textWidth((lines.at(-1) + word).trimEnd(), size) > room) {
      lines.push('');
    }
    lines[lines.length - 1] += word;
  }
  return lines.flatMap((line) => pieces(line.trimEnd(), room, size));
}

/** A word that is wider than the room, in pieces. */
function pieces(word, room, size) {
  const fit = [];
  let rest = word;
  while (rest.length > 1 && textWidth(rest, size) > room) {
    let length = rest.length - 1;
    while (length > 1 && textWidth(rest.slice(0, length), size) > room) {
      length--;
    }
    fit.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...fit, rest];
}

/**
 * What is over a drawing, and where that starts below it: the legend in as many lines as hold all names (where these would be too
 * many, one line to turn), and the title of the upright axis, which nobody reads on its side.
 */
function headOver(names, axisTitle, width) {
  const { legend, top } = legendOver(names, width);
  if (!axisTitle) {
    return { legend, top };
  }
  const lines = wrapped(axisTitle, width - 24, 12);
  const title = { text: lines.join('\n'), left: 6, top: top - 14, padding: 0, textStyle: { ...textStyle(12), color: colour('--soft-ink'), fontWeight: 'normal', lineHeight: 15 } };
  return { legend, title, top: top + 15 * lines.length };
}

function legendOver(names, width) {
  const base = baseOptions(width).legend;
  if (names.length < 2) {
    return { legend: { ...base, show: false }, top: 16 };
  }
  let lines = 1;
  let used = 0;
  for (const name of names) {
    const wide = 32 + textWidth(name, 12);
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

// Levels beyond so many times the largest value would leave no room for the values.
const FAR_LEVEL = 4;

/** The values of the levels that an axis makes room for. */
function levelsNear(levels, values) {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return levels
    .map((level) => lookUp(level.from, DATA))
    .filter((value) => typeof value === 'number' && Math.abs(value) <= FAR_LEVEL * largest);
}

/** Points that nobody sees, so that the axes reach them. */
function roomFor(points) {
  return { type: 'scatter', data: points, symbolSize: 0, silent: true, tooltip: { show: false } };
}

/**
 * Straight lines through a chart, drawn with its first series: [[the axis whose values they are at, levels], …]. The names of upright
 * ones begin or end at their line, so that they stay within the ends of the axis.
 */
function levelLines(all, ends = null) {
  const marks = all.flatMap(([axis, levels]) =>
    levels
      .map((level) => ({ level, value: lookUp(level.from, DATA) }))
      .filter(({ value }) => typeof value === 'number')
      .map(({ level, value }) => ({
        name: level.name,
        [axis]: value,
        label:
          axis === 'xAxis'
            ? { position: 'end', distance: 4, verticalAlign: 'bottom', align: ends === null ? 'center' : value > (ends.least + ends.most) / 2 ? 'right' : 'left' }
            : { position: 'insideEndTop' },
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
