// Tables: sortable by every column, a page at a time, tied to selections.

// From so many letters on a column is kept wide enough to read, and a small screen scrolls.
const SOME_TEXT = 18;
const LONG_TEXT = 90;

const PAGE_ROWS = 12;

/** The kind of a verdict by its words: it holds everywhere, in some settings, nowhere, or nobody can say. */
function verdictKind(text) {
  if (text.startsWith('holds')) {
    return text === 'holds' ? 'yes' : 'partly';
  }
  return text.startsWith('does not') ? 'no' : 'open';
}

/** A table that can be given other entries. Returns {element, show(entries)}. */
function sortableTable(fields, allEntries, { pageRows = PAGE_ROWS, onRow = null } = {}) {
  let entries = allEntries;
  let sorted = null;
  let isDescending = false;
  let page = 0;
  const head = element('tr', '');
  const body = element('tbody', '');
  const pager = element('div', 'pager');
  const numeric = fields.map(
    (field) => !['TEXT', 'VERDICT'].includes(field.format) || allEntries.slice(0, 50).every((entry) => typeof (valueOf(field, entry) ?? 0) === 'number'),
  );
  fields.forEach((field, index) => {
    const cell = element('th', numeric[index] ? 'number' : '', button(field.title, () => sortBy(field)));
    cell.scope = 'col';
    head.append(cell);
  });
  const table = element('table', '', element('thead', '', head), body);
  const scroller = element('div', 'scroller', table);
  scroller.tabIndex = 0;

  function sortBy(field) {
    isDescending = sorted === field ? !isDescending : false;
    sorted = field;
    page = 0;
    fill();
  }

  function ordered() {
    if (sorted === null) {
      return entries;
    }
    const direction = isDescending ? -1 : 1;
    return entries.toSorted((a, b) => {
      const [first, second] = [valueOf(sorted, a), valueOf(sorted, b)];
      if (first === null || second === null) {
        return (first === null) - (second === null);
      }
      const isNumbers = typeof first === 'number' && typeof second === 'number';
      return direction * (isNumbers ? first - second : shown(first).localeCompare(shown(second), 'en', { numeric: true }));
    });
  }

  function fill() {
    [...head.children].forEach((cell, index) => {
      const isSorted = fields[index] === sorted;
      cell.setAttribute('aria-sort', isSorted ? (isDescending ? 'descending' : 'ascending') : 'none');
    });
    const pages = Math.max(1, Math.ceil(entries.length / pageRows));
    page = Math.min(page, pages - 1);
    body.replaceChildren(
      ...ordered().slice(page * pageRows, (page + 1) * pageRows).map((entry) => {
        const line = element('tr', onRow ? 'link' : '');
        fields.forEach((field, index) => {
          line.append(cellOf(field, entry, numeric[index]));
        });
        if (onRow) {
          line.addEventListener('click', () => onRow(entry));
        }
        return line;
      }),
    );
    const turn = (by) => {
      page += by;
      fill();
    };
    const back = button('‹ Back', () => turn(-1));
    const next = button('Next ›', () => turn(1));
    back.disabled = page === 0;
    next.disabled = page === pages - 1;
    const count = `${entries.length.toLocaleString('en')} ${entries.length === 1 ? 'row' : 'rows'}`;
    pager.replaceChildren(...(pages === 1 ? [count] : [back, `${page + 1} of ${pages} pages, ${count}`, next]));
  }

  fill();
  return {
    element: element('div', 'sortable', scroller, pager),
    show: (others) => {
      entries = others;
      page = 0;
      fill();
    },
  };
}

/** A cell: numbers shortened, with all digits under the pointer; a filled one in a frame. */
function cellOf(field, entry, isNumber) {
  const value = valueOf(field, entry);
  const text = shown(value, field.format);
  const cell = element('td', isNumber ? 'number' : text.length > LONG_TEXT ? 'long' : text.length > SOME_TEXT ? 'some' : 'brief');
  if (field.before && value !== null && valueOf({ at: field.before }, entry) === null) {
    const mark = element('mark', 'filled', text);
    mark.title = `filled: ${exact(value, field.format)}`;
    cell.append(mark);
    return cell;
  }
  cell.append(field.format === 'VERDICT' ? element('span', `verdict ${verdictKind(text)}`, text) : text);
  return withDigits(cell, value, field.format);
}

function rowTable(block) {
  const all = rowsOf(block.rows);
  const isSomething = (value) => value !== null && (typeof value !== 'object' || Object.keys(value).length > 0);
  const fields = block.fields.filter((field) => all.some((entry) => isSomething(valueOf(field, entry))));
  const link = linkOf(block.link);
  const idField = { at: block.link.id };
  const table = sortableTable(fields, all, {
    pageRows: block.whole ? all.length : PAGE_ROWS,
    onRow: link ? (entry) => link.set(new Set([valueOf(idField, entry)])) : null,
  });
  const toolbar = element(
    'div',
    'toolbar',
    button('CSV', () => download(fileName(block.title, 'csv'), 'text/csv', chartCsv({ fields, entries: all }))),
  );
  const figure = element('figure', 'table', element('figcaption', '', block.title), toolbar, table.element);
  addSampling(figure, block);
  link?.listen((ids) => table.show(ids === null ? all : all.filter((entry) => ids.has(valueOf(idField, entry)))));
  return figure;
}
