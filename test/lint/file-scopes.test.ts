import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { activateRules } from '../../src/config/active-rules.ts';
import { createConfig } from '../../src/config/config.ts';
import { createNodeSource } from '../../src/host/node.ts';
import { sortFindings } from '../../src/lint/order.ts';
import { type ActiveRule, runFileRules } from '../../src/lint/run-rules.ts';
import type { Finding, Project } from '../../src/model.ts';
import { restrictProject } from '../../src/project/index-project.ts';
import { createSession } from '../../src/session.ts';
import { examplePath, exampleSites } from '../support/example-report.ts';
import { hasShared, shared } from '../support/shared.ts';

const sites = [
  ...exampleSites.map(examplePath),
  ...(hasShared ? readdirSync(shared('corpus/sites')).map((name) => shared(`corpus/sites/${name}`)) : []),
];

/** What a rule that judges file by file must not ask of the whole project, for no session compares the answer. */
const FORBIDDEN = ['documents', 'entries', 'citedKeys', 'referencesByText', 'referencesByKey'] as const;

/** The project as `context.project` of such rules; asking for what other pages hold is an error. */
function guarded(project: Project): Project {
  const copy = { ...project };
  for (const name of FORBIDDEN) {
    Object.defineProperty(copy, name, {
      get: () => {
        throw new Error(`A rule that judges file by file asks for the project's ${name}.`);
      },
    });
  }
  return copy;
}

function judge(files: Project, project: Project, active: readonly ActiveRule[]): Finding[] {
  return runFileRules(files, project, active, ({ ruleId, error }) => {
    throw new Error(`${ruleId}: ${error instanceof Error ? error.message : String(error)}`);
  });
}

describe.each(sites)('%s', (folder) => {
  test('rules that judge file by file find in each file by itself what they find in all at once', async () => {
    const { project } = await createSession({ source: createNodeSource(folder), rules }).look();
    const config = createConfig({ preset: 'all', preview: true });
    const active = activateRules(rules, { all: [config], for: () => config }, []);
    const whole = guarded(project);
    const alone = [
      ...project.documents.map((document) => ({ documents: [document], bibliographies: [] })),
      ...project.bibliographies.map((bibliography) => ({ documents: [], bibliographies: [bibliography] })),
    ].flatMap((file) => {
      const [path] = [...file.documents, ...file.bibliographies].map((facts) => facts.path);
      const found = judge(restrictProject(project, file), whole, active);
      expect(found.filter(({ at }) => at.path !== path)).toEqual([]);
      return found;
    });
    const together = judge(restrictProject(project, project), whole, active);
    expect(sortFindings(alone)).toEqual(sortFindings(together));
  });
});
