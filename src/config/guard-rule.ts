import type { Rule } from '../model.ts';
import { isRecord } from '../text/is-record.ts';

/** What a rule reports, before anybody looked at it. */
interface Context {
  report(problem: unknown): void;
}

const guarded = new WeakMap<Rule, Rule['check']>();

/**
 * The check of a plugin's rule, which no compiler has seen: what it reports is looked at, so that a report without a place
 * is told with the rule that made it instead of breaking whatever prints it. Throws a `TypeError` where it is no report,
 * and where the rule goes on judging after it has returned. The same function for the same rule.
 */
export function guardCheck(rule: Rule): Rule['check'] {
  const known = guarded.get(rule);
  if (known !== undefined) return known;
  const run = rule.check.bind(rule) as unknown as (subject: unknown, context: Context) => unknown;
  const check = (subject: unknown, context: Context): void => {
    const report = (problem: unknown): void => {
      requireProblem(problem, rule);
      context.report(problem);
    };
    const answer = run(subject, { ...context, report });
    if (!isRecord(answer) || typeof answer['then'] !== 'function') return;
    Promise.resolve(answer).catch(() => undefined);
    throw new TypeError('`check` is asynchronous; what it reports after it has returned is lost.');
  };
  guarded.set(rule, check);
  return check;
}

function requireProblem(problem: unknown, { messages }: Rule): void {
  const { at, messageId, related = [], fixes = [] } = isRecord(problem) ? problem : {};
  requireThat(isPlace(at), 'at: { path, region: { start, end } }');
  const ids = Object.keys(messages);
  requireThat(ids.includes(messageId as string), `messageId: ${ids.map((id) => `'${id}'`).join(' | ')}`);
  requireThat(isListOf(related, isRelated), 'related: [{ at, message }]');
  requireThat(isListOf(fixes, isFix), "fixes: [{ title, safety: 'safe' | 'unsafe' | 'suggest', edits }]");
}

function requireThat(holds: boolean, wanted: string): void {
  if (!holds) throw new TypeError(`report() wants \`${wanted}\`.`);
}

const isListOf = (value: unknown, isOne: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(isOne);

const isRelated = (value: unknown): boolean =>
  isRecord(value) && isPlace(value['at']) && typeof value['message'] === 'string';

const isFix = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value['title'] === 'string' &&
  ['safe', 'unsafe', 'suggest'].includes(value['safety'] as string) &&
  isListOf(value['edits'], (edit) => isRecord(edit) && isPlace(edit) && typeof edit['text'] === 'string');

function isPlace(value: unknown): boolean {
  const { path, region } = isRecord(value) ? value : {};
  const { start, end } = isRecord(region) ? region : {};
  return typeof path === 'string' && isOffset(start) && isOffset(end) && start <= end;
}

const isOffset = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
