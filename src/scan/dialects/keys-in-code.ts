import type { Region } from '../../model.ts';
import { once } from '../../text/once.ts';
import { simpleKey } from '../markdown/pandoc/cite-key.ts';
import { FAIL } from '../markdown/pandoc/lexical.ts';
import type { Chunk } from './rmarkdown-chunks.ts';

/**
 * Keys that the code of a page may cite once it has run, in chunks and between backticks: `kable(x, caption = "[@knuth84]")`,
 * and every word beside a function that cites, as those of knitcitations and RefManageR do. LaTeX is code as well:
 * `\citep[see][p. 3]{knuth84}` is a citation in PDF alone. Nothing is run, so nobody knows what is printed: such a key may
 * be used, and that is all.
 *
 * @param chunks Those of a page whose code is run.
 */
export function keysInCode(
  text: string,
  body: Region,
  chunks: readonly Chunk[] | undefined,
): readonly string[] {
  const hasTex = text.indexOf('\\', body.start) !== -1;
  if (chunks === undefined && !hasTex) return NONE;
  const keys = new Set<string>();
  if (chunks !== undefined) addKeysOfPrograms(text, body, chunks, keys);
  if (hasTex) addKeysOfTex(text.slice(body.start, body.end), keys);
  return keys.size === 0 ? NONE : [...keys];
}

const NONE: readonly string[] = [];

function addKeysOfPrograms(text: string, body: Region, chunks: readonly Chunk[], keys: Set<string>): void {
  for (const { runs, content } of chunks) {
    if (runs) addKeys(text.slice(content.start, content.end), keys);
  }
  for (const opening of INLINE) {
    for (let at = text.indexOf(opening, body.start); at !== -1 && at < body.end; ) {
      const end = text.indexOf('`', at + opening.length);
      if (end === -1) break;
      addKeys(text.slice(at, end), keys);
      at = text.indexOf(opening, end + 1);
    }
  }
}

function addKeysOfTex(text: string, keys: Set<string>): void {
  for (const [, list] of text.matchAll(TEX_CITE)) for (const key of list!.split(',')) keys.add(key.trim());
}

const TEX_CITE = /[Cc]ite[a-z]{0,12}\*?(?:\[[^[\]\n]*\]){0,2}\{([^{}]+)\}/g;

/** How code in running text begins: knitr's way, and that of Quarto. */
const INLINE = ['`r ', '`{r} ', '`{python} ', '`{julia} '];

function addKeys(code: string, keys: Set<string>): void {
  for (let sign = code.indexOf('@'); sign !== -1; sign = code.indexOf('@', sign + 1)) {
    // `object@slot` is no string.
    if (sign > 0 && OPERAND().test(code[sign - 1]!)) continue;
    const start = code[sign + 1] === '{' ? sign + 2 : sign + 1;
    const end = simpleKey(code, start, code.length);
    if (end !== FAIL) keys.add(code.slice(start, end));
  }
  if (CITING.test(code)) for (const [word] of code.matchAll(WORD())) keys.add(word);
}

const OPERAND = once(() => /[\p{L}\d_.)\]]/u);
const CITING = /[Cc]ite[pt]?\(/;
const WORD = once(() => /[\p{L}\d_][\p{L}\d_.:/+-]*/gu);
