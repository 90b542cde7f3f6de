// Passkeys, with the browser's own virtual device: added, used, refused; and what must not get in with one.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { auditAtBothWidths, fill, follow, path, press, takeFaults, words } from './acts.mjs';
import { expectError, freePort, start } from './harness.mjs';

const SEEDED_MS = 240_000;
// The people of the first moment of the demonstration.
const FIRM = 'hautes-vosges-le-projet-est-d-crit.example';
const KARIMA = `karima.benali@${FIRM}`;
const SYLVIE = `sylvie.marchal@${FIRM}`;
const KEYS = '/compte/cles-d-acces';
const INSIDE = /\/(structures\/\w+\/projets|places)$/;

let app;
before(async () => {
  // A browser makes passkeys for a name, not for a number.
  app = await start({ seeded: true, host: 'localhost', port: await freePort() });
}, { timeout: SEEDED_MS });
after(() => app?.stop());

/** Signs in by the link that the mail would bring. */
async function byLink(page, email) {
  await page.goto('/connexion');
  await fill(page, { 'Votre adresse': email });
  await press(page, /Recevoir un lien/);
  await page.goto(await app.nextLink());
  await press(page, /^Entrer/);
}

/** A device that keeps passkeys and knows its owner: `{ held, plant }`. */
async function device(page) {
  const debug = await page.context().newCDPSession(page);
  await debug.send('WebAuthn.enable');
  const { authenticatorId } = await debug.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    held: async () => (await debug.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    plant: (credential) => debug.send('WebAuthn.addCredential', { authenticatorId, credential }),
  };
}

/** Somebody signed in by link who has added a passkey. */
async function holder(email, name) {
  const page = await app.page();
  const phone = await device(page);
  await byLink(page, email);
  await page.goto(KEYS);
  await page.getByLabel('Son nom').fill(name);
  await press(page, 'Ajouter une clé d’accès');
  assert.match(await words(page), /La clé d’accès est ajoutée/);
  return { page, phone };
}

async function usePasskey(page) {
  await page.goto('/connexion');
  await press(page, /Se connecter avec une clé d’accès/);
}

async function isOutside(page) {
  assert.match(await words(page, 'h1'), /n’ouvre rien ici/);
  const { cookies } = await page.context().storageState();
  assert.ok(!cookies.some(({ name }) => name === 'session'), 'a session was opened all the same');
}

test('somebody adds a passkey, leaves, and comes in with it without typing anything', async () => {
  const { page, phone } = await holder(KARIMA, 'mon téléphone');
  assert.equal((await phone.held()).length, 1);
  assert.match(await words(page), /mon téléphone/);
  await auditAtBothWidths(page, 'passkeys');
  await press(page, 'Se déconnecter');
  await page.goto('/connexion');
  await auditAtBothWidths(page, 'sign-in-passkey');
  await press(page, /Se connecter avec une clé d’accès/);
  await page.waitForURL(INSIDE);
  assert.match(await words(page, 'header'), /Karima Benali/);
  assert.deepEqual(takeFaults(), []);
});

test('a device that has one already says so, and nothing is added', async () => {
  const { page, phone } = await holder(KARIMA, 'premier');
  await page.goto(KEYS);
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await page.getByRole('status').filter({ hasText: 'a déjà une clé' }).waitFor();
  assert.equal((await phone.held()).length, 1);
});

test('a passkey is renamed, then removed; removed, it opens nothing any more', async () => {
  const { page } = await holder(KARIMA, 'à renommer');
  await follow(page, /Renommer ou retirer · à renommer/);
  await auditAtBothWidths(page, 'passkey');
  await fill(page, { 'Son nom': 'renommée' });
  await press(page, 'Renommer');
  assert.match(await words(page), /renommée/);
  await follow(page, /Renommer ou retirer · renommée/);
  await press(page, 'Retirer cette clé');
  assert.match(await words(page), /n’ouvre plus rien ici/);
  await press(page, 'Se déconnecter');
  expectError(page, /status of 403/);
  await usePasskey(page);
  await isOutside(page);
  await auditAtBothWidths(page, 'passkey-refused');
  assert.deepEqual(takeFaults(), []);
});

test('the passkey of one person does not open the account of another', async () => {
  const { phone: hers } = await holder(SYLVIE, 'Sylvie');
  const { phone: his } = await holder(KARIMA, 'Karima');
  const [sylvie] = await hers.held();
  const [karima] = await his.held();
  const page = await app.page();
  const forged = await device(page);
  await forged.plant({ ...karima, userHandle: sylvie.userHandle });
  expectError(page, /status of 403/);
  await usePasskey(page);
  await isOutside(page);
});

test('a copied device is told from the first by its counter', async () => {
  const { phone } = await holder(KARIMA, 'copiée');
  const [credential] = await phone.held();
  const page = await app.page();
  const copy = await device(page);
  await copy.plant({ ...credential, signCount: credential.signCount + 5 });
  await usePasskey(page);
  await page.waitForURL(INSIDE);
  const late = await app.page();
  const older = await device(late);
  await older.plant({ ...credential, signCount: 0 });
  expectError(late, /status of 403/);
  await usePasskey(late);
  await isOutside(late);
});

