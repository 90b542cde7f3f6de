// An invited worker, from the letter to the thanks, on a phone of 360 px: the token is drawn in the browser, answers once,
// and what is refused says what to do. Campaign, keys and letters are those of the demonstration.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditAtBothWidths, press, takeFaults, words } from './acts.mjs';
import { LANGS, WIDTHS, audit, expectError, start } from './harness.mjs';
import { expected, play, vector } from './rfc9474.mjs';

const PLAYED_MS = 240_000;
const A_WHILE = { timeout: 120_000 };

let app;
let letters;

before(async () => {
  app = await start({ command: 'demo', ready: PLAYED_MS });
  letters = await sent();
}, { timeout: PLAYED_MS });
after(() => app?.stop());

/** The demonstration's project at its first moment, as somebody whose name begins so. */
async function enter(name) {
  const page = await app.page();
  await page.goto('/demo');
  await page.locator('main section').first().getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL(/\/fil$/);
  return page;
}

/** Prepares a campaign by letter, opens it with two keys, and gives the letters that the program prints. */
async function sent() {
  const [karima, sylvie] = [await enter('Karima'), await enter('Sylvie')];
  await karima.goto(karima.url().replace(/\/fil$/, '/diagnostics/nouveau'));
  await karima.fill('#title', 'Par lettre');
  const addresses = (who, n) => Array.from({ length: n }, (_, i) => `${who}.${i}@exemple.fr`).join('\n');
  await karima.fill('#emails-workers', addresses('ouvrier', 8));
  await karima.fill('#emails-management', addresses('cadre', 6));
  await audit(karima, 'letters-new');
  await press(karima, 'Proposer cette campagne');
  await press(karima, /Tourner notre clé/);
  await sylvie.goto(karima.url());
  await press(sylvie, /Tourner notre clé et ouvrir/);
  assert.match(await words(sylvie), /14 lettres parties/);
  await auditAtBothWidths(sylvie, 'letters-campaign');
  const links = [];
  for (let read = 0; links.length < 14; ) {
    const { match, next } = await app.printed.line(/→ (\S+) : (\S*\/invitation\/\S+)/, read, 10_000, 'letter');
    links.push({ to: match[1], link: match[2] });
    read = next;
  }
  return links.filter(({ to }) => to.startsWith('ouvrier')).map(({ link }) => link);
}

async function drawToken(page) {
  await Promise.all([page.waitForURL(/\/repondre\/debut$/), page.locator('#draw button').click()]);
}

async function answerAll(page) {
  await page.locator('main a.btn.go').click();
  for (let n = 0; n < 30; n++) {
    await Promise.all([page.waitForEvent('load'), page.locator('main form button').nth(n % 4).click()]);
  }
  await page.waitForURL(/\/repondre\/relire$/);
}

for (const [n, lang] of LANGS.entries()) {
  test(`an invited worker goes from the letter to the thanks at 360 px, in ${lang}`, A_WHILE, async () => {
    const page = await app.page({ width: 360, lang });
    await page.goto(letters[n]);
    assert.equal(new URL(page.url()).pathname, '/invitation', 'the secret stays in the address');
    for (const width of WIDTHS) await audit(await seenAt(page, width, lang), 'invitation');
    await drawToken(page);
    await audit(page, 'invitation-begin');
    await answerAll(page);
    await Promise.all([page.waitForURL(/\/repondre\/merci$/), page.locator('form[action="/repondre/envoyer"] button').click()]);
    await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('trinome-token')));
    await audit(page, 'invitation-thanks');
  });
}

/** The same page for the same person at another width. */
async function seenAt(page, width, lang) {
  return page.viewportSize().width === width ? page : app.twin(page, { width, lang });
}

test('whoever closes the page after drawing comes back by the letter and goes on', A_WHILE, async () => {
  const page = await app.page({ width: 360 });
  await page.goto(letters[2]);
  await drawToken(page);
  await page.goto(letters[2]);
  assert.match(await words(page), /Un jeton a déjà été tiré avec cette lettre/);
  await drawToken(page);
  assert.match(await words(page), /Ce que devient votre réponse/);
});

test('a letter opened in a second browser draws no second token, and says what to do', A_WHILE, async () => {
  for (const lang of LANGS) {
    const page = await app.page({ width: 360, lang });
    await page.goto(letters[2]);
    expectError(page, /status of 409/);
    await page.locator('#draw button').click();
    await page.locator('#said-another').waitFor({ state: 'visible' });
    await audit(page, 'invitation-another');
  }
});

test('a token that has answered answers no second time', A_WHILE, async () => {
  const page = await app.page({ width: 360 });
  await page.goto(letters[3]);
  await page.route('**/repondre/jeton', (route) => route.continue());
  const asked = page.waitForRequest(/\/repondre\/jeton$/);
  await drawToken(page);
  const token = new URLSearchParams((await asked).postData()).get('token');
  await answerAll(page);
  await Promise.all([page.waitForURL(/\/merci$/), page.locator('form[action="/repondre/envoyer"] button').click()]);
  await page.goto(letters[3]);
  expectError(page, /status of 410/);
  await page.evaluate((value) => {
    const form = document.getElementById('present');
    form.elements.token.value = value;
    form.submit();
  }, token);
  await page.getByRole('heading', { name: 'Ce jeton a déjà répondu' }).waitFor();
  await audit(page, 'token-used');
});

test('in the page of a letter, the library does what the vector of RFC 9474 says', A_WHILE, async () => {
  const page = await app.page({ width: 360 });
  await page.goto(letters[5]);
  const library = await page.locator('#draw').getAttribute('data-library');
  const given = await vector();
  assert.deepEqual(await page.evaluate(play, { vector: given, library }), expected(given));
});

test('without JavaScript the page says so, and offers the other way', async () => {
  const page = await app.page({ width: 360, javaScript: false });
  await page.goto(letters[4]);
  assert.match(await words(page), /Sans JavaScript, demandez/);
  assert.equal(await page.locator('#draw').isVisible(), false);
});

test('a letter that is none says so', async () => {
  for (const lang of LANGS) {
    const page = await app.page({ width: 360, lang });
    expectError(page, /status of 404/);
    await page.goto('/invitation/nothing');
    await audit(page, 'invitation-unknown');
  }
});

test('no audit found fault', () => {
  const faults = takeFaults();
  assert.equal(faults.length, 0, faults.join('\n'));
});
