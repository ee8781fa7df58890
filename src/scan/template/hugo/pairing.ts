import type { Shortcode, SiteDialect, SyntaxProblem } from '../../../model.ts';
import { closest } from '../../../text/similar.ts';
import { hugoBuiltins, usualNames } from './builtins.ts';
import { closedNames } from './closed-names.ts';
import { siteSignature } from './signature.ts';
import { reportOpen, reportStray } from './unpaired.ts';

interface Pairing {
  readonly dialect: SiteDialect;
  /** Names closed as often as not: without a template, the evidence that they come in pairs. */
  readonly closed: ReadonlySet<string>;
  /** Names of tags without damage: such a name is spelled right. */
  readonly whole: ReadonlySet<string>;
  readonly seen: Set<string>;
  /** Open tags as Hugo counts them: any closing tag closes the innermost. */
  readonly open: Shortcode[];
  /** Opening tags that no closing tag of their own name has met yet, in order and by name. */
  readonly unmatched: Set<Shortcode>;
  readonly byName: Map<string, Shortcode[]>;
  /** Closing tags without an opening tag of their name. */
  readonly unopened: Shortcode[];
  /** Closing tags that met no open tag in Hugo's count. */
  readonly stray: Shortcode[];
  /** Names of closing tags that were reported; the next of that name closes what such a tag should have opened. */
  readonly meant: Map<string, number>;
  /** Where tags of no known name stand that have a problem already: each may open or close any pair. */
  readonly garbled: number[];
  readonly problems: SyntaxProblem[];
}

/**
 * Whether the tags of a page open and close as their templates demand (Hugo: `extractShortcode` in hugolib/shortcode.go).
 * Hugo counts and does not look at names, so crossed pairs are right for it, and it reports an open tag at the outermost
 * one. We report the tag that is at fault by its name; where Hugo's place is another one, `data.engineOffset` says it.
 */
export function pairHugoShortcodes(shortcodes: readonly Shortcode[], dialect: SiteDialect): SyntaxProblem[] {
  if (shortcodes.every((tag) => isWholeOpening(tag) && standsAlone(tag.name, dialect))) return [];
  const pairing: Pairing = {
    dialect,
    closed: closedNames(shortcodes),
    whole: new Set(shortcodes.filter(({ damaged }) => !damaged).map(({ name }) => name)),
    seen: new Set(),
    open: [],
    unmatched: new Set(),
    byName: new Map(),
    unopened: [],
    stray: [],
    meant: new Map(),
    garbled: [],
    problems: [],
  };
  for (const shortcode of shortcodes) {
    if (shortcode.closing) closeTag(pairing, shortcode);
    else openTag(pairing, shortcode);
  }
  reportStray(pairing, (name) => closeHint(pairing, name));
  reportOpen(pairing);
  return pairing.problems.sort((a, b) => a.region.start - b.region.start);
}

const isWholeOpening = ({ closing, selfClosing, damaged }: Shortcode): boolean =>
  !closing && !selfClosing && damaged !== true;

/** Whether such tags open nothing, and the name is known or could be: a page of them has nothing to pair. */
export function standsAlone(name: string, dialect: SiteDialect): boolean {
  const signature = siteSignature(name, dialect);
  if (signature?.template !== undefined) return !signature.paired;
  const builtin = hugoBuiltins.get(name.toLowerCase());
  if (builtin !== undefined) return signature === undefined && !builtin.paired;
  return !dialect.shortcodesComplete && !name.endsWith('/');
}

function openTag(pairing: Pairing, tag: Shortcode): void {
  const { name } = tag;
  pairing.seen.add(name);
  const isKnown = checkName(pairing, tag);
  const paired = isPaired(pairing, name);
  if (tag.selfClosing) {
    if (isKnown && !paired && !tag.damaged) reportSelfClose(pairing, tag);
  } else if (tag.damaged && !isKnown && !paired && !pairing.whole.has(name) && !usualNames.has(name)) {
    pairing.garbled.push(tag.region.start);
  } else if (paired) {
    pairing.open.push(tag);
    pairing.unmatched.add(tag);
    const sameName = pairing.byName.get(name);
    if (sameName === undefined) pairing.byName.set(name, [tag]);
    else sameName.push(tag);
  }
}

/** The innermost opening tag of this name, no longer unmatched. */
function takeOpener({ unmatched, byName }: Pairing, name: string): Shortcode | undefined {
  const sameName = byName.get(name) ?? [];
  for (let tag = sameName.pop(); tag !== undefined; tag = sameName.pop()) {
    if (unmatched.delete(tag)) return tag;
  }
  return undefined;
}

function isPaired({ dialect, closed }: Pairing, name: string): boolean {
  const signature = siteSignature(name, dialect);
  if (signature?.template !== undefined) return signature.paired;
  return (
    (signature === undefined ? hugoBuiltins.get(name.toLowerCase())?.paired : undefined) ?? closed.has(name)
  );
}

function isKnownName({ dialect }: Pairing, name: string): boolean {
  return siteSignature(name, dialect)?.template !== undefined || hugoBuiltins.has(name.toLowerCase());
}

