// The law for other programs, as a browser meets it: the trial page starts under the policy of every page, asks no other
// host, and gets an answer.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { start } from './harness.mjs';

let app;
before(async () => {
  app = await start();
});
after(() => app?.stop());

test('the trial page draws the three addresses and answers a case, with nothing from elsewhere', { timeout: 120_000 }, async () => {
  const page = await app.page();
  const elsewhere = [];
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') elsewhere.push(request.url());
  });
  await page.goto('/api');
  await page.locator('a[href="/api/swagger"]').click();
  await page.locator('.opblock').first().waitFor();
  assert.equal(await page.locator('.opblock').count(), 3);
  await page.locator('#operations-default-evaluateCase .opblock-summary-control').click();
  await page.locator('#operations-default-evaluateCase .execute').click();
  const status = page.locator('#operations-default-evaluateCase .live-responses-table .response-col_status').last();
  await status.waitFor();
  assert.match(await status.textContent(), /200/);
  assert.deepEqual(elsewhere, []);
});

test('without a script, the trial page says where to read the same', async () => {
  const page = await app.page();
  const answer = await page.request.get('/api/swagger');
  assert.match(await answer.text(), /<noscript>/);
});
