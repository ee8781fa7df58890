// Writes a corpus of posts from a seed number: `tsx test/bench/corpus.ts hugo FOLDER 10000 [SEED]`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type GeneratedWork, generateBibliography } from './bibliography.ts';
import { createRandom, type Random } from './random.ts';

const FAMILIES =
  'Abelson Backus Codd Dijkstra Engelbart Floyd Gray Hoare Iverson Jensen Knuth Lamport McCarthy Naur Ousterhout Parnas Ritchie Shannon Thompson Ullman Valiant Wirth Yao Zadeh'.split(
    ' ',
  );
const WORDS =
  'memory allocator cache latency queue kernel process signal buffer thread page table index write barrier commit log segment lookup hash tree sorted merge the a of and in for with which every system that reader writer lock free'.split(
    ' ',
  );
const SUBJECTS =
  'Memory Caches Consensus Sorting Compilers Networks Databases Proofs Types Clocks Schedulers Filesystems'.split(
    ' ',
  );
const PUBLISHERS = ['Addison-Wesley', 'MIT Press', 'Prentice Hall', 'Springer', 'Cambridge University Press'];

/** The works a corpus cites: one for every five Hugo posts, and one for every entry of a bibliography. */
export function generateWorks(random: Random, count: number): GeneratedWork[] {
  return Array.from({ length: count }, (_, index) => {
    const family = random.pick(FAMILIES);
    const year = 1950 + random.below(70);
    return {
      key: `${family.toLowerCase()}${year}${index.toString(36)}`,
      author: `${family}, ${String.fromCharCode(65 + random.below(26))}. ${String.fromCharCode(65 + random.below(26))}.`,
      year,
      title: `${random.pick(SUBJECTS)} and ${random.pick(SUBJECTS)}, Part ${index + 1}`,
      publisher: random.pick(PUBLISHERS),
    };
  });
}

function sentence(random: Random): string {
  const words = Array.from({ length: 8 + random.below(12) }, () => random.pick(WORDS)).join(' ');
  return words[0]!.toUpperCase() + words.slice(1) + '.';
}

/** One post of about 3 KB with five citations; one in a hundred lacks a title, one reference in fifty was changed. */
export function generateHugoPost(random: Random, works: readonly GeneratedWork[], index: number): string {
  const title = random.next() < 0.01 ? '' : `title: "${random.pick(SUBJECTS)}, note ${index}"\n`;
  const date = `20${10 + (index % 15)}-0${1 + random.below(9)}-1${random.below(10)}T10:00:00Z`;
  const paragraphs = Array.from({ length: 5 }, () => {
    const { key, author, year, title: name, publisher } = random.pick(works);
    const printed = random.next() < 0.02 ? year + 1 : year;
    const cite = `{{< cite "${key}" "${author} (${printed}). *${name}*. ${publisher}." >}}`;
    return `${sentence(random)} ${sentence(random)} ${sentence(random)}${cite} ${sentence(random)} ${sentence(random)}`;
  });
  const code = '```c\nint *block = malloc(size);\nif (block == NULL) return -1;\n```';
  return `---\n${title}date: ${date}\ndraft: false\ntags: ["systems", "${random.pick(SUBJECTS).toLowerCase()}"]\nauthor: "Systems Dev"\n---\n\n${paragraphs.slice(0, 2).join('\n\n')}\n\n## ${random.pick(SUBJECTS)}\n\n${code}\n\n${paragraphs.slice(2).join('\n\n')}\n\n${sentence(random)} ${sentence(random)}\n`;
}

/** One post with Pandoc citations. */
export function generatePandocPost(random: Random, works: readonly GeneratedWork[], index: number): string {
  const paragraphs = Array.from({ length: 5 }, () => {
    const key = (): string => random.pick(works).key;
    const cite = random.pick([
      `[@${key()}; @${key()}, p. ${1 + random.below(300)}]`,
      `[-@${key()}]`,
      `[see @${key()}]`,
    ]);
    return `${sentence(random)} ${sentence(random)} ${cite} ${sentence(random)} As @${key()} says, ${sentence(random)}`;
  });
  return `---\ntitle: "${random.pick(SUBJECTS)}, note ${index}"\nbibliography: refs.bib\n---\n\n${paragraphs.join('\n\n')}\n`;
}

/** Writes a whole corpus below a folder. */
export function writeCorpus(kind: 'hugo' | 'pandoc' | 'bib', folder: string, count: number, seed = 1): void {
  const random = createRandom(seed);
  const works = generateWorks(random, kind === 'hugo' ? Math.max(5, Math.floor(count / 5)) : count);
  mkdirSync(folder, { recursive: true });
  if (kind === 'bib') {
    writeFileSync(`${folder}/refs.bib`, generateBibliography(works, random));
    return;
  }
  if (kind === 'hugo') {
    writeFileSync(`${folder}/hugo.toml`, 'title = "Generated"\n');
    mkdirSync(`${folder}/layouts/shortcodes`, { recursive: true });
    writeFileSync(`${folder}/layouts/shortcodes/cite.html`, '<sup title="{{ .Get 1 }}">{{ .Get 0 }}</sup>\n');
  } else writeFileSync(`${folder}/refs.bib`, generateBibliography(works, random));
  const posts = kind === 'hugo' ? `${folder}/content/posts` : folder;
  for (let index = 0; index < count; index++) {
    const year = `${posts}/${2005 + (index % 20)}`;
    if (index < 20) mkdirSync(year, { recursive: true });
    const post =
      kind === 'hugo' ? generateHugoPost(random, works, index) : generatePandocPost(random, works, index);
    writeFileSync(kind === 'hugo' ? `${year}/post-${index}.md` : `${folder}/post-${index}.md`, post);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [kind, folder, count, seed] = process.argv.slice(2);
  if (
    (kind !== 'hugo' && kind !== 'pandoc' && kind !== 'bib') ||
    folder === undefined ||
    count === undefined
  ) {
    console.error('Usage: tsx test/bench/corpus.ts hugo|pandoc|bib FOLDER COUNT [SEED]');
    process.exitCode = 2;
  } else writeCorpus(kind, folder, Number(count), Number(seed ?? 1));
}
