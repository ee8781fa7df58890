import type { Shortcode, SyntaxProblem } from '../../../model.ts';

/** Closing tags as pairing leaves them. */
interface Stray {
  /** Those that met no open tag in Hugo's count. */
  readonly stray: readonly Shortcode[];
  /** Those without an opening tag of their name. */
  readonly unopened: readonly Shortcode[];
  readonly problems: SyntaxProblem[];
}

/** Opening tags as pairing leaves them. */
interface Open {
  /** Those open in Hugo's count. */
  readonly open: readonly Shortcode[];
  /** Those without a closing tag of their name. */
  readonly unmatched: ReadonlySet<Shortcode>;
  /** Where tags stand that may be the closing tag of any of them. */
  readonly garbled: number[];
  readonly problems: SyntaxProblem[];
}

/** As many closing tags are too many as Hugo found nothing open for; by name we know which. */
export function reportStray({ stray, unopened, problems }: Stray, hintFor: (name: string) => string): void {
  const first = stray[0];
  const atFault = [...new Set([...unopened, ...stray])].slice(0, stray.length);
  let meantToOpen = false;
  for (const [index, tag] of atFault.entries()) {
    const { name, region } = tag;
    // Of two in a row, the first may be an opening tag with a `/` too many.
    meantToOpen = !meantToOpen && index > 0 && atFault[index - 1]?.name === name;
    if (meantToOpen) continue;
    const engineOffset = index === 0 && first !== undefined ? first.region.start : region.start;
    const data = { name, hint: hintFor(name), engineOffset };
    problems.push({ messageId: 'close-without-inner', data, region });
  }
}

/** Open tags at the end of the page: first those Hugo has open too. */
export function reportOpen({ open, unmatched, garbled, problems }: Open): void {
  const first = open[0];
  if (first === undefined) return;
  const inBoth = open.filter((tag) => unmatched.has(tag));
  const atFault = [...new Set([...inBoth, ...unmatched])].slice(0, open.length);
  let meantToClose: Shortcode | undefined;
  for (const [index, tag] of atFault.entries()) {
    if (tag === meantToClose) continue;
    const { name, region, delimiter } = tag;
    if ((garbled.at(-1) ?? 0) > region.start) {
      garbled.pop();
      continue;
    }
    const engineOffset = index === 0 ? first.region.start : region.start;
    meantToClose = closeWithoutSlash(tag, atFault[index + 1]);
    problems.push({
      messageId: 'must-be-closed',
      data: { name, closing: delimiter === '<' ? `{{< /${name} >}}` : `{{% /${name} %}}`, engineOffset },
      region,
      ...(meantToClose === undefined
        ? {}
        : { related: [{ region: meantToClose.region, message: 'This tag may be meant to close it.' }] }),
    });
  }
}

/** Of two open tags of one name, the second without arguments is a closing tag that lost its `/`. */
function closeWithoutSlash({ name }: Shortcode, next: Shortcode | undefined): Shortcode | undefined {
  return next !== undefined && next.name === name && next.params.length === 0 ? next : undefined;
}