/** Reports a name without a template; returns whether its template is known. */
function checkName(pairing: Pairing, tag: Shortcode): boolean {
  const { dialect } = pairing;
  const { name, nameRegion } = tag;
  if (isKnownName(pairing, name)) return true;
  const isGlued = name.endsWith('/');
  if (tag.damaged || name.includes('.') || !(dialect.shortcodesComplete || isGlued)) return false;
  const suggestion = isGlued ? name.slice(0, -1) : closest(name, knownNames(dialect));
  if (!isPaired(pairing, name)) pairing.garbled.push(tag.region.start);
  const hint = isGlued
    ? 'Hugo takes the / for a part of the name: put a blank before it.'
    : suggestion === undefined
      ? 'Neither the site nor Hugo has it.'
      : `Did you mean ${suggestion}?`;
  pairing.problems.push({
    messageId: 'unknown-shortcode',
    data: { name, suggestion: suggestion ?? '', hint, ...outermost(pairing, tag) },
    region: nameRegion,
    ...(suggestion === undefined ? {} : { fix: renaming(pairing, tag, suggestion) }),
  });
  return false;
}

function* knownNames({ shortcodes }: SiteDialect): Generator<string> {
  for (const { name } of Object.values(shortcodes)) yield name;
  yield* hugoBuiltins.keys();
}

function renaming(
  pairing: Pairing,
  { nameRegion }: Shortcode,
  suggestion: string,
): NonNullable<SyntaxProblem['fix']> {
  const closesItself =
    nameRegion.end - nameRegion.start === suggestion.length + 1 && isPaired(pairing, suggestion);
  const text = closesItself ? `${suggestion} /` : suggestion;
  return { title: `Write ${text}`, safety: 'suggest', edits: [{ region: nameRegion, text }] };
}

/** Hugo reports a problem of a nested tag at the outermost open one. */
function outermost({ open }: Pairing, tag: Shortcode): { engineOffset: number } {
  return { engineOffset: (open[0] ?? tag).region.start };
}

function reportSelfClose(pairing: Pairing, tag: Shortcode): void {
  const { name, region, slashRegion } = tag;
  const data = { name, hint: 'Its template has no use for a body: drop the /.', ...outermost(pairing, tag) };
  const edits = slashRegion === undefined ? [] : [{ region: slashRegion, text: '' }];
  const fix = { title: 'Remove the /', safety: 'safe' as const, edits };
  pairing.problems.push({ messageId: 'close-without-inner', data, region, fix });
}

function closeTag(pairing: Pairing, tag: Shortcode): void {
  const { name } = tag;
  const { open, stray, unopened, meant } = pairing;
  // A damaged close of what has no body is an opening tag with a `/` too many.
  if (tag.damaged && isKnownName(pairing, name) && !isPaired(pairing, name)) return;
  if (tag.damaged && name !== '' && open.length === 0 && !pairing.seen.has(name)) {
    pairing.garbled.push(tag.region.start);
    return;
  }
  const opener = takeOpener(pairing, name);
  const typos = meant.get(name) ?? 0;
  if (opener === undefined && typos > 0) {
    meant.set(name, typos - 1);
    return;
  }
  if (opener === undefined && pairing.garbled.length > 0 && name !== '' && !tag.damaged) {
    pairing.garbled.pop();
    return;
  }
  const isUnknown = name === '' || !pairing.seen.has(name);
  const isFirst = pairing.seen.size === 0;
  if (isUnknown && (name !== '' || isFirst) && !tag.damaged) {
    reportUnknownClose(pairing, tag);
    // If it was meant to open, its own closing tag comes yet.
    if (open.length === 0) meant.set(name, typos + 1);
  } else if (open.length === 0 && !tag.damaged) stray.push(tag);
  const innermost = open.pop();
  if (opener !== undefined) return;
  // A close that names nothing stands for the close of whatever is open.
  if ((isUnknown || tag.damaged) && innermost !== undefined) pairing.unmatched.delete(innermost);
  else if (!isUnknown) unopened.push(tag);
}

/** A closing tag of a name the page never opened. The first tag of a page cannot close anything at all. */
function reportUnknownClose(pairing: Pairing, tag: Shortcode): void {
  const { name, nameRegion, slashRegion } = tag;
  const innermost = pairing.open.at(-1);
  if (pairing.seen.size === 0) {
    pairing.problems.push({
      messageId: 'close-none-open',
      data: { name },
      region: slashRegion ?? nameRegion,
    });
    return;
  }
  const expected = innermost?.name ?? '';
  const hint = innermost === undefined ? 'No tag is open here.' : `The open tag is ${expected}.`;
  pairing.problems.push({
    messageId: 'close-mismatch',
    data: { name, expected, hint },
    region: nameRegion,
    ...(innermost === undefined
      ? {}
      : {
          related: [{ region: innermost.region, message: 'This tag is open.' }],
          fix: {
            title: `Close ${expected}`,
            safety: 'suggest' as const,
            edits: [{ region: nameRegion, text: expected }],
          },
        }),
  });
}

function closeHint(pairing: Pairing, name: string): string {
  if (isPaired(pairing, name)) return 'Every tag of this name is closed already.';
  return isKnownName(pairing, name)
    ? 'Its template has no use for a body.'
    : 'Most tags of this name have no closing tag, and Hugo wants one for all of them or for none.';
}
