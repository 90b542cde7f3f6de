// The test vector of RFC 9474 for the variant that we use, played with the library that browsers get.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const file = (path) => new URL(`../crates/${path}`, import.meta.url);

/** Appendix A.1 of the RFC: RSABSSA-SHA384-PSS-Randomized. */
export const vector = async () => JSON.parse(await readFile(file('testkit/vectors/rfc9474.json'), 'utf8'));

/** The library as it is served, as an address that Node imports. */
export const library = () => {
  const read = (name) => readFileSync(file(`ui/assets/${name}`), 'utf8');
  const asData = (text) => `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`;
  return asData(read('blindrsa.js').replace('./noble-modular-0.7.3.js', asData(read('noble-modular-0.7.3.js'))));
};

/**
 * Prepares, blinds and finalizes with the chance that the vector prescribes, and gives what came out, in hexadecimal.
 * Stands alone, since a page runs it too: it may use nothing of this file.
 */
export async function play({ vector, library }) {
  const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const hex = (array) => Array.from(array, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const big = (text) => BigInt(`0x${text}`);
  const base64url = (text) =>
    btoa(String.fromCharCode(...bytes(text))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  // The vector gives the inverse of the blinding factor: Euclid gives the factor back.
  const inverse = (number, modulus) => {
    let [a, b, x, y] = [number, modulus, 1n, 0n];
    while (b) [a, b, x, y] = [b, a % b, y, x - (a / b) * y];
    return ((x % modulus) + modulus) % modulus;
  };
  const size = vector.n.length;
  const factor = inverse(big(vector.inv), big(vector.n)).toString(16).padStart(size, '0');
  const suite = await import(library);
  const jwk = { kty: 'RSA', n: base64url(vector.n), e: base64url(vector.e), ext: true };
  const key = await crypto.subtle.importKey('jwk', jwk, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
  const drawn = [vector.msg_prefix, vector.salt, factor];
  crypto.getRandomValues = (array) => {
    const next = bytes(drawn.shift());
    if (next.length !== array.length) throw new Error(`${array.length} bytes of chance asked for, not ${next.length}`);
    array.set(next);
    return array;
  };
  try {
    const prepared = suite.prepare(bytes(vector.msg));
    const { blindedMsg, inv } = await suite.blind(key, prepared);
    const sig = await suite.finalize(key, prepared, bytes(vector.blind_sig), inv);
    const wrong = bytes(vector.blind_sig);
    wrong[wrong.length - 1] ^= 1;
    const refused = await suite.finalize(key, prepared, wrong, inv).then(() => false, () => true);
    return {
      prepared_msg: hex(prepared), blinded_msg: hex(blindedMsg), inv: hex(inv), sig: hex(sig),
      isVerified: await suite.verify(key, sig, prepared), refused, left: drawn.length,
    };
  } finally {
    delete crypto.getRandomValues;
  }
}

/** What {@link play} must give. */
export const expected = ({ prepared_msg, blinded_msg, inv, sig }) =>
  ({ prepared_msg, blinded_msg, inv, sig, isVerified: true, refused: true, left: 0 });
