import { parser } from '../parsers.ts';

/** Languages gray-matter would run or hand on; in any spelling they are refused. */
function refuse(): never {
  throw new Error('Only YAML is read.');
}

/** `json` is js-yaml's word for “of two equal keys the last one counts”. */
const OPTIONS = { json: true, engines: { javascript: refuse, js: refuse, json: refuse, coffee: refuse } };

/**
 * Whether gray-matter, with js-yaml inside, reads a block as a mapping: the second opinion on what `yaml` refuses, so that a
 * page is called broken only if two parsers say so.
 *
 * gray-matter is asked for nothing else, and with care. It has no positions; it runs `---js`; without an options
 * argument it answers the second question about a broken text from its cache, with no error; its search for comments is
 * quadratic in blank lines; it ends a block at any line that begins with `---`, and takes the rest of a page for YAML
 * where there is none. So it sees one block, cut by our own rules, of tame shape, with every engine but YAML refused.
 * Measured against calling `yaml` alone it costs 12 µs a block and 20–40 ms to load, which only broken blocks pay.
 */
export function isReadByGrayMatter(block: string): boolean {
  if (block.includes('\n---') || /\s{500}/.test(block)) return false;
  const matter = parser('gray-matter').default;
  try {
    const { data } = matter(`---\n${block}\n---\n`, OPTIONS);
    return typeof data === 'object' && data !== null && !Array.isArray(data);
  } catch {
    return false;
  }
}
