import { ruleGroups, rules } from '../../rules/index.ts';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { useColor } from './color.ts';
import { EXIT } from './main.ts';
import { renderPage } from './render-page.ts';
import { isOfPlugin, unknownRule } from './rule-names.ts';

/** Prose wider than this is hard to read, however wide the terminal. */
const WIDEST = 100;

/** Prints the page of a rule. Throws a `UserError` where there is none. */
export function explainRule(id: string, host: Host, color: boolean | undefined): number {
  if (isOfPlugin(id)) throw new UserError(`The page of ${id} is for its plugin to show.`);
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined) throw unknownRule(id, rules);
  const page = host.packageFile(`rules/${ruleGroups[id]}/${id}.md`);
  if (page === undefined) throw new UserError(`The page of ${id} is not in this installation.`);
  const width = Math.min(host.stdout.columns ?? WIDEST, WIDEST);
  host.stdout.write(renderPage(page, { color: useColor(color, host.stdout, host), width }));
  return EXIT.clean;
}
