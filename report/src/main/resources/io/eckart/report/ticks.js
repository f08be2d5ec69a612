// Readable places on axes: 1, 2 and 5 times powers of ten, powers of two for ratios.

const MOST_TICKS = 8;

// Within this factor a logarithmic axis has the places of a linear one.
const NARROW = 5;

/** How many places a level axis of a width is split into, so that their names fit. */
function ticksAcross(width) {
  return Math.max(2, Math.min(5, Math.floor(width / 70)));
}

/** A digit times a power of ten, without the rounding of a product. */
function decimal(digit, exponent) {
  return Number(`${digit}e${exponent}`);
}

/** The smallest of 1, 2 and 5 times a power of ten that is not below a number. */
function roundStep(raw) {
  const exponent = Math.floor(Math.log10(raw));
  return decimal([1, 2, 5].find((digit) => decimal(digit, exponent) >= raw) ?? 10, exponent);
}

/** Equally far places that enclose an interval. */
function linearTicks(least, most, count = 6) {
  if (most <= least) {
    return [least];
  }
  const step = roundStep((most - least) / count);
  const first = Math.floor(least / step + 1e-9);
  const last = Math.ceil(most / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Every n-th, so that there are not too many. */
function thinned(ticks) {
  const every = Math.ceil(ticks.length / (MOST_TICKS + 1));
  return ticks.filter((_, index) => index % every === 0);
}

/** Powers of two that enclose an interval, within two octaves places between them. */
function ratioTicks(least, most) {
  const low = Math.floor(Math.log2(least) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log2(most) - 1e-9));
  if (high - low <= 2) {
    const ticks = linearTicks(2 ** low, Math.max(most, 1.1 * 2 ** low));
    return { min: 2 ** low, max: ticks.at(-1), ticks: ticks.filter((tick) => tick >= 2 ** low) };
  }
  const powers = Array.from({ length: high - low + 1 }, (_, index) => 2 ** (low + index));
  return { min: 2 ** low, max: 2 ** high, ticks: thinned(powers) };
}

/** Where a logarithmic axis of positive values begins and ends, and the places between: {min, max, ticks}. */
function logTicks(least, most) {
  const low = Math.floor(Math.log10(least) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.log10(most) - 1e-9));
  if (most < NARROW * least) {
    const ticks = linearTicks(least, most > least ? most : 1.1 * least).filter((tick) => tick > 0);
    return { min: Math.min(ticks[0], least), max: ticks.at(-1), ticks };
  }
  const digits = high - low <= 3 ? [1, 2, 5] : [1];
  const all = [];
  for (let exponent = low; exponent <= high; exponent++) {
    all.push(...digits.map((digit) => decimal(digit, exponent)));
  }
  const first = all.findLastIndex((tick) => tick <= least * (1 + 1e-9));
  const last = all.findIndex((tick) => tick >= most * (1 - 1e-9));
  const enclosing = all.slice(Math.max(0, first), last + 1);
  return { min: enclosing[0], max: enclosing.at(-1), ticks: digits.length > 1 ? enclosing : thinned(enclosing) };
}
