import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import conflictingReference from '../../rules/references/conflicting-reference.ts';
import { reportHtml } from '../../src/report/html.ts';
import { lintFiles } from '../support/lint-files.ts';
import { hasChromium, openBrowser, type ReportBrowser } from '../support/report-browser.ts';
import { print, sampleFiles, sampleFinding, sampleFindings, sampleRun } from './sample-run.ts';

const ART = 'Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.';
const C = 'Kernighan, B. W., & Ritchie, D. M. (1988). *The C Programming Language*. Prentice Hall.';
const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html': '<sup title="{{ .Get 1 }}">{{ .Get 0 }}</sup>\n',
  'content/posts/heap.md': `---\ntitle: Heap\n---\nOld{{< cite "knuth97" "${ART.replace('1997', '1998')}" >}}, and terse{{< cite "kr88" "${C}" >}}.\n`,
  'content/posts/2024-05-01-sorting.md': `---\ntitle: Sorting\n---\nOld{{< cite "knuth97" "${ART}" >}}.\n`,
};

/** The page about the small site: one conflict, two works, two pages. */
async function siteReport(): Promise<string> {
  const { findings, project } = await lintFiles(site, conflictingReference);
  return print(reportHtml(findings, sampleRun(site, { project, rules: [conflictingReference] })));
}

const plain = print(reportHtml(sampleFindings, sampleRun(sampleFiles)));

