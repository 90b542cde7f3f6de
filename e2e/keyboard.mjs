// The page without a mouse: go where a name says, and see where one is.
import assert from 'node:assert/strict';

const ROLES = [
  'link', 'button', 'textbox', 'searchbox', 'checkbox', 'radio', 'combobox', 'listbox', 'spinbutton', 'slider',
  'switch', 'tab', 'menuitem', 'option', 'region', 'group', 'heading',
];
const MANY = 100;

/** Presses Tab until the element with this accessible name has the focus; a string must match whole. */
export async function tabTo(page, name, { role } = {}) {
  const exact = typeof name === 'string';
  const wanted = (role ? [role] : ROLES).map((r) => page.getByRole(r, { name, exact })).reduce((a, b) => a.or(b));
  const bearers = await wanted.elementHandles();
  const passed = [];
  for (let i = 0; i < MANY; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((all) => all.includes(document.activeElement), bearers)) return;
    passed.push(await focused(page));
    if (passed.length > 1 && passed.at(-1) === 'the page itself') break;
  }
  assert.fail(`Tab never reaches ${name}; it passes by\n${passed.map((p) => `  ${p}`).join('\n')}`);
}

/** The element that has the focus, in words a failing test can show. */
export function focused(page) {
  return page.evaluate(() => {
    const e = document.activeElement;
    if (!e || e === document.body) return 'the page itself';
    const text = e.getAttribute('aria-label') ?? e.labels?.[0]?.innerText ?? e.innerText ?? '';
    return `${e.cloneNode(false).outerHTML.slice(0, 100)} ${text.trim().slice(0, 60)}`;
  });
}

/**
 * The focus can be seen: an outline of 2 px or more that stands out from what surrounds it by 3 to 1 (or a
 * shadow), on the element, its label or what wraps it; and nothing lies over it.
 */
export async function assertFocusVisible(page) {
  const fault = await page.evaluate(faultOfFocus);
  if (fault) assert.fail(`${await focused(page)}: ${fault}`);
}

// Runs in the page.
function faultOfFocus() {
  const e = document.activeElement;
  if (!e || e === document.body) return 'nothing has the focus';

  const rgba = (css) => (css.match(/[\d.]+/g) ?? []).map(Number);
  const solid = ([, , , alpha = 1]) => alpha > 0.5;
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (a, b) => {
    const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };
  const behind = (node) => {
    for (let n = node.parentElement; n; n = n.parentElement) {
      const colour = rgba(getComputedStyle(n).backgroundColor);
      if (colour.length >= 3 && solid(colour)) return colour;
    }
    return [255, 255, 255];
  };
  const shown = (node) => {
    const style = getComputedStyle(node);
    if (style.outlineStyle === 'auto') return true; // the browser's own, drawn to be seen on any colour
    const colour = rgba(style.outlineColor);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && solid(colour);
    return (outlined && contrast(colour, behind(node)) >= 3) || style.boxShadow !== 'none';
  };
  const bearers = [e, ...(e.labels ?? []), e.parentElement, e.parentElement?.parentElement].filter(Boolean);
  const bearer = bearers.find(shown);
  if (!bearer) return 'has the focus but does not show it';

  // A link that runs over two lines has a box for each: the first says where it begins.
  const box = bearer.getClientRects()[0] ?? bearer.getBoundingClientRect();
  // Where one begins to write: of a tall field, the browser brings no more than that into sight.
  const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 20)];
  if (box.width < 2 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return 'shows its focus off the screen';
  // A link of a drawing is a dot and its words: between them lies the drawing itself, which hides neither.
  const drawing = bearer.ownerSVGElement;
  const top = document.elementFromPoint(x, y);
  const seen = top && (bearer.contains(top) || top.contains(bearer) || drawing?.contains(top));
  return seen ? null : `is hidden under ${top?.cloneNode(false).outerHTML}`;
}

/**
 * Goes through the whole page with Tab: every control that can be seen gets the focus (of radio buttons of one name, one),
 * shows that it has it, and lets it go.
 */
