import { describe, expect, test } from 'vitest';
import { announcesReferences } from '../../../src/scan/markdown/reference-heading.ts';
import { referenceLikeness } from '../../../src/scan/markdown/reference-text.ts';
import { readText } from '../../support/read-markdown.ts';

const KNUTH = 'Knuth, D. E. (1984). Literate programming. *The Computer Journal*, 27(2), 97–111.';
const SHANNON =
  'C. E. Shannon, “A Mathematical Theory of Communication”, *Bell System Technical Journal*, 1948.';
const LOVELACE = 'Ada Lovelace. *Sketch of the Analytical Engine*. Taylor, London, 1843.';

const read = (text: string) => readText(text, 'goldmark');
const keysOf = (text: string) => read(text).references.map(({ key }) => key);
const cites = (text: string) =>
  read(text).citations.map(({ construct, cites: found }) => [construct, ...found.map(({ key }) => key)]);

describe('the heading of a list of references', () => {
  test('in many languages, numbered, with attributes, in bold', () => {
    for (const heading of [
      'References',
      'REFERENCES',
      '7. References',
      'IV. Bibliography',
      'References {#refs .unnumbered}',
      '**Works cited**',
      'References and notes',
      'Sources & further reading',
      'Further reading',
      '📚 References:',
      'Literaturverzeichnis',
      'Quellen und weiterführende Literatur',
      'Références bibliographiques',
      'Bibliografía',
      'Riferimenti',
      'Referências',
      'Bronnen',
      '参考文献',
      '参考資料',
      'Reference list (Harvard style)',
      '参考文献（References）',
      'Βιβλιογραφία',
      'Použité zdroje',
      'Viri in literatura',
      'Irodalomjegyzék',
      'Список использованной литературы',
      'Джерела та література',
      'Tài liệu tham khảo',
      'Daftar Pustaka',
      'บรรณานุกรม',
      'संदर्भ',
      'المراجع',
      'מקורות',
    ]) {
      expect(announcesReferences(heading), heading).toBe('sure');
    }
  });

  test('the usual title in brackets, behind another', () => {
    for (const heading of [
      '参考文献与历史源流（References）',
      '**Zum Weiterdenken (Literatur)**',
      'API (Reference)',
    ]) {
      expect(announcesReferences(heading), heading).toBe('possible');
    }
    expect(announcesReferences('Notes (and more references)')).toBe('none');
  });

  test('not any heading with such a word', () => {
    for (const heading of [
      'Cross-references',
      'Data sources we used',
      'Open source',
      'References in C++',
      'Reading a file',
      'In reference (and in theory)',
      'Sumber daya',
    ]) {
      expect(announcesReferences(heading), heading).not.toBe('sure');
    }
  });
});

