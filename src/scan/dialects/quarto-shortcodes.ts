import type { Region } from '../../model.ts';
import { mask } from '../../text/mask.ts';

/** No shortcode is longer, so that an open one costs little. */
const LONGEST = 4096;

/** Quarto's `{{< name args >}}` are run before Pandoc sees them: masked at equal length. */
export function maskQuartoShortcodes(text: string, body: Region): string {
  const regions: Region[] = [];
  for (let start = text.indexOf('{{<', body.start); start !== -1; ) {
    const close = text.indexOf('>}}', start);
    const isClosed = close !== -1 && close - start < LONGEST && !/\n\s*\n/.test(text.slice(start, close));
    if (isClosed) regions.push({ start, end: close + 3 });
    if (close === -1) break;
    start = text.indexOf('{{<', isClosed ? close + 3 : start + 3);
  }
  return mask(text, regions);
}
