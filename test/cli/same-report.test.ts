import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Host } from '../../src/host/host.ts';
import { examplePath, exampleSites } from '../support/example-report.ts';
import { makeFolder, runInFolder } from '../support/run-in-folder.ts';
import { hasShared, shared } from '../support/shared.ts';

const corpus = hasShared
  ? readdirSync(shared('corpus/sites')).map((name) => [name, shared(`corpus/sites/${name}`)] as const)
  : [];
const sites = [...exampleSites.map((name) => [name, examplePath(name)] as const), ...corpus];

/** One change that changes nothing, and then the end. */
const changes: Host['changes'] = async function* () {
  yield ['nothing.md'];
};

test.each(sites)(
  '%s: cold, warm, sharded and watching runs print the same bytes',
  { timeout: 240_000 },
  async (_, site) => {
    const place = makeFolder();
    // Every rule there is, from a file beside the site, which is not to be written to.
    const settings = join(place, 'all.json');
    writeFileSync(settings, '{"preset": "all"}');
    const run = (args: readonly string[], machine: Partial<Host> = {}) =>
      runInFolder(site, [...args, '-c', settings], '', machine);

    const cold = await run(['-f', 'sarif']);
    const cache = ['--cache-location', join(place, 'cache')];
    expect(await run(['-f', 'sarif', ...cache])).toEqual(cold);
    expect(readdirSync(join(place, 'cache'))).toHaveLength(cold.stdout === '' ? 0 : 1);
    expect(await run(['-f', 'sarif', ...cache])).toEqual(cold);

    const parts = [1, 2, 3].map((part) => join(place, `facts-${part}`));
    for (const [index, file] of parts.entries()) {
      const shard = await run(['--shard', `${index + 1}/3`, '-o', file]);
      expect([0, 2]).toContain(shard.code);
    }
    expect(await run(['merge', ...parts.toReversed(), '-f', 'sarif'])).toEqual(cold);

    const watched = await run(['--watch', '-f', 'sarif'], { changes });
    expect(watched).toMatchObject({ code: cold.code, stdout: cold.stdout + cold.stdout });
  },
);
