// What a browser test needs: the program running, pages on it at two widths and in two languages, and a watch
// that fails the test when a page calls another host or reports an error.
//
//   const app = await start();
//   const page = await app.page({ width: 360, lang: 'fr' });
//   await page.goto('/');
//   await audit(page, 'front');
//   await app.stop();          // also fails when a page misbehaved without being audited
import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';
import { complaintsOf, watch } from './watch.mjs';

export { audit, screenshot } from './audit.mjs';
export { assertFocusVisible, assertKeyboardReachesAll, enter, focused, tabTo, typeIn } from './keyboard.mjs';
export { freePort } from './server.mjs';
export { assertQuiet, expectError } from './watch.mjs';

export const WIDTHS = [360, 1280];
export const LANGS = ['fr', 'en'];
const LOCALES = { fr: 'fr-FR', en: 'en-GB' };
const LINK_MS = 10_000;

function launch() {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: !root, // Chromium refuses to sandbox itself as root
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A page that calls out must fail here as it would behind a company's firewall.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
}

/** Starts the program and a browser. Options go to `startServer`. */
export async function start(options) {
  const server = await startServer(options);
  const browser = await launch().catch(async (error) => {
    await server.stop();
    throw error;
  });
  const opened = [];
  let read = 0;

  /** A new person: a browser of their own, without cookies. `width` 360 is a phone with touch; `neighbour` may be left for. */
  async function page({ width = 1280, lang = 'fr', javaScript = true, neighbour } = {}) {
    const context = await browser.newContext({
      baseURL: server.url,
      viewport: { width, height: width < 600 ? 740 : 800 },
      hasTouch: width < 600,
      // Not isMobile: it would widen the page to fit what overflows, and hide the fault from the audit.
      locale: LOCALES[lang],
      timezoneId: 'Europe/Paris',
      reducedMotion: 'reduce',
      javaScriptEnabled: javaScript,
    });
    opened.push(watch(context, { origin: server.url, neighbour, width, lang, javaScript }));
    return context.newPage();
  }

  /** The same address for the same person in a second browser: at another width, in another language, with JavaScript. */
  async function twin(other, options) {
    const second = await page(options);
    const cookies = await other.context().cookies();
    await second.context().addCookies(cookies.filter(({ name }) => name !== 'lang'));
    await second.goto(other.url());
    return second;
  }

  /** The next sign-in link that the program prints and that no test has read yet. */
  async function nextLink({ timeout = LINK_MS } = {}) {
    const { match, next } = await server.printed.line(/\S*\/lien\/[^\s"'<>)]+/, read, timeout, 'sign-in link');
    read = next;
    const link = new URL(match[0].replace(/^["'<(]+/, ''), server.url);
    if (link.origin !== server.url) throw new Error(`the sign-in link leads elsewhere: ${link.origin}`);
    return link.href;
  }

  async function stop() {
    await browser.close();
    await server.stop();
    const complaints = opened.flatMap(complaintsOf);
    if (complaints.length) throw new Error(`pages misbehaved:\n${complaints.join('\n')}`);
  }

  return { url: server.url, data: server.data, printed: server.printed, page, twin, nextLink, stop };
}
