import { html, type Markup } from './markup.ts';

/** A message with the values that stand in backticks as code. */
export function messageMarkup(message: string): Markup {
  const parts = message.split('`');
  if (parts.length % 2 === 0) return html`${message}`;
  return html`${parts.map((part, index) => (index % 2 === 0 ? html`${part}` : html`<code>${part}</code>`))}`;
}
