// Measures whole processes side by side over corpora made from a seed number; run `npm run build` before:
// `npm run bench -- --hugo 1000,10000 --pandoc 10000 --bib 10000 --runs 5 --seed 1 --peers FOLDER`.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeCorpus } from './corpus.ts';
import { type Command, type Cost, measure, measureRounds } from './measure.ts';
import { type CorpusKind, peerCommands } from './peers.ts';

const BIN = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));
const FLOOR = fileURLToPath(new URL('floor.mjs', import.meta.url));

const { values: options } = parseArgs({
  options: {
    hugo: { type: 'string', default: '1000,10000' },
    pandoc: { type: 'string', default: '10000' },
    bib: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    peers: { type: 'string' },
  },
});

const NOUNS = { hugo: 'Hugo posts', pandoc: 'Pandoc posts with a bibliography', bib: 'BibTeX entries' };

const scratch = mkdtempSync(`${tmpdir()}/bibliolint-bench-`);
try {
  console.log(
    `Node ${process.versions.node}, ${process.platform}, ${cpus().length} CPUs (${cpus()[0]?.model ?? ''})`,
  );
  console.log(`Medians of ${options.runs} runs; seed ${options.seed}.`);
  for (const kind of ['hugo', 'pandoc', 'bib'] as const) {
    for (const count of options[kind].split(',').map(Number)) if (count > 0) benchCorpus(kind, count);
  }
  benchStdin();
} finally {
  rmSync(scratch, { recursive: true });
}

function benchCorpus(kind: CorpusKind, count: number): void {
  const folder = `${scratch}/${kind}-${count}`;
  writeCorpus(kind, folder, count, Number(options.seed));
  const peers = options.peers === undefined ? [] : peerCommands(resolve(options.peers), kind, folder);
  printTable(`${count.toLocaleString('en')} ${NOUNS[kind]}`, 'floor', [
    { name: 'reading floor', argv: [process.execPath, FLOOR, '.'], folder },
    { name: 'bibliolint, cold', argv: [process.execPath, BIN, '.'], folder },
    ...(kind === 'bib' ? [] : cachedCommands(kind, folder, count)),
    ...peers,
  ]);
  for (const written of [folder, `${folder}-changing`]) rmSync(written, { recursive: true, force: true });
}

/** The same run with the facts of the one before, and after a change to one post, in a corpus of its own. */
function cachedCommands(kind: CorpusKind, folder: string, count: number): Command[] {
  const changing = `${folder}-changing`;
  writeCorpus(kind, changing, count, Number(options.seed));
  const names = readdirSync(changing, { recursive: true, encoding: 'utf8' });
  const post = `${changing}/${names.sort().find((name) => name.endsWith('.md'))}`;
  const cached = (name: string, corpus: string): Command => ({
    name,
    argv: [process.execPath, BIN, '.', '--cache-location', `${corpus}-cache`],
    folder: corpus,
  });
  const warm = cached('bibliolint, warm', folder);
  const changed = cached('bibliolint, one post changed', changing);
  // The first of all runs fills each cache, whatever is measured after it.
  for (const command of [warm, changed]) measure(command, scratch);
  return [warm, { ...changed, prepare: () => appendFileSync(post, 'One more sentence.\n') }];
}

function benchStdin(): void {
  const folder = `${scratch}/stdin`;
  writeCorpus('hugo', folder, 1, Number(options.seed));
  const path = 'content/posts/2005/post-0.md';
  const argv = [process.execPath, BIN, '--stdin', '--stdin-filename', path];
  printTable('One post on stdin', '`node -e 0`', [
    { name: '`node -e 0`', argv: [process.execPath, '-e', '0'], folder },
    { name: 'bibliolint', argv, folder, input: readFileSync(`${folder}/${path}`, 'utf8') },
  ]);
}

/** Prints the medians with their ratios to the first command. */
function printTable(title: string, base: string, commands: readonly Command[]): void {
  const costs = measureRounds(commands, Number(options.runs), scratch);
  const [floor] = costs;
  if (floor === undefined) return;
  console.log(`\n## ${title}\n\n| | wall s | × ${base} | cpu s | × ${base} | peak MiB |`);
  console.log('|---|--:|--:|--:|--:|--:|');
  for (const [index, { name }] of commands.entries()) console.log(printRow(name, costs[index]!, floor));
}

function printRow(name: string, { wall, cpu, memory }: Cost, floor: Cost): string {
  const cells = [
    name,
    wall.toFixed(3),
    (wall / floor.wall).toFixed(1),
    Number.isNaN(cpu) ? '' : cpu.toFixed(2),
    Number.isNaN(cpu) ? '' : (cpu / floor.cpu).toFixed(1),
    Number.isNaN(memory) ? '' : memory.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}
