import { addSeparators, type Flow, note, type Value } from './template-flow.ts';

/** Attributes whose whole value is an address. */
const ADDRESS = /^(?:href|src|cite|action|poster|data-(?:url|src|href|link))$/i;
const ANCHOR = /^(?:id|name|for|aria-describedby|aria-labelledby)$/i;
const KEY = /key|cit|ref|bib/i;
const TOOLTIP =
  /^(?:title|alt|aria-label|content|data-(?:content|text|tooltip|title|tippy-content|bs-content))$/i;

/** Notes how an argument is printed, from the text before the action: as an address, an anchor, a key, or as text. */
export function notePrinted(flow: Flow, value: Value, before: string): void {
  if (value.arguments.length === 0) return;
  flow.calls += 1;
  const tail = before.slice(-200);
  const attribute = /([\w:-]+)\s*=\s*["']?([^"'<>]*)$/.exec(tail);
  if (attribute !== null) {
    notePrintedAttribute(flow, value, attribute[1] ?? '', attribute[2] ?? '');
    if (isDistillCite(tail)) addSeparators(flow, value, ',');
  } else if (/#[\w./-]*$/.test(tail)) {
    note(flow, value, 'anchor', tail);
  } else if (/\]\(\s*$/.test(tail)) {
    note(flow, value, 'url', tail);
  } else if (tail.lastIndexOf('<') <= tail.lastIndexOf('>')) {
    note(flow, value, 'text', tail);
  }
}

function notePrintedAttribute(flow: Flow, value: Value, name: string, prefix: string): void {
  if (ADDRESS.test(name)) {
    if (prefix === '' && isMadeAnchor(flow, value)) return;
    const isAnchor = prefix.includes('#') || /(?:bib|ref|cit)[^/]*\/$/i.test(prefix);
    note(flow, value, isAnchor ? 'anchor' : 'url', prefix);
  } else if (ANCHOR.test(name)) {
    note(flow, value, 'id', prefix);
  } else if (TOOLTIP.test(name)) {
    note(flow, value, 'tooltip', name);
  } else if (KEY.test(name) || (name === 'key' && prefix === '')) {
    note(flow, value, 'attribute', name);
  }
}

/** Whether `printf "#ref-%s"` has made the address. */
function isMadeAnchor({ uses }: Flow, value: Value): boolean {
  const isMade = (of: string): boolean =>
    uses.some(({ argument, kind, detail }) => argument === of && kind === 'anchor' && detail.startsWith('#'));
  return value.arguments.every(isMade);
}

/** Distill's element takes several keys with commas between them. */
function isDistillCite(tail: string): boolean {
  return /<d-cite\b[^>]*$/i.test(tail);
}
