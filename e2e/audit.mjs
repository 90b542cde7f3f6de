// Accessibility of a page as a machine can judge it. Every rule counts: none is switched off, and a rule
// that finds fault with us is answered in the page, never here.
import { mkdir } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { assertQuiet, watchOf } from './watch.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENSHOTS = fileURLToPath(new URL('./screenshots/', import.meta.url));
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Runs axe on the page with all that it folds away open, checks that it fits its width and is quiet, keeps a picture of it where they are asked for. */
export async function audit(page, name, { picture = true } = {}) {
  if (!watchOf(page).javaScript) throw new Error('axe needs timers, and this page has no JavaScript: audit app.twin(page)');
  if (picture) await screenshot(page, name);
  const closed = await page.locator('details:not([open])').elementHandles();
  await page.evaluate(unfold, { closed, open: true });
  const problems = [...(await axe(page)), ...(await sideways(page))];
  await page.evaluate(unfold, { closed, open: false });
  if (problems.length) throw new Error(`${label(page, name)}: ${problems.length} problem(s)\n${problems.join('\n')}`);
  assertQuiet(page);
}

// Runs in the page.
function unfold({ closed, open }) {
  for (const details of closed) details.open = open;
}

/**
 * A picture of the whole page, in e2e/screenshots/<name>-<width>-<lang>.png, where PICTURES=yes asks for them.
 * They are for people to look at: a run that only judges does not wait for a slow painter.
 */
export async function screenshot(page, name) {
  if (process.env.PICTURES !== 'yes') return;
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${label(page, name)}.png`, fullPage: true });
}

function label(page, name) {
  return `${name}-${page.viewportSize().width}-${watchOf(page).lang}`;
}

async function axe(page) {
  // Evaluated through the debugger, so that the page's own content security policy stays in force.
  if (await page.evaluate('!window.axe')) await page.evaluate(`${AXE}; undefined`);
  const { violations } = await page.evaluate(
    (tags) =>
      window.axe.run(document, {
        runOnly: { type: 'tag', values: tags },
        rules: { 'target-size': { enabled: true } }, // off by default, and part of WCAG 2.2 AA
        resultTypes: ['violations'],
      }),
    TAGS,
  );
  return violations.map(describe);
}

function describe({ id, impact, help, nodes }) {
  const places = nodes.map(({ target, html, failureSummary }) => {
    const why = failureSummary.split('\n').slice(1).map((line) => `        ${line.trim()}`);
    return `    ${target.flat().join(' ')}\n      ${html.slice(0, 160)}\n${why.join('\n')}`;
  });
  return `  ${id} (${impact}): ${help}\n${places.join('\n')}`;
}

/** WCAG 1.4.10: nobody should have to scroll sideways to read. */
async function sideways(page) {
  const { wanted, given, culprits } = await page.evaluate(() => {
    const given = document.documentElement.clientWidth;
    const wanted = document.documentElement.scrollWidth;
    // What scrolls within its own box is in order; what is positioned may stand outside that box.
    const holder = (e) => (getComputedStyle(e).position === 'absolute' ? e.offsetParent : e.parentElement);
    const scrolls = (e) => e && e !== document.body && (getComputedStyle(e).overflowX !== 'visible' || scrolls(holder(e)));
    const sticksOut = (e) => e.getBoundingClientRect().right > given + 1 && !scrolls(holder(e));
    const wide = [...document.body.querySelectorAll('*')].filter(sticksOut);
    const inWords = (e) => `${e.cloneNode(false).outerHTML.slice(0, 100)} ${e.textContent.trim().slice(0, 60)}`;
    return { wanted, given, culprits: wide.slice(0, 3).map(inWords) };
  });
  if (wanted <= given) return [];
  return [`  wider than the screen: ${wanted} px in ${given} px; for example\n    ${culprits.join('\n    ')}`];
}
