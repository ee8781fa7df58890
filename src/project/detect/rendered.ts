import { withoutExtension } from '../../text/path.ts';

/**
 * Whether a file is what another beside it is rendered to: `post.md` where `post.Rmd` stands, or on the way `post.knit.md`,
 * `post.html.md` and, of Quarto with R, `post.rmarkdown`.
 */
export function renderedTest(files: readonly string[]): (path: string) => boolean {
  const sources = new Set(files.filter((path) => SOURCE.test(path)).map(withoutExtension));
  if (sources.size === 0) return () => false;
  const quarto = new Set(files.filter((path) => path.endsWith('.qmd')).map(withoutExtension));
  return (path) =>
    path.endsWith('.rmarkdown')
      ? quarto.has(withoutExtension(path))
      : sources.has(RENDERED.exec(path)?.[1] ?? '');
}

const RENDERED =
  /^(.*?)(?:\.(?:knit|utf8|html|pdf|docx|odt|epub|pptx|revealjs|beamer|latex|typst|gfm))?\.(?:md|markdown|html)$/;
const SOURCE = /\.(?:rmd|rmarkdown|qmd)$/i;
