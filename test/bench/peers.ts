import { existsSync, writeFileSync } from 'node:fs';
import type { Command } from './measure.ts';

/** What a corpus is made of, which decides the peers that can read it. */
export type CorpusKind = 'hugo' | 'pandoc' | 'bib';

interface Peer {
  readonly name: string;
  readonly reads: readonly CorpusKind[];
  arguments(folder: string): readonly string[];
}

const PEERS: readonly Peer[] = [
  { name: 'markdownlint-cli2', reads: ['hugo', 'pandoc'], arguments: () => ['**/*.md'] },
  { name: 'rumdl', reads: ['hugo', 'pandoc'], arguments: () => ['check', '--no-cache', '.'] },
  { name: 'textlint', reads: ['hugo', 'pandoc'], arguments: textlintArguments },
  { name: 'bibtex-tidy', reads: ['bib'], arguments: () => ['refs.bib', '--output=/dev/null'] },
];

/** textlint does nothing without a rule; this one is the cheapest it is offered with. */
function textlintArguments(folder: string): readonly string[] {
  const config = `${folder}/.textlintrc.json`;
  if (!existsSync(config)) writeFileSync(config, '{ "rules": { "no-todo": true } }\n');
  return ['.'];
}

/** The peers that are installed in a folder, as processes over a corpus. */
export function peerCommands(peers: string, kind: CorpusKind, folder: string): Command[] {
  return PEERS.flatMap(({ name, reads, arguments: argumentsFor }) => {
    const program = `${peers}/node_modules/.bin/${name}`;
    if (!reads.includes(kind) || !existsSync(program)) return [];
    return [{ name, argv: [program, ...argumentsFor(folder)], folder }];
  });
}
