import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { isAvailable } from './tools.ts';

const CHROMIUM = '/usr/bin/chromium';

/** Whether HTML reports can be opened. */
export const hasChromium: boolean = isAvailable(
  existsSync(CHROMIUM),
  CHROMIUM,
  'the HTML report is not opened in a browser',
);

/** A browser that opens reports from files, as a reader does. */
export interface ReportBrowser {
  /** The page; whatever the browser complains of, and whatever the page asks the network for, lands in the list. */
  open(
    report: string,
    options?: Parameters<Browser['newPage']>[0],
  ): Promise<{ readonly page: Page; readonly complaints: readonly string[] }>;
  close(): Promise<void>;
}

/** Starts the installed Chromium without a window. */
export async function openBrowser(): Promise<ReportBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'bibliolint-html-'));
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  return {
    async open(report, options = {}) {
      const file = join(folder, 'report.html');
      writeFileSync(file, report);
      const page = await browser.newPage(options);
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('dialog', async (dialog) => {
        complaints.push(dialog.message());
        await dialog.dismiss();
      });
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) complaints.push(request.url());
      });
      await page.goto(pathToFileURL(file).href);
      return { page, complaints };
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
