// A real OpenID Connect provider on the loopback, with its own pages to log in and to consent, for the tests alone.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { freePort } from './server.mjs';

export const CLIENT = 'trinome';
export const SECRET = 'a secret between the provider and the instance';

/** Starts it. `accounts`: by login, the claims `{ email, email_verified }`. `redirect`: where it hands people back. */
export async function startProvider({ redirect, accounts }) {
  const issuer = `http://127.0.0.1:${await freePort()}`;
  const findAccount = (_, login) => ({ accountId: login, claims: () => ({ sub: login, ...accounts[login] }) });
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT, client_secret: SECRET, redirect_uris: [redirect] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    cookies: { keys: ['only for the tests'] },
    findAccount,
  });
  const server = createServer(provider.callback());
  await new Promise((resolve) => server.listen(new URL(issuer).port, '127.0.0.1', resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { issuer, stop };
}

/** Goes through the provider's own pages: logs in under this name, and consents. */
export async function logIn(page, login) {
  await page.locator('input[name=login]').fill(login);
  await page.locator('input[name=password]').fill('anything');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}
