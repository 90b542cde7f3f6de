// The browser's side of a blind signature: RFC 9474, RSABSSA-SHA384-PSS-Randomized. The names are those of the RFC.
//
// Numbers are multiplied by an audited library, hashes and the last verification are the browser's own (decision 0020).
// Keys are CryptoKey of RSA-PSS with SHA-384 that may be exported; all else is Uint8Array, big-endian.

import { invert, mod, pow } from "./noble-modular-0.7.3.js";

const HASH = 48;
const SALT = 48;
const PREFIX = 32;

const random = (length) => crypto.getRandomValues(new Uint8Array(length));
const hash = async (array) => new Uint8Array(await crypto.subtle.digest("SHA-384", array));
const concat = (...arrays) => Uint8Array.from(arrays.flatMap((array) => [...array]));
const number = (array) => BigInt(`0x${Array.from(array, (byte) => byte.toString(16).padStart(2, "0")).join("")}`);

function octets(value, length) {
  const digits = value.toString(16).padStart(2 * length, "0");
  return Uint8Array.from({ length }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}

// The modulus and the exponent of a key, and how many octets the modulus takes.
async function numbers(key) {
  const { n, e } = await crypto.subtle.exportKey("jwk", key);
  const read = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  return { n: number(read(n)), e: number(read(e)), length: read(n).length };
}

// RFC 8017, B.2.1.
async function mask(seed, length) {
  const blocks = [];
  for (let i = 0; i * HASH < length; i += 1) blocks.push(await hash(concat(seed, octets(BigInt(i), 4))));
  return concat(...blocks).slice(0, length);
}

// RFC 8017, 9.1.1, for a modulus of `bits` bits.
async function encode(message, bits) {
  const length = Math.ceil((bits - 1) / 8);
  const salt = random(SALT);
  const digest = await hash(concat(new Uint8Array(8), await hash(message), salt));
  const block = concat(new Uint8Array(length - SALT - HASH - 2), [1], salt);
  const veil = await mask(digest, block.length);
  const masked = block.map((octet, i) => octet ^ veil[i]);
  masked[0] &= 0xff >> (8 * length - (bits - 1));
  return concat(masked, digest, [0xbc]);
}

// A number from 1 to below `n`, each as likely as another: drawn again while it is not one.
function uniform(n, length) {
  for (;;) {
    const drawn = number(random(length));
    if (drawn > 0n && drawn < n) return drawn;
  }
}

// RFC 9474, 4.1.
export const prepare = (message) => concat(random(PREFIX), message);

// RFC 9474, 4.2: what to have signed, and what only its maker may know. Errors: those of a number without an inverse,
// which would be a factor of the modulus.
export async function blind(key, prepared) {
  const { n, e, length } = await numbers(key);
  const message = number(await encode(prepared, n.toString(2).length));
  invert(message, n);
  const factor = uniform(n, length);
  const inv = invert(factor, n);
  const blindedMsg = mod(message * pow(factor, e, n), n);
  return { blindedMsg: octets(blindedMsg, length), inv: octets(inv, length) };
}

// RFC 9474, 4.4: the signature of what was prepared. Errors: what came back is not one.
export async function finalize(key, prepared, blindSignature, inv) {
  const { n, length } = await numbers(key);
  if (blindSignature.length !== length) throw new Error(`a blind signature of ${blindSignature.length} octets, not ${length}`);
  const signature = octets(mod(number(blindSignature) * number(inv), n), length);
  if (!(await verify(key, signature, prepared))) throw new Error("what was signed is not what was asked for");
  return signature;
}

export const verify = (key, signature, prepared) =>
  crypto.subtle.verify({ name: "RSA-PSS", saltLength: SALT }, key, signature, prepared);
