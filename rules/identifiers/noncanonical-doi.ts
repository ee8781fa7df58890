import { defineRule, type Fix, type Project } from '../../src/model.ts';
import { readersOf, verbatimReader } from '../shared/bibliography-engines.ts';
import { eachIdentifier, type IdentifierPlace } from '../shared/identifiers.ts';

/** Engines put `https://doi.org/` before what the field holds, so an address in it is printed twice. */
export default defineRule({
  id: 'noncanonical-doi',
  description:
    'Require bare DOIs in fields, and the address of the resolver as it is today in reference texts.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    prefixed: 'The field takes the bare DOI `{bare}`, without `{prefix}`.{prints}',
    braced: 'Pandoc links to `https://doi.org/{text}`: it takes the inner braces for part of the DOI.',
    latex: '{engine} links to `https://doi.org/{text}`; it takes LaTeX’s backslash for a part of the DOI.',
    trailing: '`{found}` behind DOI `{bare}` becomes part of its link.',
    escaped: 'DOI `{text}` holds `{found}`; the DOI itself is `{bare}`.',
    'old-address': '`{prefix}` is not the address of the DOI resolver; it is `https://doi.org/`.',
  },
  options: {},

  check(project, { report }) {
    const loose = loosePaths(project);
    eachIdentifier(project, 'doi', (place) => {
      const { text, reading, role } = place;
      const { region, problem } = reading;
      // Bare and whole, as nearly all are.
      if (role === 'field' && problem === undefined && region.start === 0 && !text.includes('\\')) return;
      // An address in `url` is one, and a template of the site decides what a data file of Hugo holds.
      if (role === 'inside' || (role === 'field' && loose.has(place.path))) return;
      if (problem !== undefined && problem.kind !== 'trailing' && problem.kind !== 'escape') return;
      const bare =
        problem?.kind === 'escape'
          ? (problem.expected ?? '')
          : withDirectory(text.slice(region.start, region.end));
      const before = text.slice(0, region.start).trimStart();
      const prefix = nameOfPrefix(before);
      const fixes = fixesOf(place, bare);
      if (role === 'reference') {
        if (isOldAddress(prefix))
          report({ at: place.at(), messageId: 'old-address', data: { prefix }, fixes });
      } else if (prefix !== '') {
        const prints =
          /^\s*https?:/i.test(text) && isReadBy(project, place, PANDOC)
            ? ` Pandoc prints \`https://doi.org/${text.trim()}\`.`
            : '';
        report({ at: place.at(), messageId: 'prefixed', data: { bare, prefix, prints }, fixes });
      } else if (before !== '') {
        // Where one of the two closing braces is lost, `bibliography-syntax` speaks of it, and the inner may be the slip.
        if (place.exact && isReadBy(project, place, CITEPROC))
          report({ at: place.at(), messageId: 'braced', data: { text: text.trim() }, fixes });
      } else if (problem === undefined && ESCAPED.test(bare)) {
        const engine = verbatimReader(project, place.path);
        if (engine !== undefined)
          report({
            at: place.at(),
            messageId: 'latex',
            data: { engine, text: bare },
            fixes: withoutBackslash(place, bare),
          });
      } else if (problem?.kind === 'trailing') {
        report({ at: place.at(), messageId: 'trailing', data: { bare, found: problem.found ?? '' }, fixes });
      } else if (problem?.kind === 'escape') {
        report({
          at: place.at(),
          messageId: 'escaped',
          data: { text, bare, found: problem.found ?? '' },
          fixes,
        });
      }
    });
  },
});

/** What stands before the bare DOI, without Web of Science's brace and with the other brace of `\url{…}`. */
function nameOfPrefix(before: string): string {
  if (before.startsWith('{')) return before.slice(1);
  return before.startsWith('\\') ? `${before}…}` : before;
}

/** A short DOI, `https://doi.org/fg6rf9`, is one with `10/` alone where no resolver stands before it. */
const withDirectory = (doi: string): string => (/^10[./]/.test(doi) ? doi : `10/${doi}`);

/** `http://`, `dx.doi.org`, and an address within the address; a label and a library's proxy are none. */
function isOldAddress(prefix: string): boolean {
  return (
    /^https?:/i.test(prefix) && !/^https:\/\/doi\.org\/$/i.test(prefix) && !/doi-org|handle/i.test(prefix)
  );
}

/** Data files of Hugo: a template of the site decides whether it wants an address there. */
function loosePaths(project: Project): ReadonlySet<string> {
  return new Set(
    project.bibliographies.flatMap(({ path, format }) => (format === 'hugo-data' ? [path] : [])),
  );
}

const PANDOC = new Set(['Pandoc']);
const CITEPROC = new Set(['Pandoc', 'Quarto', 'R Markdown', 'Manubot']);

const isReadBy = (project: Project, { path }: IdentifierPlace, engines: ReadonlySet<string>): boolean =>
  readersOf(project, path).some((name) => engines.has(name));

/** A sign that LaTeX wants with a backslash before it. */
const ESCAPED = /\\[_%#&$]/;

/** Only a suggestion, since BibTeX may print the same file. */
function withoutBackslash(place: IdentifierPlace, bare: string): Fix[] {
  if (!place.exact) return [];
  const text = bare.replace(/\\([_%#&$])/g, '$1');
  return [{ title: `Write \`${text}\``, safety: 'suggest', edits: [{ ...place.at(), text }] }];
}

/** What an escape stood for may need another one where it is put: LaTeX minds `_`, a quoted text its quotes. */
function fixesOf(place: IdentifierPlace, bare: string): Fix[] {
  const { exact, role, text: written } = place;
  const isNew = (sign: string): boolean => bare.includes(sign) && !written.includes(sign);
  if (!exact || [...'"\'`\\{}#$&_~^'].some(isNew)) return [];
  const { path, region } = place.at();
  const text = role === 'reference' ? `https://doi.org/${bare}` : bare;
  return [{ title: `Write \`${text}\``, safety: 'safe', edits: [{ path, region, text }] }];
}
