/** Options that take the argument behind them, so that a `-` there is theirs. */
const WITH_VALUE = new Set([
  '-f',
  '--format',
  '-o',
  '--output-file',
  '-c',
  '--config',
  '--only',
  '--skip',
  '--max-warnings',
  '--dialect',
  '--stdin-filename',
]);

/** Writes `--stdin` for a path `-`, which yargs would drop without a word; behind `--` it is a path. */
export function spellStandardInput(args: readonly string[]): string[] {
  const paths = args.indexOf('--');
  return args.map((argument, index) => {
    const isPath = argument === '-' && (paths === -1 || index < paths);
    return isPath && !WITH_VALUE.has(args[index - 1] ?? '') ? '--stdin' : argument;
  });
}
