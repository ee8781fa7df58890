import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';
import { hasShared, shared } from '../support/shared.ts';

const seed = hasShared ? readFileSync(shared('seed/understanding-memory-management.md'), 'utf8') : '';

/** A site whose `cite` demands a key and a reference text. */
const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ $key := .Get 0 }}{{ $text := .Get 1 }}{{ if not (and $key $text) }}{{ errorf "cite: %s" .Position }}{{ end }}{{ .Page.Scratch.SetInMap "cites" $key $text }}<sup>{{ $key }}</sup>',
};

/** Every place of the page that matches, and what stands there instead. */
interface Damage {
  readonly what: string;
  readonly pattern: RegExp;
  readonly change: (written: string) => string;
  readonly ruleIds: readonly string[];
}

const drop = (): string => '';
const inTags = (pattern: RegExp): RegExp => new RegExp(`${pattern.source}(?=[^{}]*>\\}\\})`, 'g');

const damages: readonly Damage[] = [
  { what: '>}} dropped', pattern: />\}\}/g, change: drop, ruleIds: ['unclosed-shortcode'] },
  {
    what: '>}} and the blank before it dropped',
    pattern: / >\}\}/g,
    change: drop,
    ruleIds: ['unclosed-shortcode'],
  },
  {
    what: 'a character of >}} dropped',
    pattern: />(?=\}\})/g,
    change: drop,
    ruleIds: ['unclosed-shortcode'],
  },
  { what: 'a brace of >}} dropped', pattern: /(?<=>\})\}/g, change: drop, ruleIds: ['unclosed-shortcode'] },
  { what: '{{< dropped', pattern: /\{\{</g, change: drop, ruleIds: ['unclosed-shortcode'] },
  { what: 'a brace of {{< dropped', pattern: /\{(?=\{<)/g, change: drop, ruleIds: ['unclosed-shortcode'] },
  {
    what: 'both braces of {{< dropped',
    pattern: /\{\{(?=<)/g,
    change: drop,
    ruleIds: ['unclosed-shortcode'],
  },
  { what: 'the < of {{< dropped', pattern: /(?<=\{\{)</g, change: drop, ruleIds: ['unclosed-shortcode'] },
  { what: 'a quote of a tag dropped', pattern: inTags(/"/), change: drop, ruleIds: ['malformed-shortcode'] },
  {
    what: 'a quote of the front matter dropped',
    pattern: /(?<=^(?:title|tags|author):.*)"/gm,
    change: drop,
    ruleIds: ['malformed-front-matter'],
  },
  { what: '--- dropped', pattern: /^---$/gm, change: drop, ruleIds: ['malformed-front-matter'] },
  {
    what: 'a hyphen of --- dropped',
    pattern: /^-(?=--$)/gm,
    change: drop,
    ruleIds: ['malformed-front-matter'],
  },
  { what: 'a key emptied', pattern: /(?<=cite ")[^"]+/g, change: drop, ruleIds: ['empty-citation'] },
  { what: 'a key dropped', pattern: /(?<=cite )"[^"]+" /g, change: drop, ruleIds: ['empty-citation'] },
  {
    what: 'a reference text dropped',
    pattern: / "[^"]+"(?= >\}\})/g,
    change: drop,
    ruleIds: ['invalid-shortcode-arguments'],
  },
  { what: 'a name dropped', pattern: /(?<=\{\{< )cite /g, change: drop, ruleIds: ['malformed-shortcode'] },
  { what: 'a name misspelt', pattern: /(?<=\{\{< cit)e/g, change: drop, ruleIds: ['unknown-shortcode'] },
  { what: 'a * dropped', pattern: inTags(/\*/), change: drop, ruleIds: ['malformed-reference'] },
  { what: 'a year dropped', pattern: inTags(/ \(\d{4}\)/), change: drop, ruleIds: ['malformed-reference'] },
  {
    what: 'a year changed in one of two texts',
    pattern: /(?<=Knuth, D\. E\. \()1997/g,
    change: () => '1998',
    ruleIds: ['conflicting-reference'],
  },
  {
    what: 'a word of the title or the publisher changed in one of two texts',
    pattern: /(?<=Knuth, D\. E\. \(1997\)\. [^"]*)[A-Z][a-z]+(?=[^"{]*" >)/g,
    change: () => 'Other',
    ruleIds: ['conflicting-reference'],
  },
];

describe.skipIf(!hasShared)('the page this project began with, damaged at every place', () => {
  it.each(damages)('$what: one finding, on its line', async ({ pattern, change, ruleIds }) => {
    const places = [...seed.matchAll(pattern)];
    expect(places.length).toBeGreaterThan(1);
    for (const { 0: written, index } of places) {
      const text = seed.slice(0, index) + change(written) + seed.slice(index + written.length);
      const { findings } = await lint({ ...site, 'content/posts/seed.md': text });
      const around = JSON.stringify(seed.slice(Math.max(0, index - 20), index + 20));
      expect({ around, found: findings.map(({ ruleId }) => ruleId) }).toEqual({ around, found: ruleIds });
      const lines = findings.flatMap(({ at, related }) => [at, ...related.map((other) => other.at)]);
      const isNear = lines.some(({ region }) => lineOf(text, region.start) === lineOf(text, index));
      expect({ around, isNear: isNear || index < 300 }).toEqual({ around, isNear: true });
    }
  });
});

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
