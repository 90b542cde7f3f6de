// Everything that a person can reach by following links, met with the cookies of the page they are on.

/**
 * From the page's address, every page of this site that links lead to, one entry an address:
 * `{ path, status, from, shape, kind }`. `shape` is the address without its identifiers; `kind` adds the parts and the
 * forms that the page has, so that two pages of the same kind differ only by their contents.
 */
export function reachable(page) {
  return page.evaluate(crawl);
}

// Runs in the page.
async function crawl() {
  // The law as data, and the trial page of its interface, which is another project's: api.test.mjs looks at both.
  const isInterface = (path) => path.startsWith('/api/');
  const leftAlone = (path) => /\.(pdf|json|jsonl|csv|xlsx|ics|svg|md)$/.test(path) || path.startsWith('/langue/') || isInterface(path);
  const shapeOf = (text) => text.replace(/[0-9a-f]{32}/g, '…');
  const met = new Map();
  const waiting = [{ path: location.pathname, from: '' }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next;
    if (met.has(path)) continue;
    const answer = await fetch(path);
    const html = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const forms = [...html.forms].map((form) => form.getAttribute('action') ?? '');
    const parts = [...html.querySelectorAll('[aria-labelledby]')].map((part) => part.getAttribute('aria-labelledby'));
    const shape = shapeOf(new URL(answer.url).pathname);
    const kind = [shape, ...new Set([...forms, ...parts].map(shapeOf))].join(' ');
    met.set(path, { path, status: answer.status, from, shape, kind });
    for (const link of html.querySelectorAll('a[href]')) {
      const { origin, pathname } = new URL(link.getAttribute('href'), answer.url);
      if (origin === location.origin && !leftAlone(pathname)) waiting.push({ path: pathname, from: path });
    }
  }
  return [...met.values()];
}
