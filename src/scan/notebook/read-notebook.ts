/** What reads notebooks, loaded with the first one. */

export { openNotebook } from './notebook.ts';
export { linesOfNotebook } from './notebook-lines.ts';
export { findMentionsInNotebook } from './notebook-mentions.ts';
export { factsInFile, placed } from './place-facts.ts';
