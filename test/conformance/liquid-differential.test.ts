import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { Shortcode, SyntaxProblem } from '../../src/model.ts';
import { lexLiquid } from '../../src/scan/template/liquid/liquid.ts';
import { createRandom, type Random } from '../bench/random.ts';
import { hasTool } from '../support/tools.ts';

/** Parses each template of standard input, with jekyll-scholar's tags as plain ones, and prints what the parser said. */
const ORACLE = `
require 'json'
$seen = []
class Plain < Liquid::Tag
  def initialize(name, markup, options) = (super; $seen << [name, markup.split.join(' ')])
end
class Paired < Liquid::Block
  def initialize(name, markup, options) = (super; $seen << [name, markup.split.join(' ')])
end
%w[cite nocite reference bibliography].each { |name| Liquid::Template.register_tag(name, Plain) }
Liquid::Template.register_tag('quote', Paired)
Liquid::Template.error_mode = :warn
STDIN.each_line do |line|
  $seen = []
  error = begin
    Liquid::Template.parse(JSON.parse(line))
    nil
  rescue Liquid::Error => e
    e.message
  end
  puts JSON.generate({ error: error, seen: $seen })
end
`;

const SCHOLAR = ['cite', 'nocite', 'reference', 'bibliography', 'quote'];
const MARKUP = 'a|b c|a, b|"a b"|a -l 3|--cited|-f x.bib|a\n|1999|{{ x }}|page.key|-|a-|é|%|}|{|a ~ b|'.split(
  '|',
);
const TAGS =
  '{% if x %};{% endif %};{% else %};{% elsif y %};{% unless x %};{% endunless %};{% for a in b %};{% endfor %};{% for a of b %};{% for a in "b %};{% case x %};{% when 1 %};{% endcase %};{% assign x = 1 %};{% assign x 1 %};{% capture z %};{% endcapture %};{% capture %};{% comment %};{% endcomment %};{% raw %};{% endraw %};{{ x }};{{ x | upcase }};{{ "a }} b" }};{{ x };{{;{{ }};{{}};{% # c %};{% increment x %};{% endquote %};{%- endquote -%};{% endcite %};{% if %};{% comment %} {% cite q %} {% nosuch %} {% endcomment %};{% %};{%%};{%-%};{%-- cite a --%};{%-cite a-%};{%cite a%};{%\ncite a\n%};{ % cite a %};%};}};{% "x" %};{% cite: a %}'.split(
    ';',
  );
const TEXTS = ' t |\n|\n\n|```\n|`|<!--|-->|\\frac{{a}}{b}|- x\n|é字😀|\r\n'.split('|');
const BLOCKS = ['if x', 'for a in b', 'comment', 'raw', 'capture a', 'quote k', 'unless a'];

function makePart(random: Random, depth = 0): string {
  const { pick, next } = random;
  const kind = next();
  if (kind < 0.35) {
    const name = pick(SCHOLAR);
    const tag = `{%${pick(['', '', '-'])}${pick([' ', ''])}${name} ${pick(MARKUP)} ${pick(['', '', '-'])}%}`;
    return name === 'quote' && next() < 0.8 ? `${tag}${pick(TEXTS)}{% endquote %}` : tag;
  }
  if (kind < 0.6 && depth < 2) {
    const block = pick(BLOCKS);
    return `{% ${block} %}${makePart(random, depth + 1)}${pick(TEXTS)}{% end${block.split(' ')[0]} %}`;
  }
  return pick(kind < 0.75 ? TAGS : TEXTS);
}

/** What stops the build; the other problems are about what it loses or ignores. */
const STOPS = new Set([
  'tag-unclosed',
  'output-unclosed',
  'tag-never-closed',
  'unmatched-end-tag',
  'tag-without-name',
  'invalid-tag-syntax',
]);

const stops = (problems: readonly SyntaxProblem[]): boolean =>
  problems.some(({ messageId }) => STOPS.has(messageId));

/** A tag as the oracle prints it: its name, and the rest with single blanks. */
function written({ name, nameRegion, region }: Shortcode, text: string): [string, string] {
  const markup = text.slice(nameRegion.end, region.end).replace(/-?%\}$/, '');
  return [name, markup.trim().split(/\s+/).join(' ')];
}

const COUNT = Number(process.env['BIBLIOLINT_LIQUID_PAGES'] ?? 600);

describe.skipIf(
  !hasTool('ruby', 'no generated template is compared with Liquid', ['-rliquid', '-e', 'exit']),
)('templates of random pieces', () => {
  const random = createRandom(1997);
  const templates = Array.from({ length: COUNT }, () =>
    Array.from({ length: 1 + random.below(4) }, () => makePart(random)).join(''),
  );
  const input = templates.map((text) => `${JSON.stringify(text)}\n`).join('');
  const { stdout } = spawnSync('ruby', ['-rliquid', '-e', ORACLE], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    env: { ...process.env, LANG: 'C.UTF-8' },
  });
  const verdicts = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));

  test('Liquid stops where we say so, and reads the same tags', () => {
    expect(verdicts).toHaveLength(COUNT);
    let compared = 0;
    for (const [index, text] of templates.entries()) {
      const { error, seen } = verdicts[index];
      const { shortcodes, problems } = lexLiquid(text, 0);
      // A tag that swallowed another is mended, so that what follows is read as it was meant.
      const isMended = problems.some(({ messageId }) => messageId === 'tag-swallows-text');
      // Unknown tags may be a plugin's.
      if (isMended || /Unknown tag '(?!end|els|when)/.test(error ?? '')) continue;
      expect({ text, error, stops: stops(problems) }).toEqual({ text, error, stops: error !== null });
      compared += 1;
      if (error !== null) continue;
      // A tag without its `{%` is text to Liquid; we know what it was meant for.
      const tags = shortcodes
        .filter(({ name, damaged }) => SCHOLAR.includes(name) && damaged === undefined)
        .map((tag) => written(tag, text));
      expect({ text, tags }).toEqual({ text, tags: seen });
    }
    expect(compared).toBeGreaterThan(COUNT / 2);
  });
});
