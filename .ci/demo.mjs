// Lints the example blog with the build of this checkout and says that its findings are meant to be there.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['dist/bin.cjs', 'examples/hugo-blog'], { stdio: 'inherit' });
if (status === 1) {
  console.log('\nThese findings were expected: the example blog holds the defects that bibliolint is for.');
} else {
  console.error(`\nThe example blog should have findings (exit code 1), but the exit code was ${status}.`);
  process.exitCode = 1;
}
