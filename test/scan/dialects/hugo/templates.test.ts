import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readShortcodeTemplate } from '../../../../src/scan/dialects/hugo/templates.ts';

const read = (template: string, name = 'cite') =>
  readShortcodeTemplate(name, template, `layouts/shortcodes/${name}.html`);
const citeOf = (template: string, name = 'cite') => read(template, name).cite;

describe('pairs', () => {
  it.each([
    ['a field', '{{ .Inner }}'],
    ['the deindented one', '{{ .InnerDeindent | markdownify }}'],
    ['the root', '{{ $.Inner }}'],
    ['a variable', '{{ $shortcode := . }}{{ $shortcode.Inner }}'],
    ['the parent', '{{ with .Parent }}{{ .Parent.Inner }}{{ end }}'],
    ['a dead branch', '{{ if false }}{{ .Inner }}{{ end }}'],
    ['a condition', '{{ if .Inner }}{{ end }}'],
    ['an HTML comment', '<!-- {{ .Inner }} -->'],
    ['an argument of a partial', '{{ partial "note.html" .Inner }}'],
    ['a block', '{{ block "note" . }}{{ .Inner }}{{ end }}'],
    ['a template it defines and calls', '{{ define "note" }}{{ .Inner }}{{ end }}{{ template "note" . }}'],
  ])('asks for a body in %s', (_where, template) => {
    expect(read(template, 'note').paired).toBe(true);
  });

  it.each([
    ['a comment', '{{/* .Inner */}}{{- /* .Inner */ -}}'],
    ['a string', '{{ print ".Inner" `.Inner` }}'],
    ['plain text', '.Inner'],
    ['a template it defines only', '{{ define "note" }}{{ if true }}{{ .Inner }}{{ end }}{{ end }}'],
    ['the argument of a template', '{{ define "note" }}x{{ end }}{{ template "note" .Inner }}'],
    ['the argument of a block', '{{ block "note" .Inner }}x{{ end }}'],
    ['a longer name', '{{ .InnerText }}{{ .Get "Inner" }}{{ $Inner := 1 }}{{ $Inner }}'],
    ['a field of what a parenthesis gives', '{{ with .Parent }}{{ (.Parent).Inner }}{{ end }}'],
  ])('does not ask for one in %s', (_where, template) => {
    expect(read(template, 'note').paired).toBe(false);
  });
});

