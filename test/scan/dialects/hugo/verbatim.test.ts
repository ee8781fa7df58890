import { describe, expect, it } from 'vitest';
import { readShortcodeTemplate } from '../../../../src/scan/dialects/hugo/templates.ts';
import { verbatimRegions, withBodies } from '../../../../src/scan/dialects/hugo/verbatim.ts';
import { lexHugoShortcodes } from '../../../../src/scan/template/hugo/shortcode.ts';
import { hugoDialect } from '../../../support/hugo-dialect.ts';

const read = (name: string, template: string) =>
  readShortcodeTemplate(name, template, `layouts/shortcodes/${name}.html`);

describe('a template prints its body as it is', () => {
  it.each([
    ['<pre class="mermaid">{{ .Inner }}</pre>'],
    ['<div class="mermaid">\n  {{- .Inner | safeHTML -}}\n</div>'],
    ['{{ $code := .Inner }}{{ highlight (trim $code "\\n") (.Get 0) "" }}'],
    ['<samp>{{ htmlEscape .Inner }}</samp>'],
    ['<script type="text/x">{{ $.Inner }}</script>'],
  ])('%s', (template) => {
    expect(read('box', template).verbatim).toBe(true);
  });

  it.each([
    ['<div>{{ .Inner }}</div>'],
    ['<div>{{ .Inner | markdownify }}</div>'],
    ['<pre>{{ .Get 0 }}</pre>{{ .Inner }}'],
    ['<pre>{{ .Inner }}</pre>{{ .Page.RenderString .Inner }}'],
    ['<pre>{{ partial "code.html" .Inner }}</pre>'],
    ['<pre>{{ .Get 0 }}</pre>'],
  ])('not %s', (template) => {
    expect(read('box', template).verbatim).toBeUndefined();
  });
});

const bodies = (text: string, dialect = hugoDialect([], false)) =>
  verbatimRegions(lexHugoShortcodes(text, 0).shortcodes, dialect).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('the bodies Goldmark does not see', () => {
  it('of highlight, whatever its marks, and of what themes call so', () => {
    expect(
      bodies('{{< highlight c >}}a[^1]{{< /highlight >}} {{% highlight c %}}b{{% /highlight %}}'),
    ).toEqual(['a[^1]', 'b']);
    expect(bodies('{{< mermaid >}}A{{< /mermaid >}} {{% mermaid %}}B{{% /mermaid %}}')).toEqual(['A']);
    expect(bodies('{{< note >}}A{{< /note >}}')).toEqual([]);
  });

  it('not of a tag that nothing closes, nor of a template that renders', () => {
    expect(bodies('{{< highlight c >}} {{< highlight c >}}a{{< /highlight >}} {{< code >}} b')).toEqual([
      'a',
    ]);
    const renders = read('highlight', '{{ .Inner | markdownify }}');
    expect(bodies('{{< highlight >}}a{{< /highlight >}}', hugoDialect([renders]))).toEqual([]);
  });

  it('take the tags inside along', () => {
    const region = (start: number, end: number) => ({ start, end });
    const tags = [region(0, 5), region(7, 9), region(20, 25), region(30, 35)];
    expect(withBodies(tags, [region(5, 20)])).toEqual([
      region(0, 5),
      region(5, 20),
      region(20, 25),
      region(30, 35),
    ]);
  });
});
