import type { Directive, Facts, Finding, Region, Suppressions } from '../model.ts';
import { countHolding } from '../text/halving.ts';
import type { LineIndex } from '../text/line-index.ts';
import { remember } from '../text/remember.ts';

/** The lines of a page as its author counts them. */
type Lines = Pick<LineIndex, 'position'>;

/** Findings set apart into what is reported and what a directive silenced. */
export interface Suppressed {
  readonly kept: Finding[];
  readonly suppressed: Finding[];
  readonly directives: Suppressions['directives'];
}

/** A directive at work: it remembers which of its rules silenced something. */
interface Silencer {
  readonly directive: Directive;
  /** Its place among the directives of the file. */
  readonly place: number;
  readonly used: Set<string>;
}

/** The directives of one file at work. */
interface Silencing {
  readonly silencers: readonly Silencer[];
  /** The first directive that silences what this rule finds at this offset. */
  find(ruleId: string, offset: number): Silencer | undefined;
}

/** What silences one rule in one file; of several directives that do the same, the first. */
interface RuleSilencing {
  readonly everywhere: Silencer | undefined;
  readonly onLine: ReadonlyMap<number, Silencer>;
  /** In order; each holds from its offset to that of the next. */
  readonly spans: readonly Span[];
}

interface Span {
  readonly from: number;
  readonly silencer: Silencer | undefined;
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
  linesOf: (file: Facts) => Lines,
): Suppressed {
  const byPath = new Map<string, Silencing>();
  for (const file of files) {
    if (file.directives.length > 0) byPath.set(file.path, silencingOf(file, linesOf(file)));
  }
  const kept: Finding[] = [];
  const suppressed: Finding[] = [];
  for (const finding of findings) {
    const silencer = byPath.get(finding.at.path)?.find(finding.ruleId, finding.at.region.start);
    silencer?.used.add(isNamed(silencer.directive, finding.ruleId) ? finding.ruleId : EVERY_RULE);
    (silencer === undefined ? kept : suppressed).push(finding);
  }
  const directives = [...byPath].flatMap(([path, { silencers }]) =>
    silencers
      .filter(({ directive }) => directive.kind !== 'enable')
      .map((silencer) => describe(silencer, path)),
  );
  return { kept, suppressed, directives };
}

/** A page may have thousands of directives and of findings, so neither is gone through for each of the other. */
function silencingOf({ directives }: Facts, lines: Lines): Silencing {
  const below = linesBelow(directives, lines);
  const silencers = directives.map((directive, place) => ({ directive, place, used: new Set<string>() }));
  const byRule = new Map<string, RuleSilencing>();
  return {
    silencers,
    find(ruleId, offset) {
      const of = remember(byRule, ruleId, () => silencingOfRule(ruleId, silencers, below, lines));
      const onLine = of.onLine.get(lines.position(offset).line);
      return firstOf(of.everywhere, onLine, spanAt(of.spans, offset)?.silencer);
    },
  };
}

function silencingOfRule(
  ruleId: string,
  silencers: readonly Silencer[],
  below: ReadonlyMap<number, number>,
  lines: Lines,
): RuleSilencing {
  const concerned = silencers.filter(
    ({ directive }) => directive.rules.length === 0 || isNamed(directive, ruleId),
  );
  const onLine = new Map<number, Silencer>();
  for (const silencer of concerned) {
    if (silencer.directive.kind !== 'disable-next-line') continue;
    const line = nextLine(silencer.directive, below, lines);
    if (!onLine.has(line)) onLine.set(line, silencer);
  }
  return {
    everywhere: concerned.find(({ directive }) => directive.kind === 'disable-file'),
    onLine,
    spans: spansOf(concerned),
  };
}

/** Where `disable` holds: from the first one behind an `enable` to the next `enable`. */
function spansOf(silencers: readonly Silencer[]): Span[] {
  const spans: Span[] = [];
  for (const silencer of silencers) {
    const { kind, region } = silencer.directive;
    const isSilent = spans.at(-1)?.silencer !== undefined;
    if (kind === 'disable' && !isSilent) spans.push({ from: region.end, silencer });
    if (kind === 'enable' && isSilent) spans.push({ from: region.start, silencer: undefined });
  }
  return spans;
}

function spanAt(spans: readonly Span[], offset: number): Span | undefined {
  return spans[countHolding(spans.length, (place) => spans[place]!.from <= offset) - 1];
}

function firstOf(...candidates: readonly (Silencer | undefined)[]): Silencer | undefined {
  const found = candidates.filter((silencer) => silencer !== undefined);
  return found.sort((a, b) => a.place - b.place)[0];
}

/** The line that `disable-next-line` is about. */
function nextLine({ region }: Directive, below: ReadonlyMap<number, number>, lines: Lines): number {
  const next = lines.position(region.end).line + 1;
  return below.get(next) ?? next;
}

/** For each line on which a directive starts, the next one on which none does. */
function linesBelow(directives: readonly Directive[], lines: Lines): Map<number, number> {
  const below = new Map<number, number>();
  for (const { region } of directives.toReversed()) {
    const { line } = lines.position(region.start);
    below.set(line, below.get(line + 1) ?? line + 1);
  }
  return below;
}

const isNamed = ({ rules }: Directive, ruleId: string): boolean => rules.some(({ id }) => id === ruleId);

function describe({ directive, used }: Silencer, path: string): Suppressions['directives'][number] {
  if (directive.kind === 'unknown') return { path, directive, unused: [] };
  const named: readonly { id: string; region: Region }[] =
    directive.rules.length > 0 ? directive.rules : [{ id: EVERY_RULE, region: directive.region }];
  return { path, directive, unused: named.filter(({ id }) => !used.has(id)) };
}
