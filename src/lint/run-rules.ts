import type { Facts, Finding, Level, Project, Rule, RuleContext, Subjects } from '../model.ts';
import { boundFindings } from './bound-findings.ts';
import { formatMessage } from './message.ts';

/** A rule with the level and options that hold for one run. */
export interface ActiveRule {
  readonly rule: Rule;
  /** The level for a file; `off` leaves its findings out. */
  levelFor(path: string): Level | 'off';
  /** Whether the user chose that level; then the rule does not say otherwise for single findings. */
  isLevelChosen(path: string): boolean;
  readonly options: object;
}

/** A rule that threw: a bug of ours, reported with what it was working on while the other rules go on. */
export interface RuleFailure {
  readonly ruleId: string;
  readonly path: string | undefined;
  readonly error: unknown;
}

/** Runs every rule but those about lint directives over its subjects. */
export function runRules(
  project: Project,
  rules: readonly ActiveRule[],
  failed: (failure: RuleFailure) => void,
): Finding[] {
  return [...runFileRules(project, project, rules, failed), ...runProjectRules(project, rules, failed)];
}

/** Runs the rules that judge file by file over these files of a project. */
export function runFileRules(
  files: Project,
  project: Project,
  rules: readonly ActiveRule[],
  failed: (failure: RuleFailure) => void,
): Finding[] {
  const findings: Finding[] = [];
  const broken = {
    documents: files.documents.filter(hasProblems),
    bibliographies: files.bibliographies.filter(hasProblems),
  };
  const collect = boundFindings(project, rules);
  for (const active of rules) {
    const check = checker(active, project, collect(findings), failed);
    const { documents, bibliographies } = active.rule.needs === 'problems' ? broken : files;
    if (active.rule.scope === 'document') check(documents);
    else if (active.rule.scope === 'bibliography') check(bibliographies);
    else if (active.rule.scope === 'files') check([files]);
  }
  return findings;
}

const hasProblems = ({ problems }: Facts): boolean => problems.length > 0;

/** Runs the rules that compare files. */
export function runProjectRules(
  project: Project,
  rules: readonly ActiveRule[],
  failed: (failure: RuleFailure) => void,
): Finding[] {
  const findings: Finding[] = [];
  const collect = boundFindings(project, rules);
  for (const active of rules) {
    if (active.rule.scope === 'project') checker(active, project, collect(findings), failed)([project]);
  }
  return findings;
}

/** Runs the rules about lint directives, once it is known what each directive silenced. */
export function runSuppressionRules(
  suppressions: Subjects['suppressions'],
  project: Project,
  rules: readonly ActiveRule[],
  failed: (failure: RuleFailure) => void,
): Finding[] {
  const findings: Finding[] = [];
  for (const active of rules) {
    if (active.rule.scope === 'suppressions')
      checker(active, project, (finding) => findings.push(finding), failed)([suppressions]);
  }
  return findings;
}

/** The one place where a rule's types are forgotten: its subject is of its scope because the loops above say so. */
function checker(
  { rule, levelFor, isLevelChosen, options }: ActiveRule,
  project: Project,
  collect: (finding: Finding) => void,
  failed: (failure: RuleFailure) => void,
): (subjects: readonly Subjects[keyof Subjects][]) => void {
  const context: RuleContext<Record<string, string>, object> = {
    options,
    project,
    report(problem) {
      const level = levelFor(problem.at.path);
      if (level === 'off') return;
      const template = rule.messages[problem.messageId] ?? problem.messageId;
      collect({
        ruleId: rule.id,
        level: isLevelChosen(problem.at.path) ? level : (problem.level ?? level),
        messageId: problem.messageId,
        message: formatMessage(template, problem.data),
        at: problem.at,
        related: problem.related ?? [],
        fixes: problem.fixes ?? [],
      });
    },
  };
  const check = rule.check as unknown as (subject: unknown, context: unknown) => void;
  return (subjects) => {
    // Where it throws it goes on behind: ten thousand pages need one handler, not one each.
    for (let next = 0; next < subjects.length; ) {
      try {
        while (next < subjects.length) check.call(rule, subjects[next++], context);
      } catch (error) {
        failed({ ruleId: rule.id, path: pathOf(subjects[next - 1]!), error });
      }
    }
  };
}

/** Of the file a rule was about; undefined where it looks at many. */
const pathOf = (subject: Subjects[keyof Subjects]): string | undefined =>
  'path' in subject ? subject.path : undefined;
