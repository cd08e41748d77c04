import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestContext } from 'node:test';

/** A report with one error: a link that nearly leads somewhere, which a quick fix mends. */
const report = `See [it](#anex) and paragraph 1.

## Annex {#annex}

Text.
`;

/** Where a program is, if it is installed. */
export function installed(program: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, program));
  return places.find(place => {
    try {
      accessSync(place, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The configuration that the documentation gives for an editor: the code under its heading. */
export function documented(heading: string): string {
  const page = readFileSync('server/docs/editors.md', 'utf8');
  const code = new RegExp(`\\n## ${heading}\\n[^#]*?\\n\`\`\`\\w+\\n([^]*?)\\n\`\`\``).exec(page)?.[1];
  assert.ok(code, `editors.md has no code under “${heading}”.`);
  return code;
}

/**
 * Runs an editor without a screen in a folder with the report and the files given, the command \`inspectmark\` being the
 * one that was built, and gives the lines that it prints as JSON.
 */
export async function linesOf(
  context: TestContext,
  program: string,
  argv: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'inspectmark-'));
  context.after(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries({ ...files, 'a.inspection': report }))
    writeFileSync(join(folder, name), text);
  symlinkSync(join(process.cwd(), 'dist/cli.js'), join(folder, 'inspectmark'));
  const editor = spawn(program, argv, {
    cwd: folder,
    env: { ...process.env, HOME: folder, PATH: `${folder}${delimiter}${process.env.PATH}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: context.signal, // an editor that hangs is ended
  });
  let written = '';
  for (const stream of [editor.stdout, editor.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      written += text;
    });
  }
  await new Promise((resolve, reject) => editor.once('close', resolve).once('error', reject));
  const lines = written.split(/\r?\n/).filter(line => line.startsWith('{'));
  assert.ok(lines.length > 0, written);
  return lines.map(line => JSON.parse(line));
}
