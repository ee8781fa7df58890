import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A regular expression of the sources with one place where it is written. */
export interface WrittenExpression {
  readonly source: string;
  readonly flags: string;
  readonly place: string;
  /** Whether it is made when its module is loaded, not when a function is called. */
  readonly isAtStart: boolean;
}

function sourcesBelow(folder: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesBelow(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

/** Every regular expression literal of the product, as the compiler's own parser sees them. */
function* eachExpression(): Iterable<WrittenExpression> {
  for (const path of [...sourcesBelow('src'), ...sourcesBelow('rules')]) {
    const file = ts.createSourceFile(path, readFileSync(root + path, 'utf8'), ts.ScriptTarget.Latest, true);
    const found: WrittenExpression[] = [];
    const visit = (node: ts.Node, isAtStart: boolean): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const { line } = file.getLineAndCharacterOfPosition(node.getStart());
        found.push({
          source: node.text.slice(1, end),
          flags: node.text.slice(end + 1),
          place: `${path}:${line + 1}`,
          isAtStart,
        });
      }
      ts.forEachChild(node, (child) => visit(child, isAtStart && !ts.isFunctionLike(node)));
    };
    visit(file, true);
    yield* found;
  }
}

/** Every regular expression of the product by its text. */
export function writtenExpressions(): ReadonlyMap<string, WrittenExpression> {
  const found = new Map<string, WrittenExpression>();
  for (const expression of eachExpression()) {
    const text = textOf(expression);
    if (!found.has(text)) found.set(text, expression);
  }
  return found;
}

/** Where expressions are made when their module is loaded, though to read them takes long: they name classes of Unicode. */
export function slowAtStart(): string[] {
  return [...eachExpression()]
    .filter(({ source, isAtStart }) => isAtStart && /\\p\{/i.test(source))
    .map((expression) => `${expression.place} ${textOf(expression)}`);
}

const textOf = ({ source, flags }: WrittenExpression): string => `/${source}/${flags}`;