describe('the file', () => {
  test('loads nothing and allows nothing but its own style and script', () => {
    expect(plain).not.toMatch(/\b(?:src|href)="(?!#)/);
    expect(plain).not.toMatch(/url\(|@import|https?:/);
    expect(plain).toMatch(
      /content="default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'"/,
    );
    expect(plain).not.toMatch(/ style="| on\w+="/);
  });

  test('conflicting texts stand side by side, with what differs marked', async () => {
    const report = await siteReport();
    expect(report).toContain('<h3><code>knuth97</code></h3>');
    expect(report).toContain('Knuth, D. E. (<mark>1998</mark>)');
    expect(report).toContain('Knuth, D. E. (<mark>1997</mark>)');
  });

  test('works are counted over all pages, under their names', async () => {
    const report = await siteReport();
    expect(report).toContain('2 works, 3 citations on 2 pages.');
    expect(report).toMatch(
      /<strong><bdi>Knuth 1997<\/bdi><\/strong> <bdi class="title">The Art of Computer Programming<\/bdi> <code>knuth97<\/code><\/summary>/,
    );
    expect(report).toContain('<strong><bdi>Kernighan &amp; Ritchie 1988</bdi></strong>');
    expect(report).toContain('title="content/posts/2024-05-01-sorting.md">sorting</span>');
  });

  test('a clean run without a project is a page too', () => {
    const report = print(reportHtml([], sampleRun({})));
    expect(report).toContain('Nothing was found in 0 files.');
    expect(report).toContain('<title>Citation report: no findings</title>');
    expect(report).not.toContain('<nav');
    expect(report).not.toContain('<section id="citations"');
  });
});

describe.skipIf(!hasChromium)('in a browser', () => {
  let browser: ReportBrowser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  const open: ReportBrowser['open'] = (report, options) => browser.open(report, options);

  // The page answers a click on a link to one of its parts only after the click has returned, so what is seen after it
  // is waited for.
  const visible = (page: Page) => page.locator('.finding:visible').count();
  const showPart = async (page: Page, name: string): Promise<void> => {
    await page.getByRole('navigation').getByRole('link', { name }).click();
    await page.getByRole('region', { name, exact: true }).waitFor();
  };

  test('the findings are filtered by level, rule and words, and grouped by page or rule', async () => {
    const { page, complaints } = await open(plain);
    const status = page.getByRole('status');
    await expect.poll(() => visible(page)).toBe(3);
    await page.getByRole('checkbox', { name: 'error' }).uncheck();
    await expect.poll(() => visible(page)).toBe(2);
    await expect.poll(() => status.textContent()).toBe('2 of 3 findings');
    await page.getByRole('checkbox', { name: 'error' }).check();
    await page.getByRole('radio', { name: 'malformed-reference' }).check();
    await expect.poll(() => visible(page)).toBe(2);
    await page.getByRole('radio', { name: 'all rules' }).check();
    await page.getByRole('checkbox', { name: 'only with a fix' }).check();
    await expect.poll(() => visible(page)).toBe(1);
    await page.getByRole('checkbox', { name: 'only with a fix' }).uncheck();
    await page.getByRole('searchbox', { name: 'Search' }).fill('REFS.bib');
    // The word stands in the path of one finding and in another place of the other.
    await expect.poll(() => visible(page)).toBe(2);
    await page.getByRole('searchbox').fill('');
    await expect
      .poll(() => page.locator('.group h3').allTextContents())
      .toEqual(['content/heap.md', 'refs.bib']);
    await page.getByRole('radio', { name: 'by rule' }).check();
    await expect
      .poll(() => page.locator('.group h3').allTextContents())
      .toEqual(['malformed-reference', 'undefined-key']);
    expect(await page.locator('.group > p').first().textContent()).toBe(
      'Disallow references that lack a part.',
    );
    await page.getByRole('radio', { name: 'by page' }).check();
    await expect.poll(() => visible(page)).toBe(3);
    await expect.poll(() => status.textContent()).toBe('3 findings');
    await page.locator('.group summary').first().click();
    await expect.poll(() => visible(page)).toBe(1);
    await page.locator('.group summary').first().click();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('one part is shown at a time, and its address leads to it', async () => {
    const { page, complaints } = await open(await siteReport());
    const parts = ['Findings', 'Conflicts', 'Citations'];
    for (const name of [...parts.slice(1), 'Findings']) {
      await showPart(page, name);
      for (const other of parts) {
        const shown = page.getByRole('region', { name: other, exact: true });
        await expect.poll(() => shown.count()).toBe(other === name ? 1 : 0);
      }
      expect(await page.locator('nav a[aria-current]').textContent()).toContain(name);
      expect(page.url()).toMatch(new RegExp(`#${name.toLowerCase()}$`));
    }
    await page.goBack();
    await page.getByRole('region', { name: 'Citations', exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('a work leads to its findings, a number to the findings of its level', async () => {
    const { page } = await open(await siteReport());
    await page.getByRole('link', { name: 'Citations' }).click();
    await page.getByRole('link', { name: 'findings', exact: true }).click();
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('knuth97');
    await expect.poll(() => visible(page)).toBe(1);
    await page.close();
    const { page: other } = await open(plain);
    await other.getByRole('link', { name: '1 note' }).click();
    await expect.poll(() => visible(other)).toBe(1);
    await expect.poll(() => other.getByRole('checkbox', { name: 'error' }).isChecked()).toBe(false);
    await other.close();
  });

  test('the keyboard reaches everything, and parts have names', async () => {
    const { page } = await open(await siteReport());
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the report');
    const stops = new Set<string>();
    const press = async (times: number) => {
      for (let count = 0; count < times; count++) {
        await page.keyboard.press('Tab');
        stops.add(await page.evaluate('document.activeElement.tagName'));
      }
    };
    await press(20);
    await page.getByRole('link', { name: 'Citations' }).press('Enter');
    await page.getByRole('region', { name: 'Citations', exact: true }).waitFor();
    await press(20);
    expect([...stops]).toEqual(expect.arrayContaining(['A', 'SUMMARY', 'INPUT', 'DIV']));
    const table = page.getByRole('table');
    expect(await table.getByRole('rowheader').allTextContents()).toEqual([
      'Knuth 1997',
      'Kernighan & Ritchie 1988',
    ]);
    await page.keyboard.press('/');
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('search');
    await page.keyboard.type('nothing like this');
    await expect.poll(() => visible(page)).toBe(0);
    await page.keyboard.press('Escape');
    await expect.poll(() => visible(page)).toBe(1);
    await page.close();
  });

  test('what assistive technology sees has no part without a name', async () => {
    const { page } = await open(await siteReport());
    for (const name of ['Findings', 'Conflicts', 'Citations']) {
      await showPart(page, name);
      expect(await page.evaluate(NAMELESS)).toEqual([]);
    }
    expect(await page.evaluate(HEADINGS)).toEqual([]);
    await page.close();
  });

  test('thousands of findings are filtered without freezing', { timeout: 120_000 }, async () => {
    const text = 'Old [@knuth84] words.\n'.repeat(50);
    const files = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`content/p${index}.md`, text]),
    );
    const many = Object.keys(files).flatMap((path) =>
      Array.from({ length: 50 }, (_, line) =>
        sampleFinding({ path, region: { start: line * 22 + 5, end: line * 22 + 13 } }),
      ),
    );
    const { page, complaints } = await open(print(reportHtml(many, sampleRun(files))));
    expect(await page.getByRole('status').textContent()).toBe('5000 findings');
    const started = performance.now();
    await page.getByRole('searchbox').fill('p17.md');
    await expect.poll(() => visible(page)).toBe(50);
    // A tenth of it on a machine at rest; what is held here is that it does not grow with the square.
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('without scripts all findings can be read', async () => {
    const { page } = await open(plain, { javaScriptEnabled: false });
    await expect.poll(() => visible(page)).toBe(3);
    expect(await page.locator('#filter').isVisible()).toBe(false);
    await page.close();
  });

  test.each(['light', 'dark'] as const)(
    'in %s colours every text has a contrast of 4.5 or more',
    async (colorScheme) => {
      for (const report of [await siteReport(), plain, print(reportHtml([], sampleRun({})))]) {
        const { page } = await open(report, { colorScheme });
        await page.evaluate(
          "for (const part of document.querySelectorAll('.away')) part.classList.remove('away')",
        );
        expect(await page.evaluate(CONTRASTS)).toEqual([]);
        await page.close();
      }
    },
  );

  test('on a phone nothing sticks out', async () => {
    const { page } = await open(await siteReport(), { viewport: { width: 360, height: 640 } });
    for (const name of ['Conflicts', 'Citations', 'Findings']) {
      await showPart(page, name);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    }
    expect(await page.getByRole('radio', { name: 'by rule' }).isVisible()).toBe(false);
    await page.getByText('Filters').click();
    await page.getByRole('radio', { name: 'by rule' }).waitFor();
    await page.close();
  });

  test('hostile text is shown and nothing of it runs', async () => {
    const payload = `</script></style><script>alert(1)</script><img src=x onerror="alert(1)">'">&lt;${'\u202e'}`;
    const files = { [payload]: payload };
    const at = { path: payload, region: { start: 0, end: payload.length } };
    const fixes = [{ title: payload, safety: 'safe' as const, edits: [{ ...at, text: payload }] }];
    const finding = sampleFinding(at, {
      message: payload,
      ruleId: payload,
      related: [{ at, message: payload }],
      fixes,
    });
    const { page, complaints } = await open(print(reportHtml([finding], sampleRun(files))));
    expect(await page.locator('.message').textContent()).toBe(payload.replace('\u202e', '\\u{202e}'));
    expect(await page.locator('img, .finding script').count()).toBe(0);
    await page.getByRole('radio', { name: 'by rule' }).check();
    expect(await page.locator('img, .finding script').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

/** Texts of the page whose colour is too near to the colour behind them; runs in the browser. */
const CONTRASTS = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, below) => top.slice(0, 3).map((value, i) => value * top[3] / 255 + below[i] * (1 - top[3] / 255));
  const behind = (element) => {
    const below = element.parentElement ? behind(element.parentElement) : [255, 255, 255];
    return over(rgba(getComputedStyle(element).backgroundColor), below);
  };
  const light = (color) => {
    const [r, g, b] = color.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const weak = [];
  for (const element of document.querySelectorAll('body *')) {
    const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (!text || element.tagName === 'SCRIPT') continue;
    const [a, b] = [light(rgba(getComputedStyle(element).color).slice(0, 3)), light(behind(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) weak.push(element.tagName + '.' + element.className + ' ' + contrast.toFixed(2));
  }
  return [...new Set(weak)];
})()`;

/** What can be reached or jumped to and has no name; runs in the browser. */
const NAMELESS = `[...document.querySelectorAll('a, button, summary, input, [role=region], nav, section, form')].filter((element) => {
  const labels = element.labels ? [...element.labels].map((label) => label.textContent).join('') : '';
  const ids = (element.getAttribute('aria-labelledby') || '').split(' ').filter(Boolean);
  const named = ids.map((id) => (document.getElementById(id) || { textContent: '' }).textContent).join('');
  const own = ['A', 'BUTTON', 'SUMMARY'].includes(element.tagName) ? element.textContent : '';
  return (labels + named + own + (element.getAttribute('aria-label') || '')).trim() === '';
}).map((element) => element.outerHTML.slice(0, 100))`;

/** Headings that skip a level; runs in the browser. */
const HEADINGS = `[...document.querySelectorAll('h1, h2, h3')].map((heading) => Number(heading.tagName[1]))
  .filter((level, index, levels) => level > (levels[index - 1] || 0) + 1)`;
