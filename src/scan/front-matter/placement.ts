import type { FrontMatterPolicy } from './policies.ts';

/** What stands before the opening delimiter does: the engine reads on, sees text, or overlooks the front matter. */
export type Placement = 'read' | 'text' | Overlooked;

/** Why an engine overlooks front matter that was evidently meant as such. */
export type Overlooked = 'bom' | 'blank-line' | 'indentation' | 'comment';

/** Judges what stands between the beginning of the file and the opening delimiter at `start`. */
export function placementOf(text: string, start: number, policy: FrontMatterPolicy): Placement {
  const bom = text.charCodeAt(0) === 0xfeff;
  if (bom && policy.bom === 'ignores') return 'bom';
  const lead = text.slice(bom ? 1 : 0, start);
  if (lead === '') return 'read';
  const blankLine = /[\r\n]/.test(lead);
  if (policy.blank === 'ignores') return blankLine ? 'blank-line' : 'indentation';
  const indented = !/[\r\n]$/.test(lead);
  return policy.blank === 'text' || (indented && policy.delimiter === 'line') ? 'text' : 'read';
}
