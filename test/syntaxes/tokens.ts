import { readFileSync } from 'node:fs';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

/** A piece of a line with the scopes the grammar gives it, outermost first; the root's own is left out. */
export interface ScopedText {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** What the grammar makes of a text: its lines, and how many rules are still open at its end. */
export interface ScopedLines {
  readonly lines: readonly (readonly ScopedText[])[];
  readonly open: number;
}

/** The stand-in for VS Code's YAML: it opens a quotation that may never be closed, as the real one does. */
const yaml = {
  scopeName: 'source.yaml',
  patterns: [
    { match: '^[\\w]+(?=:)', name: 'entity.name.tag.yaml' },
    { begin: '"', end: '"', name: 'string.quoted.double.yaml' },
  ],
  repository: {},
};

const grammar = loadGrammar();

/** Reads a text by the grammar as VS Code does, line by line. */
export async function scopedLines(source: string): Promise<ScopedLines> {
  const { tokenizeLine } = await grammar;
  let state = textmate.INITIAL;
  const lines = source.split(/\r\n|\r|\n/).map(line => {
    const { tokens, ruleStack } = tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes.slice(1).map(scope => scope.replace('.inspectmark', '')),
      }))
      .filter(({ text }) => text !== '');
  });
  return { lines, open: state.depth - 1 };
}

async function loadGrammar() {
  await oniguruma.loadWASM(readFileSync('node_modules/vscode-oniguruma/release/onig.wasm'));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new oniguruma.OnigScanner(patterns),
      createOnigString: text => new oniguruma.OnigString(text),
    }),
    loadGrammar: async scope => {
      if (scope === 'source.yaml') return textmate.parseRawGrammar(JSON.stringify(yaml), 'yaml.json');
      const path = 'syntaxes/inspectmark.tmLanguage.json';
      return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
    },
  });
  const loaded = await registry.loadGrammar('text.inspectmark');
  if (loaded === null) throw new Error('There is no grammar.');
  return { tokenizeLine: loaded.tokenizeLine.bind(loaded) };
}
