import { joinedPieces } from './block.ts';
import type { Cover } from './opening.ts';

/** The front matter that a cover gives. */
export function frontMatterOf({ provider, name, title, inspected, published }: Cover, framework: string): string {
  const form = plainWords(joinedPieces(provider));
  const names = [form, plainWords(name ?? '')].filter((each, i, all) => each !== '' && all.indexOf(each) === i);
  const words = plainWords(joinedPieces(title));
  const lines = [
    `framework: ${framework}`,
    names.length > 1
      ? `provider: [${names.map(listed).join(', ')}]`
      : names.map(each => `provider: ${valued(each)}`)[0],
    words === '' ? undefined : `title: ${valued(words)}`,
    inspected.length === 0 ? undefined : `inspected: ${inspected.join('/')}`,
    published === undefined ? undefined : `published: ${published}`,
    'status: final',
  ];
  return `---\n${lines.filter(line => line !== undefined).join('\n')}\n---\n`;
}

function plainWords(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim();
}

/** A value of one line; quoted where YAML would read something else. */
function valued(words: string): string {
  return /^[\p{L}\p{N}(‘“][^#]*$/u.test(words) &&
    !/:\s|:$/.test(words) &&
    !/^(?:true|false|null|yes|no|on|off|\d[\d.]*)$/i.test(words)
    ? words
    : quoted(words);
}

/** A value in a list. */
function listed(words: string): string {
  return /[,[\]{}']/.test(words) ? quoted(words) : valued(words);
}

function quoted(words: string): string {
  return `'${words.replaceAll("'", "''")}'`;
}
