import { once } from '../text/once.ts';
import { withoutMarkdown } from './titles.ts';

/** Notes to oneself, and the models of style guides before they are filled in. */
export function isPlaceholderText(text: string): boolean {
  if (!WORD_OF_NOTE.test(text)) return false;
  const plain = withoutMarkdown(text.slice(0, 100)).trim();
  return NOTE.test(plain) || MODEL().test(plain);
}

/** What every note and every model below holds. */
const WORD_OF_NOTE =
  /todo|fixme|tb[da]|xxx|\?\?|lorem|citation|reference|source|author|(?:last|your) ?name|surname|family name|\((?:yyyy|year)/i;
const NOTE =
  /^[[(<]?(?:(?:TODO|FIXME|TBD|TBA|XXX+)\b|(?:[Tt]odo|[Ff]ixme|[Tt]bd|[Tt]ba|xxx+)\b(?!,)|\?{2,}|[Ll]orem ipsum\b|(?:[Cc]itation|[Rr]eference|[Ss]ource) (?:needed|missing|goes here|here)\b|(?:[Aa]dd|[Ii]nsert|[Ff]ind) (?:the )?(?:citation|reference|source)\b)/;
const MODEL = once(
  () =>
    /^(?:Author|Last ?name|Surname|Family name), (?:A\.|F\.|First|Initials?)|^Your Name, You\.|\((?:YYYY|Year)\)\. ?(?:\*?Title|\*?\p{L})/u,
);