describe('what reads like a reference', () => {
  test('names that begin as sentences do, that end in et al., that are no word with a capital', () => {
    for (const text of [
      'Le Cun, Y. (1989). Generalization and network design strategies. *Connectionism in Perspective*.',
      'Der Kiureghian, A. (2009). Aleatory or epistemic? *Structural Safety*, 31(2), 105–112.',
      'Le Guin, Ursula K. *The Left Hand of Darkness*. Ace Books, 1969.',
      '’t Hooft, G. (1993). Dimensional reduction in quantum gravity.',
      "van 't Veer, L. J. (2002). Gene expression profiling. *Nature*, 415, 530–536.",
      'al-Khwārizmī, M. (1831). *The Algebra of Mohammed ben Musa*. London.',
      'St. John, M. F. (1990). Learning and applying constraints. *Artificial Intelligence*, 46, 217–257.',
      'Vaswani et al., *Attention Is All You Need*, NeurIPS 2017.',
      'Vaswani *et al.*, “Attention Is All You Need”, NeurIPS, 2017.',
      'Vaswani et al. Attention Is All You Need. NeurIPS 2017.',
      'WHO (2020). *World health statistics*. Geneva.',
      'OECD. 2019. *Education at a Glance*. Paris: OECD Publishing.',
      'IPCC, 2021: *Climate Change 2021*. Cambridge University Press.',
      'Kelly, K. (2010). *What Technology Wants*. Viking.',
      'Kelly, Kevin. 2010. *What Technology Wants*. New York: Viking.',
      'Kelly, Kevin (2010) What Technology Wants. Viking.',
      'Kelly, K. What Technology Wants. Viking, 2010.',
      'Neely, Peter M. 1966. “Comparison of Several Algorithms.” *Communications of the ACM* 9 (7): 496–99.',
      'Connolly, T., & Begg, C. (2014). *Database Systems*. Pearson.',
      'He K, Zhang X, Ren S, Sun J. Deep residual learning for image recognition. CVPR; 2016.',
      'He K., Zhang X., Ren S., Sun J. Deep residual learning for image recognition. CVPR, 2016.',
      'He K et al. Mask R-CNN. ICCV, 2017.',
      'He et al. Deep residual learning for image recognition. CVPR 2016.',
      'You J, Ying R, Leskovec J. Position-aware graph neural networks. ICML; 2019.',
      'See et al. (2017). Get to the point. ACL.',
      'Le Q, Mikolov T. Distributed representations of sentences and documents. ICML; 2014.',
      'Still, A. T. (1899). *Philosophy of Osteopathy*. Kirksville.',
    ]) {
      expect(referenceLikeness(text), text).not.toBe('none');
    }
    for (const text of [
      'Vaswani et al. introduced the Transformer in 2017.',
      'Who (in 2020) would have thought of that?',
      'Le Monde, Paris, 12 mai 1999, page 3',
      'IT, 2021, was a mess, and so were we.',
      'Finally, Knuth (1984) shows that programs can be read.',
      'Finally, D. Knuth (1984) shows that programs can be read.',
      'Recently, Knuth et al. (1984) have shown that, in TeX, all is fine.',
      'He et al. showed in 2016 that deep nets can be trained.',
      'He showed, in 2016, that deep nets can be trained.',
      'In C, Kernighan and Ritchie (1978) put braces so.',
      'As A. Turing (1950) asks, can machines think?',
      'Still, A. Turing (1950) asked first.',
    ]) {
      expect(referenceLikeness(text), text).toBe('none');
    }
  });

  test('names first, a year, punctuation', () => {
    for (const text of [KNUTH, SHANNON, LOVELACE, '[3] ' + KNUTH, `- ${SHANNON}`, `*${KNUTH}*`]) {
      expect(referenceLikeness(text), text).not.toBe('none');
    }
    expect(
      referenceLikeness('World Health Organization (2020). *World health statistics*. Geneva.'),
    ).not.toBe('none');
    expect(
      referenceLikeness('Lamport L. LaTeX: a document preparation system. Addison-Wesley; 1994.'),
    ).not.toBe('none');
    expect(referenceLikeness('van Rossum, G. (1995). Python tutorial. CWI, Amsterdam.')).not.toBe('none');
    expect(referenceLikeness('高德纳，《计算机程序设计艺术》，人民邮电出版社，1984。')).not.toBe('none');
  });

  test('certainly one with full names only where the title follows them in marks', () => {
    for (const text of [
      'Donald E. Knuth, *The TeXbook* (Reading, MA: Addison-Wesley, 1984), 12.',
      'Brian W. Kernighan and Rob Pike, “Program Design in the UNIX Environment,” *AT&T Technical Journal* 63, no. 8 (1984): 1595–1605.',
      'Simone de Beauvoir, *Le deuxième sexe*, Paris, Gallimard, 1949, p. 12.',
    ]) {
      expect(referenceLikeness(text), text).toBe('certain');
    }
    for (const text of [
      'Donald Knuth, in *The TeXbook* (Reading: Addison-Wesley, 1984), 12, tells how.',
      'Donald Knuth, who wrote *The TeXbook* (Reading: Addison-Wesley, 1984), tells how, again.',
    ]) {
      expect(referenceLikeness(text), text).not.toBe('certain');
    }
  });

  test('no link, no sentence', () => {
    for (const text of [
      '[Literate programming](https://example.org/1984/knuth)',
      'https://en.wikipedia.org/wiki/Literate_programming (read in 2020)',
      'The book appeared in 1984, and Knuth, D. wrote it.',
      'See Knuth (1984) for the whole story, and then some.',
      'Thanks to Donald Knuth, who answered in 2019.',
      'Knuth, Donald E.',
    ]) {
      expect(referenceLikeness(text), text).toBe('none');
    }
  });
});

