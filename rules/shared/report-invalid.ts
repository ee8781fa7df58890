import type { Fix, IdentifierKind, Project, RuleContext } from '../../src/model.ts';
import type { IdentifierProblem } from '../../src/work/identifiers.ts';
import { kindOfWhole } from '../../src/work/whole-identifier.ts';
import { citedIdentifiers } from './cited-identifiers.ts';
import { FieldIdentifier } from './field-identifier.ts';
import { eachIdentifier, type IdentifierPlace } from './identifiers.ts';

/** What a rule may add to the plain report of a problem. */
interface InvalidOptions {
  /** Whether a problem is left out. */
  readonly except?: (place: IdentifierPlace, problem: IdentifierProblem) => boolean;
  readonly fixes?: (place: IdentifierPlace, problem: IdentifierProblem) => Fix[];
}

/**
 * The check of a rule that reports what is wrong with identifiers of a kind: each problem whose kind has a message in
 * the rule. The messages may use `{text}`, `{found}` and `{expected}`. A field that holds another kind of identifier is
 * left to `misplaced-identifier`. What a page of Manubot cites by its identifier is checked as well.
 */
export function reportInvalid<M extends Record<string, string>>(
  kind: IdentifierKind,
  messages: M,
  { except, fixes }: InvalidOptions = {},
) {
  return (project: Project, context: RuleContext<M, object>): void => {
    // The pages and tests of the rules prove, message by message, that these three fill every placeholder.
    const report = context.report as (problem: unknown) => void;
    const check = (place: IdentifierPlace): void => {
      const { text, reading, role } = place;
      const { problem, region } = reading;
      if (problem === undefined || !Object.hasOwn(messages, problem.kind)) return;
      const whole = place instanceof FieldIdentifier ? place.field.value : text;
      const isMisplaced = role === 'field' && (isOtherKind(whole, kind) || isOtherKind(text, kind));
      if (isMisplaced || except?.(place, problem) === true) return;
      const { at, found = '', expected = '' } = problem;
      const isThere = at !== undefined && found !== '' && text.startsWith(found, at);
      report({
        at: place.at(isThere ? { start: at, end: at + found.length } : region),
        messageId: problem.kind,
        data: {
          text: (text.slice(region.start, region.end) || text).trim(),
          found: problem.kind === 'character' ? nameOfCharacter(found) : found.trim(),
          expected,
        },
        fixes: fixes?.(place, problem),
      });
    };
    eachIdentifier(project, kind, check);
    for (const place of project.shared(citedIdentifiers).get(kind) ?? []) check(place);
  };
}

function isOtherKind(text: string, kind: IdentifierKind): boolean {
  const whole = kindOfWhole(text);
  return whole !== undefined && whole.kind !== kind;
}

/** A character in words a reader can act on: `blank`, `en dash`, else its code point. */
export function nameOfCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (/[\n\r]/.test(character)) return 'a line break';
  if (character === ' ') return 'a blank';
  const name = NAMES.get(code);
  if (name !== undefined) return `${name} (${hex})`;
  if (/[\p{C}\p{Z}\s]/u.test(character)) return `an invisible character (${hex})`;
  const script = scriptOf(character);
  return script === undefined ? `\`${character}\`` : `a ${script} \`${character}\` (${hex})`;
}

/** Of letters that look like Latin ones: `Х` may end an ISBN of Russia. */
function scriptOf(character: string): string | undefined {
  if (/\p{Script=Cyrillic}/u.test(character)) return 'Cyrillic';
  return /\p{Script=Greek}/u.test(character) ? 'Greek' : undefined;
}

const NAMES: ReadonlyMap<number, string> = new Map([
  [0xa0, 'a no-break space'],
  [0x200b, 'a zero-width space'],
  [0xad, 'a soft hyphen'],
  [0x2010, 'a typographic hyphen'],
  [0x2011, 'a no-break hyphen'],
  [0x2013, 'an en dash'],
  [0x2014, 'an em dash'],
  [0x2212, 'a minus sign'],
  [0xfffd, 'a replacement character'],
]);
