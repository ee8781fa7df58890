import { makeVisible } from '../../text/visible.ts';
import { escapeMarkup } from '../escape-markup.ts';

/** A piece of HTML that is safe as it stands. Only `html` makes one. */
export interface Markup {
  readonly markup: string;
}

type Value = Markup | readonly Markup[] | string | number;

/**
 * A template for HTML: whatever is put in is escaped, for an element or a quoted attribute, unless it is markup itself.
 * What would steer a terminal or turn the writing direction is made visible.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return {
    markup: parts.map((part, index) => (index === 0 ? '' : write(values[index - 1] ?? '')) + part).join(''),
  };
}

/** No markup at all: what stands where nothing is to be shown. */
export const nothing: Markup = { markup: '' };

/** A path that may be broken into lines behind its slashes. */
export function pathMarkup(path: string): Markup {
  const parts = path.split('/');
  return html`${parts.map((part, index) => (index + 1 < parts.length ? html`${part}/<wbr>` : html`${part}`))}`;
}

function write(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeMarkup(makeVisible(value));
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('');
}
