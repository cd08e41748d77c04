import type { Schema } from '@cfworker/json-schema';
import frameworkSchema from '../../frameworks/framework.schema.json' with { type: 'json' };
import type { Framework } from '../model/framework.ts';
import { extended } from './extended.ts';
import type { FileProblem } from './fileProblem.ts';
import type { FrameworkFile } from './frameworkFile.ts';
import { frameworkOf } from './frameworkOf.ts';
import { frameworkProblems } from './frameworkProblems.ts';
import { type JsonFile, jsonFile } from './jsonFile.ts';
import type { KnownRule } from './ruleSettingProblems.ts';

// What needs the schema library is imported from here on: the shells load it when a team has frameworks of its own.

/** A framework's file, read. */
export interface FrameworkReading {
  /** The id it gives itself; nothing if it has none that can be used. */
  readonly id: string | undefined;
  /** With all that it extends, ready for use. Whatever is wrong in the file is left out. */
  readonly framework: Framework | undefined;
  /** The same as a file, for others to extend. */
  readonly file: FrameworkFile | undefined;
  readonly problems: readonly FileProblem[];
}

/** A framework's file before what it extends is known. */
export interface FrameworkSource {
  readonly id: string | undefined;
  readonly extends: string | undefined;
  readonly json: JsonFile;
}

/** What a framework may refer to outside its file. */
export interface FrameworkSurroundings {
  /** The framework of an id as its file says it, for `extends`; `circular` where it rests on this one. */
  readonly base: (id: string) => FrameworkFile | 'circular' | undefined;
  /** To suggest one where there is none of the name given. */
  readonly frameworkIds: readonly string[];
  /** Rules' settings are not checked where nobody knows the rules. */
  readonly rules?: readonly KnownRule[];
}

/** Reads a framework's file. Nothing in it makes this throw; a file without an id gives problems only. */
export function readFramework(text: string, surroundings: FrameworkSurroundings): FrameworkReading {
  return completedFramework(frameworkSource(text), surroundings);
}

/** The first step of `readFramework`, which needs no other framework. */
export function frameworkSource(text: string): FrameworkSource {
  const json = jsonFile(text, frameworkSchema as Schema, 'a framework');
  const { id, extends: base } = json.value as Partial<FrameworkFile>;
  return { id, extends: base, json };
}

/** The second step of `readFramework`: joins the file with what it extends, and checks what refers to something else. */
export function completedFramework(source: FrameworkSource, surroundings: FrameworkSurroundings): FrameworkReading {
  const { json, id } = source;
  if (id === undefined) return { id, framework: undefined, file: undefined, problems: json.problems };
  const base = source.extends === undefined ? undefined : surroundings.base(source.extends);
  const own = json.value as unknown as FrameworkFile;
  const { file, problems } = frameworkProblems(own, base, json, surroundings);
  const { extends: _, ...whole } = typeof base === 'object' ? extended(base, file) : file;
  const all = [...json.problems, ...problems].sort((a, b) => a.from - b.from);
  return { id, framework: frameworkOf(whole), file: whole, problems: all };
}
