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
    if (active.rule.scope === 'document') for (const document of documents) check(document, document.path);
    else if (active.rule.scope === 'bibliography')
      for (const bibliography of bibliographies) check(bibliography, bibliography.path);
    else if (active.rule.scope === 'files') check(files, undefined);
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
    if (active.rule.scope === 'project')
      checker(active, project, collect(findings), failed)(project, undefined);
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
      checker(active, project, (finding) => findings.push(finding), failed)(suppressions, undefined);
  }
  return findings;
}

/** The one place where a rule's types are forgotten: its subject is of its scope because the loops above say so. */
function checker(
  { rule, levelFor, isLevelChosen, options }: ActiveRule,
  project: Project,
  collect: (finding: Finding) => void,
  failed: (failure: RuleFailure) => void,
): (subject: Subjects[keyof Subjects], path: string | undefined) => void {
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
  return (subject, path) => {
    try {
      check.call(rule, subject, context);
    } catch (error) {
      failed({ ruleId: rule.id, path, error });
    }
  };
}
