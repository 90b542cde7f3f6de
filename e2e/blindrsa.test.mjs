// The library that makes tokens in the browser does what RFC 9474 says, byte for byte, and is the file that the
// decisions name. tokens.test.mjs plays the same vector in a page.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { expected, library, play, vector } from './rfc9474.mjs';

test('the library prepares, blinds, unblinds and verifies as the vector of RFC 9474 does', async () => {
  const given = await vector();
  assert.deepEqual(await play({ vector: given, library: await library() }), expected(given));
});

test('a vector with one digit changed is told from the true one', async () => {
  const given = await vector();
  const other = { ...given, salt: `${given.salt.slice(0, -1)}${given.salt.endsWith('0') ? '1' : '0'}` };
  assert.notDeepEqual(await play({ vector: other, library: await library() }), expected(given));
});

test('the library is the file whose digest the decision gives', async () => {
  const read = (path) => readFile(new URL(`../${path}`, import.meta.url));
  const digest = createHash('sha256').update(await read('crates/ui/assets/blindrsa.js')).digest('hex');
  const decision = (await read('docs/decisions/0017-blind-tokens.md')).toString();
  assert.ok(decision.includes(`sha256 ${digest}`), digest);
});
