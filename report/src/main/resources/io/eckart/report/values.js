// The page's data, and how places in it are read and shown. Nothing is computed: values are looked up and formatted.

const DATA = JSON.parse(document.getElementById('data').textContent);
const LAYOUT = JSON.parse(document.getElementById('layout').textContent);

/** The value at a JSON pointer (RFC 6901); undefined where there is none. */
function lookUp(pointer, from) {
  let value = from;
  for (const token of pointer.split('/').slice(1)) {
    if (value === null || value === undefined) {
      return undefined;
    }
    value = value[token.replaceAll('~1', '/').replaceAll('~0', '~')];
  }
  return value;
}

/** Rows with their places: elements of an array, or members of an object as {name, value}. */
function rowsOf(rows) {
  const found = lookUp(rows.from, DATA) ?? [];
  let all = Array.isArray(found) ? found : Object.entries(found).map(([name, value]) => ({ name, value }));
  if (rows.each) {
    all = all.flatMap((outer) => {
      const inner = lookUp(rows.each, outer) ?? [];
      return Array.isArray(inner)
        ? inner.map((value, index) => ({ outer, name: index + 1, value }))
        : Object.entries(inner).map(([name, value]) => ({ outer, name, value }));
    });
  }
  return all
    .map((row, index) => ({ row, place: index + 1 }))
    .filter((entry) => rows.where.every((where) => (String(valueOf(where, entry)) === where.is) !== where.not));
}

/** The value of a field in a row; null where there is none. */
function valueOf(field, entry) {
  if (field.at === '#') {
    return entry.place;
  }
  if (field.at.includes(',/')) {
    return field.at.split(',').map((at) => shown(valueOf({ at }, entry), 'TEXT')).join(' · ');
  }
  const value = field.at === '' ? entry.row : lookUp(field.at, entry.row);
  return value === undefined ? null : value;
}

/** A number with about so many significant digits, thousands apart. */
function digits(value, significant) {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e9)) {
    return value.toExponential(Math.max(0, significant - 1)).replace(/\.?0+e/, 'e');
  }
  const whole = size < 1 ? 0 : Math.floor(Math.log10(size)) + 1;
  const places = size === 0 || size >= 1 ? Math.max(0, significant - whole) : significant - 1 - Math.floor(Math.log10(size));
  return value.toLocaleString('en', { maximumFractionDigits: Math.min(12, places), useGrouping: size >= 1e4 });
}

/** A number in three significant digits, zeros at its end kept, so that numbers below each other can be compared. */
function short(value) {
  const size = Math.abs(value);
  return size === 0 || size < 1e-4 || size >= 1e9
    ? digits(value, 3)
    : value.toLocaleString('en', { minimumSignificantDigits: 3, maximumSignificantDigits: 3, useGrouping: size >= 1e4 });
}

/** A value with all its digits. */
function exact(value, format) {
  if (Array.isArray(value)) {
    return value.map((part) => exact(part, format)).join(', ');
  }
  if (typeof value !== 'number') {
    return shown(value, format);
  }
  switch (format) {
    case 'PERCENT':
      return `${Number((100 * value).toPrecision(15))} %`;
    case 'DEGREES':
      return `${Number(((180 / Math.PI) * value).toPrecision(15))}°`;
    case 'SECONDS':
      return `${value} s`;
    case 'COUNT':
      return value.toLocaleString('en', { maximumFractionDigits: 20 });
    case 'COUNT_IF_ANY':
      return value === 0 ? '' : exact(value, 'COUNT');
    default:
      return String(value);
  }
}

/** An element that shows a value, with all digits under the pointer where some are left out. */
function withDigits(made, value, format) {
  const all = exact(value, format);
  if (all !== made.textContent) {
    made.title = all;
  }
  return made;
}

// Differences of parts below this are rounding errors.
const ROUNDED_PART = 1e-12;

/** How a value is read by a person. */
function shown(value, format, significant = 4) {
  if (value === null || value === undefined) {
    return '–';
  }
  if (typeof value === 'boolean') {
    return value ? 'yes' : 'no';
  }
  if (Array.isArray(value)) {
    return value.map((part) => shown(part, format, significant)).join(', ');
  }
  if (typeof value === 'object') {
    return Object.entries(value).map(([name, part]) => `${name} ${shown(part, format, significant)}`).join(', ');
  }
  if (typeof value !== 'number') {
    return String(value);
  }
  switch (format) {
    case 'PERCENT':
      return `${Math.abs(value) < ROUNDED_PART ? 0 : digits(100 * value, significant)} %`;
    case 'DEGREES':
      return `${digits((180 / Math.PI) * value, significant)}°`;
    case 'SECONDS':
      return `${digits(value, 3)} s`;
    case 'COUNT':
      return value.toLocaleString('en');
    case 'COUNT_IF_ANY':
      return value === 0 ? '' : shown(value, 'COUNT');
    case 'SHORT':
      return short(value);
    default:
      return digits(value, significant);
  }
}

/** Rows as CSV (RFC 4180), with the values themselves. A text that a spreadsheet would run as a formula is quoted. */
function csvOf(titles, lines) {
  const cell = (value) => {
    if (value === null || value === undefined) {
      return '';
    }
    if (typeof value === 'number') {
      return String(value);
    }
    let text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    if (/^[=+\-@\t\r]/.test(text)) {
      text = `'${text}`;
    }
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `${[titles, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Gives a text to the person as a file; nothing leaves the page. */
function download(name, type, text) {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([text], { type }));
  anchor.download = name;
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

/** A file name from a title. */
function fileName(title, ending) {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return `${words.slice(0, 60) || 'chart'}.${ending}`;
}

/** An element with a class and children; texts stay texts. */
function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) {
    made.className = className;
  }
  made.append(...children);
  return made;
}

function button(text, onClick, pressed) {
  const made = element('button', '', text);
  made.type = 'button';
  if (pressed !== undefined) {
    made.setAttribute('aria-pressed', String(pressed));
  }
  made.addEventListener('click', onClick);
  return made;
}

/** Which part of the rows is shown, as a sentence; empty where there is nothing to say. */
function samplingText(sampling) {
  if (!sampling.shown) {
    return sampling.how;
  }
  const count = (pointer) => {
    const value = lookUp(pointer, DATA);
    return Array.isArray(value) ? value.length : value;
  };
  const some = count(sampling.shown);
  if (typeof some !== 'number') {
    return '';
  }
  const all = sampling.of ? count(sampling.of) : null;
  if (all === null) {
    return `${some.toLocaleString('en')} rows${sampling.how ? `, ${sampling.how}` : ''}`;
  }
  return some === all
    ? `all ${all.toLocaleString('en')} rows`
    : `${some.toLocaleString('en')} of ${all.toLocaleString('en')} rows${sampling.how ? `, ${sampling.how}` : ''}`;
}
