import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { readPandocTree } from '../support/read-pandoc.ts';
import { isAvailable } from '../support/tools.ts';

/** The installed Pandoc, whatever its version; `undefined` where there is none. */
const version = /^pandoc ([\d.]+)/.exec(
  spawnSync('pandoc', ['--version'], { encoding: 'utf8' }).stdout ?? '',
)?.[1];
isAvailable(version !== undefined, 'pandoc', 'nothing is compared with it');

/**
 * Pieces of documents on which Pandoc 2.17 and 3.10 agree. Left out is what they read differently: open brackets,
 * blanks inside the bracket, superscripts, attributes behind brackets, figures with attributes, `<style>` in a line.
 */
const INLINE = (
  '@knuth84|-@b|[@knuth84]|[@knuth84; @shannon48]|[see @lovelace43, p. 3]|[-@hoare62]|@hoare62 [p. 4]|@hoare62 [p. 3; @turing36]|' +
  '[@a, @b]|[@a @b]|[@a and @b]|[@a;]|[; @a]|[@a; see]|close]|(@a)|(see @b, 3)|pre-@a|me@example.org|a.@b|@a_b|' +
  '@a-b.|@{x.y}|@{x y}|@a:b|@a::b|@10.1000/182|\\@a|\\[@a]|*@a*|**[@b]**|_@c_|*open|`@code`|`` ` @c ``|$x @ y$|' +
  '[text @a](https://example.org/@x "t @b")|![cap @a](p.png)|[l][r @a]|<https://example.org/@y>|<me@example.org>|' +
  'https://example.org/@z/p|<b>bold</b>|<span class="@n">[@a]</span>|"[@a; @b]"|\'quoted @c\'|it\'s|[sic]|[@a, [sic] p. 3]|' +
  '[@a, \\] x]|[@a, `;`]|[@a, "x; y"]|H~2~O|~~[@s]~~|word|and|e.g.|p. 3|...|--|---|\u2014|@|$5|a*b|\\emph{@t}|\\cite{k}|' +
  '[@a, AT&T; @b]|[@a, R&D; p. 3]|[@a, &uuml;; @b]|&copy;|\\textcolor{red}{@a}|\\href{u}{@a}'
).split('|');
const SEPARATORS = [' ', ' ', ' ', ' ', '\n', '', ', ', '. '];
const BLOCKS: readonly ((inside: () => string) => string)[] = [
  (inside) => inside(),
  (inside) => inside(),
  (inside) => `- ${inside()}\n- ${flat(inside())}\n\n  ${flat(inside())}`,
  (inside) => `1. ${flat(inside())}\n   - ${flat(inside())}`,
  (inside) => `> ${inside()}`,
  (inside) => `\`\`\` r\n${inside()}\n\`\`\``,
  (inside) => `    ${flat(inside())}`,
  (inside) => `## ${flat(inside())}`,
  (inside) => `::: note\n${inside()}\n:::`,
  (inside) => `<div>\n${inside()}\n</div>`,
  (inside) => `| a | b |\n|---|---|\n| ${flat(inside())} | x |`,
  (inside) => `| ${flat(inside())}\n| ${flat(inside())}`,
  (inside) => `${flat(inside())}\n: ${flat(inside())}`,
  (inside) => `x^[${flat(inside())}]`,
  (inside) => `<!-- ${flat(inside())} -->`,
];

function flat(text: string): string {
  return text.replace(/\n/g, ' ');
}

/** Snippets by a fixed sequence: the same every time. */
function snippets(count: number): string[] {
  let state = 20_240_229;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const inside = (): string => {
    let text = 'Start';
    for (let left = 1 + next(6); left > 0; left -= 1) {
      text += SEPARATORS[next(SEPARATORS.length)]! + INLINE[next(INLINE.length)]!;
    }
    return text;
  };
  return Array.from({ length: count }, () => BLOCKS[next(BLOCKS.length)]!(inside));
}

type Json = null | string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

/** Keys and modes of each citation in Pandoc's tree. */
function citationsIn(tree: Json): string[] {
  const found: string[] = [];
  const walk = (node: Json): void => {
    if (node === null || typeof node !== 'object') return;
    const { t, c } = node as { t?: string; c?: Json };
    if (t === 'Cite') {
      const [cites] = c as unknown as [{ citationId: string; citationMode: { t: string } }[]];
      found.push(cites.map((cite) => `${cite.citationId} ${cite.citationMode.t}`).join(' ; '));
    }
    for (const child of Object.values(node)) walk(child);
  };
  walk(tree);
  return found.sort();
}

const MODES = {
  normal: 'NormalCitation',
  'author-in-text': 'AuthorInText',
  'suppress-author': 'SuppressAuthor',
};

/** Pandoc 2 printed the author of a bare `-@key`. */
const inText = (mode: keyof typeof MODES): string =>
  mode === 'suppress-author' && version?.startsWith('2.') ? MODES['author-in-text'] : MODES[mode];

const SEPARATOR = '\u241e';

/** A reader that reads each snippet as a document of its own, all in one process. */
const READER = `
function Reader(input)
  local divs = {}
  for snippet in (tostring(input) .. '${SEPARATOR}'):gmatch('(.-)${SEPARATOR}') do
    divs[#divs + 1] = pandoc.Div(pandoc.read(snippet, 'markdown').blocks)
  end
  return pandoc.Pandoc(divs)
end
`;

/** What the installed Pandoc cites in each text. */
function askPandoc(texts: readonly string[]): string[][] {
  const folder = mkdtempSync(join(tmpdir(), 'bibliolint-'));
  writeFileSync(join(folder, 'reader.lua'), READER);
  const options = { cwd: folder, input: texts.join(SEPARATOR), encoding: 'utf8' } as const;
  const { stdout, stderr } = spawnSync('pandoc', ['-f', 'reader.lua', '-t', 'json'], options);
  rmSync(folder, { recursive: true });
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as { readonly blocks: readonly Json[] }).blocks.map(citationsIn);
}

beforeAll(loadAllParsers);

describe.skipIf(version === undefined)(`Pandoc ${version}, installed here`, () => {
  test('cites the same keys in the same modes and groups in generated snippets', () => {
    const texts = snippets(600);
    const theirs = askPandoc(texts);
    expect(theirs).toHaveLength(texts.length);
    const differing = texts.filter((text, index) => {
      const ours = readPandocTree(text).map(({ cites, construct }) =>
        cites
          .map(
            ({ key, mode }, at) =>
              `${key} ${construct === 'in-text' && at === 0 ? inText(mode) : MODES[mode]}`,
          )
          .join(' ; '),
      );
      return ours.sort().join('\n') !== theirs[index]!.join('\n');
    });
    console.log(`pandoc ${version}, generated: ${texts.length - differing.length}/${texts.length}`);
    expect(differing).toEqual([]);
  });
});
