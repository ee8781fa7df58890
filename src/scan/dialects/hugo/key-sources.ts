import type { KeySources } from '../../../model.ts';
import type { TemplateAction, TemplateToken } from './go-template.ts';

/**
 * Reads from a citing template where it looks its keys up: in data files, in a file it names, in what a parameter of the
 * page names. A template that leaves this to a partial it is not read with, or to a script in the reader's browser, has no
 * sources.
 */
export function keySourcesOf(actions: readonly TemplateAction[]): KeySources | undefined {
  const data = new Set<string>();
  const paths = new Set<string>();
  const parameters = new Set<string>();
  const folders = new Set<string>();
  const variables = new Map<string, string | undefined>();
  let isOfSite = false;
  for (const { tokens } of actions) {
    noteVariable(variables, tokens);
    for (const [index, { kind, text }] of tokens.entries()) {
      if (kind === 'string') {
        if (text.length <= LONGEST_PATH && PATH.test(text.replace('y*ml', 'yaml')))
          paths.add(text.replace(/^%s/, ''));
        continue;
      }
      const [, ofSite, name] = DATA.exec(text) ?? [];
      if (ofSite !== undefined) add(data, name ?? literalBehind(tokens, index));
      if (text === 'index') add(folders, indexedByKey(tokens, index + 1, variables));
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

/** The data that is looked into by one word alone: `index site.Data.references $key`, `index $references (.Get 0)`. */
function indexedByKey(
  tokens: readonly TemplateToken[],
  from: number,
  variables: ReadonlyMap<string, string | undefined>,
): string | undefined {
  const data = readData(tokens, from, variables);
  if (data === undefined) return undefined;
  const [first, second, third, behind, last] = tokens.slice(data.end);
  const isArgument = first?.text === '(' && second?.text === '.Get' && third !== undefined;
  const isAlone = isArgument
    ? behind?.text === ')' && isOver(last)
    : (first?.kind === 'variable' || first?.kind === 'field') && isOver(second);
  return isAlone ? data.name : undefined;
}

/** `site.Data.references`, `(index site.Data "references")`, or a variable for one of them. */
function readData(
  tokens: readonly TemplateToken[],
  from: number,
  variables: ReadonlyMap<string, string | undefined>,
): { readonly name: string; readonly end: number } | undefined {
  const first = tokens[from];
  if (first?.text === '(') {
    const inner = readData(tokens, from + 1, variables);
    return inner !== undefined && tokens[inner.end]?.text === ')'
      ? { ...inner, end: inner.end + 1 }
      : undefined;
  }
  const isIndexed = first?.text === 'index' && /(?:site|hugo)\.Data$/i.test(tokens[from + 1]?.text ?? '');
  const name = isIndexed
    ? literalBehind(tokens, from + 1)
    : (variables.get(first?.text ?? '') ?? WHOLE_DATA.exec(first?.text ?? '')?.[1]);
  return name === undefined ? undefined : { name, end: from + (isIndexed ? 3 : 1) };
}

const WHOLE_DATA = /(?:^|\.)(?:[Ss]ite|hugo)\.Data\.(\w+)$/;

/** Notes `{{ $references := site.Data.references }}`; what is set twice stands for neither. */
function noteVariable(variables: Map<string, string | undefined>, tokens: readonly TemplateToken[]): void {
  const [variable, sign] = tokens;
  if (variable?.kind !== 'variable' || (sign?.text !== ':=' && sign?.text !== '=')) return;
  const data = readData(tokens, 2, variables);
  const isWhole = data !== undefined && data.end === tokens.length && !variables.has(variable.text);
  variables.set(variable.text, isWhole ? data.name : undefined);
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
