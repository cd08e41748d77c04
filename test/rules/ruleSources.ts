import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A rule's file: its comment is its documentation, the fenced examples in it are its tests. */
export interface RuleSource {
  readonly id: string;
  readonly file: string;
  readonly comment: string;
  readonly examples: readonly Example[];
}

/**
 * A fenced example: `inspectmark` alone must give no finding of the rule; with `expect` the marked ones; with `fixed` it is
 * the text after the fixes of the example before it.
 */
export interface Example {
  readonly info: string;
  /** The rule's options, written as JSON after the info: `expect {"words":5}`. */
  readonly options: Readonly<Record<string, unknown>> | undefined;
  readonly text: string;
}

/** All rule files with their comments: every file of a group's folder, which is one in which a name has a hyphen. */
export function ruleSources(folder = 'server/src/rules'): RuleSource[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .flatMap(({ name }) => {
      const names = readdirSync(join(folder, name)).filter(file => file.endsWith('.ts'));
      return names.some(file => file.includes('-')) ? names.map(file => join(folder, name, file)) : [];
    })
    .sort()
    .map(file => {
      const comment = commentOf(readFileSync(file, 'utf8'));
      return { id: basename(file, '.ts'), file, comment, examples: examplesOf(comment) };
    });
}

/** The comment directly above the first exported constant, without its stars. */
function commentOf(source: string): string {
  const end = source.search(/\*\/\s*export const /);
  if (end < 0) return '';
  return source
    .slice(source.lastIndexOf('/**', end) + 3, end)
    .split('\n')
    .map(line => line.replace(/^ \*(?: |$)/, '').trimEnd())
    .join('\n')
    .trim();
}

function examplesOf(comment: string): Example[] {
  return [...comment.matchAll(/^```inspectmark(\S*)(?: (\{.*\}))?\n([\s\S]*?)\n```$/gm)].map(match => ({
    info: (match[1] ?? '').replace(/^,/, ''),
    options: match[2] === undefined ? undefined : JSON.parse(match[2]),
    text: match[3] ?? '',
  }));
}
