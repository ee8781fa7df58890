/**
 * The language that the path of a page tells, as its suffix or as a folder: `posts/heap.de.md`, `content/zh-cn/heap.md`;
 * `''` where it tells none.
 */
export function languageOfPath(path: string): string {
  const [, code = ''] = SUFFIX.exec(path) ?? FOLDER.exec(path) ?? [];
  return code.toLowerCase();
}

const CODE =
  '(?:ar|bg|bn|ca|cs|da|de|el|en|es|et|eu|fa|fi|fr|gl|he|hi|hr|hu|id|it|ja|ko|lt|lv|nb|nl|nn|no|pl|pt|ro|ru|sk|sl|sr|sv|th|tr|uk|vi|zh)(?:[-_][a-z]{2,4})?';
const SUFFIX = new RegExp(`\\.(${CODE})\\.\\w+$`, 'i');
const FOLDER = new RegExp(`(?:^|/)(${CODE})/`, 'i');
