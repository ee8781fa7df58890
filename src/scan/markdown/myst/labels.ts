import type { Label } from '../../../model.ts';
import type { Page } from '../page.ts';

const PAGE_LABEL = /^label:[ \t]*["']?([^\s"'#]+)/gm;

/**
 * Labels that no directive gives: the page's own, in its front matter, and the implicit one of each heading, by which
 * mystmd resolves `@` where no bibliography knows the key (myst-transforms, `headingLabelTransform`).
 */
export function mystLabels({ text, parts }: Page, bodyStart: number): Label[] {
  const labels: Label[] = [];
  for (const { index, 0: line, 1: name } of text.slice(0, bodyStart).matchAll(PAGE_LABEL)) {
    const start = index + line.length - name!.length;
    labels.push({ name: name!, region: { start, end: start + name!.length } });
  }
  for (const { texts } of parts) {
    for (const { kind, starts, ends } of texts) {
      if (kind !== 'heading') continue;
      const region = { start: starts[0]!, end: ends.at(-1)! };
      const name = headingIdentifier(text.slice(region.start, region.end));
      if (name !== '') labels.push({ name, region });
    }
  }
  return labels;
}

const MAX_HEADING = 300;

/** mystmd's `createHtmlId` of the words of a heading, markup left out. */
function headingIdentifier(heading: string): string {
  if (heading.length > MAX_HEADING) return '';
  return heading
    .replace(/\{[^{}`]*\}(?=`)/g, '')
    .replace(/\]\([^()]*\)/g, '')
    .toLowerCase()
    .replace(/['‘’"“”`*[\]]+/g, '')
    .trim()
    .replace(/[^a-z0-9-]/g, '-')
    .replace(/^([0-9-])/, 'id-$1')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '');
}

/** mystmd compares labels without their case; each is listed as written and in lower case. */
export function withLowerCase(labels: readonly Label[]): Label[] {
  return labels.flatMap((label) => {
    const name = label.name.toLowerCase();
    return name === label.name ? [label] : [label, { name, region: label.region }];
  });
}
