/** What a stranger could write into a key, a title, a file name or a reference. */
export const payloads: Readonly<Record<string, string>> = {
  'a GitHub command': '::error file=x::taken over',
  'an indented GitHub command': ' \t::add-mask::a',
  'an old GitHub command': 'see ##[add-matcher]evil.json',
  'an old GitHub command in pieces': '###[set-output name=x]y ##[[add-mask]z',
  'an Azure command': '##vso[task.setvariable variable=PATH]/evil ##VSO[task.complete]x',
  'a TeamCity command': "##teamcity[buildStop comment='x|']",
  'terminal colours': '\u001b[2J\u001b[31mred\u001b[0m \u009b1m',
  'a terminal link': '\u001b]8;;https://evil.example\u0007text\u001b]8;;\u001b\\',
  'line ends': 'one\r\n::stop-commands::x\n##[group]y\r::set-env name=A::b\u2028::debug::z\u0085::echo::on',
  XML: `]]></failure><x a="1" b='2'>&amp;&#0;<!-- <![CDATA[`,
  HTML: `</script></style><script>alert(1)</script><img src=x onerror="alert(1)">'">`,
  Markdown:
    '`` ` ``` @torvalds ![x](https://evil.example/x.png) [a](javascript:alert(1)) | <b> www.evil.example #1',
  'escapes of the formats': '%0A::error::x %AZP25 |n |0x000a \\u001b &lt;',
  'what cannot be seen': '\u202egpj.exe\u2066 \u200b\u200f\ufeff\u0000\u007f\ud800 \uffff',
  'names of objects': '__proto__ constructor toString',
};
