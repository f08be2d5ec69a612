// Values over two categories as colours.

function heatmap(block) {
  const entries = rowsOf(block.rows);
  const unique = (field) => [...new Set(entries.map((entry) => shown(valueOf(field, entry), field.format)))];
  const columns = unique(block.x);
  const rows = unique(block.y);
  return frame(block, {
    options: (width) => heatmapOptions(block, entries, columns, rows, width),
    lines: () => ({ fields: [block.x, block.y, block.value], entries }),
    height: (width) => heatmapHeight(columns, rows, width),
  });
}

function heatmapHeight(columns, rows, width) {
  const beside = besideBars(rows, width);
  const line = Math.max(...beside.lines.map((one) => one.length));
  const cells = Math.min(620, rows.length * Math.max(26, 6 + LABEL_LINE * line));
  return 64 + cells + belowCells(columns, width - beside.room - 40, beside.room).height;
}

/** Left of the cells there is room for the names of rows and for the tilted name of the first column, if that is not too much. */
const MOST_TILTED = 0.2;

/** Names below cells: side by side in lines where they fit, else at an angle, upright where the room to the left is small. */
function belowCells(names, width, left) {
  const room = width / Math.max(1, names.length) - 8;
  const lines = names.map((name) => wrapped(name, Math.max(1, room)));
  const isWhole = lines.every((one, index) => one.length <= 3 && one.every((line) => names[index].includes(line) && textWidth(line) <= room) && breaksAtWords(one, names[index]));
  if (isWhole) {
    return { lines, angle: 0, left, height: 8 + LABEL_LINE * Math.max(...lines.map((one) => one.length)) };
  }
  const tilted = names.map((name) => wrapped(name, 320));
  const longest = Math.max(...tilted.flat().map((line) => textWidth(line)));
  const reach = Math.ceil(0.71 * longest - room / 2);
  return reach > Math.max(left, MOST_TILTED * width)
    ? { lines: tilted, angle: 90, height: Math.ceil(longest) + 10, left }
    : { lines: tilted, angle: 45, height: Math.ceil(longest * 0.71) + 16, left: Math.max(left, reach) };
}

/** Whether lines end where words do. */
function breaksAtWords(lines, name) {
  let at = 0;
  return lines.slice(0, -1).every((line) => {
    at = name.indexOf(line, at) + line.length;
    return /[\s_,;/·-]/.test(name.charAt(at - 1) + name.charAt(at));
  });
}

/** From this part of the scale on, numbers have the colour of the page. */
const DEEP = 0.55;

/** Ratios to a floor from here on have the deepest colour. */
const DEEPEST_RATIO = 4;

/** What a value is on the scale of colours, the ends of that scale, and what is written there. */
function colourScale(block, values) {
  if (block.colours === 'FROM_ZERO') {
    const most = Math.max(0, ...values);
    return {
      of: (value) => value,
      least: 0,
      most: most || 1,
      ends: [shown(most, block.value.format, 3), '0'],
      colours: [colour('--paper'), ...ramp()],
    };
  }
  if (block.colours === 'OVER_FLOOR') {
    return {
      of: (value) => (value === null ? null : Math.log(Math.min(DEEPEST_RATIO, Math.max(value, 1)))),
      least: 0,
      most: Math.log(DEEPEST_RATIO),
      ends: [`${DEEPEST_RATIO} and more`, '1'],
      colours: [colour('--paper'), ...ramp()],
    };
  }
  const bound = Math.max(...values.map(Math.abs));
  return {
    of: (value) => value,
    least: -bound,
    most: bound,
    ends: [shown(bound, block.value.format, 3), shown(-bound, block.value.format, 3)],
    colours: [colour('--below'), colour('--paper'), colour('--above')],
  };
}

function heatmapOptions(block, entries, columns, rows, width) {
  const base = baseOptions(width);
  const scale = colourScale(block, entries.map((entry) => valueOf(block.value, entry)).filter((value) => value !== null));
  const beside = besideBars(rows, width);
  const below = belowCells(columns, width - beside.room - 40, beside.room);
  const category = (field, data, more) =>
    axisOf({ title: field.title, scale: 'CATEGORY', format: 'TEXT' }, {
      data,
      splitLine: { show: false },
      axisTick: { show: false },
      ...more,
    });
  const lines = (all) => (_, index) => all[index].join('\n');
  return {
    ...base,
    legend: { show: false },
    grid: { left: below.left + 14, right: 16, top: 10, bottom: 54 + below.height, outerBoundsMode: 'none' },
    xAxis: category(block.x, columns, { nameGap: below.height + 6, axisLabel: { ...textStyle(), fontSize: 11, interval: 0, lineHeight: LABEL_LINE, rotate: below.angle, formatter: lines(below.lines) } }),
    yAxis: category(block.y, rows, { name: '', inverse: true, axisLabel: { ...textStyle(11), interval: rows.length > 60 ? 'auto' : 0, lineHeight: LABEL_LINE, formatter: lines(beside.lines) } }),
    visualMap: {
      type: 'continuous',
      dimension: 2,
      min: scale.least,
      max: scale.most,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 120,
      itemWidth: 12,
      text: scale.ends,
      textStyle: textStyle(11),
      inRange: { color: scale.colours },
    },
    tooltip: {
      ...base.tooltip,
      formatter: (found) => `${columns[found.value[0]]}, ${rows[found.value[1]]}\n${block.value.title}: ${exact(found.value[3], block.value.format)}`,
    },
    series: [
      {
        type: 'heatmap',
        data: entries.map((entry) => ({
          value: [
            columns.indexOf(shown(valueOf(block.x, entry), block.x.format)),
            rows.indexOf(shown(valueOf(block.y, entry), block.y.format)),
            scale.of(valueOf(block.value, entry)),
            valueOf(block.value, entry),
          ],
          label: { color: colour(Math.abs(scale.of(valueOf(block.value, entry))) > DEEP * scale.most ? '--paper' : '--ink') },
        })),
        itemStyle: { borderColor: colour('--paper'), borderWidth: 1 },
        label: { show: (width - below.left - 30) / columns.length > 34, ...textStyle(width < 480 ? 9 : 11), formatter: (found) => shown(found.value[3], block.value.format, 3) },
      },
    ],
  };
}
