import type { Finding, Project } from '../model.ts';
import { formatMessage } from './message.ts';
import type { ActiveRule } from './run-rules.ts';

/** Findings of one rule on one page: more of them tell nobody anything, and a hostile page has a million. */
export const MOST_FINDINGS = 10_000;

/**
 * Makes a collector for the findings of one rule. What a page has beyond the most is left out, and a finding of
 * `too-complex` says so; all are kept where that rule is off, for nothing is left out in silence. Bibliographies have no
 * bound: they are data, of any length.
 */
export function boundFindings(
  project: Project,
  rules: readonly ActiveRule[],
): (findings: Finding[]) => (finding: Finding) => void {
  const teller = rules.find(({ rule }) => rule.id === 'too-complex');
  if (teller === undefined) return (findings) => (finding) => findings.push(finding);
  let pages: ReadonlySet<string> | undefined;
  return (findings) => {
    const counts = new Map<string, number>();
    return (finding) => {
      const { path } = finding.at;
      const count = (counts.get(path) ?? 0) + 1;
      counts.set(path, count);
      if (count > MOST_FINDINGS && teller.levelFor(path) !== 'off') {
        pages ??= new Set(project.documents.map((document) => document.path));
        if (pages.has(path)) {
          if (count === MOST_FINDINGS + 1) findings.push(leftOut(finding, teller));
          return;
        }
      }
      findings.push(finding);
    };
  };
}

function leftOut({ at, ruleId }: Finding, { rule, levelFor }: ActiveRule): Finding {
  const messageId = 'too-many-findings';
  const level = levelFor(at.path);
  return {
    ruleId: rule.id,
    level: level === 'off' ? rule.level : level,
    messageId,
    message: formatMessage(rule.messages[messageId] ?? messageId, { rule: ruleId, most: MOST_FINDINGS }),
    at,
    related: [],
    fixes: [],
  };
}
