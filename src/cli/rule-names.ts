import { UserError } from '../errors.ts';
import type { Rule } from '../model.ts';
import { closest } from '../text/similar.ts';

/** What to say of a rule that does not exist. */
export function unknownRule(id: string, rules: readonly Rule[]): UserError {
  if (id.includes(',')) {
    return new UserError(`There is no rule ${id}.`, {
      hint: 'For several rules, give the option several times.',
    });
  }
  const suggestion = closest(
    id,
    rules.map((rule) => rule.id),
  );
  const hint =
    suggestion === undefined ? 'Run bibliolint rules for all of them.' : `Did you mean ${suggestion}?`;
  return new UserError(`There is no rule ${id}.`, { hint });
}

/** Throws a `UserError` for the first of the names that is no rule. */
export function requireRules(ids: Iterable<string>, rules: readonly Rule[]): void {
  const known = new Set(rules.map(({ id }) => id));
  for (const id of ids) if (!known.has(id)) throw unknownRule(id, rules);
}

/** Whether a name can only be that of a plugin's rule, which is not known before the plugin is loaded. */
export const isOfPlugin = (id: string): boolean => id.includes('/');