describe('templates that cite', () => {
  it.each([
    '{{ $id := "" }}{{ if .Get 1 }}{{ $id = .Get 1 }}{{ else }}{{ $id = .Get 0 }}{{ end }}',
    '{{ $id := .Get 0 }}{{ if .Get 1 }}{{ $id = .Get 1 }}{{ end }}',
    '{{ $id := .Get 0 }}{{ with .Get 1 }}{{ $id = . }}{{ end }}',
    '{{ $id := .Get 0 }}{{ if gt (len .Params) 1 }}{{ $id = .Get 1 }}{{ end }}',
    '{{ $id := .Get 1 | default (.Get 0) }}',
    '{{ $id := or (.Get 1) (.Get 0) }}',
    '{{ $id := "" }}{{ if not (.Get 1) }}{{ $id = .Get 0 }}{{ else }}{{ $id = .Get 1 }}{{ end }}',
    '{{ $id := "" }}{{ if lt (len .Params) 2 }}{{ $id = .Get 0 }}{{ else }}{{ $id = .Get 1 }}{{ end }}',
    '{{ $n := len .Params }}{{ $id := .Get 0 }}{{ if eq $n 1 }}{{ else }}{{ $id = .Get 1 }}{{ end }}',
    '{{ $id := cond (gt (len .Params) 1) (.Get 1) (.Get 0) }}',
  ])('takes the key last, or alone: %s', (assignment) => {
    const template = `${assignment}{{ with index site.Data.references $id }}{{ .title }}{{ end }}`;
    expect(citeOf(template)?.key).toEqual({ position: 1, names: [] });
  });

  it.each([
    '{{ $id := .Get 0 }}{{ $label := .Get 0 }}{{ if .Get 1 }}{{ $label = .Get 1 }}{{ end }}',
    '{{ $id := .Get 0 }}{{ $label := .Get 1 | default (.Get 0) }}',
  ])('takes a label that is the key where none is given for no key: %s', (assignment) => {
    const template = `${assignment}{{ with index site.Data.references $id }}<a href="#ref-{{ $id }}">{{ $label }}</a>{{ end }}`;
    expect(citeOf(template)?.key).toEqual({ position: 0, names: [] });
  });

  it('demands a reference text, as the seed of this project does', () => {
    const template = `{{- $key := .Get 0 -}}{{- $text := .Get 1 -}}
      {{- if or (not $key) (not $text) -}}{{- errorf "cite needs a key and a reference: %s" .Position -}}{{- end -}}
      {{- .Page.Scratch.SetInMap "references" $key $text -}}
      <sup><a href="#ref-{{ $key | anchorize }}">{{ $key }}</a></sup>`;
    expect(read(template)).toEqual({
      name: 'cite',
      template: 'layouts/shortcodes/cite.html',
      paired: false,
      positional: 2,
      cite: {
        key: { position: 0, names: [] },
        separators: '',
        suppressPrefix: false,
        reference: { position: 1, names: [] },
        referenceRequired: true,
      },
    });
  });

  it.each([
    ['a length', '{{ if lt (len .Params) 2 }}{{ errorf "two arguments" }}{{ end }}', true],
    ['another length', '{{ if ne (len .Params) 2 }}{{ errorf "two arguments" }}{{ end }}', true],
    ['a missing else', '{{ with .Get 1 }}{{ . }}{{ else }}{{ errorf "no reference" }}{{ end }}', true],
    ['an empty text', '{{ if eq (.Get 1) "" }}{{ errorf "no reference" }}{{ end }}', true],
    ['one argument at least', '{{ if lt (len .Params) 1 }}{{ errorf "no key" }}{{ end }}', false],
    ['a warning', '{{ if lt (len .Params) 2 }}{{ warnf "two arguments" }}{{ end }}', false],
    ['only the key', '{{ if not (.Get 0) }}{{ errorf "no key" }}{{ end }}', false],
  ])('reads what it demands by %s', (_how, check, required) => {
    const template = `${check}{{ .Page.Store.SetInMap "refs" (.Get 0) (.Get 1) }}`;
    expect(citeOf(template)).toMatchObject({
      key: { position: 0 },
      reference: { position: 1 },
      referenceRequired: required,
    });
  });

  it('reads hugo-cite: several keys, a suppressed author, pages', () => {
    const template = `{{- $key := "" -}}{{- $keys := slice -}}{{- $pages := slice -}}{{- $sep := ";" -}}
      {{- if .IsNamedParams -}}
        {{- if not (.Get "key") -}}{{- errorf "no key" -}}{{- else -}}
          {{- $key = .Get "key" -}}{{- $pages = split (.Get "pages" | string) ";" -}}
        {{- end -}}
      {{- else -}}
        {{- $key = .Get 0 | replaceRE "^-(.+)" "$1" -}}{{- $keys = split $key $sep -}}
        {{- $pages = string (.Get 1) -}}
      {{- end -}}
      {{- range $i, $k := $keys -}}
        {{- range where $bibliography "id" "eq" $k -}}
          {{- $.Page.Scratch.SetInMap "cited" $k . -}}<a href="#{{ $k | urlize }}">{{ .title }}</a>
          {{- with index $pages $i -}}, p. {{ . }}{{- end -}}
        {{- end -}}
      {{- end -}}`;
    const cite = citeOf(template);
    expect(cite).toEqual({
      key: { position: 0, names: ['key'] },
      separators: ';',
      suppressPrefix: true,
      referenceRequired: false,
      locator: { position: 1, names: ['pages'] },
    });
  });

  it('reads a type letter before the key', () => {
    const template = `{{- $form := "p" -}}{{- $id := "" -}}
      {{- if .Get 1 -}}{{- $form = .Get 0 -}}{{- $id = .Get 1 -}}{{- else -}}{{- $id = .Get 0 -}}{{- end -}}
      {{- range where (index site.Data .Page.Params.bib) "id" $id -}}
        {{- if eq $form "t" -}}{{ .author }}{{- else if eq $form "p" -}}({{ .author }}){{- end -}}
      {{- end -}}`;
    expect(citeOf(template)).toMatchObject({ key: { position: 1, names: [] } });
  });

  it.each([
    [
      'a map in the data folder',
      '{{ $e := index .Site.Data.bibliography (.Get 0) }}[{{ $e.short }}{{ with .Get 1 }}, {{ . }}{{ end }}]',
      { position: 0, names: [] },
      1,
    ],
    [
      'the same with parentheses',
      '{{ (index hugo.Data.references (.Get 0)).title }}',
      { position: 0, names: [] },
      undefined,
    ],
    [
      'a loop over front matter',
      '{{ $key := .Get "key" }}{{ range .Page.Params.references }}{{ if eq .id $key }}{{ .title }}{{ end }}{{ end }}',
      { names: ['key'] },
      undefined,
    ],
    [
      'either form',
      '{{ $key := .Get "id" | default (.Get 0) }}<a href="#ref-{{ $key }}">x</a>',
      { position: 0, names: ['id'] },
      undefined,
    ],
    [
      'a data attribute',
      '<span data-cite-key="{{ .Get 0 }}">?</span>',
      { position: 0, names: [] },
      undefined,
    ],
    [
      'a partial',
      '{{ partial "cite.html" (dict "key" (.Get 0) "open" false) }}',
      { position: 0, names: [] },
      undefined,
    ],
    [
      'a type for a partial',
      '{{ $t := .Get 0 }}{{ $id := .Get 1 }}{{ partial "cite" (dict "type" $t "id" $id) }}',
      { position: 1, names: [] },
      undefined,
    ],
    [
      'with and a dot',
      '{{ with .Get 0 }}{{ with index $.Site.Data.refs . }}{{ .title }}{{ end }}{{ end }}',
      { position: 0, names: [] },
      undefined,
    ],
    [
      'index of Params',
      '{{ $k := index .Params 0 }}{{ range where site.Data.bib.entries "id" $k }}{{ .title }}{{ end }}',
      { position: 0, names: [] },
      undefined,
    ],
    [
      'every argument',
      '({{ range $i, $k := .Params }}<a data-citekey="{{ $k }}"></a>{{ end }})',
      { position: 0, names: [], rest: true },
      undefined,
    ],
    [
      'the page store',
      '{{ $used := .Page.Store.Get "cited" | default slice }}{{ .Page.Store.Set "cited" ($used | append (.Get 0)) }}',
      { position: 0, names: [] },
      undefined,
    ],
    [
      'a printed anchor',
      '{{ printf "<a href=\\"#bib-%s\\">" (.Get 0) | safeHTML }}',
      { position: 0, names: [] },
      undefined,
    ],
  ])('finds the key looked up in %s', (_where, template, key, locator) => {
    const cite = citeOf(template);
    expect(cite?.key).toEqual(key);
    expect(cite?.locator?.position).toBe(locator);
    expect(cite?.reference).toBeUndefined();
  });

  it('splits at commas for Distill, for `split` and for `findRE`', () => {
    expect(citeOf('<d-cite key="{{ .Params.bib }}"></d-cite>')).toMatchObject({
      key: { names: ['bib'] },
      separators: ',',
    });
    expect(
      citeOf('{{ range strings.Split (.Get 0) "," }}{{ index site.Data.refs (trim . " ") }}{{ end }}')
        ?.separators,
    ).toBe(',');
    expect(
      citeOf('{{ range findRE "[^;]+" (.Get 0) }}{{ index site.Data.refs . }}{{ end }}')?.separators,
    ).toBe(';');
  });

  it('knows where the template makes a key of its own', () => {
    const printed = '<span data-citation="{{ $id }}">{{ .Get "text" }}</span>';
    expect(
      citeOf(`{{ $id := .Get "id" | default (printf "citation-%d" .Ordinal) }}${printed}`)?.makesKey,
    ).toBe(true);
    expect(citeOf(`{{ $id := .Get "id" | default "" }}${printed}`)?.makesKey).toBeUndefined();
    expect(citeOf(`{{ $id := .Get "id" | default (.Get 0) }}${printed}`)?.makesKey).toBeUndefined();
  });

  it('takes a note that is printed at a comma behind the key for a locator', () => {
    const template =
      '{{ $key := .Get "key" }}{{ $note := .Get "note" }}<a href="#ref-{{ $key }}">[{{ $key }}{{ with $note }}, {{ . }}{{ end }}]</a>';
    const cite = citeOf(template);
    expect(cite).toMatchObject({ key: { names: ['key'] }, locator: { names: ['note'] } });
    expect(cite?.reference).toBeUndefined();
  });

  it('takes `Knuth 1997` for one key where only its parts are printed', () => {
    const printed =
      '{{ $key := .Get 0 }}{{ $parts := split $key " " }}<a href="#{{ $key | urlize }}">{{ index $parts 0 }}, {{ index $parts 1 }}</a>';
    expect(citeOf(printed)).toMatchObject({ key: { position: 0 }, separators: '' });
    const linked =
      '{{ $keys := .Get 0 }}<span data-cite="{{ $keys }}">{{ range split $keys " " }}<a href="#{{ . }}">{{ . }}</a>{{ end }}</span>';
    expect(citeOf(linked)).toMatchObject({ key: { position: 0 }, separators: ' ' });
    const handedOn =
      '{{ $keys := .Get 0 }}<span data-cite="{{ $keys }}">{{ range split $keys ";" }}{{ partial "cite" . }}{{ end }}</span>';
    expect(citeOf(handedOn)).toMatchObject({ separators: ';' });
  });

  it('takes another argument for a reference text when it is shown as one', () => {
    expect(citeOf('<a href="#{{ .Get 0 }}" title="{{ .Get 1 }}">*</a>')?.reference).toEqual({
      position: 1,
      names: [],
    });
    expect(citeOf('<li id="ref-{{ .Get 0 }}">{{ .Get 1 | markdownify }}</li>')?.reference).toEqual({
      position: 1,
      names: [],
    });
    expect(citeOf('{{ .Page.Scratch.SetInMap "refs" (.Get "key") (.Get "text") }}')).toMatchObject({
      key: { names: ['key'] },
      reference: { names: ['text'] },
    });
  });

  it('reads other names where the template has a bibliography', () => {
    expect(citeOf('{{ index .Site.Data.bibliography (.Get 0) }}', 'r')?.key).toEqual({
      position: 0,
      names: [],
    });
    expect(citeOf('{{ .Page.Scratch.SetInMap "citations" (.Get 0) (.Get 1) }}', 'note')).toMatchObject({
      reference: { position: 1 },
    });
    expect(citeOf('{{ (index site.Data.literature (.Get 0)).short }}', 'ref')).toBeDefined();
    expect(citeOf('{{ index .Site.Data.glossary (.Get 0) }}', 'term')).toBeUndefined();
    expect(citeOf('{{ .Page.Scratch.SetInMap "terms" (.Get 0) (.Get 1) }}', 'term')).toBeUndefined();
  });

  it.each(['label', 'theorem', 'fig'])('{{< %s >}} keeps references to its page, not to works', (name) => {
    expect(citeOf('{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}', name)).toBeUndefined();
  });

  it.each(['cite-this', 'citebox', 'citem', 'cite_me'])('{{< %s >}} is not named after citing', (name) => {
    expect(citeOf('<pre id="{{ .Get 0 }}">{{ .Page.Title }}</pre>', name)).toBeUndefined();
  });

  it.each(['citeauthor', 'cite-ref', 'pcite', 'citenote'])('{{< %s >}} is', (name) => {
    expect(citeOf('<a href="#ref-{{ .Get 0 }}">*</a>', name)).toBeDefined();
  });

  it('takes a text behind the label of a link for none', () => {
    const template = `{{ $cite := . }}{{ with .Get "text" }}
      [<a href="#bib-{{ $cite.Get "target" }}">{{ $cite.Get "label" }}</a>, {{ $cite.Get "text" }}]{{ end }}`;
    expect(citeOf(template)).toMatchObject({ key: { names: ['target'] } });
    expect(citeOf(template)?.reference).toBeUndefined();
  });

  it('leaves it to the arguments where a partial takes everything', () => {
    expect(citeOf('{{ partial "cite.html" . }}')?.byEvidence).toBe(true);
  });
});

