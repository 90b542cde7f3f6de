// Passkeys (WebAuthn). A block marked data-passkey="use" or "add" stays hidden until a browser can do it. Its button asks
// the server for a challenge, the device for an answer, and sends that answer as a form, so that what follows is a page.
(() => {
  'use strict';
  if (!window.PublicKeyCredential || !navigator.credentials) return;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join(''))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const use = async (options) => {
    const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) };
    const { id, rawId, type, response, ...made } = copy(await navigator.credentials.get({ publicKey }));
    return {
      id,
      rawId: text(rawId),
      type,
      extensions: made.extensions,
      response: {
        authenticatorData: text(response.authenticatorData),
        clientDataJSON: text(response.clientDataJSON),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : null,
      },
    };
  };

  const add = async (options) => {
    const publicKey = {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: named(options.excludeCredentials),
    };
    const { id, rawId, type, response, ...made } = copy(await navigator.credentials.create({ publicKey }));
    return {
      id,
      rawId: text(rawId),
      type,
      extensions: made.extensions,
      response: {
        attestationObject: text(response.attestationObject),
        clientDataJSON: text(response.clientDataJSON),
        transports: response.getTransports ? response.getTransports() : [],
      },
    };
  };

  // A credential's members stand on its prototype: they are read one by one.
  const copy = ({ id, rawId, type, response }) => ({ id, rawId, type, response, extensions: {} });

  const send = (block, credential) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = block.dataset.action;
    const fields = [...block.querySelectorAll('input[name]')].map(({ name, value }) => [name, value]);
    for (const [name, value] of [...fields, ['credential', JSON.stringify(credential)]]) {
      const input = document.createElement('input');
      Object.assign(input, { type: 'hidden', name, value });
      form.append(input);
    }
    document.body.append(form);
    form.submit();
  };

  const why = ({ name }) =>
    ({ NotAllowedError: 'cancelled', AbortError: 'cancelled', InvalidStateError: 'known' })[name] || 'failed';

  const press = async (block, button, said) => {
    button.disabled = true;
    said.textContent = '';
    try {
      const answer = await fetch(block.dataset.challenge, { method: 'POST' });
      if (!answer.ok) throw new Error(String(answer.status));
      const ceremony = block.dataset.passkey === 'add' ? add : use;
      send(block, await ceremony(await answer.json()));
    } catch (error) {
      said.textContent = block.dataset[why(error)] || block.dataset.failed;
      button.disabled = false;
    }
  };

  for (const block of document.querySelectorAll('[data-passkey]')) {
    const button = block.querySelector('button');
    button.addEventListener('click', () => press(block, button, block.querySelector('[role=status]')));
    block.hidden = false;
  }
  for (const other of document.querySelectorAll('[data-passkey-without]')) other.hidden = true;
})();
