import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import { expect, test } from 'vitest';
import { slowAtStart, type WrittenExpression, writtenExpressions } from '../support/regular-expressions.ts';

/**
 * What recheck calls vulnerable and what bounds it, so that no text of any length makes it slow. Anything else that it
 * calls vulnerable has to be written otherwise.
 */
const BOUNDED: ReadonlyMap<string, string> = new Map(
  (
    [
      [
        /(?:\/(?:full|abstract|pdf|epdf|html|meta|fulltext|summary|references))+$/i,
        'given at most 500 characters',
      ],
      [
        /(?<!\\)\\(?:foot|paren|text|auto)?cite(?:p|t|alp|alt|author|year|yearpar)?\*?(?:\[[^[\]\n]{0,100}\]){0,2}\{\s{0,9}([^{},\s]{1,200})(?:[,\s][^{}\n]{0,300})?\}/g,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /(?:,?\s{1,9}(?:and\s{1,9})?(?=[^\s,])|,?(?=等))(u\.\s?(?:v\.\s?)?a\.|(?:и\s{1,9})?др\.|y\s{1,9}otros|e\s{1,9}outros|m\.\s?fl\.|等)\s{0,9}$/,
        'every repetition is bounded, so each place costs a constant',
      ],
      [/(?:\\|[ \t]+)$/, 'given the last 200 characters of a line'],
      [/(?:\d{4}-\d\d-\d\d-)?([^/]+?)\.[A-Za-z]+$/, 'given a path'],
      [/(?:\s*,)?\s*(?:\band\s+)?$/i, 'given the 40 characters before'],
      [
        /(?:^|\.)(?:(?:[\w-]{0,60}(?:ezproxy|ez-proxy|libproxy|webvpn|remotexs|proxy-?lib)[\w-]{0,60}\.)[\w.-]+|idm\.oclc\.org|(?:proxy|pxy)\.(?:lib|library|bib)[\w.-]*)$/i,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /(?:^|\/)(?:tests?|testthat|testdata|test-data|fixtures|__tests__|__fixtures__|e2e|skeleton)\/|(?:^|\/)(?:inst\/(?:.*\/)?templates|themes\/[^/]+)\//,
        'given a path',
      ],
      [/(?:bib[^/]*\.json|\.bib)$/i, 'given a path'],
      [/(?:bib|ref|cit)[^/]*\/$/i, 'given the 200 characters of a template before an action'],
      [/(?:https?:|www\.|doi|10\.\d{4,9}\/)\S*$/i, 'given the last 300 characters'],
      [/([\w:-]+)\s*=\s*["']?([^"'<>]*)$/, 'given the 200 characters of a template before an action'],
      [/(`+)[\s\S]*?\1|\[([^\]]*)\]\([^)]*\)|\*\*([^*]+)\*\*/g, 'given the pages of our own rules'],
      [
        /<(?:li|aside|small|p|dd|div|span|cite)\b[^>]*>\s*$/i,
        'given the 200 characters of a template before an action',
      ],
      [
        /\b(site\.data|page)\.([\w-]{1,60})\s{0,9}\|\s{0,9}where_exp:\s{0,9}["'](\w{1,60})["']\s{0,9},\s{0,9}["'](\w{1,60})\.(\w{1,60})\s{0,9}==\s{0,9}include\.([\w-]{1,60})(?:\s{1,9}or\s{1,9}(\w{1,60})\.(\w{1,60})\s{1,9}contains\s{1,9}include\.([\w-]{1,60}))?["']/g,
        'every repetition is bounded, so each place costs a constant',
      ],
      [/<a\b[^>]*>\s*$/i, 'given the 200 characters of a template before an action'],
      [/<d-cite\b[^>]*$/i, 'given the 200 characters of a template before an action'],
      [/[ \t]*#\+([^:\r\n]+):[ \t]*([^\r\n]*)/y, 'sticky, and nothing follows that could fail'],
      [
        /[ ]*(?:-[ \t]+)*(?:[^\s"'#&*!|>%@`[\]{},:](?:[^:\r\n]|:(?=\S))*:[ \t]+)?/y,
        'sticky, and nothing follows that could fail',
      ],
      [/[\s.-]+$/, 'longer headings are not asked'],
      [/[\w.-]*$/, 'given at most 60 characters'],
      [/[^\p{L}\d_}]+$/u, 'given at most 300 characters'],
      [/[^\s,]*$/, 'given at most 300 characters'],
      [/\.(?=\d+$)/, 'given at most 60 characters'],
      [
        /\.pdf(?=[?#]|$)|[?#]|\s{0,9}\[[\w.\- ]{1,40}\]$|\/$/i,
        'every repetition is bounded, so each place costs a constant',
      ],
      [/\/\S?\s*[>%]?\s*\}*$/, 'given the last 12 characters of a tag'],
      [
        /^([^\d#]{0,80}?)[\s,]*(?:\b(?:No|Nos|Nr|Number)\b\.?|#)?[:\s]*([A-Za-z]{0,12}[-.]?[\w./–-]*\d[\w./–-]*)\.?$/i,
        'given at most 200 characters',
      ],
      [/[\s,.:]+$/, 'given at most 200 characters'],
      [
        /^(?:%s)?[\w./-]+\.bib$|^(?:%s)?[\w./-]*(?:bib|ref|cit|sources|works|lit)[\w-]*\.(?:json|ya?ml|toml)$/i,
        'given at most 200 characters',
      ],
      [
        /^((?:1[5-9]|20)\d\d[a-z]?)(?:[,:]\s*([^()[\]]{1,40}))?$/,
        'given a bracket of at most 200 characters',
      ],
      [
        /\/wiki\/[^?#]{0,300}\.$|[/_-](?:Inc|Ltd|Co|Corp|Bros|Jr|Sr|St|Mt|Dr|vs|etc|[A-Z]\.[A-Z])\.$/,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /(?<![[\]])\[(?:[^[\]\n]{0,200}[\s;])?-?@[\p{L}\d_][\p{L}\d_:.#$%&+?<>~-]{0,100}(?:[\s,;][^[\]\n]{0,500})?\](?!\(|:[ \t]?<?https?:)/u,
        'every repetition is bounded, so each place costs a constant',
      ],
      [/\[[^\]]+\]|[\w-]+\??/g, 'longer texts are keys and not asked'],
      [
        /\b(?:id|name)\s{0,3}=\s{0,3}["']?([^"'\s<>]{1,100})|\{[^{}\n#]{0,100}#([\w:.-]{1,100})/g,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /\bregister_tag\s{0,9}\(?\s{0,99}(?:["'](\w{1,99})["']|:(\w{1,99}))\s{0,99},\s{0,99}([\w:]{1,200})/g,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /\p{L}[\p{L}\d]{0,80}\p{Lu}[\p{L}\d]*/gu,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /\s*(?:,|\/|&|\+|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|和|及|與|与)\s*|\s(?:a|i|in|och|og|ja|és|și|ve|và|dan|и|та|και)\s/,
        'longer headings are not asked',
      ],
      [/\s{0,9}\([^()]{0,40}\)$/, 'every repetition is bounded, so each place costs a constant'],
      [
        /^([^@;]*)(?<![\p{L}\p{N}_.])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_-])?)(?:,\s*([^;]+))?/u,
        'given at most 2500 characters',
      ],
      [
        /^import\s{1,9}(?:[\w$*{][^\n]{0,300}\sfrom\s{0,9})?['"]|^export\s{1,9}(?:const|let|var|function|async|class|default|\{|\*)|^ {0,3}<\/?[A-Z][A-Z\d]{0,9}[a-z]|<[a-z][\w-]{0,30} [^<>\n]{0,300}[a-z]=\{|^<>|\{\/\*/m,
        'every repetition is bounded, so each place costs a constant',
      ],
      [/^((?:.*\/)?content[^/]*\/(?:[a-z]{2}(?:-[A-Za-z]{2,4})?\/)?)(.*)$/, 'given a path'],
      [/^(.*?)(\d+)$/, 'given the last 40 characters'],
      [
        /^(?:[-\u2010-\u2015\u2212]{1,8}|---.{0,200}|\+{1,8})[ \t]*$/,
        'anchored, and what repeats is bounded or of one kind',
      ],
      [
        /^(?:\[\])?\{:?[^{}\n#]{0,500}#([\w:.-]{1,200})[^{}\n]{0,500}\}\s*/,
        'every repetition is bounded, so each place costs a constant',
      ],
      [/^(?:\d[\d.]*|\(\S+\.\.\S+\))$/, 'longer texts are keys and not asked'],
      [/^(?:\{([^{]*)\})?([^{]*)(?:\{([^{]*)\})?$/, 'given at most 1000 characters'],
      [
        /^(?:the )?proc(?:eedings|\.)? (?:of )?(?:the )?(?:.*\b(?:soc(?:iety|\.)|acad(?:emy|\.)|institut(?:e|ion)|nat(?:ional|l|\.)|royal|r\.)|ieee|ire\b|acm on|vldb endowment|aristotelian)/i,
        'anchored: one place to start from',
      ],
      [
        /^([\t >]*)(`{3,})[ \t]*(\{(\{?[A-Za-z][\w.+-]{0,80})([^\n]{0,2000})\})[ \t]*$/,
        'every repetition is bounded, so each place costs a constant',
      ],
      [/^(`{3,})(.*)$/, 'given the pages of our own rules'],
      [
        /^(themes\/[^/]+\/)?layouts\/_?shortcodes\/(.+?)(?:\.[\w-]+)*\.(?:html|md|txt|xml|json)$/,
        'given a path',
      ],
      [/^[a-zA-Z0-9.+#_-]+(?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*$/m, 'longer markup is not asked'],
      [
        /^\d{0,3}\p{Lu}[^.()[\]]{1,100}[.,]?\s*[([](?:1[5-9]|20)\d\d/u,
        'every repetition is bounded, so each place costs a constant',
      ],
      [/^\s{0,9}<?[^\s<>]*>?\s{0,9}(?:["'(][^\n]*)?$/, 'longer targets are not asked'],
      [
        /^exclude_patterns[ \t]{0,9}\+?=[ \t]{0,9}\[([^\]]{0,5000})\]/m,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /\bignorePatterns\s{0,9}:\s{0,9}\[([^\]]{0,5000})\]/,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /(\[[^\]]{0,2000}\]|[\w.]{1,80}\([^()]{0,300}(?:\([^()]{0,200}\)[^()]{0,300}){0,3}\)|"[^"\n]{0,500}"|'[^'\n]{0,500}'|`[^`]{0,500}`|[\w$]{1,80})/,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /"theme"\s{0,9}:\s{0,99}(\[[^\]]{0,2000}\]|"[^"]{0,500}")/i,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /rehype-?citation[\s\S]{0,300}?\bpath\s{0,9}:\s{0,99}([\w.]{1,80}\([^)]{0,500}\)|["'`][^"'`]{0,500}["'`])/i,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /^(?:readme|changelog|contributing|code[-_]of[-_]conduct|licen[cs]e|copying|codeowners|governance|maintainers|pull[-_]request[-_]template|issue[-_]template|bug[-_]report|feature[-_]request|cran-comments|release[-_]notes|agents|claude|gemini|copilot-instructions)(?:[-_.][\w.-]*)?\.\w+$/i,
        'given the name of a file',
      ],
      [
        /\b(?:joinpath|(?:project|papers|data|src|pkg|docs?)dir)\([^()"]{0,99}(?:\([^()"]{0,99}\)[^()"]{0,99})?"[^()]{0,300}\)|"[^"\n]{1,300}"/g,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /\bsource\s{0,9}=\s{0,9}"([^"\n]{1,200})"/,
        'every repetition is bounded, so each place costs a constant',
      ],
      [/\s{500}/, 'every repetition is bounded, so each place costs a constant'],
      [/^(["']{1,3})([\s\S]*)\1$/, 'anchored, and of front matter of 64 KiB at most'],
      [/\{[^{}`]*\}(?=`)/g, 'each start stops at the next brace'],
      [
        /([<%][ \t]*|(?<![\p{L}\d_/-]))([\p{L}\d_][\p{L}\d_/-]*)(?=[ \t]*")/gu,
        'no name begins inside another',
      ],
      [/10\.\d{4,9}\/[^\s?#&]{1,500}/, 'every repetition is bounded, so each place costs a constant'],
      [
        /\[([^[\]]{0,2000})\]\((?:<([^<>\s]{0,2000})>|([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?))\)/g,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /(?<!\\)\*+|(?<![\p{L}\p{N}/\\_])_{1,3}(?=\S)|(?<=\S)(?<![\\_])_{1,3}(?![\p{L}\p{N}/])/gu,
        'runs of marks do not overlap',
      ],
      [
        /<\/?(?:i|em|b|strong|sub|sup|span|cite|u|sc|q|code|br)(?:\s[^<>]{0,200})?\/?>/gi,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /(?<![\p{L}\d.@])-?@[\p{L}\d_][^\s,;[\]{}()@]{0,100}(?:\s{0,3},[^[\]()@]{0,60}[^[\]()@\s])?\]/gu,
        'every repetition is bounded, so each place costs a constant',
      ],
      [
        /(?<![\w{:/-])(?:((?:foot)?cite(?::\w{1,20})?)\}|\{((?:foot)?cite(?::\w{1,20})?)|\{((?:foot)?cite(?::\w{1,20})?)\}{2}|:((?:foot)?cite(?::\w{1,20})?):|((?:foot)?cite:\w{1,20}))$/,
        'given the 50 characters before code',
      ],
      [
        /(?<![{\\])((?:\{ %|%|\{(?! ?%))-?\s?)([a-z_]{4,20})(?=[\s-])[^{}%\n]*$/,
        'given at most 300 characters',
      ],
      [
        /(?<![\p{L}\p{N}])h(?:tps?|t{3}ps?|https?|tts):\/\/(?=[\w-]{1,63}\.)|https?(?::\/\/|(?:[:;]\/{1,2}|\/\/)(?=[\w-]{1,63}\.))|(?<![\p{L}\p{N}@])www\.|(?<![\p{L}\p{N}_])(?:doi|arxiv|abs\/|[ep]?-?isbn|[ep]?-?issn|pmid|pmc|orcid)|(?<![\p{L}\p{N}./])10\.\d{4}/giu,
        'every repetition is bounded, so each place costs a constant',
      ],
    ] as const
  ).map(([expression, bound]) => [String(expression), bound]),
);

/**
 * Digests of the expressions that recheck was asked about and did not call vulnerable: asking takes a third of a second
 * each, and under load it may not answer in time. `RECHECK=all` asks about every one again and writes the list anew;
 * `RECHECK=new` adds to it those that are not in it.
 */
const MEMO = fileURLToPath(new URL('checked-expressions.txt', import.meta.url));

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

const written = writtenExpressions();
const asked = process.env['RECHECK'];
const known = new Set(asked === 'all' ? [] : readFileSync(MEMO, 'utf8').split('\n'));

/** Whether recheck finds a text that makes the expression take more than linear time; what it cannot tell is let pass. */
async function isVulnerable({ source, flags }: WrittenExpression): Promise<boolean> {
  const { status } = await check(source, flags, { timeout: 10_000 });
  return status === 'vulnerable';
}

test('no regular expression takes more than linear time, save those with a bound', {
  timeout: 900_000,
}, async () => {
  const vulnerable: string[] = [];
  const checked: string[] = [];
  const queue = [...written].filter(([text]) => !BOUNDED.has(text));
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [text, expression] = next;
      if (!known.has(digest(text)) && (await isVulnerable(expression))) {
        vulnerable.push(`${expression.place} ${text}`);
      } else checked.push(digest(text));
    }
  };
  await Promise.all([work(), work(), work()]);
  if (asked !== undefined) writeFileSync(MEMO, `${checked.sort().join('\n')}\n`);
  console.log(`regular expressions: ${checked.length} pass, ${BOUNDED.size} are bounded`);
  expect(vulnerable.sort()).toEqual([]);
});

test('every bound belongs to an expression of the sources', () => {
  expect([...BOUNDED.keys()].filter((text) => !written.has(text))).toEqual([]);
});

test('no class of Unicode is read at the start: `once` makes such an expression when it is asked for', () => {
  expect(slowAtStart()).toEqual([]);
});
