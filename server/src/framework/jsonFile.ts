import { type Schema, Validator } from '@cfworker/json-schema';
import { type Node, stripComments } from 'jsonc-parser';
import type { FileProblem } from './fileProblem.ts';
import { jsonSyntax } from './jsonSyntax.ts';
import { nearest, nearestOrLonger } from './nearest.ts';

/** A JSON file as far as it can be used: its value satisfies the schema but for fields that the root lacks. */
export interface JsonFile {
  readonly value: Readonly<Record<string, unknown>>;
  readonly problems: readonly FileProblem[];
  /** The node of a value by its path in `value`; the nearest one above it where there is none. */
  readonly nodeAt: (path: JsonPath) => Node | undefined;
}

/** Keys and indexes that lead from the root to a value. */
export type JsonPath = readonly (string | number)[];

/** Deeper files are refused: nothing that is meant nests so, and the parser descends without bound. */
const deepest = 60;

/** More rounds of leaving out what is wrong are not tried; each leaves out all that can be seen at once. */
const mostRounds = 20;

/**
 * Reads JSON, in which comments may stand, and checks it against a schema, whose descriptions serve as explanations. Whatever does not satisfy
 * the schema is a problem and is left out of the value, so that the rest can be used.
 *
 * @param whole what the file is, as messages say it: `a framework`
 */
export function jsonFile(written: string, schema: Schema, whole: string): JsonFile {
  const text = stripComments(written, ' '); // every place stays where it is
  const problems: FileProblem[] = [];
  if (depthOf(text) > deepest) {
    problems.push(
      problem(0, text.length, 'The brackets of this file are nested too deeply to be meant; it is not used.'),
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
    const before = leftOut.size;
    const found = wrong.map(violation => ({ ...violation, node: nodeAt(root, violation.path, leftOut) }));
    for (const { node, path, message, key } of found) {
      if (path.length === 0) {
        // Left out, the root would leave nothing. A field that it lacks is said, unless something else may be the cause.
        if (round === 0 && fault === undefined) problems.push(problem(node.offset, node.offset + 1, message));
        continue;
      }
      const shown = key ? (node.parent?.children?.[0] ?? node) : node;
      problems.push(problem(shown.offset, shown.offset + shown.length, message));
      leftOut.add(node.parent?.type === 'property' ? node.parent : node);
    }
    if (leftOut.size === before) break;
    value = jsonValue(root, leftOut) as Record<string, unknown>;
  }
  problems.sort((a, b) => a.from - b.from);
  return { value, problems, nodeAt: path => nodeAt(root, path, leftOut) };
}

function problem(from: number, to: number, message: string): FileProblem {
  return { from, to, message, severity: 'error' };
}

interface Violation {
  readonly path: JsonPath;
  readonly message: string;
  /** Whether the field's name is wrong, and not its value. */
  readonly key: boolean;
}

/** What does not satisfy the schema, each thing once: what is said of the parts around it, and of what else it might have been, is left out. */
function violations(validator: Validator, schema: Schema, value: unknown): Violation[] {
  const { errors } = validator.validate(value);
  const choices = errors
    .filter(({ keyword }) => keyword === 'anyOf')
    .map(({ keywordLocation, instanceLocation }) => ({
      place: `${keywordLocation}/`,
      list: listAmong(schema, keywordLocation, at(value, keysOf(instanceLocation))),
    }));
  // Of a choice what is wrong in a list is told at its entries; else only that nothing of it fits.
  const isTold = (keyword: string, location: string): boolean => {
    if (parts.has(keyword)) return false;
    if (keyword === 'anyOf' && choices.some(({ place, list }) => place === `${location}/` && list !== undefined))
      return false;
    return choices.every(
      ({ place, list }) => !location.startsWith(place) || (list !== undefined && location.startsWith(list)),
    );
  };
  const seen = new Set<string>();
  return errors.flatMap(({ keyword, keywordLocation, instanceLocation, error }) => {
    if (!isTold(keyword, keywordLocation)) return [];
    const path = keysOf(instanceLocation).map((key, i, keys) =>
      Array.isArray(at(value, keys.slice(0, i))) ? Number(key) : key,
    );
    // A field that is unknown has no schema of its own; the place given is the field's.
    const owner = keyword === 'false' ? schemaAt(schema, errors, instanceLocation) : schemaOf(schema, keywordLocation);
    const message =
      messageOf(keyword, owner, path, at(value, path), error) + wordMeant(schema, keyword, owner, at(value, path));
    const place = JSON.stringify(path);
    if (seen.has(place)) return [];
    seen.add(place);
    return [{ path, message, key: keyword === 'false' }];
  });
}

/** Keywords that only say that a part does not satisfy its schema. */
const parts = new Set(['properties', 'items', 'prefixItems', 'additionalProperties', '$ref', 'allOf']);

/** Where, of a choice, what is said of a list stands, if the value is one and all its entries are alike. */
function listAmong(root: Schema, keywordLocation: string, value: unknown): string | undefined {
  const branches: readonly Schema[] = schemaOf(root, keywordLocation).anyOf ?? [];
  const branch = Array.isArray(value) ? branches.findIndex(({ items }) => items !== undefined) : -1;
  return branch < 0 ? undefined : `${keywordLocation}/${branch}/`;
}

/** Of a choice that offers words: which of them was meant, as the value or the first entry of a list. */
function wordMeant(root: Schema, keyword: string, schema: Schema, value: unknown): string {
  const [word] = Array.isArray(value) ? value : [value];
  if (keyword !== 'anyOf' || typeof word !== 'string') return '';
  const words = (schema.anyOf ?? []).flatMap(
    (choice: Schema) => (choice.$ref === undefined ? choice : referred(root, choice))?.enum ?? [],
  );
  const best = words.includes(word) ? undefined : nearestOrLonger(word, words.map(String));
  return best === undefined ? '' : ` Did you mean “${best}”?`;
}

function messageOf(keyword: string, schema: Schema, path: JsonPath, value: unknown, error: string): string {
  const name = nameOf(path);
  const description = typeof schema.description === 'string' ? schema.description : '';
  const hint = description === '' ? '' : ` ${description}`;
  switch (keyword) {
    case 'false': {
      const known = Object.keys(schema.properties ?? {});
      const key = String(path.at(-1));
      const best = nearest(key, known);
      const advice = best === undefined ? `The fields here are ${listed(known)}.` : `Did you mean “${best}”?`;
      return `There is no field “${key}”${path.length > 1 ? ` in ${nameOf(path.slice(0, -1))}` : ''}, so it is not used. ${advice}`;
    }
    case 'type':
      return `${name} must be ${typesOf(schema)}, and this is ${kindOf(value)}.${hint}`;
    case 'enum': {
      const known = (schema.enum ?? []).map(String);
      const best = typeof value === 'string' ? nearestOrLonger(value, known) : undefined;
      return `${name} must be ${listed(known, 'or')}.${best === undefined ? '' : ` Did you mean “${best}”?`}`;
    }
    case 'required': {
      const key = /"(.*)"/.exec(error)?.[1] ?? '';
      const missing = schema.properties?.[key];
      const meaning = typeof missing === 'object' && missing.description ? ` ${missing.description}` : '';
      return `${path.length === 0 ? 'The file' : name} lacks “${key}”${path.length === 0 ? '.' : ', so it is not used.'}${meaning}`;
    }
    default:
      return `${name} is not as expected, so it is not used.${hint}`;
  }
}

function nameOf(path: JsonPath): string {
  const key = path.at(-1);
  if (typeof key !== 'number') return key === undefined ? 'The file' : `“${key}”`;
  const list = path.findLast(part => typeof part === 'string');
  return list === undefined ? 'An entry' : `Entry ${key + 1} of “${list}”`;
}

function typesOf(schema: Schema): string {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type ?? 'string'];
  return listed(
    types.map(type => typeNames[type] ?? type),
    'or',
    false,
  );
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'a list in [ ]',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'fields in { }',
  string: 'a text in quotation marks',
};

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return (
    { string: 'a text', number: 'a number', boolean: `“${value}”`, object: 'fields in { }' }[typeof value as string] ??
    'something else'
  );
}