export async function assertKeyboardReachesAll(page) {
  await page.evaluate(startAtTop);
  const wanted = await page.evaluate(markControls);
  const missed = new Set(Array.from({ length: wanted.length }, (_, i) => i));
  const hidden = [];
  for (let steps = 0; steps <= wanted.length + MANY; steps++) {
    await page.keyboard.press('Tab');
    const { met, fault } = await page.evaluate(`(${whereFocusIs})(${faultOfFocus})`);
    if (met.length === 0) break; // past the last control: the browser's own
    if (fault) hidden.push(`${await focused(page)}: ${fault}`);
    const known = met.some((i) => !missed.has(i));
    for (const i of met) missed.delete(i);
    if (known && missed.size === 0) break;
  }
  const faults = [...[...missed].map((i) => `Tab never reaches ${wanted[i]}`), ...new Set(hidden)];
  assert.equal(faults.length, 0, `${page.url()}\n${faults.join('\n')}`);
}

// Runs in the page: Tab sets out from the top.
function startAtTop() {
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}

// Runs in the page: numbers what the keyboard must reach, and says each in words.
function markControls() {
  const visible = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.type !== 'hidden';
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(visible);
  const groups = new Map();
  const words = [];
  for (const e of all) {
    const group = e.type === 'radio' ? `${e.form?.action} ${e.name}` : e;
    if (!groups.has(group)) groups.set(group, words.push(`${e.cloneNode(false).outerHTML.slice(0, 120)} ${(e.innerText ?? '').trim().slice(0, 40)}`) - 1);
    e.dataset.keyboard = groups.get(group);
  }
  return words;
}

// Runs in the page: the number of what has the focus, none at the end, and what is wrong with how it shows.
function whereFocusIs(faultOfFocus) {
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) return { met: [], fault: null };
  return { met: e.dataset.keyboard === undefined ? [-1] : [Number(e.dataset.keyboard)], fault: faultOfFocus() };
}

/** Fills a form with the keyboard alone: a text typed, one choice reached by arrows, several ticked with the space bar. */
export async function typeIn(page, answers) {
  for (const [label, answer] of Object.entries(answers)) {
    await page.evaluate(startAtTop);
    if (Array.isArray(answer)) for (const tick of answer) await tickOff(page, tick);
    else if (await page.getByRole('group', { name: begins(label) }).count()) await choose(page, label, answer);
    else await write(page, label, answer);
  }
}

/** Matches what begins with these words, whatever kind of space stands between them. */
function begins(words) {
  const plain = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  return new RegExp(`^\\s*${plain}`);
}

async function write(page, label, text) {
  await tabTo(page, begins(label), { role: 'textbox' });
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function tickOff(page, label) {
  await tabTo(page, begins(label), { role: 'checkbox' });
  await assertFocusVisible(page);
  await page.keyboard.press('Space');
}

/** Tab enters a group of radio buttons once; the arrows go round within it. */
async function choose(page, label, choice) {
  const group = page.getByRole('group', { name: begins(label) });
  await tabToOneOf(page, await group.getByRole('radio').elementHandles(), label);
  const wanted = await group.getByRole('radio', { name: begins(choice) }).first().elementHandle();
  await page.keyboard.press('Space');
  for (let i = 0; i < MANY; i++) {
    if (await page.evaluate((e) => document.activeElement === e && e.checked, wanted)) return assertFocusVisible(page);
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`the arrows never reach ${choice} in ${label}`);
}

async function tabToOneOf(page, elements, what) {
  for (let i = 0; i < MANY; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((all) => all.includes(document.activeElement), elements)) return;
  }
  assert.fail(`Tab never reaches ${what}`);
}

/** Goes to a link or a button by Tab and presses Enter; waits for the page it leads to. */
export async function enter(page, name) {
  await page.evaluate(startAtTop);
  await tabTo(page, name);
  await assertFocusVisible(page);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}
