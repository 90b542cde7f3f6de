// Every page of the demonstration, met by following links, as each of its people, at each of its moments: at two widths and
// in two languages, each passes axe with no rule switched off, fits its width, and calls no other host.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditAtBothWidths, takeFaults } from './acts.mjs';
import { reachable } from './crawl.mjs';
import { LANGS, assertKeyboardReachesAll, expectError, start } from './harness.mjs';

// Playing the case four times takes a while in a debug build.
const PLAYED_MS = 240_000;
const AUDITED_MS = 600_000;
const MOMENTS = 4;
/** Audits at a time: the program and the browser share the rest. */
const LANES = 3;

let app;
/** What there is to audit: a page of each kind, at each moment, as the first person who meets it. */
let met;

before(async () => {
  app = await start({ command: 'demo', ready: PLAYED_MS });
}, { timeout: PLAYED_MS });
after(() => app?.stop());

const DOORS = 'form[action="/demo"]';
/** Whoever comes without an invitation. */
const STRANGER = -1;

async function countDoors() {
  const page = await app.page();
  await page.goto('/demo');
  return page.locator(DOORS).count();
}

/** Enters the demonstration by its n-th door; the doors stand moment by moment. */
async function enter(page, door) {
  if (door === STRANGER) return page.goto('/');
  await page.goto('/demo');
  await page.locator(`${DOORS} button`).nth(door).click();
  return page.waitForURL(/\/fil$/);
}

test('there is a door for each person at four moments', async () => {
  const page = await app.page();
  await page.goto('/demo');
  assert.equal(await page.locator('main section').count(), MOMENTS);
  assert.ok((await countDoors()) >= 3 * MOMENTS);
});

test('no link that a person sees leads to a page refused to them', { timeout: AUDITED_MS }, async () => {
  const doors = await countDoors();
  const refused = [];
  const kinds = new Map();
  for (let door = STRANGER; door < doors; door++) {
    const page = await app.page();
    expectError(page, /status of 4\d\d/); // said below, with the page that links there
    await enter(page, door);
    const moment = Math.floor((door * MOMENTS) / doors) + 1;
    for (const { path, status, from, shape, kind } of await reachable(page)) {
      if (status >= 400) refused.push(`door ${door}: ${status} ${path}, linked from ${from}`);
      // Pages outside an organisation are the same at each moment.
      const place = path.startsWith('/structures/') ? `${moment} ${kind}` : kind;
      if (status < 400 && !kinds.has(place)) kinds.set(place, { door, moment, path, shape });
    }
    await page.context().close();
  }
  met = [...kinds.values()];
  assert.deepEqual(refused, []);
});

test('on every page, Tab reaches every control, shows it, and lets it go', { timeout: AUDITED_MS }, async () => {
  const faults = [];
  await inLanes(met, 'fr', async (page) => {
    await assertKeyboardReachesAll(page).catch((fault) => faults.push(fault.message));
  });
  assert.equal(faults.length, 0, faults.join('\n'));
});

for (const lang of LANGS) {
  test(`every page that anybody meets passes the audit at both widths, in ${lang}`, { timeout: AUDITED_MS }, async () => {
    assert.ok(met.length > 100, `only ${met.length} pages are met`);
    await inLanes(met, lang, (page, next) => auditAtBothWidths(page, nameOf(next), { picture: lang === 'fr' }));
    const faults = takeFaults();
    assert.equal(faults.length, 0, faults.join('\n'));
  });
}

/** Does the same on every page, on a few at a time. */
async function inLanes(pages, lang, act) {
  const waiting = [...pages];
  await Promise.all(Array.from({ length: LANES }, () => oneByOne(waiting, lang, act)));
}

/** Takes page after page from those that wait, entering anew where the next is another person's. */
async function oneByOne(waiting, lang, act) {
  let page;
  let inside;
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (inside !== next.door) {
      await page?.context().close();
      page = await app.page({ lang });
      await enter(page, next.door);
      inside = next.door;
    }
    await page.goto(next.path);
    await act(page, next);
  }
  await page?.context().close();
}

function nameOf({ door, moment, shape }) {
  const place = shape.replace(/^\/structures\/…\/(projets\/…\/)?/, '').replace(/[^\w-]+/g, '_').replace(/^_$/, 'front');
  return `m${moment}-${place}-${door}`;
}

test('the pages that refuse pass the audit too', async () => {
  const stranger = await app.page();
  const worker = await app.page();
  expectError(stranger, /status of 4\d\d/);
  expectError(worker, /status of 4\d\d/);
  await enter(worker, 2);
  for (const [page, to, status] of [
    [stranger, '/nulle-part', 404],
    [stranger, '/lien/perdu', 410],
    [stranger, '/r/0000', 404],
    [worker, worker.url().replace(/fil$/, 'diagnostics/nouveau'), 403],
  ]) {
    const answer = await page.goto(to);
    assert.equal(answer.status(), status, to);
    await auditAtBothWidths(page, `refused-${status}-${to.split('/')[1]}`);
  }
  const faults = takeFaults();
  assert.equal(faults.length, 0, faults.join('\n'));
});
