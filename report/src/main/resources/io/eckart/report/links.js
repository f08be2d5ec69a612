// Selections that several blocks share: what is chosen in one is shown in all.

const LINKS = new Map();

/** The selection of a name: a set of row ids, or null where nothing is selected. */
function linkOf(link) {
  if (!link || !link.name) {
    return null;
  }
  if (!LINKS.has(link.name)) {
    const listeners = [];
    let chosen = null;
    LINKS.set(link.name, {
      get: () => chosen,
      set: (ids) => {
        chosen = ids && ids.size > 0 ? ids : null;
        listeners.forEach((listener) => listener(chosen));
      },
      listen: (listener) => listeners.push(listener),
    });
  }
  return LINKS.get(link.name);
}
