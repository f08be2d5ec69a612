// Values over two categories as colours.

function heatmap(block) {
  const entries = rowsOf(block.rows);
  const unique = (field) => [...new Set(entries.map((entry) => shown(valueOf(field, entry), field.format)))];
  const columns = unique(block.x);
  const rows = unique(block.y);
  return frame(block, {
    options: (width) => heatmapOptions(block, entries, columns, rows, width),
    lines: () => ({ fields: [block.x, block.y, block.value], entries }),
    height: (width) => Math.min(640, Math.max(heightFor(width, 300), 130 + 20 * rows.length)),
  });
}

/** Ratios to a floor from here on have the deepest colour. */
const DEEPEST_RATIO = 4;

/** What a value is on the scale of colours, the ends of that scale, and what is written there. */
function colourScale(block, values) {
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
  const isTilted = columns.length > 8 || width < 480;
  const room = Math.min(width * 0.35, 14 + 6.6 * Math.max(4, ...rows.map((name) => name.length)));
  const category = (field, data, more) =>
    axisOf({ title: field.title, scale: 'CATEGORY', format: 'TEXT' }, {
      data,
      splitLine: { show: false },
      axisTick: { show: false },
      ...more,
    });
  return {
    ...base,
    legend: { show: false },
    grid: { left: room, right: 16, top: 10, bottom: 118 },
    xAxis: category(block.x, columns, { nameGap: 58, axisLabel: { ...textStyle(10), ...(isTilted ? { rotate: 45, width: 70, overflow: 'truncate' } : { interval: 0, width: (width - room - 16) / columns.length - 8, overflow: 'break' }) } }),
    yAxis: category(block.y, rows, { name: '', inverse: true, axisLabel: { ...textStyle(10), width: room - 8, overflow: 'truncate' } }),
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
      formatter: (found) => `${columns[found.value[0]]}, ${rows[found.value[1]]}\n${block.value.title}: ${shown(found.value[3], block.value.format)}`,
    },
    series: [
      {
        type: 'heatmap',
        data: entries.map((entry) => [
          columns.indexOf(shown(valueOf(block.x, entry), block.x.format)),
          rows.indexOf(shown(valueOf(block.y, entry), block.y.format)),
          scale.of(valueOf(block.value, entry)),
          valueOf(block.value, entry),
        ]),
        itemStyle: { borderColor: colour('--paper'), borderWidth: 1 },
        // A rim of paper, so that numbers can be read on light and dark cells alike.
        label: { show: columns.length <= (block.colours === 'OVER_FLOOR' ? 12 : 6), ...textStyle(width < 480 ? 9 : 11), textBorderColor: colour('--paper'), textBorderWidth: 3, formatter: (found) => shown(found.value[3], block.value.format, 3) },
      },
    ],
  };
}
