import { expect, test } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';
import { runCli } from '../support/run-cli.ts';

/** What was shown after each step, with the time it took in milliseconds. */
function show(steps: readonly (readonly [after: number, done: number])[], machine = {}) {
  const written: string[] = [];
  let time = 0;
  const host = {
    stderr: { isTerminal: true, write: (text: string) => void written.push(text) },
    environment: {},
    ...machine,
  };
  const progress = createProgress(true, host, () => time);
  for (const [after, done] of steps) {
    time += after;
    progress?.(done, 300);
  }
  return written;
}

const line = (done: number) => `\r\u001b[Kbibliolint: read ${done} of 300 documents`;

test('a long run shows how far it has come, and at its end nothing', () => {
  const steps = [
    [400, 64],
    [200, 128],
    [50, 192],
    [100, 256],
    [10, 300],
  ] as const;
  expect(show(steps)).toEqual([line(128), line(256), '\r\u001b[K']);
});

test('a short run shows nothing', () => {
  expect(
    show([
      [100, 64],
      [100, 300],
    ]),
  ).toEqual([]);
});

test('a second look is waited for as long as the first', () => {
  const steps = [
    [600, 64],
    [100, 300],
    [9000, 64],
    [600, 128],
    [10, 300],
  ] as const;
  expect(show(steps)).toEqual([line(64), '\r\u001b[K', line(128), '\r\u001b[K']);
});

test.each([
  ['a pipe', { stderr: { isTerminal: false, write: () => undefined } }],
  ['a dumb terminal', { environment: { TERM: 'dumb' } }],
])('%s shows nothing', (_, machine) => {
  expect(show([[9000, 64]], machine)).toEqual([]);
});

test('--no-progress is an option', async () => {
  const files = { 'a.md': '---\ntitle: A\n---\nText.\n' };
  expect(await runCli(['--no-progress'], files, { isTerminal: true })).toMatchObject({ code: 0, stderr: '' });
});
