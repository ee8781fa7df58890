import { defineConfig } from 'astro/config';
import rehypeCitation from 'rehype-citation';

export default defineConfig({
  site: 'https://garden.example.org',
  markdown: {
    rehypePlugins: [[rehypeCitation, { bibliography: 'src/content/references.bib', linkCitations: true }]],
  },
});
