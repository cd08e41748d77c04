import type { Report } from '../../model/report.ts';
import type { Block } from '../../syntax/block.ts';
import type { Finding, Rule } from '../rule.ts';
import { whereStands } from '../whereStands.ts';

/**
 * A bullet has no text, or begins with another mark than `-`, so that it is not read as a bullet and runs into the line before
 * it.
 *
 * ```inspectmark,expect
 * ## Executive summary
 *
 * Leaders see to it that:
 *
 * - plans are clear
 * • visits are regular
 * ^ “•” begins no bullet. Write “-”.
 *
 * -
 * ^ This bullet has no text. Write it, or take it out.
 * - reviews are timely.
 * ```
 *
 * ```inspectmark,fixed
 * ## Executive summary
 *
 * Leaders see to it that:
 *
 * - plans are clear
 * - visits are regular
 *
 * -
 * - reviews are timely.
 * ```
 *
 * Bullets begin with `-` and a blank:
 *
 * ```inspectmark
 * ## Executive summary
 *
 * Leaders see to it that:
 *
 * - plans are clear
 * - visits are regular · and short.
 * ```
 */
export const bulletForm: Rule = {
  id: 'bullet-form',
  group: 'structure',
  kind: 'fault',
  severity: 'warning',
  summary: 'A bullet has no text, or another mark than “-”',
  fixable: true,
  readsWords: whereStands(mayBegin),
  *check({ report: { document } }) {
    const { source, blocks, starts } = document;
    for (const [needle, form] of forms) {
      let i = 0;
      for (let at = source.indexOf(needle); at >= 0; at = source.indexOf(needle, at + 1)) {
        form.lastIndex = at;
        const [, mark = ''] = form.exec(source) ?? [];
        if (mark === '') continue;
        const from = source.indexOf(mark, at);
        while ((starts[i + 1] ?? Infinity) <= from) i++;
        const block = blocks[i];
        if (block === undefined || !isText(block)) continue;
        const next = source.charAt(from + 1);
        const hasText = next !== '' && !/\s/.test(next);
        if (mark === '-' && hasText && block.kind !== 'bullet' && from !== (starts[i] ?? 0) + block.start) continue;
        if (mark !== '-' && mark !== '*') yield otherMark(from, mark);
        else yield hasText ? closeBy(from) : empty(from);
      }
    }
  },
};

function mayBegin({ document: { source, blocks, starts } }: Report, index: number): boolean {
  const start = starts[index] ?? 0;
  return /(?:^|[\r\n])[ \t]{0,8}[-*•·]/.test(source.slice(start, start + (blocks[index]?.end ?? 0)));
}

/** By what each is searched for: the whole text has few of them. */
const forms: readonly (readonly [string, RegExp])[] = [
  ['\n-', /\n(-)(?:[ \t]{0,4}[\r\n]|\p{Lu}\p{Ll})/uy],
  ['*', /(?<=[\r\n][ \t]{0,8})(\*)[ \t]{0,4}[\r\n]/y],
  ['•', /(?<=[\r\n][ \t]{0,8})(•)[ \t\u00a0]/y],
  ['·', /(?<=[\r\n][ \t]{0,8})(·)[ \t\u00a0]/y],
];

function isText({ kind }: Block): boolean {
  return kind === 'plain' || kind === 'numbered' || kind === 'bullet';
}

function empty(from: number): Finding {
  return { from, to: from + 1, message: 'This bullet has no text. Write it, or take it out.' };
}

function closeBy(from: number): Finding {
  return {
    from,
    to: from + 1,
    message: 'This begins no bullet: there is no blank after “-”. Put one there.',
    fixes: [{ title: 'Put a blank after it', edits: [{ from: from + 1, to: from + 1, text: ' ' }], certain: false }],
  };
}

function otherMark(from: number, mark: string): Finding {
  return {
    from,
    to: from + 1,
    message: `“${mark}” begins no bullet. Write “-”.`,
    fixes: [{ title: 'Change to “-”', edits: [{ from, to: from + 1, text: '-' }], certain: true }],
  };
}