describe('templates that do not cite', () => {
  it.each([
    ['an address', '<cite><a href="{{ .Get 0 }}">{{ .Get 0 }}</a></cite>'],
    ['an address and a text', '<blockquote cite="{{ .Get 0 }}">{{ .Get 1 | safeHTML }}</blockquote>'],
    ['a body', '<span class="cite">{{ .Inner }}</span>'],
    ['a title', '<cite>{{ .Get 0 }}</cite>'],
    [
      'a page',
      '{{ $page := .Get "page" }}{{ with site.GetPage $page }}{{ partial "li_citation" . }}{{ end }}',
    ],
    ['a DOI', '<a href="https://doi.org/{{ .Get "doi" }}">{{ .Get "doi" }}</a>'],
    ['a text and a URL', '[{{ .Get "text" }}]({{ .Get "url" }})'],
    ['the page itself', '<pre>{{ .Page.Title }}, {{ .Page.Permalink }}</pre>'],
    [
      'a number to count with',
      '{{ $n := sub (.Get 0) 1 }}{{ index .Page.Params.citations $n }}<a href="#c{{ .Get 0 }}">x</a>',
    ],
    [
      'a work, told part by part',
      '<li id="{{ .Get "id" }}">{{ .Get "author" }} ({{ .Get "year" }}). {{ .Get "title" }}.</li>',
    ],
    [
      'a title and the address by which it is found again',
      '{{ $title := .Get 0 | default "Source" }}{{ $url := .Get 1 | default "#" }}{{ range page.Scratch.Get "citations" }}{{ if eq .url $url }}<a href="#ref-{{ .index }}" title="{{ $title }}">x</a>{{ end }}{{ end }}{{ page.Scratch.Add "citations" (dict "title" $title "url" $url "author" (.Get 2)) }}',
    ],
    [
      'a remote page',
      '{{ $url := .Get 0 }}{{ with resources.GetRemote $url }}{{ .Content }}{{ end }}<a href="{{ $url }}">x</a>',
    ],
  ])('sees %s', (_what, template) => {
    expect(citeOf(template)).toBeUndefined();
  });

  it('knows lists of references, and where their path stands', () => {
    const template =
      '{{ $file := .Get "src" | default (.Get 0) }}{{ range getJSON $file }}<li>{{ .title }}</li>{{ end }}';
    expect(read(template, 'bibliography').referenceList).toEqual({ path: { position: 0, names: ['src'] } });
    expect(
      read('{{ range .Page.Scratch.Get "cited" }}{{ . }}{{ end }}', 'works-cited').referenceList,
    ).toBeDefined();
    expect(read('{{ range .Pages }}{{ .Title }}{{ end }}', 'list').referenceList).toBeUndefined();
  });
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{{',
      '}}',
      '{{-',
      '-}}',
      '(',
      ')',
      '|',
      '"',
      '`',
      '.Get 0',
      '$k',
      ':=',
      'with',
      'range',
      'end',
      'else',
      '.Inner',
      '/*',
      '*/',
      'index',
      ' ',
    ),
    fc.string({ maxLength: 4 }),
  );

  it('never throws, and the signature survives JSON', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const signature = read(pieces.join(' '));
        expect(JSON.parse(JSON.stringify(signature))).toEqual(signature);
      }),
    );
  });

  it.each([
    ['parentheses', (n: number) => `{{ ${'('.repeat(n)} .Get 0`],
    ['closed parentheses', (n: number) => `{{ ${'('.repeat(n)}.Get 0${')'.repeat(n)} }}`],
    ['blocks', (n: number) => '{{ with .Get 0 }}'.repeat(n)],
    ['variables', (n: number) => '{{ $a := .Get 0 }}{{ $a }}'.repeat(n)],
    ['comments', (n: number) => '{{/*'.repeat(n)],
    ['quotes', (n: number) => '{{ "'.repeat(n)],
    ['definitions', (n: number) => '{{ define "a" }}{{ template "a" . }}'.repeat(n)],
  ])('reads %s in linear time', (_what, build) => {
    const started = process.cpuUsage();
    read(build(20_000));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });
});

it('cite prints both arguments: the pages tell whether they are key and reference', () => {
  const { cite } = readShortcodeTemplate('cite', '<sup title="{{ .Get 1 }}">{{ .Get 0 }}</sup>', 'cite.html');
  expect(cite?.byEvidence).toBe(true);
});

it('cite stops the build without its second argument: a key and a reference text', () => {
  const template =
    '{{ $t := .Get 1 }}{{ if not $t }}{{ errorf "no text" }}{{ end }}<sup title="{{ $t }}">{{ .Get 0 }}</sup>';
  const { cite } = readShortcodeTemplate('cite', template, 'cite.html');
  expect(cite).toMatchObject({ key: { position: 0 }, reference: { position: 1 }, referenceRequired: true });
});
