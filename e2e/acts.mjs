// What a person does on a page, by the words they read; and the checks that every stop of a journey gets.
import assert from 'node:assert/strict';
import { WIDTHS, assertFocusVisible, audit, expectError, tabTo } from './harness.mjs';

const CONTROLS = 'input, select, textarea';
const TALL = 800;

/** The words of a part of the page, spaces made plain. */
export async function words(page, part = 'main') {
  return (await page.locator(part).innerText()).replace(/\s+/g, ' ').trim();
}

/** The path of the page, without what a form added to it. */
export function path(page) {
  return new URL(page.url()).pathname;
}

/** Presses a button and waits for the page that it leads to. */
export async function press(page, name) {
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).click()]);
}

/** Follows a link and waits for the page that it leads to. */
export async function follow(page, name) {
  await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name }).first().click()]);
}

/** Fills a form, field by field, by its labels: a text, the choice of one answer, or several ticks. */
export async function fill(page, answers) {
  for (const [label, answer] of Object.entries(answers)) {
    const choices = page.getByRole('group', { name: begins(label) });
    if (await choices.count()) {
      for (const one of [answer].flat()) await choices.getByLabel(one).first().check();
    } else {
      await write(field(page, label), answer);
    }
  }
}

/** The control whose label begins so. */
export function field(page, label) {
  return page.getByLabel(begins(label)).and(page.locator(CONTROLS));
}

/** Matches what begins with these words, whatever kind of space stands between them. */
function begins(words) {
  const plain = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+');
  return new RegExp(`^\\s*${plain}`);
}

async function write(control, answer) {
  const isList = await control.evaluate((e) => e.tagName === 'SELECT');
  await (isList ? control.selectOption({ label: answer }) : control.fill(answer));
}

/** What a form holds: the value of every control that can be seen, ticks included. */
export function held(page) {
  return page.locator(CONTROLS).evaluateAll((all) =>
    all
      .filter((e) => e.type !== 'hidden')
      .map((e) => (['radio', 'checkbox'].includes(e.type) ? `${e.name}=${e.value}: ${e.checked}` : `${e.name}: ${e.value}`)),
  );
}

/** Sends a form that must be refused: the message is next to the field and tied to it, and what was typed is kept. */
export async function isRefused(page, button, label, message) {
  expectError(page, /status of 422/);
  const typed = await held(page);
  await press(page, button);
  const control = field(page, label);
  assert.equal(await control.getAttribute('aria-invalid'), 'true', `${label}: not marked as refused`);
  const described = await control.evaluate((e) =>
    (e.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.innerText ?? '').join(' '),
  );
  assert.match(described.replace(/\s+/g, ' '), message, `${label}: its message is not tied to it`);
  assert.deepEqual(await held(page), typed, 'what was typed is not kept');
}

const faults = [];

/** What the audits have found fault with since this was last asked. */
export function takeFaults() {
  return faults.splice(0);
}

/**
 * Audits the page at both widths, as it stands: also one that only a form can bring. Faults are kept for `takeFaults`,
 * so that one of them does not stop a journey.
 */
export async function auditAtBothWidths(page, name, options) {
  const usual = page.viewportSize();
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: TALL });
    await audit(page, name, options).catch((fault) => faults.push(fault.message));
  }
  await page.setViewportSize(usual);
}

/** Tab reaches this button or link, and shows that it has; the way there begins at the top of the page. */
export async function reaches(page, name) {
  await page.evaluate(() => {
    const top = document.createElement('span');
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove(); // Tab now sets out from where it stood
  });
  await tabTo(page, name);
  await assertFocusVisible(page);
}

/** A stop of the journey: the heading, the audit at both widths, and the main act within reach of the keyboard. */
export async function stop(page, name, { heading, act }) {
  if (heading) assert.match(await words(page, 'h1'), heading);
  await auditAtBothWidths(page, name);
  if (act) await reaches(page, act);
}
