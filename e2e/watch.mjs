// The watch kept on every page: which hosts it calls, what errors it reports.

const watches = new WeakMap();

/** What is known about a page: `{ origin, width, lang, javaScript, strays, errors, expected }`. */
export function watchOf(page) {
  return watches.get(page.context());
}

/** Says that this page will report an error on purpose, for example `/status of 422/` after a refused form. */
export function expectError(page, pattern) {
  watchOf(page).expected.push(pattern);
}

/** Fails when the page has called another host, or reported an error that was not expected. */
export function assertQuiet(page) {
  const complaints = complaintsOf(watchOf(page));
  if (complaints.length) throw new Error(`${page.url()} misbehaved:\n${complaints.join('\n')}`);
}

/** What there is to say against a watched browser, one line each. */
export function complaintsOf({ strays, errors, expected, width, lang }) {
  const unexpected = errors.filter((error) => !expected.some((pattern) => pattern.test(error)));
  return [
    ...[...strays].map((url) => `  (${width}, ${lang}) called another host: ${url}`),
    ...unexpected.map((error) => `  (${width}, ${lang}) ${error}`),
  ];
}

/**
 * Keeps watch on all pages of a browser context. `neighbour` is another origin that a person may leave for; what its own
 * pages call is theirs.
 */
export function watch(context, { origin, neighbour, width, lang, javaScript }) {
  const seen = { origin, width, lang, javaScript, strays: new Set(), errors: [], expected: [] };
  const note = (url) => {
    const { protocol, host } = new URL(url);
    const inside = ['data:', 'blob:', 'about:'].includes(protocol) || host === new URL(origin).host;
    if (!inside) seen.strays.add(url);
  };
  const isNext = (url) => neighbour !== undefined && url.startsWith(`${neighbour}/`);
  const isTheirs = (request) => isNext(request.url()) ? request.isNavigationRequest() : isNext(request.frame().url());
  context.on('request', (request) => isTheirs(request) || note(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => note(socket.url())));
  context.on('console', (message) => {
    const theirs = isNext(message.location().url) || isNext(message.page()?.url() ?? '');
    if (message.type() === 'error' && !theirs) seen.errors.push(`console: ${message.text()} [${message.location().url}]`);
  });
  context.on('weberror', (error) => seen.errors.push(`script: ${error.error().stack ?? error.error()}`));
  watches.set(context, seen);
  return seen;
}
