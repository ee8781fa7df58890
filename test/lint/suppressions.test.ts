import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applySuppressions } from '../../src/lint/suppressions.ts';
import type { Directive, Facts, Finding } from '../../src/model.ts';
import { createLineIndex } from '../../src/text/line-index.ts';

/** A page of lines of two characters, of which some hold a directive. */
const LINE = 3;
const RULES = ['undefined-key', 'malformed-reference'];

const kind = fc.constantFrom<Directive['kind'][]>('disable', 'enable', 'disable-next-line', 'disable-file');
const page = fc.array(
  fc.option(fc.record({ kind, rules: fc.subarray(RULES) }), { nil: undefined, freq: 3 }),
  { minLength: 1, maxLength: 14 },
);

function directivesOf(
  lines: readonly ({ kind: Directive['kind']; rules: string[] } | undefined)[],
): Directive[] {
  return lines.flatMap((line, index) => {
    if (line === undefined) return [];
    const region = { start: index * LINE, end: index * LINE + LINE - 1 };
    return [{ kind: line.kind, region, rules: line.rules.map((id) => ({ id, region })) } as Directive];
  });
}

/** Whether a directive silences a rule at the beginning of a line, one by one as the documentation says it. */
function silences(
  directives: readonly Directive[],
  { kind, region, rules }: Directive,
  ruleId: string,
  line: number,
) {
  const offset = line * LINE;
  const names = (named: Directive['rules']) => named.length === 0 || named.some(({ id }) => id === ruleId);
  if (!names(rules)) return false;
  if (kind === 'disable-file') return true;
  if (kind === 'disable-next-line') {
    let next = region.start / LINE + 1;
    while (directives.some((other) => other.region.start === next * LINE)) next++;
    return next === line;
  }
  if (kind !== 'disable' || offset < region.end) return false;
  return !directives.some(
    (other) =>
      other.kind === 'enable' &&
      other.region.start >= region.end &&
      other.region.start <= offset &&
      names(other.rules),
  );
}

test('the first directive that reaches a finding silences it', () => {
  fc.assert(
    fc.property(page, (lines) => {
      const directives = directivesOf(lines);
      const findings = lines.flatMap((_, line) =>
        RULES.map((ruleId) => ({
          ruleId,
          line,
          at: { path: 'a.md', region: { start: line * LINE, end: line * LINE + 1 } },
        })),
      );
      const text = 'ab\n'.repeat(lines.length);
      const found = applySuppressions(
        findings as unknown as readonly Finding[],
        [{ path: 'a.md', directives } as unknown as Facts],
        () => createLineIndex(text),
      );
      const silencerOf = ({ ruleId, line }: (typeof findings)[number]): Directive | undefined =>
        directives.find((directive) => silences(directives, directive, ruleId, line));
      expect(found.suppressed).toEqual(findings.filter((finding) => silencerOf(finding) !== undefined));
      const atWork = new Set(findings.map(silencerOf));
      const idle = found.directives.filter(
        ({ directive, unused }) => unused.length >= Math.max(1, directive.rules.length),
      );
      const expected = directives.filter(
        (directive) => directive.kind !== 'enable' && !atWork.has(directive),
      );
      expect(idle.map(({ directive }) => directive)).toEqual(expected);
    }),
  );
});
