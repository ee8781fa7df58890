import type { Region } from '../../model.ts';
import { mask } from '../../text/mask.ts';

/** What opens a tag, an expression or a comment of Jinja, and what closes it. */
interface Delimiters {
  readonly opening: RegExp;
  readonly closing: Readonly<Record<string, string>>;
}

const TAGS = { '{%': '%}', '{{': '}}' };
const JINJA: Delimiters = { opening: /\{[#%{]/g, closing: { ...TAGS, '{#': '#}' } };
/** Manubot's comments have two signs, since `{#` begins an identifier of Pandoc. */
const MANUBOT: Delimiters = { opening: /\{(?:##|%|\{)/g, closing: { ...TAGS, '{##': '##}' } };

/** Jinja runs over the pages of Manubot before Pandoc sees them: masked at equal length. */
export function maskManubotJinja(text: string, body: Region): string {
  return mask(text, regionsOf(text, body, MANUBOT));
}

/** What the plugin `macros` of MkDocs puts something else in the place of. */
export function jinjaRegions(text: string, body: Region): Region[] {
  return regionsOf(text, body, JINJA);
}

function regionsOf(text: string, body: Region, { opening, closing }: Delimiters): Region[] {
  const regions: Region[] = [];
  opening.lastIndex = body.start;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const close = closing[found[0]]!;
    const at = text.indexOf(close, opening.lastIndex);
    // Jinja stops at a tag that is never closed, and nothing is built.
    if (at === -1) break;
    const end = at + close.length;
    regions.push({ start: found.index, end });
    opening.lastIndex = end;
  }
  return regions;
}
