import { defineRule } from 'bibliolint';

/** A reader who is sent to a book of 650 pages wants to know where to open it. */
const missingLocator = defineRule({
  id: 'missing-locator',
  description: 'Disallow citing a book without saying where in it.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '1.0.0',
  fix: 'none',
  messages: { missing: 'This cites the whole of `{key}`, a {type}; say which pages are meant.' },
  options: { types: ['book', 'collection'] },
  optionInfo: { types: { description: 'Entry types that are too long to be cited as a whole.' } },

  check({ documents }, { project, options, report }) {
    for (const document of documents) {
      const entries = project.entriesFor(document);
      for (const { construct, cites } of project.citationsOf(document)) {
        // `nocite` lists a work without pointing into it.
        if (construct === 'nocite') continue;
        for (const { key, keyRegion, locator } of cites) {
          const [entry] = entries.get(key) ?? [];
          if (locator !== undefined || entry === undefined || !options.types.includes(entry.type)) continue;
          report({
            at: { path: document.path, region: keyRegion },
            messageId: 'missing',
            data: { key, type: entry.type },
            related: [{ at: entry.at, message: 'the entry' }],
          });
        }
      }
    }
  },
});

export default { name: 'house', rules: [missingLocator] };
