// The program under test: started on a free port with an empty data folder, stopped and forgotten at the end.
import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const READY_MS = 20_000;
const BINARY = process.env.TRINOME_BIN ?? fileURLToPath(new URL('../target/debug/trinome', import.meta.url));

/** What the program prints, kept in order, so that a test can wait for a line that has not come yet. */
class Printed {
  lines = [];
  ended = false;

  listen(stream) {
    createInterface({ input: stream }).on('line', (line) => this.lines.push(line));
  }

  /** The first line at or after `from` that matches: `{ match, next }`. */
  async line(pattern, from, timeout, what) {
    const deadline = Date.now() + timeout;
    for (let i = from; ; ) {
      for (; i < this.lines.length; i++) {
        const match = pattern.exec(this.lines[i]);
        if (match) return { match, next: i + 1 };
      }
      if (this.ended) throw new Error(`the program stopped before it printed ${what}${this.tail()}`);
      if (Date.now() > deadline) throw new Error(`no ${what} printed within ${timeout} ms${this.tail()}`);
      await pause(25);
    }
  }

  tail() {
    return `; its last lines:\n${this.lines.slice(-15).map((l) => `  | ${l}`).join('\n') || '  (none)'}`;
  }
}

async function answers(url, printed) {
  const deadline = Date.now() + READY_MS;
  for (;;) {
    try {
      await fetch(url, { redirect: 'manual' });
      return;
    } catch (error) {
      if (printed.ended || Date.now() > deadline) {
        throw new Error(`${url} was announced but does not answer${printed.tail()}`, { cause: error });
      }
      await pause(50);
    }
  }
}

/** A port that nobody listens on: for what must be known before it is taken. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts `trinome serve`, or another `command` that serves, and waits until it answers.
 * `args` are added to the command line, `env` to the environment; `ready` is how long it may take, in milliseconds.
 * `port` and `host` give it an address known beforehand; `seeded` fills it with the people of the demonstration.
 */
export async function startServer({ command = 'serve', args = [], env = {}, ready = READY_MS, port = 0, host, seeded } = {}) {
  const data = await mkdtemp(join(tmpdir(), 'trinome-e2e-'));
  if (seeded) await promisify(execFile)(BINARY, ['demo', '--data', data, '--seed-only']);
  const named = host ? ['--base-url', `http://${host}:${port}`] : [];
  const child = spawn(BINARY, [command, '--listen', `127.0.0.1:${port}`, '--data', data, ...named, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = new Printed();
  printed.listen(child.stdout);
  printed.listen(child.stderr);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      printed.lines.push(`${BINARY}: ${error.message}`);
      printed.ended = true;
      resolve();
    });
    child.once('close', () => {
      printed.ended = true;
      resolve();
    });
  });

  async function stop() {
    if (!printed.ended) {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(late);
    }
    await rm(data, { recursive: true, force: true });
  }

  try {
    const { match } = await printed.line(/https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/, 0, ready, 'address');
    const url = new URL(match[0]).origin;
    await answers(url, printed);
    return { url: host ? `http://${host}:${port}` : url, data, printed, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
