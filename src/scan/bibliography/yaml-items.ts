import type { Region } from '../../model.ts';

/** The first document of a YAML file, without the marks around it. */
export function yamlBlock(text: string): Region {
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const opening = /^(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*---[ \t]*\r?\n/.exec(text.slice(bom));
  const start = bom + (opening?.[0].length ?? 0);
  const close = /^(?:---|\.\.\.)[ \t]*$/gm;
  close.lastIndex = start;
  const end = close.exec(text)?.index ?? text.length;
  return { start, end };
}

/** The items of the outermost list, each from its dash to before the next; none where there is no such list. */
export function itemsOfYaml(text: string, start: number, end: number): Region[] {
  const dash = /^([ \t]*)-(?=[ \t\r\n])/gm;
  dash.lastIndex = start;
  const starts: number[] = [];
  let indent: string | undefined;
  for (let match = dash.exec(text); match !== null && match.index < end; match = dash.exec(text)) {
    indent ??= match[1] ?? '';
    if (match[1] === indent) starts.push(match.index);
  }
  return starts.map((from, index) => ({ start: from, end: starts[index + 1] ?? end }));
}
