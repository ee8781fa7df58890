import { defineRule, type Fix, type Project, type RuleContext } from '../../src/model.ts';
import type { IdentifierProblem } from '../../src/work/identifiers.ts';
import { verbatimReader } from '../shared/bibliography-engines.ts';
import { eachFieldLike } from '../shared/field-columns.ts';
import { placeInField, valueStart } from '../shared/field-places.ts';
import { FIELDS } from '../shared/identifier-fields.ts';
import type { IdentifierPlace } from '../shared/identifiers.ts';
import { reportInvalid } from '../shared/report-invalid.ts';

const messages = {
  unlike: '`{text}` is no URL, and is linked as one all the same.',
  scheme: 'URL `{text}` begins with no scheme; engines link to a file of that name on this site.',
  mistyped: 'URL `{text}` begins with `{found}`; no browser knows such a scheme.',
  unreadable: 'URL `{text}` leads into the machine of its author.',
  character: 'URL `{text}` contains {found}, where its link ends or breaks.',
  credentials: 'This URL gives away a user name or a password.',
  host: 'URL `{text}` names a host that no reader can reach.',
  double: 'URL `{text}` is two URLs in one.',
  latex: '{engine} links to `{text}` as it is written, with the `{found}` of LaTeX.',
  trailing: 'The `{found}` at the end of URL `{text}` becomes part of its link.',
};

/** A link that works for its author alone, or for nobody, is no reference. */
export default defineRule({
  id: 'invalid-url',
  description: 'Disallow URLs that no reader can open.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages,
  options: {},
  check(project, context) {
    reportReadings(project, context);
    reportLatex(project, context);
  },
});

const reportReadings = reportInvalid('url', messages, {
  // In running text `www.tug.org` is a name that people know how to open.
  except: ({ role }, { kind }) => kind === 'scheme' && role !== 'field',
  fixes: addScheme,
});

/** `\url{…}` and `\_`, which LaTeX undoes and others do not. */
function reportLatex(project: Project, { report }: RuleContext<typeof messages, object>): void {
  eachFieldLike(project, BACKSLASH, FIELDS.url, (field, { path }) => {
    if (field.written === undefined) return;
    const text = field.value.trim();
    const found = LATEX.exec(text)?.[0];
    const engine = found === undefined ? undefined : verbatimReader(project, path);
    if (found === undefined || engine === undefined) return;
    const at = placeInField(path, field, { start: 0, end: field.value.length });
    const plain = text.replace(COMMAND, '$1').replace(/\\([_%#&$])/g, '$1');
    const fixes: Fix[] = [
      { title: `Write \`${plain}\``, safety: 'suggest', edits: [{ ...at, text: plain }] },
    ];
    const data = { engine, text, found };
    report({
      at,
      messageId: 'latex',
      data,
      fixes: valueStart(field) === undefined || /[\\{}]/.test(plain) ? [] : fixes,
    });
  });
}

const BACKSLASH = /\\/g;
/** The command around an address, or a sign that LaTeX wants with a backslash before it. */
const LATEX = /^\\(?:url|path|nolinkurl)\b|\\[_%#&$]/;
const COMMAND = /^\\(?:url|path|nolinkurl)\s{0,3}\{([^{}]*)\}$/;

function addScheme(place: IdentifierPlace, { kind, found = '' }: IdentifierProblem): Fix[] {
  if ((kind !== 'scheme' && kind !== 'mistyped') || !place.exact) return [];
  const { path, region } = place.at(place.reading.region);
  const edit = { path, region: { start: region.start, end: region.start + found.length }, text: 'https://' };
  return [{ title: 'Begin with `https://`', safety: 'suggest', edits: [edit] }];
}