/** `a, b and c`, quoted or not. */
function listed(words: readonly string[], last = 'and', quoted = true): string {
  const shown = words.map(word => (quoted ? `“${word}”` : word));
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}`;
}

/** The schema to which a keyword belongs, with a description at least from those that refer to it. */
function schemaOf(root: Schema, keywordLocation: string): Schema {
  let schema: Schema = root;
  let description: unknown;
  for (const key of keysOf(keywordLocation).slice(0, -1)) {
    const next: Schema | undefined = key === '$ref' ? referred(root, schema) : schema[key];
    if (typeof next !== 'object') break;
    description = key === '$ref' ? (schema.description ?? description) : undefined;
    schema = next;
  }
  return typeof description === 'string' ? { ...schema, description } : schema;
}

/** The schema of the value that has an unknown field. */
function schemaAt(
  root: Schema,
  errors: readonly { keyword: string; keywordLocation: string; instanceLocation: string }[],
  field: string,
): Schema {
  const parent = field.slice(0, field.lastIndexOf('/'));
  const found = errors.find(
    ({ keyword, instanceLocation }) => keyword === 'additionalProperties' && instanceLocation === parent,
  );
  return found === undefined ? {} : schemaOf(root, found.keywordLocation);
}

function referred(root: Schema, schema: Schema): Schema | undefined {
  return keysOf(schema.$ref ?? '').reduce<Schema | undefined>((found, key) => found?.[key], root);
}

function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(key => decoded(key).replace(/~1/g, '/').replace(/~0/g, '~'));
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

function at(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], value);
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
          problem(
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
