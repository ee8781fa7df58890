import type { Level, Reporter } from '../model.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { sourceReader } from './sources.ts';

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };

/** Longest value TeamCity takes. */
const MOST = 4000;

/** TeamCity's service messages: each rule that found something is announced once, then its inspections follow. */
export const reportTeamcity: Reporter = function* (findings, run) {
  const source = sourceReader(run);
  const announced = new Set<string>();
  for (const { at, level, message, ruleId } of findings) {
    if (!announced.has(ruleId)) {
      const description = run.rules.find(({ id }) => id === ruleId)?.description ?? ruleId;
      yield serviceMessage('inspectionType', {
        id: ruleId,
        name: ruleId,
        description,
        category: 'bibliolint',
      });
      announced.add(ruleId);
    }
    const { line } = source(at.path).lines.position(at.region.start);
    const file = run.displayPath(at.path);
    yield serviceMessage('inspection', { typeId: ruleId, message, file, line, SEVERITY: SEVERITIES[level] });
  }
};

function serviceMessage(name: string, values: Readonly<Record<string, string | number>>): string {
  const list = Object.entries(values).map(([key, value]) => `${key}='${escapeValue(String(value))}'`);
  return `##teamcity[${name} ${list.join(' ')}]\n`;
}

/** The vertical bar is TeamCity's escape; all but printable ASCII is written as its number. */
function escapeValue(text: string): string {
  return makeVisibleLine(text)
    .slice(0, MOST)
    .replace(/['|[\]]/g, '|$&')
    .replace(/[^ -~]/g, (character) => `|0x${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
