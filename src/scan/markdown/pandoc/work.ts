import { citationFrom, noteFrom } from './candidates.ts';

/** A text being read, with the means to keep the reading linear whatever the text is. */
export interface SourceText {
  readonly text: string;
  /** `text.indexOf(needle, at)`; answers repeated questions from what it found before. */
  find(needle: string, at: number): number;
  /** Counts steps that may turn out to have been in vain; throws `TooComplex` when the document has used up its share. */
  spend(steps: number): void;
}

/** A text whose blocks are read. */
export interface BlockSource extends SourceText {
  /** Where the first citation or note from `at` on could begin, or `Infinity`; remembers what it found last. */
  nextCandidate(at: number): number;
}

/** Ends the reading of a block that would take too long. Never leaves the Pandoc reader. */
export class TooComplex extends Error {}

/** The share of work of one document. */
export interface WorkBudget {
  left: number;
}

/** Real documents take one to three steps a character. */
const STEPS_PER_CHARACTER = 40;
const FREE_STEPS = 100_000;

/** Room for every honest document many times over, yet a bounded multiple of its length. */
export function budgetFor(length: number): WorkBudget {
  return { left: FREE_STEPS + STEPS_PER_CHARACTER * length };
}

/** Wraps a text for reading. */
export function sourceText(text: string, budget: WorkBudget): BlockSource {
  // Made where something is looked for: in most texts nothing is.
  let known: Map<string, { from: number; found: number }> | undefined;
  const nextCitation = remembering(text, budget, citationFrom);
  const nextNote = remembering(text, budget, noteFrom);
  return {
    text,
    find(needle, at) {
      known ??= new Map();
      const last = known.get(needle);
      if (last !== undefined && at >= last.from && (last.found === -1 || at <= last.found)) return last.found;
      const found = text.indexOf(needle, at);
      budget.left -= 1;
      if (last === undefined) known.set(needle, { from: at, found });
      else {
        last.from = at;
        last.found = found;
      }
      return found;
    },
    nextCandidate: (at) => Math.min(nextCitation(at), nextNote(at)),
    spend(steps) {
      budget.left -= steps;
      if (budget.left < 0) throw new TooComplex();
    },
  };
}

/** A search that answers again what it found last, as long as that is what it would find. */
function remembering(
  text: string,
  budget: WorkBudget,
  search: (text: string, at: number) => number,
): (at: number) => number {
  let asked = 0;
  let found = -1;
  return (at) => {
    if (at >= asked && at <= found) return found;
    asked = at;
    found = search(text, at);
    budget.left -= 1;
    return found;
  };
}
