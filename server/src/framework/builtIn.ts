import generic from '../../frameworks/generic.json' with { type: 'json' };
import ofstedSif from '../../frameworks/ofsted-sif.json' with { type: 'json' };
import type { Framework } from '../model/framework.ts';
import type { FrameworkFile } from './frameworkFile.ts';
import { frameworkOf } from './frameworkOf.ts';

/** Frameworks by id: the built-in ones, or those with a team's own. */
export interface Frameworks {
  /** In the order in which they are listed. */
  readonly ids: readonly string[];
  /** The framework of an id, made ready on first use. */
  readonly get: (id: string) => Framework | undefined;
}

// A test checks that they satisfy the schema, so that nothing needs to be checked when they are used.
const files: ReadonlyMap<string, FrameworkFile> = new Map(
  ([ofstedSif, generic] as FrameworkFile[]).map(file => [file.id, file]),
);
const ready = new Map<string, Framework>();

/** The ids of the built-in frameworks, in the order in which they are listed. */
export const builtInIds: readonly string[] = [...files.keys()];

/** The built-in frameworks, without a team's own. */
export const builtInFrameworks: Frameworks = { ids: builtInIds, get: builtInFramework };

/** A built-in framework, or nothing if there is none of that id. The same one each time. */
export function builtInFramework(id: string): Framework | undefined {
  let framework = ready.get(id);
  const file = files.get(id);
  if (framework === undefined && file !== undefined) {
    framework = frameworkOf(file);
    ready.set(id, framework);
  }
  return framework;
}

/** A built-in framework as its file says it, for others to extend. */
export function builtInFile(id: string): FrameworkFile | undefined {
  return files.get(id);
}
