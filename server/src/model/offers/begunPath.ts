import { linkTarget } from '../reference.ts';
import type { WritingPlace } from './offer.ts';

/** The path to another file, or the name of a place in it, that is being written at an offset. */
export interface BegunPath {
  readonly kind: 'report' | 'picture' | 'place';
  /** What is written of it before the offset. */
  readonly typed: string;
  /** Of a place, the path of its report, decoded. */
  readonly path: string;
  readonly isDetail: boolean;
}

/** What leads to another file and is being written: a link’s target, a picture’s, or the report before this one. */
export function begunPath({ report, offset, before, block: index }: WritingPlace): BegunPath | undefined {
  const block = report.document.blocks[index];
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