test('an answer that was seen on its way opens nothing a second time, here or elsewhere', async () => {
  const { page } = await holder(KARIMA, 'rejouée');
  await press(page, 'Se déconnecter');
  const sent = page.waitForRequest((request) => request.method() === 'POST' && path({ url: () => request.url() }) === '/connexion/cle-d-acces');
  await usePasskey(page);
  await page.waitForURL(INSIDE);
  const body = (await sent).postData();

  const replay = async (other) => {
    const headers = { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await other.request.post('/connexion/cle-d-acces', { headers, data: body, maxRedirects: 0 });
    assert.equal(answer.status(), 403);
  };
  const other = await app.page();
  await replay(other);
  const begun = await other.request.post('/connexion/cle-d-acces/defi', { headers: { origin: app.url } });
  assert.equal(begun.status(), 200);
  await replay(other);
  await replay(page);
});

test('without JavaScript the page works by link, and shows no button that would do nothing', async () => {
  const page = await app.page({ javaScript: false });
  await page.goto('/connexion');
  assert.equal(await page.getByRole('button', { name: /clé d’accès/ }).count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Recevoir un lien' }).count(), 1);
});

test('whoever is not signed in sees nobody’s passkeys', async () => {
  const page = await app.page();
  await page.goto(KEYS);
  assert.equal(path(page), '/connexion');
});

test('an instance at an address that browsers refuse says so, and offers no button', async () => {
  const plain = await start({ seeded: true });
  try {
    const page = await plain.page();
    await page.goto('/connexion');
    assert.equal(await page.getByRole('button', { name: /clé d’accès/ }).count(), 0);
    await fill(page, { 'Votre adresse': KARIMA });
    await press(page, /Recevoir un lien/);
    await page.goto(await plain.nextLink());
    await press(page, /^Entrer/);
    await page.goto(KEYS);
    assert.match(await words(page), /n’est pas servie à une adresse en https/);
    await auditAtBothWidths(page, 'passkeys-not-here');
    assert.deepEqual(takeFaults(), []);
  } finally {
    await plain.stop();
  }
});

test('where an organisation asks for a passkey, nothing else opens the seat, and the last key stays', async () => {
  // The people of the second moment, whom no other test gives passkeys.
  const firm = 'hautes-vosges-la-parole-est-ouverte.example';
  const [sylvie, karima] = [await app.page(), await app.page()];
  const phone = await device(sylvie);
  await byLink(sylvie, `sylvie.marchal@${firm}`);
  await byLink(karima, `karima.benali@${firm}`);
  const projects = path(sylvie);
  const rule = projects.replace(/projets$/, 'regle-de-connexion');

  // Two keys: the proposal alone changes nothing.
  await karima.goto(rule);
  await karima.locator('input[name=parties][value=management]').check();
  await press(karima, 'Tourner la première clé');
  await auditAtBothWidths(karima, 'sign-in-rule');
  await sylvie.goto(projects);
  assert.equal(path(sylvie), projects);
  await sylvie.goto(rule);
  await auditAtBothWidths(sylvie, 'sign-in-rule-confirm');
  await press(sylvie, 'Tourner la seconde clé');

  // Her session came by link: before anything else she adds her first passkey, and is in.
  assert.equal(path(sylvie), KEYS);
  assert.match(await words(sylvie), /n’ouvre votre place qu’avec une clé d’accès/);
  await sylvie.goto(projects);
  assert.equal(path(sylvie), KEYS);
  await press(sylvie, 'Ajouter une clé d’accès');
  await sylvie.goto(projects);
  assert.equal(path(sylvie), projects);
  await karima.goto(projects);
  assert.equal(path(karima), projects, 'the other party is shut out');

  // The last one stays.
  await sylvie.goto(KEYS);
  await follow(sylvie, /Renommer ou retirer/);
  assert.match(await words(sylvie), /C’est la dernière/);
  assert.equal(await sylvie.getByRole('button', { name: 'Retirer cette clé' }).count(), 0);
  await sylvie.request.post(`${path(sylvie)}/retirer`, { headers: { origin: app.url } });
  await sylvie.goto(KEYS);
  assert.equal(await sylvie.getByRole('link', { name: /Renommer ou retirer/ }).count(), 1);

  // Whoever reads her mail comes no further, and adds no key of their own.
  const thief = await app.page();
  const own = await device(thief);
  await byLink(thief, `sylvie.marchal@${firm}`);
  assert.equal(path(thief), KEYS);
  assert.equal(await thief.getByRole('button', { name: 'Ajouter une clé d’accès' }).count(), 0);
  await auditAtBothWidths(thief, 'passkeys-locked');
  const refused = await thief.request.post(`${KEYS}/defi`, { headers: { origin: app.url } });
  assert.equal(refused.status(), 404);
  await thief.goto(projects);
  assert.equal(path(thief), KEYS);
  assert.equal((await own.held()).length, 0);

  // With her own device she is asked to use it, and does.
  await press(sylvie, 'Se déconnecter');
  await byLink(sylvie, `sylvie.marchal@${firm}`);
  await press(sylvie, 'Utiliser ma clé d’accès');
  await sylvie.waitForURL(INSIDE);
  assert.equal((await phone.held()).length, 1);
  assert.deepEqual(takeFaults(), []);
});
