/** One step of a pattern: a character that is tested, or a run of characters. */
type Step =
  | { readonly kind: 'one'; test(character: string): boolean }
  /** Any number of characters: `*` in one folder, `**` across, and whole folders or none. */
  | { readonly kind: 'name' | 'path' | 'folders' };

/** More alternatives than this are no pattern a person wrote; the rest is left out. */
const MOST_ALTERNATIVES = 256;

/**
 * A path pattern as a test of a whole path: `*` and `?` stay inside a folder, `**` crosses folders, `[a-z]` is one
 * character, `{md,qmd}` an alternative. Never backtracks: the time is the length of the pattern times that of the path,
 * so a pattern from a stranger cannot hang the program.
 */
export function globTest(glob: string): (path: string) => boolean {
  const patterns = expandBraces(glob).map(readSteps);
  return (path) => patterns.some((steps) => matches(steps, path));
}

/**
 * Patterns of files, relative to a folder, as a test of paths from the root. As in `.gitignore`, a pattern without a
 * slash holds at any depth, one that names a folder holds for all in it, and a later one that begins with `!` takes back.
 */
export function fileTest(patterns: readonly string[], folder: string): (path: string) => boolean {
  const tests = patterns.map((written) => {
    const wanted = !written.startsWith('!');
    return { wanted, test: oneFileTest(wanted ? written : written.slice(1)) };
  });
  const prefix = folder === '' ? '' : `${folder}/`;
  return (path) => {
    if (!path.startsWith(prefix)) return false;
    const below = path.slice(prefix.length);
    return tests.findLast(({ test }) => test(below))?.wanted ?? false;
  };
}

function oneFileTest(pattern: string): (path: string) => boolean {
  const trimmed = pattern.replace(/^\.?\//, '').replace(/\/$/, '');
  const anchored = trimmed !== pattern.replace(/\/$/, '') || trimmed.includes('/');
  const glob = anchored ? trimmed : `**/${trimmed}`;
  const whole = globTest(glob);
  const inside = globTest(`${glob}/**`);
  return (path) => (!pattern.endsWith('/') && whole(path)) || inside(path);
}

/** `a.{md,qmd}` as `a.md` and `a.qmd`; braces may stand in braces. Braces without a comma stand for themselves. */
function expandBraces(glob: string): string[] {
  const done: string[] = [];
  const pending = [glob];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const braces = findBraces(next);
    if (braces === undefined) done.push(next);
    else if (done.length + pending.length < MOST_ALTERNATIVES) {
      for (const choice of braces.choices) {
        pending.push(next.slice(0, braces.start) + choice + next.slice(braces.end));
      }
    }
  }
  return done;
}

function findBraces(glob: string): { start: number; end: number; choices: string[] } | undefined {
  const open: { start: number; commas: number[] }[] = [];
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at];
    if (character === '\\') at += 1;
    else if (character === '{') open.push({ start: at, commas: [] });
    else if (character === ',') open.at(-1)?.commas.push(at);
    else if (character === '}') {
      const { start, commas } = open.pop() ?? { start: at, commas: [] };
      if (commas.length === 0) continue;
      const cuts = [start, ...commas, at];
      const choices = cuts.slice(1).map((cut, index) => glob.slice(cuts[index]! + 1, cut));
      return { start, end: at + 1, choices };
    }
  }
  return undefined;
}

function readSteps(glob: string): readonly Step[] {
  const steps: Step[] = [];
  for (let at = 0; at < glob.length; ) {
    const { step, end } = readStep(glob, at);
    // A run twice is the run once; this keeps `******` as cheap as it looks.
    if (step.kind === 'one' || steps.at(-1)?.kind !== step.kind) steps.push(step);
    at = end;
  }
  return steps;
}

function readStep(glob: string, at: number): { step: Step; end: number } {
  const character = glob.charAt(at);
  if (glob.startsWith('**/', at) && (at === 0 || glob[at - 1] === '/')) {
    return { step: { kind: 'folders' }, end: at + 3 };
  }
  if (glob.startsWith('**', at)) return { step: { kind: 'path' }, end: at + 2 };
  if (character === '*') return { step: { kind: 'name' }, end: at + 1 };
  if (character === '?') return { step: one((found) => found !== '/'), end: at + 1 };
  const set = character === '[' ? readSet(glob, at) : undefined;
  if (set !== undefined) return set;
  const literal = character === '\\' && at + 1 < glob.length ? glob.charAt(at + 1) : character;
  return { step: one((found) => found === literal), end: at + (literal === character ? 1 : 2) };
}

const one = (test: (character: string) => boolean): Step => ({ kind: 'one', test });

/** `[a-z_]`, `[!0-9]`; `undefined` where the bracket is not closed. */
function readSet(glob: string, at: number): { step: Step; end: number } | undefined {
  const inverted = glob[at + 1] === '!' || glob[at + 1] === '^';
  const from = at + (inverted ? 2 : 1);
  const close = glob.indexOf(']', from + 1);
  if (close === -1) return undefined;
  const ranges = [...glob.slice(from, close).matchAll(/([\s\S])-([\s\S])|[\s\S]/g)].map(
    ([whole, low = whole, high = whole]) => [low, high] as const,
  );
  const test = (found: string): boolean =>
    found !== '/' && ranges.some(([low, high]) => found >= low && found <= high) !== inverted;
  return { step: one(test), end: close + 1 };
}

/** All places in the pattern the path may have come to, moved along character by character. */
function matches(steps: readonly Step[], path: string): boolean {
  let places = new Set<number>();
  enter(steps, 0, places);
  for (const character of path.split('')) {
    const next = new Set<number>();
    for (const place of places) {
      const step = steps[place];
      if (step === undefined) continue;
      if (step.kind === 'one') {
        if (step.test(character)) enter(steps, place + 1, next);
      } else if (step.kind === 'folders') {
        next.add(place);
        if (character === '/') enter(steps, place + 1, next);
      } else if (step.kind === 'path' || character !== '/') enter(steps, place, next);
    }
    if (next.size === 0) return false;
    places = next;
  }
  return places.has(steps.length);
}

/** A run may be empty, so whoever comes to it may go on behind it. */
function enter(steps: readonly Step[], place: number, places: Set<number>): void {
  for (let at = place; ; at++) {
    places.add(at);
    const step = steps[at];
    if (step === undefined || step.kind === 'one') return;
  }
}
