import type { DocumentFacts, Mention } from '../../model.ts';
import { findMentions } from '../markdown/mentions.ts';
import { openNotebook } from './notebook.ts';
import { placed } from './place-facts.ts';

/** The works that the running text of a notebook names without citing them, with their places in the file. */
export function findMentionsInNotebook(file: string, document: DocumentFacts): Mention[] {
  const { text, cells, inText, inFile } = openNotebook(file, document.dialect);
  const { frontMatterRegion, citations, references } = document;
  const inPage = { ...document, ...placed({ frontMatterRegion, citations, references }, inText) };
  return placed(findMentions(text, inPage, cells), inFile);
}
