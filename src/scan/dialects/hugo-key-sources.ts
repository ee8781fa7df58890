import type { KeySources } from '../../model.ts';
import type { TemplateAction, TemplateToken } from './hugo-go-template.ts';

/**
 * Reads from a citing template where it looks its keys up: in data files, in a file it names, in what a parameter of the
 * page names. A template that leaves this to a partial, or to a script in the reader's browser, has no sources.
 */
export function keySourcesOf(actions: readonly TemplateAction[]): KeySources | undefined {
  const data = new Set<string>();
  const paths = new Set<string>();
  const parameters = new Set<string>();
  const folders = new Set<string>();
  let isOfSite = false;
  for (const { tokens } of actions) {
    for (const [index, { kind, text }] of tokens.entries()) {
      if (kind === 'string') {
        if (text.length <= LONGEST_PATH && PATH.test(text)) paths.add(text.replace(/^%s/, ''));
        continue;
      }
      const [, ofSite, name] = DATA.exec(text) ?? [];
      if (ofSite !== undefined) add(data, name ?? literalBehind(tokens, index));
      if (isIndexedByKey(tokens, index) && text.endsWith(`.Data.${name}`)) add(folders, name);
      add(parameters, PARAMETER.exec(text)?.[1]);
      isOfSite ||= isOfSiteParameter(text);
    }
  }
  if (data.size + paths.size + parameters.size === 0) return undefined;
  const isBuilt = actions.some(({ tokens }) => tokens.some(({ text }) => BUILDS_NAMES.test(text)));
  const told = {
    data: [...data],
    paths: [...paths],
    parameters: [...parameters],
    ...(folders.size === 0 || isBuilt ? {} : { folders: [...folders] }),
  };
  return isOfSite ? { ...told, ofSite: true } : told;
}

const LONGEST_PATH = 200;
const PATH =
  /^(?:%s)?[\w./-]+\.bib$|^(?:%s)?[\w./-]*(?:bib|ref|cit|sources|works|lit)[\w-]*\.(?:json|ya?ml|toml)$/i;

/** `site.Data.references`, `$.Site.Data.references`, and `site.Data` with a name behind it. */
const DATA = /(?:^|\.)([Ss]ite|hugo)\.Data(?:\.(\w+))?/;

/** `.Page.Params.bibFile`; other parameters of a page name no bibliography. */
const PARAMETER = /\bPage\.Params\.(\w*(?:bib|ref|cit|source)\w*)/i;

/** `.Site.Params.bibliography.file`; a template may fall back on it. */
function isOfSiteParameter(text: string): boolean {
  const [before, name] = text.split(/site\.Params\./i, 2);
  return before !== undefined && /bib|ref|cit|source/i.test(name ?? '') && !/style|locale$/i.test(text);
}

/** Whether the data at this place is looked into by one word alone: `index site.Data.references $key`, `… (.Get 0)`. */
function isIndexedByKey(tokens: readonly TemplateToken[], index: number): boolean {
  if (tokens[index - 1]?.text !== 'index') return false;
  const [first, second, third, behind] = tokens.slice(index + 1);
  const isArgument = first?.text === '(' && second?.text === '.Get' && third !== undefined;
  if (isArgument) return behind?.text === ')' && isOver(tokens[index + 5]);
  return (first?.kind === 'variable' || first?.kind === 'field') && isOver(second);
}

const isOver = (token: TemplateToken | undefined): boolean =>
  token === undefined || token.text === ')' || token.text === '|';

/** What may make another name of the key. */
const BUILDS_NAMES =
  /^(?:printf|print|replace|replaceRE|urlize|anchorize|path\.\w+|md5|sha\d+|strings\.(?!ToLower$|TrimSpace$)\w+)$/;

/** The name in `index site.Data "references"`. */
function literalBehind(tokens: readonly TemplateToken[], index: number): string | undefined {
  const next = tokens[index + 1];
  return next?.kind === 'string' && /^[\w/-]+$/.test(next.text) ? next.text : undefined;
}

function add(names: Set<string>, name: string | undefined): void {
  if (name !== undefined) names.add(name);
}
