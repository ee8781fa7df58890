import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportHtml } from '../../src/report/html.ts';
import { exampleSites, runOfExample, runOfFolder } from '../support/example-report.ts';
import { hasChromium, openBrowser, type ReportBrowser } from '../support/report-browser.ts';
import { hasShared, shared } from '../support/shared.ts';

/** The corpus sites with most bytes of text; their reports are the longest. */
function largestSites(count: number): string[] {
  if (!hasShared) return [];
  const bytes = (folder: string): number =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
      (sum, path) => sum + statSync(join(folder, path)).size,
      0,
    );
  return readdirSync(shared('corpus/sites'))
    .map((name) => ({ name, size: bytes(shared(`corpus/sites/${name}`)) }))
    .sort((a, b) => b.size - a.size)
    .slice(0, count)
    .map(({ name }) => name);
}

describe.skipIf(!hasChromium)('the HTML report of real sites', () => {
  let browser: ReportBrowser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** Clicks through all of a report; every filter shows what its number says, and nothing goes wrong. */
  async function clickThrough(report: string, findings: number): Promise<void> {
    const { page, complaints } = await browser.open(report);
    const visible = () => page.locator('.finding:visible').count();
    for (const link of await page.locator('nav a').all()) {
      await link.click();
      const part = (await link.getAttribute('href')) ?? '';
      await page.locator(`main > section${part}`).waitFor();
      await expect.poll(() => page.locator('main > section:visible').count()).toBe(1);
    }
    if (findings > 0) {
      await page.evaluate("location.hash = 'findings'");
      await expect.poll(visible).toBe(findings);
      for (const choice of await page.locator('#rules .choice').all()) {
        await choice.click();
        await expect.poll(visible).toBe(Number(await choice.locator('.count').textContent()));
      }
      await page.getByRole('radio', { name: 'all rules' }).check();
      await page.getByRole('radio', { name: 'by rule' }).check();
      const counts = await page.locator('.group:visible > summary .count').allTextContents();
      expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(findings);
    }
    const width = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(width).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await page.close();
  }

  test.each(exampleSites)('examples/%s', { timeout: 120_000 }, async (name) => {
    const { findings, run } = await runOfExample(name);
    await clickThrough([...reportHtml(findings, run)].join(''), findings.length);
  });

  test.each(largestSites(3))('%s', { timeout: 120_000 }, async (name) => {
    const { findings, run } = await runOfFolder(shared(`corpus/sites/${name}`), name);
    await clickThrough([...reportHtml(findings, run)].join(''), findings.length);
  });
});