describe('a list of references', () => {
  test('items with their regions, markers and numbers taken off', () => {
    const text = `See below.\n\n## References\n\n1. ${KNUTH}\n2. ${SHANNON}\n1. ${LOVELACE.replace('. *', '.\n   *')}\n\n## Next\n\n- ${KNUTH}\n`;
    const { references, printsReferenceList } = read(text);
    expect(references.map(({ key, construct }) => [key, construct])).toEqual([
      ['1', 'list-item'],
      ['2', 'list-item'],
      ['3', 'list-item'],
    ]);
    expect(references[0]?.text).toBe(KNUTH);
    expect(references[2]?.text).toBe(LOVELACE);
    expect(text.slice(references[1]!.region.start, references[1]!.region.end)).toBe(SHANNON);
    expect(printsReferenceList).toBe(true);
  });

  test('anchors and labels become keys', () => {
    expect(
      keysOf(`## References\n\n- <a id="knuth84"></a>${KNUTH}\n- <span name="s48"></span>${SHANNON}\n`),
    ).toEqual(['knuth84', 's48']);
    expect(keysOf(`## References\n\n- ${KNUTH} {#knuth84}\n- ${SHANNON}\n{: #shannon48}\n`)).toEqual([
      'knuth84',
      'shannon48',
    ]);
    expect(keysOf(`## References\n\n[1] ${KNUTH}\n\n[2] ${SHANNON}\n`)).toEqual(['1', '2']);
    expect(keysOf(`## References\n\n[1] ${KNUTH}\n[2] ${SHANNON}\n`)).toEqual(['1', '2']);
    expect(keysOf(`## References\n\n(1) ${KNUTH}\n(2) ${SHANNON}\n`)).toEqual([undefined, undefined]);
    expect(keysOf(`## References\n\n${KNUTH}  \n${SHANNON}<br>\n${LOVELACE}\n`)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(keysOf(`## References\n\n- [Knuth84] ${KNUTH}\n`)).toEqual(['Knuth84']);
  });

  test('a label in words is no part of the reference', () => {
    const textsOf = (item: string) => read(`## References\n\n- ${item}\n`).references.map(({ text }) => text);
    expect(textsOf(`**[Knuth et al. 84]** ${KNUTH}`)).toEqual([KNUTH]);
    expect(textsOf(`[Knuth and Plass 1981] ${KNUTH}`)).toEqual([KNUTH]);
  });

  test('a heading with one more word, where the items are references', () => {
    const list = `- ${KNUTH}\n- ${KNUTH.replace('1984', '1992')}\n`;
    for (const heading of [
      'Bibliographie Mathématique :',
      'Bibliographie de référence',
      'Other references',
    ]) {
      expect(keysOf(`### ${heading}\n\n${list}`), heading).toHaveLength(2);
    }
    expect(keysOf(`**Quellen zur Zeitgeschichte**\n\n${list}`)).toHaveLength(2);
    const prose = 'Knuth (1984) wrote of literate programs, and Shannon (1948) of bits.';
    expect(keysOf(`## Literature review\n\n${prose}\n\n${prose}\n`)).toEqual([]);
    expect(keysOf(`## Sources of error\n\n- ${KNUTH}\n- Rounding.\n- Overflow.\n`)).toEqual([]);
    expect(keysOf(`## Data sources\n\n### References\n\n- ${KNUTH}\n`)).toHaveLength(1);
  });

  test('deeper headings stay inside, the next one of its level ends it', () => {
    const text = `## References\n\n### Books\n\n- ${LOVELACE}\n\n### Articles\n\n- ${SHANNON}\n\n## After\n\n- ${KNUTH}\n`;
    expect(keysOf(text)).toHaveLength(2);
    expect(keysOf(`**References**\n\n- ${KNUTH}\n\n# End\n\n- ${KNUTH}\n`)).toHaveLength(1);
    expect(keysOf(`References\n----------\n\n- ${KNUTH}\n`)).toHaveLength(1);
  });

  test('links and remarks are no references, a faulty one among good ones is', () => {
    const links =
      '- [Literate programming](https://example.org/1984)\n- <https://example.org>\n- My own notes of 1984.\n';
    expect(keysOf(`## Sources\n\n${links}`)).toEqual([]);
    const faulty = 'Lamport, L. LaTeX: a document preparation system. Addison-Wesley.';
    expect(keysOf(`## References\n\n- ${faulty}\n`)).toHaveLength(0);
    const among = (item: string) =>
      keysOf(`## References\n\n- ${KNUTH}\n- ${SHANNON}\n- ${LOVELACE}\n- ${item}\n`);
    expect(among(faulty)).toHaveLength(4);
    expect(among('(1994). *LaTeX: a document preparation system*. Addison-Wesley.')).toHaveLength(4);
    expect(among(', Lamport, L. (1994). *LaTeX: a document preparation system*.')).toHaveLength(4);
    expect(among('(see the chapter on macros)')).toHaveLength(3);
  });

  test('in every engine, not in code', () => {
    for (const flavor of [
      'goldmark',
      'kramdown',
      'markdown',
      'distill',
      'rehype-citation',
      'myst',
      'sphinx',
    ] as const) {
      expect(readText(`# References\n\n- ${KNUTH}\n`, flavor).references, flavor).toHaveLength(1);
    }
    expect(keysOf(`## References\n\n\`\`\`\n- ${KNUTH}\n\`\`\`\n`)).toEqual([]);
  });
});

describe('links into a list of references', () => {
  const list = `\n\n## References\n\n- <a id="knuth84"></a>${KNUTH}\n- <a id="shannon48"></a>${SHANNON}\n`;

  test('anchors of items, and of items that are not there', () => {
    expect(cites(`As [Knuth, 1984](#knuth84) says.${list}`)).toEqual([['link', '#knuth84']]);
    expect(cites(`As [he](#knuth84) says.${list}`)).toEqual([['link', '#knuth84']]);
    expect(cites(`As [Lamport, 1994](#lamport94) says.${list}`)).toEqual([['link', '#lamport94']]);
    expect(cites(`As [1](#ref1) says.${list}`)).toEqual([['link', '#ref1']]);
  });

  test('an anchor that begins as those of all items do', () => {
    const list = `\n\n## References\n\n<a name="ref_KNU84">[KNU84]</a>:\n${KNUTH}\n\n<a name="ref_SHA48">[SHA48]</a>:\n${SHANNON}\n`;
    expect(cites(`As [LAM94](#ref_LAM94) and [KNU84](#ref_KNU84) say.${list}`)).toEqual([
      ['link', '#ref_LAM94'],
      ['link', '#ref_KNU84'],
    ]);
    expect(cites(`As [here](#ref_me) and [there](#there).<a id="ref_me"></a>${list}`)).toEqual([]);
  });

  test('other links of the page are none', () => {
    expect(
      cites(`See [below](#references) and [the news of 2020](#news-of-2020).${list}\n## News of 2020\n`),
    ).toEqual([]);
    expect(cites(`See [the next part](#next), [x](https://example.org/1984).${list}`)).toEqual([]);
    expect(cites('As [Knuth, 1984](#knuth84) says.\n')).toEqual([]);
    expect(cites(`\`[Knuth, 1984](#knuth84)\`${list}`)).toEqual([]);
  });
});

describe('numbers into a list of references', () => {
  const list = `\n\n## References\n\n1. ${KNUTH}\n2. ${SHANNON}\n3. ${LOVELACE}\n`;

  test('alone, in lists, in ranges, escaped', () => {
    expect(cites(`As shown [1].${list}`)).toEqual([['numbered', '1']]);
    expect(cites(`As shown [1, 3].${list}`)).toEqual([['numbered', '1', '3']]);
    expect(cites(`As shown [1–3].${list}`)).toEqual([['numbered', '1', '2', '3']]);
    expect(cites(`As shown \\[2\\].${list}`)).toEqual([['numbered', '2']]);
    expect(cites(`As shown<sup>[2]</sup>.${list}`)).toEqual([['numbered', '2']]);
    expect(cites(`As shown [7].${list}`)).toEqual([['numbered', '7']]);
  });

  test('a number with a place in the work', () => {
    const list = `\n\n## References\n\n[1] ${KNUTH}\n\n[2] ${SHANNON}\n`;
    const [citation] = read(`As shown [2, p. 12].${list}`).citations;
    expect(citation?.cites).toMatchObject([{ key: '2', label: 'page', locator: '12' }]);
    expect(cites(`As shown [2, § 3] and [9, p. 1] and [1, 2].${list}`)).toEqual([
      ['numbered', '2'],
      ['numbered', '1', '2'],
    ]);
    expect(cites(`As shown [2, in part].${list}`)).toEqual([]);
  });

  test('as the words of a link to the list, or to an item with that number', () => {
    expect(cites(`[\\[1\\]](#references), [[4]](#references), [1, 2](#references).${list}`)).toEqual([
      ['numbered', '1'],
      ['numbered', '4'],
      ['numbered', '1', '2'],
    ]);
    expect(cites(`<sup>[\\[2\\]](#^ref-2)</sup>, [[3]](#cite_note-3).${list}`)).toEqual([
      ['numbered', '2'],
      ['numbered', '3'],
    ]);
    expect(cites(`[\\[4\\]](#note4), [\\[5\\]](https://example.org), [2](#step-2).${list}`)).toEqual([]);
    const anchored = list.replace('1. ', '1. <a id="p-1"></a>');
    expect(cites(`[\\[1\\]](#p-1).${anchored}`)).toEqual([['link', '#p-1']]);
    expect(cites(`[1](#references).\n\n## References\n\n- ${KNUTH}\n- ${SHANNON}\n`)).toEqual([]);
  });

  test('the labels of the items cite nothing', () => {
    for (const label of ['[1]', '\\[1\\]', '- [1]']) {
      const list = `\n\n## References\n\n${label} ${KNUTH}\n\n${label.replace('1', '2')} ${SHANNON} As in [1].\n`;
      expect(cites(`As shown [2].${list}`), label).toEqual([
        ['numbered', '2'],
        ['numbered', '1'],
      ]);
    }
  });

  test('<a name="ref1">**[1]**</a>: two marks close round the label', () => {
    const item = (number: number, work: string) => `<a name="ref${number}">**[${number}]**</a> ${work}\n\n`;
    expect(cites(`As he says.\n\n## References\n\n${item(1, KNUTH)}${item(2, SHANNON)}`)).toEqual([]);
  });

  test('a link to the list by an anchor in its heading', () => {
    const list = `\n\n## <a name="10"></a>10. References\n\n1. ${KNUTH}\n2. ${SHANNON}\n`;
    for (const anchor of ['#10', '#10-references', '#references'])
      expect(cites(`[[2]](${anchor}).${list}`), anchor).toEqual([['numbered', '2']]);
  });

  test('[1] **Knuth, D.**: emphasis right behind a label opens round the author', () => {
    for (const mark of ['**', '__']) {
      const item = (label: number, work: string) =>
        `- [${label}] ${mark}${work.replace(/,|\. E/, `${mark}$&`)}`;
      const list = `\n\n## References\n\n${item(1, KNUTH)}\n${item(2, LOVELACE)}\n`;
      expect(cites(`As shown [2].${list}`), mark).toEqual([['numbered', '2']]);
    }
  });

  test('whatever the labels of the items look like', () => {
    for (const label of ['[#] ', '[ # ] ', '[[#]] ', '［#］', '【#】', '[0#] ', '`[#]` ', '<sup>#</sup> ']) {
      for (const apart of ['\n\n', '\n']) {
        const items = [KNUTH, SHANNON, LOVELACE].map(
          (work, index) => label.replace('#', `${index + 1}`) + work,
        );
        const { references } = read(`## References\n\n${items.join(apart)}\n`);
        expect(
          references.map(({ key, text }) => [key, text]),
          label + apart,
        ).toEqual([
          ['1', KNUTH],
          ['2', SHANNON],
          ['3', LOVELACE],
        ]);
      }
    }
  });

  test('items with letters share their number', () => {
    const list = `\n\n## References\n\n[1] ${KNUTH}\n\n[2a] ${SHANNON}\n\n[2b] ${LOVELACE}\n`;
    expect(keysOf(`As shown [1, 2].${list}`)).toEqual(['1', '2', undefined]);
  });

  test('not in code, links, footnotes, and not without a numbered list', () => {
    expect(cites(`\`a[1]\` and [1](https://example.org) and [^1] and a[0] and b[9].${list}`)).toEqual([]);
    expect(cites('As shown [1].\n')).toEqual([]);
    expect(cites(`As shown [1].\n\n## References\n\n- ${KNUTH}\n- ${SHANNON}\n`)).toEqual([]);
    expect(
      cites('Step [1].\n\n## References\n\n1. [a](https://a.example)\n2. [b](https://b.example)\n'),
    ).toEqual([]);
  });
});

describe('numbers in brackets that cite nothing', () => {
  const list = `\n\n## References\n\n1. ${KNUTH}\n2. ${SHANNON}\n`;

  test('in a formula', () => {
    for (const formula of ['$x \\in [1, 2]$', '$$[1]$$', '\\\\(x[1]\\\\)', '\\(y = [1, 2]\\)']) {
      expect(cites(`Let ${formula} be.${list}`), formula).toEqual([]);
    }
    expect(cites(`It costs $5 [1] or $6 [2].${list}`)).toEqual([
      ['numbered', '1'],
      ['numbered', '2'],
    ]);
  });

  test('intervals, arrays, labels of lines and what a program printed', () => {
    for (const text of [
      'Values in the range [1, 3].',
      'On a scale of [1-4].',
      'Zahlen im Intervall [2, 3].',
      '取值区间 [1, 3] 。',
      'We have v = [1, 3].',
      'Let x in [1, 3].',
      'Call f([1, 3]).',
      'Scores were [3, 2, 1].',
      'An array [10, 20, 30].',
      'A ratio of 95% CI [2, 4].',
      'It took 3 days (IQR: [2–4]).',
      'It took 3 [2–4] days, and 3% [2, 4].',
      'Press [9].',
      'In R, x[[3]].',
      'See eq. [3] and exercise [4].',
      '[3] 2.71',
      'Text.\n[4] Another text.',
    ]) {
      expect(cites(`${text}${list}`), text).toEqual([]);
    }
    expect(cites(`Seen in Python 2 [2, 4] and GPT-3 [2–4].${list}`)).toHaveLength(2);
    expect(cites(`[3] introduces it<sup>[3]</sup>, and [1, 3] and [4] go on.${list}`)).toEqual([
      ['numbered', '3'],
      ['numbered', '3'],
      ['numbered', '1', '3'],
      ['numbered', '4'],
    ]);
  });
});

describe('lists that Pandoc or a hand wrote in HTML', () => {
  const pandoc = [
    'As shown \\[[1](#ref-knuth84)\\], [[2]](#ref-shannon48) and [Lamport 1994](#ref-lamport94).',
    '',
    '#### References',
    '',
    '<div id="refs" class="references csl-bib-body">',
    '',
    '<div id="ref-knuth84" class="csl-entry">',
    '',
    `<span class="csl-left-margin">1. </span><span class="csl-right-inline">${KNUTH}</span>`,
    '',
    '</div>',
    '',
    '<div id="ref-shannon48" class="csl-entry">',
    '',
    SHANNON,
    '',
    '</div>',
    '',
    '</div>',
    '',
  ].join('\n');

  test('anchors stand on the lines before', () => {
    expect(read(pandoc).references.map(({ key, text }) => [key, text])).toEqual([
      ['ref-knuth84', KNUTH],
      ['ref-shannon48', SHANNON],
    ]);
    expect(cites(pandoc)).toEqual([
      ['link', '#ref-knuth84'],
      ['link', '#ref-shannon48'],
      ['link', '#ref-lamport94'],
    ]);
  });

  test('an anchor anywhere on the page is enough', () => {
    expect(cites(`<a name="ref-lamport94"></a>\n\n${pandoc}`)).toHaveLength(2);
  });

  test('items of an HTML list', () => {
    const text = `## References\n\n<ol>\n<li id="knuth84">${KNUTH}</li>\n<li><a name="s48"></a>${SHANNON}\n<li>A link\n</ol>\n`;
    for (const flavor of ['goldmark', 'kramdown'] as const) {
      const { references } = readText(text, flavor);
      expect(
        references.map(({ key }) => key),
        flavor,
      ).toEqual(['knuth84', 's48']);
      expect(references.map(({ region }) => text.slice(region.start, region.end))).toEqual([KNUTH, SHANNON]);
    }
  });
});

test('<a name="ref_K">[K]</a>: a colon behind the element that holds the label', () => {
  const text = `See [[1]](#ref1) and [[4]](#ref4).\n\n## Literatur\n\n<a name="ref1">[1]</a>: ${KNUTH}\n\n<a name="ref_S">[S]</a>: ${SHANNON}\n\n<a name="ref_L48">[L48]</a>: ${LOVELACE}\n`;
  expect(keysOf(text)).toEqual(['ref1', 'ref_S', 'ref_L48']);
  expect(read(text).references.map((reference) => reference.text)).toEqual([KNUTH, SHANNON, LOVELACE]);
  expect(cites(text)).toEqual([
    ['link', '#ref1'],
    ['link', '#ref4'],
  ]);
});

test('<p id="ref-knuth">: a paragraph of HTML with an anchor is an item', () => {
  const item = (id: string, work: string) =>
    `<p id="ref-${id}">${work.replace(/\*/g, '')} <a href="#c">↩</a></p>`;
  const page = (link: string) =>
    `See [Knuth (1984)](#ref-${link}).\n\n## References\n\n${item('knuth', KNUTH)}\n\n${item('lovelace', LOVELACE)}\n\n<p>An aside.</p>\n`;
  expect(keysOf(page('knuth'))).toEqual(['ref-knuth', 'ref-lovelace']);
  expect(cites(page('knuth'))).toEqual([['link', '#ref-knuth']]);
  expect(keysOf(`## References\n\n<ul>\n<li id="a"><p id="b">${KNUTH}</p></li>\n</ul>\n`)).toEqual(['a']);
});

describe('[arXiv][12] on a page whose links are defined by number', () => {
  const problems = (text: string, definitions: readonly number[] = [1, 2, 6]) =>
    read(
      `## References\n\n${text}\n\n${definitions.map((number) => `[${number}]: https://arxiv.org/abs/1706.0376${number} "Attention"`).join('\n')}\n`,
    ).problems.map(({ messageId }) => messageId);

  test('no link is defined as 12', () => {
    expect(problems('See ([arXiv][6]) and ([arXiv][12]).')).toEqual(['undefined-link-number']);
    expect(problems('See ([arXiv][6]), ([arXiv][1]).')).toEqual([]);
  });

  test('code, mathematics, indices, links, single letters and words', () => {
    for (const text of [
      '`[arXiv][12]`',
      '$[ab][12]$',
      'rows[ab][12]',
      '[arXiv][12](https://arxiv.org)',
      '[x][12]',
      '[arXiv][twelve]',
      '[12][13]',
    ])
      expect(problems(text), text).toEqual([]);
  });

  test('[4] alone, where the page cites by such numbers', () => {
    expect(problems('See [1], [2] and [4].')).toEqual(['undefined-link-number']);
    expect(problems('See [1], [[2]] and [[4]].')).toEqual(['undefined-link-number']);
    expect(problems('See [arXiv][1], [arXiv][2] and [4].')).toEqual([]);
    expect(problems('See [1], [2], eq. [4], rows[4], x = [4], [40], [4, 5] and `[4]`.')).toEqual([]);
    expect(problems(`See [1], [2] and [4].\n\n1. ${KNUTH}\n2. ${SHANNON}`)).toEqual([]);
  });

  test('hardly any link is defined by number', () => {
    expect(problems('See ([arXiv][12]).', [1])).toEqual([]);
  });
});

test('{{< references >}} and its end on the lines around the items', () => {
  const tag = '\uE000'.repeat(18);
  const page = `## References\n\n${tag}\n{#Knuth84} ${KNUTH}\n{#Lovelace} ${LOVELACE}\n${tag}\n`;
  expect(read(page).references.map(({ key, text }) => [key, text])).toEqual([
    ['Knuth84', KNUTH],
    ['Lovelace', LOVELACE],
  ]);
  expect(read(`## References\n\n${tag}\n`).references).toEqual([]);
});

describe('a list in a block quote', () => {
  test('is read where nothing stands outside of it', () => {
    const text = `# A\n\n## References\n\n> [1] ${KNUTH}\n>\n> [2] ${LOVELACE}\n\n> [3] ${SHANNON}\n\n## Notes\n\nText.\n`;
    expect(keysOf(text)).toEqual(['1', '2', '3']);
  });

  test('is what was quoted of an item where the list stands outside', () => {
    const text = `## References\n\n- ${LOVELACE}\n\n> ${KNUTH}\n\n- ${SHANNON}\n`;
    expect(read(text).references.map((reference) => reference.text)).toEqual([LOVELACE, SHANNON]);
  });
});

describe('a reference over several lines, with hard breaks', () => {
  const parts = (end: string) => `${['Knuth, D. E. (1984).', 'Literate programming.'].join(end)}${end}`;
  const rest = '*The Computer Journal*, 27(2), 97–111.';
  const texts = (list: string) => read(`## References\n\n${list}\n`).references.map(({ text }) => text);

  test.each(['  \n', '\\\n', '<br>\n'])('(1984).%j the title stands behind the year', (end) => {
    const [first, second] = texts(`${parts(end)}${rest}${end}${SHANNON}`);
    expect(first).toContain('Literate programming.');
    expect(first).toContain('97–111.');
    expect(second).toBe(SHANNON);
  });

  test('[1] Knuth, D. E. (1984).  \\nLiterate programming: numbers begin the items', () => {
    const list = `[1] ${parts('  \n')}${rest}  \n[2] ${LOVELACE}\n\n[3] ${SHANNON}  \nhttps://example.org/shannon`;
    expect(texts(list)).toEqual([KNUTH, LOVELACE, `${SHANNON} https://example.org/shannon`]);
  });

  test('a line that ends with the year of a whole reference', () => {
    const springer = 'Knuth, D. E.: Literate programming. Comput. J. 27(2), 97–111 (1984)';
    const ieee = 'D. E. Knuth, “Literate programming,” *Computer Journal*, 1984.';
    expect(texts(`${springer}  \n${ieee}  \nhttps://example.org/note\\\n${LOVELACE}`)).toEqual([
      springer,
      ieee,
      LOVELACE,
    ]);
  });
});

describe('<h2>References</h2>, a heading in HTML', () => {
  const textsOf = (text: string, flavor: 'goldmark' | 'kramdown') =>
    readText(text, flavor).references.map((reference) => reference.text);

  test.each(['goldmark', 'kramdown'] as const)(
    'over a list in Markdown and up to the next one: %s',
    (flavor) => {
      const list = `1. ${KNUTH}\n2. ${SHANNON}\n\n<h3 id="books">Books</h3>\n\n- ${LOVELACE}`;
      const page = `a [1]\n\n<h2 class="title">References</h2>\n\n${list}\n\n<h2>Comments</h2>\n\n- ${KNUTH}\n`;
      expect(textsOf(page, flavor)).toEqual([KNUTH, SHANNON, LOVELACE]);
      expect(readText(page, flavor).references.map(({ key }) => key)).toEqual(['1', '2', undefined]);
    },
  );

  test.each(['goldmark', 'kramdown'] as const)('in one block with a list in HTML: %s', (flavor) => {
    const list = `<ol>\n<li id="a">${KNUTH}</li>\n<li id="b">${SHANNON}</li>\n</ol>`;
    const page = `<h3>References:</h3>\n${list}\n<h3>Comments</h3>\n<ol><li>${LOVELACE}</li></ol>\n`;
    expect(textsOf(page, flavor)).toEqual([KNUTH, SHANNON]);
  });

  test('no other heading, and none that nothing closes', () => {
    expect(textsOf(`<h2>Comments</h2>\n\n- ${KNUTH}\n`, 'goldmark')).toEqual([]);
    expect(textsOf(`<h2>References\n\n- ${KNUTH}\n`, 'goldmark')).toEqual([]);
  });
});
