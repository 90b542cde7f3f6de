// An invited worker, from the letter to the thanks, on a phone of 360 px: the token is drawn in the browser, answers once,
// and what is refused says what to do. Every screen passes the audit in both languages and at both widths. Campaign, keys
// and letters are those of the demonstration.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditAtBothWidths, press, takeFaults, words } from './acts.mjs';
import { LANGS, expectError, start } from './harness.mjs';
import { expected, play, vector } from './rfc9474.mjs';

const PLAYED_MS = 240_000;
const A_WHILE = { timeout: 120_000 };

let app;
let letters;
/** Karima, on the page of the campaign. */
let karima;
/** Up to where the printed letters have been read. */
let read = 0;

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

/** Audits the address where somebody stands, in both languages and at both widths, as the same person. */
async function auditEverywhere(page, name) {
  for (const lang of LANGS) {
    const seen = await app.twin(page, { lang });
    assert.equal(await seen.locator('html').getAttribute('lang'), lang, `${name} is not in ${lang}`);
    await auditAtBothWidths(seen, `${name}-${lang}`);
    await seen.context().close();
  }
}

/** Prepares a campaign by letter, opens it with two keys, and gives the letters that the program prints. */
async function sent() {
  karima = await enter('Karima');
  const sylvie = await enter('Sylvie');
  await karima.goto(karima.url().replace(/\/fil$/, '/diagnostics/nouveau'));
  await karima.fill('#title', 'Par lettre');
  const addresses = (who, n) => Array.from({ length: n }, (_, i) => `${who}.${i}@exemple.fr`).join('\n');
  await karima.fill('#emails-workers', addresses('ouvrier', 8));
  await karima.fill('#emails-management', addresses('cadre', 6));
  await auditEverywhere(karima, 'letters-new');
  await press(karima, 'Proposer cette campagne');
  await press(karima, /Tourner notre clé/);
  await sylvie.goto(karima.url());
  await press(sylvie, /Tourner notre clé et ouvrir/);
  assert.match(await words(sylvie), /14 lettres parties/);
  await auditEverywhere(sylvie, 'letters-campaign');
  const links = [];
  while (links.length < 14) links.push(await nextLetter());
  return links.filter(({ to }) => to.startsWith('ouvrier')).map(({ link }) => link);
}

/** The next letter that the program prints: to whom, and its link. */
async function nextLetter() {
  const { match, next } = await app.printed.line(/→ (\S+) : (\S*\/invitation\/\S+)/, read, 10_000, 'letter');
  read = next;
  return { to: match[1], link: match[2] };
}

/** Asks for one letter again, first for an address that had none. */
async function sentAgain(address) {
  await karima.reload();
  expectError(karima, /status of 422/);
  await karima.fill('#email', 'personne@exemple.fr');
  await press(karima, /Renvoyer une lettre/);
  const refused = await words(karima);
  await auditAtBothWidths(karima, 'letter-again-refused');
  await karima.fill('#email', address);
  await press(karima, /Renvoyer une lettre/);
  assert.match(await words(karima), /Une nouvelle lettre est partie/);
  const { to, link } = await nextLetter();
  assert.equal(to, address);
  return { link, refused };
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
    await auditAtBothWidths(page, `invitation-${lang}`);
    await drawToken(page);
    await auditAtBothWidths(page, `invitation-begin-${lang}`);
    await answerAll(page);
    await auditAtBothWidths(page, `invitation-review-${lang}`);
    await Promise.all([page.waitForURL(/\/repondre\/merci$/), page.locator('form[action="/repondre/envoyer"] button').click()]);
    await page.waitForFunction(() => !Object.keys(localStorage).some((key) => key.startsWith('trinome-token')));
    await auditAtBothWidths(page, `invitation-thanks-${lang}`);
  });
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
    await auditAtBothWidths(page, `invitation-another-${lang}`);
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
  const said = { fr: 'Ce jeton a déjà répondu', en: 'This token has answered already' };
  for (const lang of LANGS) {
    const again = await app.page({ width: 360, lang });
    await again.goto(letters[3]);
    expectError(again, /status of 410/);
    await again.evaluate((value) => {
      const form = document.getElementById('present');
      form.elements.token.value = value;
      form.submit();
    }, token);
    await again.getByRole('heading', { name: said[lang] }).waitFor();
    await auditAtBothWidths(again, `token-used-${lang}`);
  }
});

test('one letter is sent again to one address, and the lost one says that it no longer works', A_WHILE, async () => {
  const { link, refused } = await sentAgain('ouvrier.6@exemple.fr');
  assert.match(refused, /Aucune lettre n’est partie à cette adresse/);
  const worker = await app.page({ width: 360 });
  expectError(worker, /status of 404/);
  await worker.goto(letters[6]);
  assert.match(await words(worker), /Cette lettre ne sert plus/);
  await worker.goto(link);
  await drawToken(worker);
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
    await auditAtBothWidths(page, `invitation-unknown-${lang}`);
  }
});

test('no audit found fault', () => {
  const faults = takeFaults();
  assert.equal(faults.length, 0, faults.join('\n'));
});
