// Light and dark: what the system says, until the person chooses. Charts take their colours from the page's style.

const REDRAWN = [];
let chosenTheme = null;

function isDark() {
  return (chosenTheme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
}

function applyTheme(theme) {
  document.documentElement.dataset.theme = theme;
  REDRAWN.forEach((redraw) => redraw());
}

function refreshTheme() {
  applyTheme(isDark() ? 'dark' : 'light');
}

/** Calls back when colours or the size of the page have changed. */
function onRedraw(redraw) {
  REDRAWN.push(redraw);
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

const SERIES_COLOURS = 10;

function palette() {
  return Array.from({ length: SERIES_COLOURS }, (_, index) => colour(`--series-${index + 1}`));
}

function themeButton() {
  const made = button('', () => {
    chosenTheme = isDark() ? 'light' : 'dark';
    refreshTheme();
  });
  made.id = 'theme';
  onRedraw(() => {
    made.textContent = isDark() ? 'Light' : 'Dark';
    made.title = isDark() ? 'Show this page light' : 'Show this page dark';
  });
  return made;
}

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', refreshTheme);
// Paper is white.
addEventListener('beforeprint', () => applyTheme('light'));
addEventListener('afterprint', refreshTheme);
