import type { Reporter } from '../model.ts';
import { findingDescriber } from './json.ts';
import { writeJson } from './write-json.ts';

/** One finding a line, each in the form of the JSON contract; nothing at all where nothing was found. */
export const reportJsonLines: Reporter = function* (findings, run) {
  const describe = findingDescriber(run);
  for (const finding of findings) yield `${writeJson(describe(finding))}\n`;
};
