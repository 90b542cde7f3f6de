// Signing in through a real OpenID Connect provider, in a browser; and all that must not get in that way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditAtBothWidths, follow, takeFaults, words } from './acts.mjs';
import { expectError, freePort, start } from './harness.mjs';
import { CLIENT, SECRET, logIn, startProvider } from './provider.mjs';

const SEEDED_MS = 240_000;
// The people of the first moment of the demonstration.
const KARIMA = 'karima.benali@hautes-vosges-le-projet-est-d-crit.example';
const THOMAS = 'thomas.keller@hautes-vosges-le-projet-est-d-crit.example';
const REFUSED = /n’ouvre rien ici/;
const BACK = '/connexion/fournisseur/retour';

const ACCOUNTS = {
  karima: { email: KARIMA, email_verified: true },
  'karima-again': { email: KARIMA, email_verified: true },
  thomas: { email: THOMAS, email_verified: false },
  stranger: { email: 'nobody@elsewhere.example', email_verified: true },
  silent: {},
};

let app;
let provider;
before(async () => {
  const port = await freePort();
  provider = await startProvider({ redirect: `http://127.0.0.1:${port}${BACK}`, accounts: ACCOUNTS });
  app = await start({
    port,
    seeded: true,
    args: ['--oidc-issuer', provider.issuer, '--oidc-client', CLIENT, '--oidc-name', 'Annuaire des Vosges'],
    env: { TRINOME_OIDC_SECRET: SECRET },
  });
}, { timeout: SEEDED_MS });
after(async () => {
  await app?.stop();
  await provider?.stop();
});

/** Somebody at the door, who may leave for the provider. */
async function visitor(options) {
  const page = await app.page({ neighbour: provider.issuer, ...options });
  await page.goto('/connexion');
  return page;
}

/** Leaves for the provider by the link on the sign-in page, logs in there, and comes back. Gives the address it came back by. */
async function comeBack(page, login) {
  await follow(page, /Annuaire des Vosges/);
  const back = page.waitForRequest((request) => new URL(request.url()).pathname === BACK);
  await logIn(page, login);
  const address = (await back).url();
  await page.waitForLoadState();
  return address;
}

const isInside = (page) => page.waitForURL(/\/(structures\/\w+\/projets|places)$/);

async function isOutside(page) {
  assert.match(await words(page, 'h1'), REFUSED);
  const { cookies } = await page.context().storageState();
  assert.ok(!cookies.some(({ name }) => name === 'session'), 'a session was opened all the same');
}

test('the sign-in page offers the provider by its name, and passes the audit', async () => {
  const page = await visitor();
  await auditAtBothWidths(page, 'sign-in-provider');
  assert.deepEqual(takeFaults(), []);
});

test('somebody who is known comes in through the provider, with JavaScript or without', async () => {
  for (const javaScript of [true, false]) {
    const page = await visitor({ javaScript });
    await comeBack(page, 'karima');
    await isInside(page);
    assert.match(await words(page, 'header'), /Karima Benali/);
  }
});

test('what came back once brings nobody in twice: not the same browser, not another, not another try', async () => {
  const page = await visitor();
  const address = await comeBack(page, 'karima');
  await isInside(page);

  const other = await visitor();
  expectError(other, /status of 403/);
  await other.goto(address);
  await isOutside(other);

  // A fresh state with the code that was used: the provider itself refuses it.
  const third = await visitor();
  expectError(third, /status of 403/);
  const left = third.waitForRequest((request) => request.url().startsWith(`${provider.issuer}/auth?`));
  await follow(third, /Annuaire des Vosges/);
  const fresh = new URL((await left).url()).searchParams.get('state');
  const replayed = new URL(address);
  replayed.searchParams.set('state', fresh);
  await third.goto(replayed.href);
  await isOutside(third);

  await page.context().clearCookies({ name: 'session' });
  expectError(page, /status of 403/);
  await page.goto(address);
  await isOutside(page);
});

test('a state that this browser did not send brings nobody in, and uses the try up', async () => {
  const page = await visitor();
  expectError(page, /status of 403/);
  const left = page.waitForRequest((request) => request.url().startsWith(`${provider.issuer}/auth?`));
  await follow(page, /Annuaire des Vosges/);
  const state = new URL((await left).url()).searchParams.get('state');
  await page.goto(`${BACK}?code=anything&state=forged`);
  await isOutside(page);
  await page.goto(`${BACK}?code=anything&state=${state}`);
  await isOutside(page);
  await page.goto(BACK);
  await isOutside(page);
  await auditAtBothWidths(page, 'provider-refused');
  assert.deepEqual(takeFaults(), []);
});

test('a token made for another sign-in brings nobody in', async () => {
  const page = await visitor();
  expectError(page, /status of 403/);
  const left = await page.context().request.get('/connexion/fournisseur', { maxRedirects: 0 });
  const door = new URL(left.headers().location);
  door.searchParams.set('nonce', 'of-another-sign-in');
  await page.goto(door.href);
  await logIn(page, 'karima');
  await page.waitForLoadState();
  await isOutside(page);
});

for (const [login, why] of [
  ['thomas', 'whose address the provider has not verified'],
  ['karima-again', 'who has the address of somebody else who came before'],
  ['stranger', 'whom nobody has invited'],
  ['silent', 'of whom the provider gives no address'],
]) {
  test(`nobody comes in ${why}, and each reads the same`, async () => {
    const page = await visitor();
    expectError(page, /status of 403/);
    await comeBack(page, login);
    await isOutside(page);
    assert.match(await words(page), /n’a pas été invitée, n’est pas vérifiée, ou la demande n’a pas abouti/);
  });
}

test('somebody sent to the provider from another site is brought to the door first', async () => {
  const answer = await fetch(`${app.url}/connexion/fournisseur`, {
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  assert.equal(answer.headers.get('location'), '/connexion');
});

test('the secret of the instance is in none of its pages, addresses nor in what it prints', async () => {
  const answer = await fetch(`${app.url}/connexion/fournisseur`, { redirect: 'manual' });
  assert.ok(!answer.headers.get('location').includes(encodeURIComponent(SECRET)));
  assert.ok(!app.printed.lines.some((line) => line.includes(SECRET)));
});

test('a provider that does not answer is said to be silent, and the link by e-mail remains', async () => {
  await provider.stop();
  const page = await visitor();
  expectError(page, /status of 502/);
  await follow(page, /Annuaire des Vosges/);
  assert.match(await words(page, 'h1'), /ne répond pas/);
  await follow(page, /autrement/);
  assert.equal(await page.getByRole('button', { name: 'Recevoir un lien' }).count(), 1);
});
