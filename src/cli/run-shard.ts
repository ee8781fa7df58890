import { posix } from 'node:path';
import { rules } from '../../rules/index.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import type { Shard } from '../project/load-options.ts';
import { lintProject } from '../session.ts';
import { plural } from '../text/plural.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { shardMemory } from './keep-facts.ts';
import type { LintRequest } from './lint-request.ts';
import { EXIT } from './main.ts';
import { sessionOptions } from './session-options.ts';

/** `2/4`: the second of four parts. Throws `UserError`. */
export function readShard(written: string): Shard {
  const [, part = '0', count = '0'] = /^(\d{1,4})\/(\d{1,4})$/.exec(written) ?? [];
  const shard = { index: Number(part) - 1, count: Number(count) };
  if (shard.index < 0 || shard.index >= shard.count) {
    throw new UserError(`--shard wants a part of a whole, not ${JSON.stringify(written)}.`, {
      hint: 'Write --shard 1/4 for the first of four parts.',
    });
  }
  return shard;
}

/** Facts are read, and no rule is asked. */
const NONE: ReadonlySet<string> = new Set();

/** Reads one part of the documents, and the bibliographies they load, and writes its facts for `bibliolint merge`. */
export async function runShard(
  request: LintRequest,
  host: Host,
  shard: Shard,
  file = `bibliolint-facts-${shard.index + 1}-of-${shard.count}.bin`,
): Promise<number> {
  const { memory, bytes } = shardMemory(host);
  const session = await sessionOptions(request, host, rules);
  const { files, unreadable } = await lintProject({ ...session, only: NONE, memory, shard, lean: true });
  host.writeFile(posix.resolve(host.cwd, file), bytes());
  const read = `read ${plural(files.length, 'file')}, wrote the facts to ${file}.`;
  host.stderr.write(`bibliolint: ${makeVisibleLine(read)}\n`);
  return unreadable.length + request.missing.length > 0 ? EXIT.failed : EXIT.clean;
}
