/** A Hugo site whose `cite` takes a key and a reference text, with one page of this body. */
export const hugoPage = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});

/** The shortcode that cites there. */
export const hugoCite = (key: string, text: string) => `{{< cite "${key}" "${text}" >}}`;

/** A paper for Pandoc with its bibliography, `refs.bib`. */
export const paper = (bibliography: string, body = 'Known.') => ({
  'paper.md': `---\ntitle: A\nbibliography: refs.bib\n---\n${body}\n`,
  'refs.bib': bibliography,
});
