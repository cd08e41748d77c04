import type { Framework } from '../model/framework.ts';
import { builtInFile, builtInFramework, builtInIds, type Frameworks } from './builtIn.ts';
import type { FileProblem } from './fileProblem.ts';
import type { FrameworkFile } from './frameworkFile.ts';
import { completedFramework, type FrameworkReading, type FrameworkSource, frameworkSource } from './readFramework.ts';
import type { KnownRule } from './ruleSettingProblems.ts';

/** A file of a team's own. */
export interface TeamFile {
  readonly path: string;
  readonly text: string;
}

/** The built-in frameworks and a team's own, with what is wrong in the team's files. */
export interface FrameworkSet extends Frameworks {
  /** By path; every file given is there. */
  readonly problems: ReadonlyMap<string, readonly FileProblem[]>;
  /** The path of the team's file that holds a framework; nothing for a built-in one. */
  readonly pathOf: (id: string) => string | undefined;
}

interface Member extends TeamFile {
  readonly source: FrameworkSource;
  reading: FrameworkReading | 'underWay' | undefined;
}

/**
 * Reads a team's frameworks. They may extend built-in ones and each other. One with a built-in framework's id stands in
 * its place; what it extends under that id is the built-in one. Of two files with one id the first by path counts.
 */
export function frameworkSet(teamFiles: readonly TeamFile[], rules?: readonly KnownRule[]): FrameworkSet {
  const members = new Map<string, Member>();
  const problems = new Map<string, readonly FileProblem[]>();
  const files = [...teamFiles].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const file of files) {
    const source = frameworkSource(file.text);
    const earlier = source.id === undefined ? undefined : members.get(source.id);
    if (source.id === undefined || earlier !== undefined) {
      problems.set(file.path, [...source.json.problems, ...repeatedId(source, earlier)]);
    } else members.set(source.id, { ...file, source, reading: undefined });
  }
  const ids = [...new Set([...builtInIds, ...members.keys()])];
  for (const member of members.values()) problems.set(member.path, readingOf(member)?.problems ?? []);

  return {
    ids,
    get: frameworkOfId,
    problems,
    pathOf: id => members.get(id)?.path,
  };

  function frameworkOfId(id: string): Framework | undefined {
    const member = members.get(id);
    return member === undefined ? builtInFramework(id) : readingOf(member)?.framework;
  }

  /** Nothing while it is being read: then it rests on itself. */
  function readingOf(member: Member): FrameworkReading | undefined {
    if (member.reading === 'underWay') return undefined;
    if (member.reading === undefined) {
      member.reading = 'underWay';
      member.reading = completedFramework(member.source, {
        base: id => baseOf(id, member),
        frameworkIds: ids,
        ...(rules && { rules }),
      });
    }
    return member.reading;
  }

  function baseOf(id: string, by: Member): FrameworkFile | 'circular' | undefined {
    const member = members.get(id);
    if (member === undefined) return builtInFile(id);
    if (member === by) return builtInFile(id) ?? 'circular';
    return readingOf(member) === undefined ? 'circular' : readingOf(member)?.file;
  }
}

function repeatedId({ id, json }: FrameworkSource, earlier: Member | undefined): FileProblem[] {
  const node = json.nodeAt(['id']);
  if (earlier === undefined || node === undefined) return [];
  const name = /[^/\\]*$/.exec(earlier.path)?.[0];
  const message = `The framework “${id}” is in ${name} already, so this file is not used. Give it an id of its own.`;
  return [{ from: node.offset, to: node.offset + node.length, message, severity: 'error' }];
}
