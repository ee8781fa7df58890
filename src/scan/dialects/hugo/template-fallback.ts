import type { TemplateAction } from './go-template.ts';
import type { Argument, Use } from './template-flow.ts';

/** A branch that is taken where what was looked up is not there: `{{ with index … }}…{{ else }}` **this** `{{ end }}`. */
export interface Absence {
  /** The arguments that were looked up. */
  readonly sought: readonly Argument[];
  /** Those of them that the branch prints as text. */
  readonly printed: Set<Argument>;
  /** It says that something is wrong. */
  complains: boolean;
}

/** A branch without anything sought is none of absence. */
export function absenceOf(sought: readonly Argument[]): Absence | undefined {
  return sought.length === 0 ? undefined : { sought, printed: new Set(), complains: false };
}

/** Notes what an action inside such a branch prints, and whether it or the text before it complains. */
export function noteAbsence(
  absence: Absence,
  { tokens, before }: TemplateAction,
  uses: readonly Use[],
): void {
  const warns = tokens.some(({ kind, text }) => kind === 'identifier' && WARNING.test(text));
  absence.complains ||= warns || COMPLAINT.test(before);
  for (const { argument, kind } of uses) {
    if (kind === 'text' && absence.sought.includes(argument)) absence.printed.add(argument);
  }
}

const WARNING = /^(?:fmt\.)?(?:error|warn)(?:id)?f$/i;
const COMPLAINT = /\?|error|warn|missing|undefined|unknown|unresolved|invalid|broken|not[ -]?found|todo/i;

/** Arguments that are printed as they stand where they are not found, without a complaint. */
export function fallbacksOf(absences: Iterable<Absence>): ReadonlySet<Argument> {
  return new Set([...absences].flatMap(({ complains, printed }) => (complains ? [] : [...printed])));
}
