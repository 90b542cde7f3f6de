// The front page, as a stranger meets it: both languages, both widths, by keyboard, without JavaScript.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGS, WIDTHS, assertFocusVisible, audit, start } from './harness.mjs';

let app;
before(async () => {
  app = await start();
});
after(() => app?.stop());

for (const lang of LANGS) {
  for (const width of WIDTHS) {
    test(`the front page passes the audit at ${width} px in ${lang}`, async () => {
      const page = await app.page({ width, lang });
      const answer = await page.goto('/');
      assert.equal(answer.status(), 200);
      assert.equal(await page.locator('html').getAttribute('lang'), lang);
      await audit(page, 'front');
    });
  }

  test(`the first Tab offers to skip to the content, in ${lang}`, async () => {
    const page = await app.page({ lang });
    await page.goto('/');
    await page.keyboard.press('Tab');
    const target = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    assert.match(target ?? '', /^#\S+$/, 'the first thing Tab reaches is not a link within the page');
    await assertFocusVisible(page);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inside = await page.evaluate((id) => {
      const content = document.querySelector(id);
      return content !== null && content.matches('main, main *') && content.contains(document.activeElement);
    }, target);
    assert.ok(inside, `after ${target}, Tab does not go on inside the content`);
    await assertFocusVisible(page);
  });

  test(`the front page says the same without JavaScript, in ${lang}`, async () => {
    const [scripted, plain] = await Promise.all([app.page({ lang }), app.page({ lang, javaScript: false })]);
    const headings = [];
    for (const page of [scripted, plain]) {
      await page.goto('/');
      headings.push(await page.locator('h1, h2').allInnerTexts());
    }
    assert.ok(headings[0].length > 0, 'the page has no heading');
    assert.deepEqual(headings[1], headings[0]);
  });
}
