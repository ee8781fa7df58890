import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import type { FrontMatterField } from '../../src/model.ts';
import { jekyllFrontMatter } from '../../src/scan/front-matter/policies.ts';
import { readFrontMatter } from '../../src/scan/front-matter/read-front-matter.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { createRandom, type Random } from '../bench/random.ts';
import { hasTool } from '../support/tools.ts';

/** Reads each block of standard input as YAML, every scalar as text, and prints its leaves or `null` where it is broken. */
const ORACLE = `
require 'json'
require 'psych'
def leaves(node, name, found)
  case node
  when Psych::Nodes::Mapping
    node.children.each_slice(2) do |key, value|
      return unless key.is_a?(Psych::Nodes::Scalar)
      leaves(value, name.empty? ? key.value : "#{name}.#{key.value}", found)
    end
  when Psych::Nodes::Sequence
    node.children.each_with_index { |child, index| leaves(child, "#{name}.#{index}", found) }
  when Psych::Nodes::Scalar
    found[name] = node.value
  end
end
STDIN.each_line do |line|
  begin
    found = {}
    leaves(Psych.parse(JSON.parse(line)).root, '', found)
    puts JSON.generate(found)
  rescue Psych::SyntaxError
    puts 'null'
  end
end
`;

/**
 * Beginnings and ends of values that YAML reads otherwise than authors mean them, among plain ones. Left out are `&`, `!`, `>`
 * and `?` before other signs, `>#`, which libyaml alone minds and nobody writes.
 */
const WORDS =
  'Notes|Sorting|On|computable|numbers|and|the|of|art|programming|Knuth|Turing\'s|"On"|machines:|x: y|# later|#tag|@doe|*star*|%|`code`|[link]|{x}|- item|--|1984|yes|é|C:\\x|http://example.org|a,b|,|R&D|“q”|12:30|[@knuth84]'.split(
    '|',
  );
const WHOLE =
  "[a, b]|[a, \"b\", c]|[a, b|[a,, b]|[a,]|[]|{}|{a: b}|{a: [b, c]}|{a}|\"a\" b|'a' b|\"a\"# later|a # later|[a] # later|\"\\x\"|'it's'|'it''s'|- a|&x y||\"\"|''|\"a|'a|~".split(
    '|',
  );
const KEYS = 'subtitle|author|date|tags|bibliography|link-citations|og:title|a b|é'.split('|');
const COLONS = [': ', ': ', ': ', ': ', ': ', ': ', ': ', ': ', ':  ', ':\t', ':', ' : ', ' '];

function words({ pick, below }: Random): string {
  let text = pick(WORDS);
  for (let left = below(4); left > 0; left -= 1) text += pick([' ', ' ', ' ', '', '  ']) + pick(WORDS);
  return text;
}

/** A value with all its lines; `indent` is that of its key. */
function makeValue(random: Random, indent: string): string {
  const { pick, next } = random;
  const below = (): string => pick([`${indent}  `, `${indent}  `, `${indent}    `, indent]);
  const kind = next();
  if (kind < 0.4) return words(random);
  if (kind < 0.5) return `"${words(random).replace(/["\\]/g, '\\$&')}"`;
  if (kind < 0.58) return `'${words(random).replaceAll("'", "''")}'`;
  if (kind < 0.66)
    return `"${words(random).replace(/["\\]/g, '')}\n${below()}${words(random).replace(/["\\]/g, '')}"`;
  if (kind < 0.72) return `${words(random)}\n${below()}${words(random)}`;
  if (kind < 0.8)
    return `${pick(['|', '>', '|-', '>+'])}\n${below()}${words(random)}\n${below()}${words(random)}`;
  return pick(WHOLE);
}

function makeEntry(random: Random, key: string): string {
  const { pick, next, below } = random;
  if (next() < 0.7) return `${key}${pick(COLONS)}${makeValue(random, '')}`;
  const items = Array.from({ length: 1 + below(3) }, () => {
    const margin = pick(['  ', '  ', '', '    ', '\t']);
    return `${margin}${pick(['- ', '- ', '- ', '-', '-\t', '- \t'])}${makeValue(random, `${margin}  `)}`;
  });
  return [`${key}${pick([':', ':', ': '])}`, ...items].join('\n');
}

function makeBlock(random: Random): string {
  const { pick, next, below } = random;
  const first = below(KEYS.length);
  const lines = Array.from({ length: 1 + below(2) }, (_, index) =>
    next() < 0.92
      ? makeEntry(random, KEYS[(first + index) % KEYS.length]!)
      : pick(['', '# later', '  # later', 'text', '\t', '  nested: x']),
  );
  // Three dashes at the margin would end the block.
  return `title: Notes\n${lines.join('\n').replace(/^---/gm, '- --')}\n`;
}

/** Names and texts of what holds no other field; blanks that YAML folds are one, and words for nothing none. */
function leavesOf(fields: readonly FrontMatterField[]): Record<string, string> {
  const leaves = fields.filter(({ value }) => typeof value !== 'object');
  return Object.fromEntries(leaves.map(({ name, value }) => [name, String(value)]));
}

const folded = (leaves: Readonly<Record<string, string>>): string[] =>
  Object.entries(leaves)
    .filter(([, value]) => !['', '~'].includes(value.trim()))
    .map(([name, value]) => `${name}: ${value.trim().replace(/\s+/g, ' ')}`)
    .sort();

/** Whether a block is as sound as libyaml finds it, and holds the same. */
function agrees(block: string, theirs: Readonly<Record<string, string>> | null): boolean {
  const { fields, problems } = readFrontMatter(`---\n${block}---\nText.\n`, jekyllFrontMatter);
  // A quote that was never opened is one to an author, not to YAML.
  const isBroken = problems.some(({ messageId }) => messageId === 'fm-decode');
  if (theirs === null || isBroken) return isBroken === (theirs === null);
  return folded(leavesOf(fields)).join('\n') === folded(theirs).join('\n');
}

const COUNT = Number(process.env['BIBLIOLINT_YAML_BLOCKS'] ?? 800);

beforeAll(loadAllParsers);

describe.skipIf(
  !hasTool('ruby', 'no generated front matter is compared with libyaml', ['-rpsych', '-e', 'exit']),
)('front matter of random pieces', () => {
  const random = createRandom(1997);
  const blocks = Array.from({ length: COUNT }, () => makeBlock(random));
  const { stdout } = spawnSync('ruby', ['-e', ORACLE], {
    input: blocks.map((block) => `${JSON.stringify(block)}\n`).join(''),
    encoding: 'utf8',
    env: { ...process.env, LANG: 'C.UTF-8' },
  });
  const verdicts = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string> | null);

  test('libyaml refuses what we call broken, and reads the same values in the rest', () => {
    expect(verdicts).toHaveLength(COUNT);
    expect(blocks.filter((block, index) => !agrees(block, verdicts[index]!))).toEqual([]);
    const sound = verdicts.filter((verdict) => verdict !== null);
    expect(sound.length).toBeGreaterThan(COUNT / 4);
    expect(sound.length).toBeLessThan(COUNT * 0.9);
  });
});
