import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Shortcode } from '../../src/model.ts';
import { collectHugo } from '../../src/scan/dialects/hugo/hugo.ts';
import { pairHugoShortcodes } from '../../src/scan/template/hugo/pairing.ts';
import { lexHugoShortcodes } from '../../src/scan/template/hugo/shortcode.ts';
import { hugoDialect, plainSignature } from '../support/hugo-dialect.ts';
import { hasShared, readCases, shared } from '../support/shared.ts';

interface Extracted {
  readonly name: string;
  readonly params: readonly unknown[] | Readonly<Record<string, unknown>> | null;
  readonly inner?: readonly (string | Extracted)[];
}

interface Row {
  readonly id: string;
  readonly input: string;
  readonly head_lexer: {
    readonly ok: boolean;
    readonly error_kind: string | null;
    /** In bytes. */
    readonly offset: number;
    readonly shortcodes: readonly Extracted[];
  };
}

/** What is compared: the errors in order, and the calls of shortcodes in order. */
interface Verdict {
  readonly errors: readonly { readonly kind: string; readonly offset: number }[];
  readonly calls: readonly Pick<Extracted, 'name' | 'params'>[];
}

/** The site of the table: templates without `.Inner`, and templates with it. */
const site = hugoDialect([
  ...['cite', 'show', 'my-cite', 'cite2', 'ns/cite', '引用'].map((name) => plainSignature(name, false)),
  ...['para', 'pair2', 'opt'].map((name) => plainSignature(name, true)),
]);

/** What we report although Hugo is silent: text is lost, or a quote becomes a part of the argument. */
const OURS = new Set(['escape-swallows-text', 'stray-quote', 'swallowed-close', 'unopened-shortcode']);

/** Rows about front matter: the pipeline of all layers judges them. */
const isOtherLayer = ({ head_lexer, id }: Row): boolean =>
  (head_lexer.error_kind ?? '').startsWith('fm-') || id === 'fm-starts-shortcode';

function verdict(input: string): Verdict {
  const lexed = lexHugoShortcodes(input, bodyStart(input));
  const problems = [...lexed.problems, ...pairHugoShortcodes(lexed.shortcodes, site)]
    .filter(({ messageId, data }) => !OURS.has(messageId) && !isSilent(messageId, data))
    .sort((a, b) => a.region.start - b.region.start);
  return {
    errors: problems.map(({ messageId, data, region }) => ({
      kind: String(data?.['engine'] ?? messageId),
      offset: byteOffset(input, Number(data?.['engineOffset'] ?? region.start)),
    })),
    calls: lexed.shortcodes.filter(({ closing }) => !closing).map(toCall),
  };
}

function isSilent(messageId: string, data: Readonly<Record<string, unknown>> | undefined): boolean {
  return messageId === 'curly-quoted-argument' && data?.['engine'] === undefined;
}

/** A minimal cut of the front matter: up to the line that starts as the first one does. */
function bodyStart(input: string): number {
  const match = /^\ufeff?\s*(---|\+\+\+)/.exec(input);
  if (match === null) return 0;
  const close = input.indexOf('\n' + match[1], match[0].length);
  return close === -1 ? 0 : close + 4;
}

function byteOffset(text: string, offset: number): number {
  return Buffer.byteLength(text.slice(0, offset));
}

function toCall({ name, params }: Shortcode): Pick<Extracted, 'name' | 'params'> {
  if (params.length === 0) return { name, params: null };
  if (params[0]?.name === undefined) return { name, params: params.map(({ value }) => value) };
  return { name, params: Object.fromEntries(params.map((param) => [param.name, param.value])) };
}

function callsOf(extracted: readonly (string | Extracted)[]): Pick<Extracted, 'name' | 'params'>[] {
  return extracted.flatMap((part) =>
    typeof part === 'string' ? [] : [{ name: part.name, params: part.params }, ...callsOf(part.inner ?? [])],
  );
}

