// Draws a token from a letter: the token is made and blinded here, signed by the instance without being seen, unblinded
// here, and presented from here. On the page that thanks, forgets the token that has answered.

const draw = document.getElementById("draw");
const KEPT = "trinome-token-";
const CURRENT = "trinome-token";

const kept = {
  get(name) { try { return JSON.parse(localStorage.getItem(KEPT + name)); } catch { return null; } },
  set(name, value) { try { localStorage.setItem(KEPT + name, JSON.stringify(value)); } catch { /* goes on without */ } },
};

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (array) => {
  const binary = Array.from(array, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

function say(name) {
  for (const line of document.querySelectorAll("#said > p")) line.hidden = line.id !== `said-${name}`;
}

// The same until it is signed: whoever loses the answer on the way asks for the same signature again.
async function blinded(suite, key) {
  const before = kept.get(draw.dataset.reference);
  if (before && before.key === draw.dataset.keyId) return before;
  const prepared = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  const state = { key: draw.dataset.keyId, prepared: text(prepared), inv: text(inv), blinded: text(blindedMsg) };
  kept.set(draw.dataset.reference, state);
  return state;
}

async function signature(suite, key, state) {
  const answer = await fetch(draw.action, { method: "POST", body: new URLSearchParams({ blinded: state.blinded }) });
  if (!answer.ok) throw { status: answer.status };
  return suite.finalize(key, bytes(state.prepared), bytes((await answer.text()).trim()), bytes(state.inv));
}

async function token() {
  const suite = await import(draw.dataset.library);
  const algorithm = { name: "RSA-PSS", hash: "SHA-384" };
  const key = await crypto.subtle.importKey("spki", bytes(draw.dataset.key), algorithm, true, ["verify"]);
  const state = await blinded(suite, key);
  if (!state.signature) {
    state.signature = text(await signature(suite, key, state));
    kept.set(draw.dataset.reference, state);
  }
  return `${state.key}.${text(Uint8Array.from([...bytes(state.prepared), ...bytes(state.signature)]))}`;
}

function present(value) {
  try { sessionStorage.setItem(CURRENT, draw.dataset.reference); } catch { /* goes on without */ }
  const form = document.getElementById("present");
  form.elements.token.value = value;
  form.submit();
}

async function start(event) {
  event.preventDefault();
  const button = draw.querySelector("button");
  button.disabled = true;
  say("working");
  try {
    present(await token());
  } catch (refused) {
    say({ 404: "unknown", 409: "another", 410: "closed" }[refused.status] ?? "failed");
    button.disabled = false;
  }
}

if (!draw) {
  try {
    const name = sessionStorage.getItem(CURRENT);
    if (name) localStorage.removeItem(KEPT + name);
    sessionStorage.removeItem(CURRENT);
  } catch { /* nothing was kept */ }
} else if (!globalThis.isSecureContext || !globalThis.crypto?.subtle) {
  say("insecure");
} else {
  draw.hidden = false;
  draw.addEventListener("submit", start);
}
