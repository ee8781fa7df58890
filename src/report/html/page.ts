import { crypto } from '../../text/digest.ts';
import { html, type Markup, nothing } from './markup.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** One part of the page: its script shows one at a time. */
export interface PagePart {
  /** The id of the part's element. */
  readonly id: 'findings' | 'conflicts' | 'citations';
  readonly title: string;
  /** What there is of it; `''` where that is not counted. */
  readonly count: number | '';
  readonly content: Markup;
}

/** A whole HTML document. Its policy allows its own style and script by their digest, and nothing else. */
export function writePage(title: string, header: Markup, parts: readonly PagePart[]): string {
  const policy = [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    `script-src '${digest(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const links = parts.map(
    ({ id, title: name, count }) =>
      html`<a href="#${id}">${name}${count === '' ? nothing : html`<span class="count">${count}</span>`}</a>`,
  );
  const sections = parts.map(
    ({ id, title: name, content }) =>
      html`<section id="${id}" class="wide" aria-labelledby="${id}-title">
<h2 id="${id}-title">${name}</h2>
${content}
</section>
`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${html`${title}`.markup}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="top wide">
${header.markup}
</header>
${parts.length < 2 ? '' : html`<nav aria-label="Parts of the report"><div class="wide">${links}</div></nav>`.markup}
<main id="main" tabindex="-1">
${html`${sections}`.markup}</main>
<script>${script}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `sha256-${crypto().hash('sha256', text, 'base64')}`;
}