const rows = readCases<Row>('hugo-cases').filter((row) => !isOtherLayer(row));
const agreed = new Set<string>();

describe.skipIf(rows.length === 0)('hugo-cases', () => {
  it.each(rows.map((row) => [row.id, row] as const))('%s', (id, { input, head_lexer }) => {
    const { errors, calls } = verdict(input);
    if (head_lexer.ok) {
      expect(errors).toEqual([]);
      expect(calls).toEqual(callsOf(head_lexer.shortcodes));
    } else {
      expect(errors).toEqual([{ kind: head_lexer.error_kind, offset: head_lexer.offset }]);
    }
    agreed.add(id);
  });

  it('agrees with Hugo on every row', () => {
    console.log(`hugo-cases: ${agreed.size}/${rows.length} rows about shortcodes`);
    expect(agreed.size).toBe(rows.length);
  });
});

interface SiteTruth {
  readonly files: Readonly<Record<string, { readonly citations: readonly string[] }>>;
  readonly shortcodes: Readonly<
    Record<
      string,
      readonly {
        readonly line: number;
        readonly col: number;
        readonly name: string;
        readonly params: unknown;
      }[]
    >
  >;
  readonly hugo: {
    readonly all_shortcodes: Readonly<Record<string, number>>;
    readonly paired: readonly string[];
  };
}

describe.skipIf(!hasShared).each(['loup-brun+hugo-cite', 'BetterCLI+bettercli.org'])('%s', (name) => {
  const truth: SiteTruth = hasShared
    ? JSON.parse(readFileSync(shared(`corpus/truth/${name}.json`), 'utf8'))
    : { files: {}, shortcodes: {}, hugo: { all_shortcodes: {}, paired: [] } };
  const pages = Object.keys(truth.files).map((path) => {
    const text = hasShared ? readFileSync(shared(`corpus/sites/${name}/${path}`), 'utf8') : '';
    return { path, text, ...lexHugoShortcodes(text, bodyStart(text)) };
  });
  const known = hugoDialect(
    Object.keys(truth.hugo.all_shortcodes).map((each) =>
      plainSignature(each, truth.hugo.paired.includes(each)),
    ),
  );

  it('has the shortcodes that Hugo found, and no problem', () => {
    const counts: Record<string, number> = {};
    for (const { shortcodes, problems } of pages) {
      expect(problems).toEqual([]);
      expect(pairHugoShortcodes(shortcodes, known)).toEqual([]);
      for (const shortcode of shortcodes) {
        if (!shortcode.closing) counts[shortcode.name] = (counts[shortcode.name] ?? 0) + 1;
      }
    }
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    console.log(`${name}: ${total} shortcodes on ${pages.length} pages`);
    expect(counts).toEqual(truth.hugo.all_shortcodes);
  });

  it('has each citing call where it stands, with its arguments', () => {
    for (const { path, text, shortcodes } of pages) {
      const expected = truth.shortcodes[path] ?? [];
      const names = new Set(
        Object.values(truth.shortcodes).flatMap((calls) => calls.map((call) => call.name)),
      );
      const found = shortcodes
        .filter((shortcode) => !shortcode.closing && names.has(shortcode.name))
        .map((shortcode) => {
          const before = text.slice(0, shortcode.region.start);
          const line = before.split('\n').length;
          const column = Buffer.byteLength(before.slice(before.lastIndexOf('\n') + 1)) + 1;
          return { line, col: column, name: shortcode.name, params: toCall(shortcode).params };
        });
      expect({ path, calls: found }).toEqual({ path, calls: expected });
    }
  });

  it('cites the keys that its template would look up', () => {
    for (const { path, text, shortcodes } of pages) {
      const { citations, references, problems } = collectHugo(shortcodes, hugoDialect([], false), text);
      const keys = citations.flatMap(({ cites }) => cites.map(({ key }) => key));
      expect({ path, keys }).toEqual({ path, keys: truth.files[path]?.citations });
      expect([...references, ...problems]).toEqual([]);
    }
  });
});
