// The library that makes tokens in the browser does what RFC 9474 says, byte for byte, and is the file that the
// decisions name. tokens.test.mjs plays the same vector in a page.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { expected, library, play, vector } from './rfc9474.mjs';

const someKey = async () => {
  const algorithm = { name: 'RSA-PSS', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-384' };
  return (await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])).publicKey;
};

test('the library prepares, blinds, unblinds and verifies as the vector of RFC 9474 does', async () => {
  const given = await vector();
  assert.deepEqual(await play({ vector: given, library: library() }), expected(given));
});

test('a vector with one digit changed is told from the true one', async () => {
  const given = await vector();
  const other = { ...given, salt: `${given.salt.slice(0, -1)}${given.salt.endsWith('0') ? '1' : '0'}` };
  assert.notDeepEqual(await play({ vector: other, library: library() }), expected(given));
});

test('the arithmetic is the file whose digest the decision gives', async () => {
  const read = (path) => readFile(new URL(`../${path}`, import.meta.url));
  const digest = createHash('sha256').update(await read('crates/ui/assets/noble-modular-0.7.3.js')).digest('hex');
  const decision = (await read('docs/decisions/0020-audited-libraries.md')).toString();
  assert.ok(decision.includes(`sha256 ${digest}`), digest);
});

test('what was not signed, and a signature cut short, are refused before anything is presented', async () => {
  const suite = await import(library());
  const key = await someKey();
  const prepared = suite.prepare(new Uint8Array(32));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  await assert.rejects(suite.finalize(key, prepared, blindedMsg, inv), /not what was asked for/);
  await assert.rejects(suite.finalize(key, prepared, blindedMsg.slice(1), inv), /255 octets, not 256/);
});

test('two blindings of one token have nothing in common', async () => {
  const suite = await import(library());
  const key = await someKey();
  const prepared = suite.prepare(new Uint8Array(32));
  const [one, other] = [await suite.blind(key, prepared), await suite.blind(key, prepared)];
  assert.notDeepEqual(one.blindedMsg, other.blindedMsg);
  assert.notDeepEqual(one.inv, other.inv);
});
