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

function heatmapOptions(block, entries, columns, rows, width) {
  const base = baseOptions(width);
  const values = entries.map((entry) => valueOf(block.value, entry)).filter((value) => value !== null);
  const most = Math.max(...values);
  const least = Math.min(...values);
  const bound = Math.max(Math.abs(most), Math.abs(least));
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
      min: block.diverging ? -bound : least,
      max: block.diverging ? bound : most,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemHeight: 120,
      itemWidth: 12,
      text: [shown(block.diverging ? bound : most, block.value.format, 3), shown(block.diverging ? -bound : least, block.value.format, 3)],
      textStyle: textStyle(11),
      inRange: { color: block.diverging ? [colour('--below'), colour('--paper'), colour('--above')] : ramp() },
    },
    tooltip: {
      ...base.tooltip,
      formatter: (found) => `${columns[found.value[0]]}, ${rows[found.value[1]]}\n${block.value.title}: ${shown(found.value[2], block.value.format)}`,
    },
    series: [
      {
        type: 'heatmap',
        data: entries.map((entry) => [
          columns.indexOf(shown(valueOf(block.x, entry), block.x.format)),
          rows.indexOf(shown(valueOf(block.y, entry), block.y.format)),
          valueOf(block.value, entry),
        ]),
        itemStyle: { borderColor: colour('--paper'), borderWidth: 1 },
        // A rim of paper, so that numbers can be read on light and dark cells alike.
        label: { show: columns.length <= 6, ...textStyle(11), textBorderColor: colour('--paper'), textBorderWidth: 3, formatter: (found) => shown(found.value[2], block.value.format, 3) },
      },
    ],
  };
}
