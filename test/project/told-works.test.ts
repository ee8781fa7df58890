import { expect, test } from 'vitest';
import duplicateKey from '../../rules/bibliography/duplicate-key.ts';
import invalidPages from '../../rules/bibliography/invalid-pages.ts';
import missingBibliography from '../../rules/citations/missing-bibliography.ts';
import undefinedKey from '../../rules/citations/undefined-key.ts';
import invalidDoi from '../../rules/identifiers/invalid-doi.ts';
import invalidIsbn from '../../rules/identifiers/invalid-isbn.ts';
import invalidUrl from '../../rules/identifiers/invalid-url.ts';
import noncanonicalDoi from '../../rules/identifiers/noncanonical-doi.ts';
import sharedIdentifier from '../../rules/identifiers/shared-identifier.ts';
import implausibleYear from '../../rules/references/implausible-year.ts';
import { findingLines } from '../support/lint-files.ts';

const hugo = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/reference.html':
    '<p>{{ .Get "author" }} ({{ .Get "year" }}). {{ .Get "title" }}. {{ with .Get "doi" }}<a href="{{ . }}">DOI</a>{{ end }}</p>',
  'layouts/shortcodes/bibitem.html':
    '{{ $key := .Get "key" }}<li id="ref-{{ $key }}">{{ .Get "author" }}, <em>{{ .Inner }}</em>, {{ .Get "publisher" }}, {{ .Get "year" }}.</li>',
  'layouts/shortcodes/cite.html': '<a href="#ref-{{ .Get 0 }}">[{{ .Get 0 }}]</a>',
  'layouts/shortcodes/blockquote.html': '<q>{{ .Get "title" }}, {{ .Get "author" }}, {{ .Get "year" }}</q>',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});

const jekyll = (body: string) => ({
  '_config.yml': 'title: Notes\n',
  '_includes/refs/bib.html':
    '<div id="{{ include.label }}">{{ include.authors }} ({{ include.year }}). {{ include.title }}. {{ include.venue }}, {{ include.pages }}.</div>',
  'a.md': `---\ntitle: A\n---\n${body}\n`,
});

test('{{< reference author="…" title="…" doi="…" >}} tells a work part by part', async () => {
  const files = hugo(
    '{{< reference author="Donald E. Knuth" year="2084" title="Literate Programming" doi="10.1093comjnl/27.2.97" >}}\n' +
      '{{< reference author="Allen Hatcher" year="2002" title="Algebraic Topology" isbn="978-0-521-79540-2" >}}',
  );
  expect(await findingLines(files, implausibleYear)).toEqual(['content/a.md:4:45 future "\\"2084\\""']);
  expect(await findingLines(files, invalidDoi)).toHaveLength(1);
  expect(await findingLines(files, invalidIsbn)).toHaveLength(1);
});

test('what stands between the tags of {{< bibitem author="…" year="…" >}} is the title', async () => {
  const item = (key: string, author: string, title: string) =>
    `{{< bibitem key="${key}" author="${author}" publisher="Cambridge University Press" year="2002" doi="10.1112/blms.12345" >}}\n${title}\n{{< /bibitem >}}\n`;
  const files = hugo(
    item('Hat02', 'Allen Hatcher', '  Algebraic Topology') + item('Lan02', 'Serge Lang', '  Algebra'),
  );
  expect(await findingLines(files, sharedIdentifier)).toHaveLength(1);
  // Both are printed, so the engine takes none of two.
  const twice = hugo(
    item('Hat02', 'Allen Hatcher', 'Algebraic Topology') + item('Hat02', 'Serge Lang', 'Algebra'),
  );
  expect(await findingLines(twice, duplicateKey)).toEqual([]);
});

test('a quotation is told of its author, and is no work', async () => {
  const quote = '{{< blockquote author="Ada Lovelace" title="Notes" year="2084" >}}';
  expect(await findingLines(hugo(quote), implausibleYear)).toEqual([]);
});

test('the template links to https://doi.org/… as it is, and to places of the site', async () => {
  const files = hugo(
    '{{< reference author="Donald E. Knuth" year="1984" title="Literate Programming" doi="https://doi.org/10.1093/comjnl/27.2.97" link="/knuth84.pdf" >}}',
  );
  expect(await findingLines(files, [noncanonicalDoi, invalidUrl])).toEqual([]);
});

test('works that a page tells are no bibliography for the keys it cites elsewhere', async () => {
  const files = hugo(
    '{{< bibitem key="Hat02" author="Allen Hatcher" year="2002" >}}Algebraic Topology{{< /bibitem >}}\n{{< cite "BT82" >}}',
  );
  expect(await findingLines(files, [undefinedKey, missingBibliography])).toEqual([]);
});

test('{% include refs/bib.html label="…" authors="…" year=… %} tells a work', async () => {
  const files = jekyll(
    'As said.\n\n{% include refs/bib.html label="Goodfellow2016" authors="Goodfellow, I.; Bengio, Y." year=2084 title="Deep Learning" pages="pp. 1–7" %}\n' +
      '{% include refs/bib.html label="shannon" authors=page.authors year=1948 title="A Mathematical Theory" pages="423-379" %}\n' +
      '{% comment %}{% include refs/bib.html label="x" authors="Ada Lovelace" year=2084 title="Notes" %}{% endcomment %}',
  );
  expect(await findingLines(files, implausibleYear)).toEqual(['a.md:6:91 future "2084"']);
  expect(await findingLines(files, invalidPages)).toHaveLength(1);
});
