import { COMMON_OPTIONS, type OptionTable } from './option-table.ts';

/** The long name of an option as it is written, `--format` or `-f`; `undefined` where there is none. */
export function findOption(written: string, table: OptionTable): string | undefined {
  const all: OptionTable = { ...table, ...COMMON_OPTIONS };
  if (written.startsWith('--')) {
    const name = written.slice(2);
    return Object.hasOwn(all, name) ? name : undefined;
  }
  return Object.keys(all).find((name) => all[name]?.alias === written.slice(1));
}
