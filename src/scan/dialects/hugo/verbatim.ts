import type { Region, Shortcode, SiteDialect } from '../../../model.ts';
import { hugoBuiltins } from '../../template/hugo/builtins.ts';
import { siteSignature } from '../../template/hugo/signature.ts';
import type { TemplateAction, TemplateToken } from './go-template.ts';

/**
 * Whether a template prints its body as code, a diagram or a formula. Only what it renders itself is Markdown; a body
 * that it prints as it is may be HTML with references in it, so the tag around it has to tell.
 */
export function printsVerbatim(actions: readonly TemplateAction[]): boolean {
  if (actions.some(({ tokens }) => tokens.some(mayRender))) return false;
  return actions.some(
    ({ tokens, before }) => tokens.some(highlights) || (tokens.some(isInner) && endsInCodeTag(before)),
  );
}

/** Whether a text ends in an opening tag of code, or of a class whose script draws diagrams or formulas. */
function endsInCodeTag(before: string): boolean {
  const tag = before.slice(before.lastIndexOf('<')).trimEnd();
  if (tag.indexOf('>') !== tag.length - 1) return false;
  return /^<(?:pre|code|script|style|textarea)\b/i.test(tag) || /\b(?:mermaid|katex|math)\b/i.test(tag);
}

const mayRender = ({ kind, text }: TemplateToken): boolean =>
  kind === 'identifier'
    ? /^(?:transform\.)?markdownify$|^partial(?:Cached)?$|RenderString/i.test(text)
    : kind !== 'string' && text.includes('RenderString');

const highlights = ({ kind, text }: TemplateToken): boolean =>
  kind === 'identifier' && /^(?:transform\.)?(?:highlight|htmlEscape)$/i.test(text);

const isInner = ({ kind, text }: TemplateToken): boolean =>
  kind !== 'string' && /\.Inner(?:Deindent)?$/.test(text);

/** What stands between such tags, and what Hugo's own print as code or not at all. `{{%` hands it to Goldmark. */
export function verbatimRegions(shortcodes: readonly Shortcode[], dialect: SiteDialect): Region[] {
  const regions: Region[] = [];
  let open: { readonly name: string; readonly start: number } | undefined;
  for (const { name, region, delimiter, closing, selfClosing } of shortcodes) {
    if (selfClosing) continue;
    if (closing) {
      if (open?.name !== name) continue;
      if (open.start < region.start) regions.push({ start: open.start, end: region.start });
      open = undefined;
    } else if ((open === undefined || open.name === name) && isVerbatim(name, delimiter, dialect)) {
      open = { name, start: region.end };
    }
  }
  return regions;
}

/** What themes call the shortcodes for code, diagrams and formulas. */
const USUAL_NAMES = /^(?:code|code-?block|mermaid|katex|mathjax|math|latex|tex|plantuml|graphviz|chart)$/;

function isVerbatim(name: string, delimiter: Shortcode['delimiter'], dialect: SiteDialect): boolean {
  const own = siteSignature(name, dialect);
  if (own !== undefined) return delimiter === '<' && own.verbatim === true;
  if (hugoBuiltins.has(name)) return name === 'highlight' || name === 'comment';
  return delimiter === '<' && !dialect.shortcodesComplete && USUAL_NAMES.test(name);
}

/** Tags and bodies as one list in order: a tag inside a body is part of it. */
export function withBodies(tags: readonly Region[], bodies: readonly Region[]): readonly Region[] {
  if (bodies.length === 0) return tags;
  const all: Region[] = [];
  let next = 0;
  for (const tag of tags) {
    while (next < bodies.length && bodies[next]!.start <= tag.start) all.push(bodies[next++]!);
    const around = bodies[next - 1];
    if (around === undefined || around.end <= tag.start) all.push(tag);
  }
  return [...all, ...bodies.slice(next)];
}

/** Regions of two lists in order as one. */
export function inSequence(first: readonly Region[], second: readonly Region[]): readonly Region[] {
  return first.length === 0 ? second : [...first, ...second].sort((a, b) => a.start - b.start);
}
