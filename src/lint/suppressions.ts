import type { Directive, Facts, Finding, Region, Suppressions } from '../model.ts';
import type { LineIndex } from '../text/line-index.ts';
import { remember } from '../text/remember.ts';

/** Findings set apart into what is reported and what a directive silenced. */
export interface Suppressed {
  readonly kept: Finding[];
  readonly suppressed: Finding[];
  readonly directives: Suppressions['directives'];
}

/** A disabling directive at work: it remembers which of its rules silenced something. */
interface Silencer {
  readonly path: string;
  readonly directive: Directive;
  reaches(offset: number, ruleId: string): boolean;
  readonly used: Set<string>;
}

/** Stands for “every rule” where a directive names none. */
const EVERY_RULE = '';

/**
 * Applies the lint directives of all files. `disable-next-line` silences findings that start on the next line that is
 * not itself a directive; `disable` holds up to an `enable` of the same rule; `disable-file` everywhere in its file.
 */
export function applySuppressions(
  findings: readonly Finding[],
  files: readonly Facts[],
  lineIndexOf: (path: string) => LineIndex,
): Suppressed {
  const byPath = new Map<string, Silencer[]>();
  for (const file of files) {
    if (file.directives.length > 0) byPath.set(file.path, silencers(file, lineIndexOf(file.path)));
  }
  const kept: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of findings) {
    const silencer = byPath.get(finding.at.path)?.find((candidate) => silences(candidate, finding));
    (silencer === undefined ? kept : suppressed).push(finding);
  }
  return { kept, suppressed, directives: [...byPath.values()].flat().map(describe) };
}

function silencers(file: Facts, lines: LineIndex): Silencer[] {
  const below = linesBelow(file.directives, lines);
  return file.directives
    .filter((directive) => directive.kind !== 'enable')
    .map((directive) => ({
      path: file.path,
      directive,
      reaches: reach(directive, file.directives, below, lines),
      used: new Set<string>(),
    }));
}

function reach(
  directive: Directive,
  all: readonly Directive[],
  below: ReadonlyMap<number, number>,
  lines: LineIndex,
): (offset: number, ruleId: string) => boolean {
  if (directive.kind === 'unknown') return () => false;
  if (directive.kind === 'disable-file') return () => true;
  if (directive.kind === 'disable-next-line') {
    const [from, to] = nextLine(directive, below, lines);
    return (offset) => offset >= from && offset <= to;
  }
  const from = directive.region.end;
  const ends = new Map<string, number>();
  return (offset, ruleId) =>
    offset >= from && offset < remember(ends, ruleId, () => enabledAgain(ruleId, from, all));
}

function nextLine(
  { region }: Directive,
  below: ReadonlyMap<number, number>,
  lines: LineIndex,
): [number, number] {
  const next = lines.position(region.end).line + 1;
  const line = below.get(next) ?? next;
  return [lines.lineStart(line), lines.lineEnd(line)];
}

/** For each line on which a directive starts, the next one on which none does. */
function linesBelow(directives: readonly Directive[], lines: LineIndex): Map<number, number> {
  const below = new Map<number, number>();
  for (const { region } of directives.toReversed()) {
    const { line } = lines.position(region.start);
    below.set(line, below.get(line + 1) ?? line + 1);
  }
  return below;
}

function enabledAgain(ruleId: string, from: number, all: readonly Directive[]): number {
  const enable = all.find(
    ({ kind, region, rules }) =>
      kind === 'enable' &&
      region.start >= from &&
      (rules.length === 0 || rules.some(({ id }) => id === ruleId)),
  );
  return enable?.region.start ?? Number.POSITIVE_INFINITY;
}

function silences({ directive, reaches, used }: Silencer, { ruleId, at }: Finding): boolean {
  const named = directive.rules.some(({ id }) => id === ruleId);
  if ((!named && directive.rules.length > 0) || !reaches(at.region.start, ruleId)) return false;
  used.add(named ? ruleId : EVERY_RULE);
  return true;
}

function describe({ directive, path, used }: Silencer): Suppressions['directives'][number] {
  if (directive.kind === 'unknown') return { path, directive, unused: [] };
  const named: readonly { id: string; region: Region }[] =
    directive.rules.length > 0 ? directive.rules : [{ id: EVERY_RULE, region: directive.region }];
  return { path, directive, unused: named.filter(({ id }) => !used.has(id)) };
}
