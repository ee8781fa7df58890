import { defineRule, type Fix } from '../../src/model.ts';
import {
  proxiedHost,
  redirectTarget,
  splitUrl,
  trackingParts,
  withoutTracking,
} from '../../src/work/identifiers.ts';
import { eachIdentifier, type IdentifierPlace } from '../shared/identifiers.ts';

/** Such a URL tells where its author came from, ages with the session, or opens for members of one university. */
export default defineRule({
  id: 'tracking-url',
  description: 'Disallow tracking parameters, session ids, counted redirects and library proxies in URLs.',
  scope: 'files',
  level: 'warning',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'safe',
  messages: {
    tracking: 'URL carries {names}, which the page does not need.',
    redirect: 'URL leads through {host}, which notes who follows it; the page itself is `{target}`.',
    proxy: 'URL leads through the proxy of a library; readers elsewhere cannot open it.',
  },
  options: {},

  check(project, { report }) {
    eachIdentifier(project, 'url', (place) => {
      const { text } = place;
      const target = redirectTarget(text.trim());
      if (target !== undefined) {
        const through = splitUrl(text.trim())?.host ?? '';
        const fixes = rewrite(place, target, 'suggest');
        report({ at: place.at(), messageId: 'redirect', data: { host: `\`${through}\``, target }, fixes });
        return;
      }
      const [first, ...others] = trackingParts(text);
      if (first !== undefined) {
        const end = others.at(-1)?.region.end ?? first.region.end;
        const names = [...new Set([first, ...others].map(({ name }) => `\`${name}\``))].join(', ');
        const fixes = rewrite(place, withoutTracking(text), 'safe');
        report({
          at: place.at({ start: first.region.start, end }),
          messageId: 'tracking',
          data: { names },
          fixes,
        });
      }
      const host = proxiedHost(text);
      if (host === undefined) return;
      const direct = host === '' ? undefined : text.replace(/:\/\/[^/?#]*/, `://${host}`);
      const fixes = direct === undefined ? [] : rewrite(place, direct, 'suggest');
      report({ at: place.at(), messageId: 'proxy', fixes });
    });
  },
});

/** An escape such as `\\&` belongs to the parameter in front of it or behind, and nobody can tell to which. */
function rewrite(place: IdentifierPlace, url: string, safety: Fix['safety']): Fix[] {
  if (!place.exact || /[\\{}]/.test(place.text)) return [];
  const { path, region } = place.at();
  return [{ title: `Write \`${url.trim()}\``, safety, edits: [{ path, region, text: url }] }];
}
