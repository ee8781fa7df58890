import type { Label, Region, SyntaxProblem } from '../../model.ts';
import { type BlockRules, blockRules, type MarkdownFlavor, mdxRules } from './block-rules.ts';
import type { Blocks } from './blocks.ts';
import { splitLines } from './lines.ts';
import { scanMystPage } from './myst-page.ts';
import { createPage, type Page } from './page.ts';
import { scanBlocks } from './scan-blocks.ts';

/** A page together with what its blocks alone tell. */
export interface OpenedPage {
  readonly page: Page;
  readonly labels: readonly Label[];
  readonly printsReferenceList: boolean;
  readonly problems: readonly SyntaxProblem[];
}

/** Takes a page apart into blocks by the rules of its engine, directives of MyST included. */
export function openPage(text: string, body: Region, flavor: MarkdownFlavor): OpenedPage {
  const rules = rulesOf(text, body, flavor);
  if (rules.myst) {
    const { parts, labels, printsReferenceList, problems } = scanMystPage(
      text,
      body,
      rules,
      flavor === 'sphinx' ? 'sphinx' : 'myst',
    );
    return {
      page: createPage(text, flavor, rules, parts),
      labels: [...labels, ...parts.flatMap((part) => part.labels)],
      printsReferenceList,
      problems: [...problems, ...tooDeep(parts)],
    };
  }
  const blocks = scanBlocks(text, splitLines(text, body), rules);
  return {
    page: createPage(text, flavor, rules, [blocks]),
    labels: [],
    printsReferenceList: false,
    problems: tooDeep([blocks]),
  };
}

function tooDeep(parts: readonly Blocks[]): SyntaxProblem[] {
  return parts.flatMap(({ tooDeep: region }) =>
    region === undefined ? [] : [{ messageId: 'too-complex', region }],
  );
}

/** A page is MDX where a component or a module says so: the path is not known here. */
const MDX = /^(?:import|export)\s[^\n]*(?:\bfrom\s*['"]|=|\{)|^<\/?[A-Z]\w*[\s/>]|^<>|\{\/\*/m;

function rulesOf(text: string, body: Region, flavor: MarkdownFlavor): BlockRules {
  if (flavor !== 'rehype-citation') return blockRules[flavor];
  return MDX.test(text.slice(body.start, body.end)) ? mdxRules : blockRules[flavor];
}
