import { blockIndexAt } from '../../syntax/document.ts';
import { linkTarget } from '../reference.ts';
import type { Report } from '../report.ts';

/** The path to another file, or the name of a place in it, that is being written at an offset. */
export interface BegunPath {
  readonly kind: 'report' | 'picture' | 'place';
  /** What is written of it before the offset. */
  readonly typed: string;
  /** Of a place, the path of its report, decoded. */
  readonly path: string;
  readonly isDetail: boolean;
}

/** So many characters before the cursor are looked at: a paragraph may be one line, however long. */
const farthest = 1000;

/** What leads to another file and is being written: a link’s target, a picture’s, or the report before this one. */
export function begunPath(report: Report, offset: number): BegunPath | undefined {
  const { source, blocks } = report.document;
  const [before = ''] = /[^\r\n]*$/.exec(source.slice(Math.max(0, offset - farthest), offset)) ?? [];
  const block = blocks[blockIndexAt(report.document, Math.max(0, offset - 1)) ?? 0];
  if (block?.kind === 'frontMatter') {
    const [, typed] = (offset <= block.end && /^previous:[ \t]+(.*)$/.exec(before)) || [];
    return typed === undefined ? undefined : { kind: 'report', typed, path: '', isDetail: true };
  }
  const [, mark = '', typed] = /(!?)\[[^[\]]{0,300}\]\(([^\s()]*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const hash = typed.indexOf('#');
  if (hash < 0) return { kind: mark === '!' ? 'picture' : 'report', typed, path: '', isDetail: false };
  const { path, external } = linkTarget(typed);
  if (external || path === '' || mark === '!') return undefined;
  return { kind: 'place', typed: typed.slice(hash + 1), path, isDetail: false };
}
