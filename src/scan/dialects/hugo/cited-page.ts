import type { Shortcode, SyntaxProblem } from '../../../model.ts';
import { argumentAt, contentRegion } from './argument.ts';
import { KEY_NAMES } from './signatures.ts';

const PAGE = { names: ['page'] };
const KEY = { names: KEY_NAMES };
/** A path of at least two names; an address has a colon. */
const PATH = /^\/?[^\s/:{}]+(?:\/[^\s/:{}]+)+\/?$/;

/**
 * `{{< cite page="/publication/knuth-1997" view="4" >}}`, as Hugo Blox prints the page of a publication; of one that is not
 * there it prints nothing. Whether it is, only the whole site tells.
 */
export function citedPage(shortcode: Shortcode, text: string): SyntaxProblem | undefined {
  const param = shortcode.damaged ? undefined : argumentAt(shortcode, PAGE);
  if (typeof param?.value !== 'string' || !PATH.test(param.value)) return undefined;
  const { start } = shortcode.region;
  if (argumentAt(shortcode, KEY) !== undefined || isInComment(text, start)) return undefined;
  return {
    messageId: 'missing-page',
    data: { page: param.value },
    region: contentRegion(text, param),
  };
}

/** Where nobody sees what is printed. */
function isInComment(text: string, at: number): boolean {
  return text.lastIndexOf('<!--', at) > text.lastIndexOf('-->', at);
}
