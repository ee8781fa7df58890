import { createFingerprinter } from '../lint/fingerprint.ts';
import type { Level, Reporter } from '../model.ts';
import { sourceReader } from './sources.ts';
import { writeJson } from './write-json.ts';

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'major', warning: 'minor', note: 'info' };

/** GitLab's code quality report. Its fingerprints are unique, since GitLab shows only the first of equal ones. */
export const reportGitlab: Reporter = function* (findings, run) {
  const source = sourceReader(run);
  const fingerprint = createFingerprinter();
  yield '[';
  for (const [index, finding] of findings.entries()) {
    const { ruleId, level, message, at } = finding;
    const { text, lines } = source(at.path);
    const entry = {
      description: message,
      check_name: ruleId,
      fingerprint: fingerprint(finding, run.displayPath(at.path), text),
      severity: SEVERITIES[level],
      location: {
        path: run.displayPath(at.path),
        lines: { begin: lines.position(at.region.start).line, end: lines.position(at.region.end).line },
      },
    };
    yield `${index === 0 ? '' : ','}\n${writeJson(entry)}`;
  }
  yield findings.length === 0 ? ']\n' : '\n]\n';
};
