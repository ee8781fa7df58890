import { readdirSync, readFileSync, statSync } from 'node:fs';

/** The texts of all files below a folder, by their path in it. */
export function readFolder(folder: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = `${folder}/${name}`;
    if (statSync(path).isFile()) files[name.replaceAll('\\', '/')] = readFileSync(path, 'utf8');
  }
  return files;
}
