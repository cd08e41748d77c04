import { type Schema, Validator } from '@cfworker/json-schema';
import { type Node, stripComments } from 'jsonc-parser';
import { type FileProblem, fileError } from './fileProblem.ts';
import type { JsonPath } from './jsonPath.ts';
import { jsonSyntax } from './jsonSyntax.ts';
import { violations } from './jsonViolations.ts';

/** A JSON file as far as it can be used: its value satisfies the schema but for fields that the root lacks. */
export interface JsonFile {
  readonly value: Readonly<Record<string, unknown>>;
  readonly problems: readonly FileProblem[];
  /** The node of a value by its path in `value`; the nearest one above it where there is none. */
  readonly nodeAt: (path: JsonPath) => Node | undefined;
}

/** Deeper files are refused: nothing that is meant nests so, and the parser descends without bound. */
const deepest = 60;

/** More rounds of leaving out what is wrong are not tried; each leaves out all that can be seen at once. */
const mostRounds = 20;

/**
 * Reads JSON, in which comments may stand, and checks it against a schema, whose descriptions serve as explanations.
 * Whatever does not satisfy the schema is a problem and is left out of the value, so that the rest can be used.
 *
 * @param whole what the file is, as messages say it: `a framework`
 */
export function jsonFile(written: string, schema: Schema, whole: string): JsonFile {
  const text = stripComments(written, ' '); // every place stays where it is
  const problems: FileProblem[] = [];
  if (depthOf(text) > deepest) {
    problems.push(
      fileError(0, text.length, 'The brackets of this file are nested too deeply to be meant; it is not used.'),
    );
    return { value: {}, problems, nodeAt: () => undefined };
  }
  const { root, problem: fault, broken } = jsonSyntax(written, text, whole);
  if (fault !== undefined) problems.push(fault);
  if (root?.type !== 'object') return { value: {}, problems, nodeAt: () => root };

  const leftOut = new Set<Node>();
  if (broken !== undefined) leftOut.add(broken.parent?.type === 'property' ? broken.parent : broken);
  leaveOutRepeated(root, leftOut, problems);
  const validator = new Validator(schema, '2020-12', false);
  let value = jsonValue(root, leftOut) as Record<string, unknown>;
  for (let round = 0; round < mostRounds; round++) {
    const wrong = violations(validator, schema, value);
    const before = new Set(leftOut);
    const found = wrong.map(violation => ({ ...violation, node: nodeAt(root, violation.path, leftOut) }));
    for (const { node, path, message, key } of found) {
      if (path.length === 0) {
        // Left out, the root would leave nothing. A field that it lacks is said, unless something else may be the cause.
        if (round === 0 && fault === undefined) problems.push(fileError(node.offset, node.offset + 1, message));
        continue;
      }
      leftOut.add(node.parent?.type === 'property' ? node.parent : node);
      // What lacks a field only because that was left out is told by what is wrong in the field.
      if (!key && node.children?.some(child => before.has(child)) === true) continue;
      const shown = key ? (node.parent?.children?.[0] ?? node) : node;
      problems.push(fileError(shown.offset, shown.offset + shown.length, message));
    }
    if (leftOut.size === before.size) break;
    value = jsonValue(root, leftOut) as Record<string, unknown>;
  }
  problems.sort((a, b) => a.from - b.from);
  return { value, problems, nodeAt: path => nodeAt(root, path, leftOut) };
}

/** Of a field that is written twice, all but the last are left out, as JSON's readers do. */
function leaveOutRepeated(node: Node, leftOut: Set<Node>, problems: FileProblem[]): void {
  const fields = new Map<string, Node>();
  for (const child of node.children ?? []) {
    const key = child.type === 'property' ? child.children?.[0] : undefined;
    if (key !== undefined) {
      const earlier = fields.get(key.value);
      if (earlier !== undefined) {
        leftOut.add(earlier);
        const shown = earlier.children?.[0] ?? earlier;
        problems.push(
          fileError(
            shown.offset,
            shown.offset + shown.length,
            `“${key.value}” is written twice here; only the last counts. Join them.`,
          ),
        );
      }
      fields.set(key.value, child);
    }
    leaveOutRepeated(child, leftOut, problems);
  }
}

function jsonValue(node: Node | undefined, leftOut: ReadonlySet<Node>): unknown {
  const children = node?.children?.filter(child => !leftOut.has(child)) ?? [];
  if (node?.type === 'array') return children.map(child => jsonValue(child, leftOut));
  if (node?.type !== 'object') return node?.value;
  // A field without a value is half typed.
  return Object.fromEntries(
    children.flatMap(({ children: [key, value] = [] }) =>
      value === undefined ? [] : [[key?.value, jsonValue(value, leftOut)]],
    ),
  );
}

function nodeAt(root: Node, path: JsonPath, leftOut: ReadonlySet<Node>): Node {
  let node = root;
  for (const key of path) {
    const children: Node[] = node.children?.filter(child => !leftOut.has(child)) ?? [];
    const next =
      typeof key === 'number'
        ? children[key]
        : children.find(child => child.children?.[0]?.value === key)?.children?.[1];
    if (next === undefined) break;
    node = next;
  }
  return node;
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let inText = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === '"' || char === '\n') inText = char === '"' && !inText;
    else if (inText) i += char === '\\' ? 1 : 0;
    else if (char === '[' || char === '{') most = Math.max(most, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return most;
}
