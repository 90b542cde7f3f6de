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

  const box = bearer.getBoundingClientRect();
  const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + box.height / 2];
  if (box.width < 2 || x < 0 || y < 0 || x > innerWidth || y > innerHeight) return 'shows its focus off the screen';
  const top = document.elementFromPoint(x, y);
  return top && (bearer.contains(top) || top.contains(bearer)) ? null : `is hidden under ${top?.cloneNode(false).outerHTML}`;
}
