import { createHash } from 'node:crypto';
import type { Markup } from './markup.ts';
import { script } from './script.ts';
import { style } from './style.ts';

/** The sections a page can have, by the id of their element. */
const TITLES = { conflicts: 'Conflicts', citations: 'Citations', findings: 'Findings' };

/** A whole HTML document. Its policy allows its own style and script by their digest, and nothing else. */
export function writePage(header: Markup, sections: readonly Markup[]): string {
  const policy = [
    "default-src 'none'",
    `style-src '${digest(style)}'`,
    `script-src '${digest(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const links = Object.entries(TITLES)
    .filter(([id]) => sections.some(({ markup }) => markup.startsWith(`<section id="${id}"`)))
    .map(([id, title]) => `<a href="#${id}">${title}</a>`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Citation report</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<header class="top">
${header.markup}
<nav aria-label="Sections">${links.join('')}</nav>
</header>
<main id="main">
${sections.map(({ markup }) => markup).join('\n')}
</main>
<script>${script}</script>
</body>
</html>
`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
