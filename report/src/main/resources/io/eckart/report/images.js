// Rows drawn as images: the versions of each side by side, tied to selections.

const SHOWN_IMAGES = 48;

function imageGrid(block) {
  const examples = lookUp(block.from, DATA);
  const all = examples.rows;
  const link = linkOf(block.link);
  const grid = element('div', 'images');
  const count = element('p', 'count');
  const figure = element('figure', 'image-grid', element('figcaption', '', block.title), count, grid);
  addSampling(figure, block);
  if (examples.views.length > 1) {
    figure.insertBefore(element('p', 'views', `Each from left to right: ${examples.views.join(', ')}.`), count);
  }
  // Random enough to look at: the rows stand in the order of the file.
  const spread = all.filter((_, index) => index % Math.max(1, Math.floor(all.length / SHOWN_IMAGES)) === 0);

  function show(ids) {
    const chosen = ids === null ? spread : all.filter((example) => ids.has(example.row));
    const some = chosen.slice(0, SHOWN_IMAGES);
    const which = ids === null ? 'examples' : 'selected';
    count.textContent = ids === null ? `${some.length} of ${all.length.toLocaleString('en')} ${which}` : `${some.length} of ${chosen.length.toLocaleString('en')} ${which} rows that have their image here`;
    grid.replaceChildren(...some.map((example) => imageItem(examples, example)));
  }

  link?.listen(show);
  show(link?.get() ?? null);
  return figure;
}

function imageItem(examples, example) {
  const images = element('div', 'versions', ...example.pixels.map((pixels) => imageOf(examples.image, pixels)));
  const label = example.label === null ? '' : ` · ${example.label}`;
  const noun = examples.noun ? `${examples.noun} ` : '';
  const item = element('div', 'item', images, element('div', 'caption', `${noun}${example.row.toLocaleString('en')}${label}`));
  item.title = `${noun || 'row '}${example.row}${label}`;
  return item;
}

/** A line of images for each version, with its number. */
function imageLines(block) {
  const examples = lookUp(block.from, DATA);
  const values = new Map(rowsOf(block.values).map((entry) => [valueOf(block.name, entry), valueOf(block.value, entry)]));
  const lines = examples.views.map((view, index) => {
    const number = values.has(view) ? withDigits(element('div', 'value', shown(values.get(view), block.value.format)), values.get(view), block.value.format) : '';
    const images = examples.rows.map((example) => imageOf(examples.image, example.pixels[index]));
    images.forEach((canvas, place) => {
      canvas.title = `row ${examples.rows[place].row}: ${view}`;
    });
    return element('div', 'image-line', element('div', 'version', element('div', '', view), number), element('div', 'strip', ...images));
  });
  const note = element('p', 'views', `Numbers: ${block.value.title}.`);
  return element('figure', 'image-lines', element('figcaption', '', block.title), note, ...lines);
}

/** A canvas of an image's bytes: over rows, then columns, then channels. */
function imageOf({ height, width, channels }, pixels) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const bytes = atob(pixels);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (let at = 0; at < width * height; at++) {
    for (let channel = 0; channel < 3; channel++) {
      image.data[4 * at + channel] = bytes.charCodeAt(channels === 3 ? 3 * at + channel : at);
    }
    image.data[4 * at + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}
