import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A regular expression of the sources with one place where it is written. */
export interface WrittenExpression {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesBelow(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** Every regular expression literal of the product by its text, as the compiler's own parser sees them. */
export function writtenExpressions(): ReadonlyMap<string, WrittenExpression> {
  const found = new Map<string, WrittenExpression>();
  for (const path of [...sourcesBelow('src'), ...sourcesBelow('rules')]) {
    const file = ts.createSourceFile(path, readFileSync(root + path, 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) {
        const end = node.text.lastIndexOf('/');
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.set(node.text, {
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
          place: `${path}:${line + 1}`,
        });
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}
