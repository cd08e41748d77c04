/** A piece of source text that is neither space nor comment. */
interface Token {
  /** `regex` and `template` stand for the literal's own text; what a template interpolates follows as tokens. */
  readonly kind: 'word' | 'string' | 'template' | 'regex' | 'mark';
  /** The token as written; of a string, what stands between the quotation marks. */
  readonly text: string;
}

/** An import, in whatever form it is written: statement, `export … from`, `import(…)`, `require(…)`. */
export interface Import {
  readonly specifier: string;
  /** Whether nothing of it is left at run time: `import type …`, or `type` before each of the names. */
  readonly typeOnly: boolean;
}

const space = /\s+|\/\/.*|\/\*[\s\S]*?\*\//y;
const word = /[\p{ID_Start}$_#@][\p{ID_Continue}$\u200c\u200d]*|\.?\d[\w.]*/uy;
const string = /'((?:\\[\s\S]|[^'\\\n])*)'|"((?:\\[\s\S]|[^"\\\n])*)"/y;
const regex = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;
/** A template, or the rest of it, up to its end or to its next `${`. */
const template = /(?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y;
/** Words after which a slash starts a regular expression; after any other word it divides. */
const beforeRegex = /^(?:return|typeof|case|in|of|do|else|void|delete|throw|new|yield|await|default)$/;

/** The tokens of a TypeScript source. Exact but for a regular expression right after `)` or `}`, which reads as marks. */
function tokens(source: string): Token[] {
  const found: Token[] = [];
  /** For every open brace, whether it belongs to a template. */
  const braces: boolean[] = [];
  let at = 0;

  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const takeTemplate = () => {
    const text = take(template)?.[0] ?? '';
    if (text.endsWith('${')) braces.push(true);
    found.push({ kind: 'template', text });
  };

  while (at < source.length) {
    if (take(space)) continue;
    const literal = take(string);
    if (literal) {
      found.push({ kind: 'string', text: literal[1] ?? literal[2] ?? '' });
      continue;
    }
    const name = take(word);
    if (name) {
      found.push({ kind: 'word', text: name[0] });
      continue;
    }
    const pattern = mayStartRegex(found.at(-1)) ? take(regex) : null;
    if (pattern) {
      found.push({ kind: 'regex', text: pattern[0] });
      continue;
    }
    const mark = source[at++]!;
    if (mark === '`') takeTemplate();
    else if (mark === '}' && braces.pop()) takeTemplate();
    else {
      if (mark === '{') braces.push(false);
      found.push({ kind: 'mark', text: mark });
    }
  }
  return found;
}

function mayStartRegex(previous: Token | undefined): boolean {
  if (previous?.kind === 'word') return beforeRegex.test(previous.text);
  return previous === undefined || (previous.kind === 'mark' && !/[)\]}]/.test(previous.text));
}

/** Every import of a source. An `import(…)` of something that is not a string has the specifier `(computed)`. */
export function imports(source: string): Import[] {
  const all = tokens(source);
  return all.flatMap((token, i) => {
    if (token.kind !== 'word' || isMark(all[i - 1], '.')) return [];
    const next = all[i + 1];
    if (token.text === 'import' || token.text === 'require') {
      if (isMark(next, '('))
        return [{ specifier: all[i + 2]?.kind === 'string' ? all[i + 2]!.text : '(computed)', typeOnly: false }];
    }
    if (token.text === 'import')
      return next?.kind === 'string' ? [{ specifier: next.text, typeOnly: false }] : statement(all, i);
    return token.text === 'export' ? statement(all, i) : [];
  });
}

/** Whether a source has an `async` function or an `await`. */
export function isAsynchronous(source: string): boolean {
  const all = tokens(source);
  return all.some(
    ({ kind, text }, i) =>
      kind === 'word' && (text === 'async' || text === 'await') && !isMark(all[i - 1], '.') && !isMark(all[i + 1], ':'),
  );
}

/** The import at `import …` or `export …`, if a clause of names and then `from '…'` follow. */
function statement(all: readonly Token[], start: number): Import[] {
  let i = start + 1;
  const clause: string[] = [];
  let depth = 0;
  for (; i < all.length; i++) {
    const { kind, text } = all[i]!;
    if (kind === 'word' && text === 'from' && depth === 0 && all[i + 1]?.kind === 'string') {
      return [{ specifier: all[i + 1]!.text, typeOnly: isTypeOnly(clause) }];
    }
    if (text === '{') depth++;
    else if (text === '}') depth--;
    // Names, commas, braces and a star are all that a clause has. In braces a name may be a string.
    const belongs = kind === 'word' || (kind === 'mark' && '{},*'.includes(text)) || (kind === 'string' && depth > 0);
    if (!belongs) return [];
    // `export { a }` without `from` ends here, as does `export const a = …` above.
    if (text === '}' && depth === 0 && !isWord(all[i + 1], 'from')) return [];
    clause.push(text);
  }
  return [];
}

function isTypeOnly(clause: readonly string[]): boolean {
  if (clause[0] === 'type' && clause[1] !== ',' && clause.length > 1) return true;
  const open = clause.indexOf('{');
  if (open !== 0) return false;
  const names = clause
    .slice(1, -1)
    .join(' ')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  return names.length > 0 && names.every(name => /^type \S/.test(name));
}

const isMark = (token: Token | undefined, text: string) => token?.kind === 'mark' && token.text === text;
const isWord = (token: Token | undefined, text: string) => token?.kind === 'word' && token.text === text;
