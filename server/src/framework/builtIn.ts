import generic from '../../frameworks/generic.json' with { type: 'json' };
import ofstedIlacs from '../../frameworks/ofsted-ilacs.json' with { type: 'json' };
import ofstedSif from '../../frameworks/ofsted-sif.json' with { type: 'json' };
import ofstedSif2014 from '../../frameworks/ofsted-sif-2014.json' with { type: 'json' };
import ofstedSif2015 from '../../frameworks/ofsted-sif-2015.json' with { type: 'json' };
import type { Framework } from '../model/framework.ts';
import { extended } from './extended.ts';
import type { FrameworkFile } from './frameworkFile.ts';
import { frameworkOf } from './frameworkOf.ts';

/** Frameworks by id: the built-in ones, or those with a team's own. */
export interface Frameworks {
  /** In the order in which they are listed. */
  readonly ids: readonly string[];
  /** The framework of an id, made ready on first use. */
  readonly get: (id: string) => Framework | undefined;
}

/** All of them, made ready, in their order. */
export function allFrameworks({ ids, get }: Frameworks): Framework[] {
  return ids.flatMap(id => get(id) ?? []);
}

// A test checks that they satisfy the schema, so that nothing needs to be checked when they are used.
const files: ReadonlyMap<string, FrameworkFile> = new Map(
  ([ofstedSif, ofstedSif2015, ofstedSif2014, ofstedIlacs, generic] as FrameworkFile[]).map(file => [file.id, file]),
);
const ready = new Map<string, Framework>();

/** The ids of the built-in frameworks, in the order in which they are listed. */
export const builtInIds: readonly string[] = [...files.keys()];

/** The built-in frameworks, without a team's own. */
export const builtInFrameworks: Frameworks = { ids: builtInIds, get: builtInFramework };

/** A built-in framework, or nothing if there is none of that id. The same one each time. */
export function builtInFramework(id: string): Framework | undefined {
  const known = ready.get(id);
  if (known !== undefined) return known;
  const file = builtInFile(id);
  if (file === undefined) return undefined;
  const framework = frameworkOf(file);
  ready.set(id, framework);
  return framework;
}

/** A built-in framework as its file and those that it extends say it, for others to extend. */
export function builtInFile(id: string): FrameworkFile | undefined {
  const file = files.get(id);
  const base = file?.extends === undefined ? undefined : builtInFile(file.extends);
  return file === undefined || base === undefined ? file : extended(base, file);
}
