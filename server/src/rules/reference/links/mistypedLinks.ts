import { blocksWith } from '../../../model/blocksWith.ts';
import { MarkSearch } from '../../../model/markSearch.ts';
import type { Report } from '../../../model/report.ts';
import type { Block } from '../../../syntax/block.ts';
import { addToGroup } from '../../../text/lists.ts';
import { matchAt } from '../../../text/matchAt.ts';
import { literalPattern } from '../../../text/phrases.ts';
import { isAmong, isWithin } from '../../../text/text.ts';
import { fixWith } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';

/** What begins, where it may be, what must follow, and whether the text before it shows that a link was meant. */
const slips: readonly (readonly [mark: string, form: RegExp, isMeant: (before: string, form: string) => boolean])[] = [
  [
    '(#',
    /\(# ?[A-Za-z][\w-]{0,60}\)/y,
    (before, form) =>
      before.endsWith(']')
        ? form.charAt(2) === ' ' || !before.includes('[')
        : /\][ \t]{1,3}$/.test(before) || /\[[^[\]\r\n]{1,100}$/.test(before),
  ],
  [']](', /\]\]\(#[A-Za-z][\w-]{0,60}\)/y, before => /(?:^|[^[])\[[^[\]\r\n]{1,100}$/.test(before)],
  ['((#', /\(\(#[A-Za-z][\w-]{0,60}\)(?!\))/y, before => before.endsWith(']')],
  ['[#', /\[#[A-Za-z][\w-]{0,60}\]/y, before => /[)\]]$/.test(before)],
  // *(words)(#name)*, *(#name)[words]*
  [')(#', /\)\(#[A-Za-z][\w-]{0,60}\)/y, before => /\([^()\r\n]{1,100}$/.test(before)],
  [')[', /\)\[[^[\]\r\n]{1,100}\](?!\()/y, before => /\(#[A-Za-z][\w-]{0,60}$/.test(before)],
  ['](', /\]\((?:paragraph|recommendation)-\d{1,3}\)/y, () => true],
  [
    '](',
    /\]\((?:https?(?:\/\/|:\/(?!\/)|:(?!\/)|:[ \t]\/\/)|htt?s?:\/\/|www\.)[^\s()]{1,200}\)/y,
    (_, form) => !/^\]\(https?:\/\//.test(form),
  ],
  [
    '](',
    /\]\([^\s()]{1,200}\)/y,
    before => before.endsWith(')') && /\[\[[^[\]\r\n]{1,100}\]\([^\s()]{1,200}\)$/.test(before),
  ],
  // *[words] (https://…)*
  ['] (', /\] \((?:https?:\/\/|www\.)[^\s()]{1,200}\)/y, before => /\[(?=[^\d[\]])[^[\]\r\n]{2,100}$/.test(before)],
  // *the plan](https://…)*
  ['](h', /\]\(https?:\/\/[^\s()]{1,200}\)/y, isUnopened],
  // *[the plan]( )*
  ['](', /\]\([ \t\u00a0]{1,3}\)/y, before => /\[[^[\]\r\n]{1,100}$/.test(before)],
  // *See [the plan](.*
  ['](', /\]\([.,;:](?=\s|$)/y, before => /\[[^[\]\r\n]{1,100}$/.test(before)],
  [']#', /\]#[A-Za-z][\w-]{1,60}/y, before => before.includes('[')],
  ['("#', /\("#[A-Za-z][\w-]{0,60}"\)/y, before => before.endsWith(']')],
  ['<#', /<#[A-Za-z][\w-]{0,60}>/y, () => true],
  [']http', /\]https?:\/\/[^\s()]{1,200}/y, before => before.includes('[')],
  ['}(#', /\}\(#[A-Za-z][\w-]{0,60}\)/y, before => /\{[^{}\r\n]{1,100}$/.test(before)],
  [']{#', /\]\{#[A-Za-z][\w-]{0,60}\}/y, before => before.includes('[')],
  ['] (', /\] \([\w./-]{1,100}\.inspection(?:#[\w-]{1,60})?\)/y, before => before.includes('[')],
  ['![', /!\[[^[\]\r\n]{0,200}\]/y, () => true],
  ['[[', /\[\[[^[\]\r\n]{1,100}\]\](?!\()/y, () => true],
  ['][', /\]\[[\w-]{1,20}\](?![[(])/y, before => /\[[^[\]\r\n]{1,100}$/.test(before)],
  ['\n[', /\n\[[\w-]{1,20}\]: (?:https?:\/\/|#|www\.)\S{1,200}/y, () => true],
  ['http//', /https?\/\/[\w-]{1,60}\.[^\s()]{1,200}/y, () => true],
  ['https//', /https?\/\/[\w-]{1,60}\.[^\s()]{1,200}/y, () => true],
  ['www. ', /www\. [\w-]{2,60}\.[a-z]{2,10}(?![\w@])/y, () => true],
  [':// ', /:\/\/ (?=[\w-]{1,60}\.[\w-])/y, before => /https?$/.test(before)],
  ['<http', /<https?:\/\/[^\s<>]{1,200}(?![^\s<>]{0,200}>)/y, () => true],
  ['![', /!\[[^[\]()\r\n]{1,200}\([^\s()]{1,100}\.(?:png|jpe?g|svg|gif)\)/iy, () => true],
  ['](', /\]\([^\s()]{1,100}\.(?:png|jpe?g|svg|gif)\)/iy, before => /(?:^|\s)![^[\]\r\n]{1,200}$/.test(before)],
  [')[', /\)\[[^\s[\]()]{1,100}\.(?:png|jpe?g|svg|gif)\]/iy, before => /!\([^()\r\n]{1,200}$/.test(before)],
  [')(', /\)\([^\s()]{1,100}\.(?:png|jpe?g|svg|gif)\)/iy, before => /!\[[^[\]()\r\n]{1,200}$/.test(before)],
  ...['！[', '¡[', '![[', '! ['].map(mark => {
    const form = String.raw`[^[\]\r\n]{0,200}\]\([^\s()]{1,100}\.(?:png|jpe?g|svg|gif)\)`;
    return [mark, new RegExp(literalPattern(mark) + form, 'iy'), () => true] as const;
  }),
];

/** Whether as many square brackets are closed before a place as are opened, so that one which closes there closes nothing. */
function isUnopened(before: string): boolean {
  return before.split('[').length <= before.split(']').length;
}

const pictureFile = /\.(?:png|jpe?g|svg|gif)[)\]]$/i;
/** The slips’ marks, by the first of their characters that is neither letter nor blank, of which a text has fewer; with how far behind their start that stands. */
const marksOf = new Map<number, { readonly mark: string; readonly ahead: number }[]>();
for (const [mark] of slips) {
  const ahead = mark.search(/[^a-z\s]/);
  addToGroup(marksOf, mark.charCodeAt(ahead), { mark, ahead });
}
const anySlip = new MarkSearch(String.fromCharCode(...marksOf.keys()), (text, at) => {
  for (const { mark, ahead } of marksOf.get(text.charCodeAt(at)) ?? [])
    if (text.startsWith(mark, at - ahead)) return at - ahead;
  return -1;
});
/** So much text before a mark is looked at. */
const lookedBack = 300;

/** Links and pictures of which a bracket is another, or stands apart, so that they are printed as they stand. */
export function* mistypedLinks({ document }: Report): Iterable<Finding> {
  for (const { block, start, places } of blocksWith(document, anySlip)) {
    if (block.kind === 'comment' || block.kind === 'frontMatter') continue;
    for (const at of places) yield* mistypedLinkAt(document.source, block, start, at);
  }
}

function* mistypedLinkAt(source: string, block: Block, start: number, at: number): Iterable<Finding> {
  for (const [mark, form, isMeant] of slips) {
    if (!source.startsWith(mark, at)) continue;
    const [written] = matchAt(form, source, at) ?? [];
    if (written === undefined) continue;
    if (block.kind === 'heading' && written.endsWith('}')) continue;
    const place = at - start;
    const { comments, pictures, links, escapes } = block.inlines;
    if (isWithin(comments, place) || isWithin(pictures, place) || isAmong(escapes, place - 1)) continue;
    if (mark !== '! [' && mark !== '](' && isWithin(links, place)) continue;
    if (!isMeant(source.slice(Math.max(start, at - lookedBack), at), written)) continue;
    const isPicture = mark.startsWith('!') || pictureFile.test(written);
    yield {
      from: mark.startsWith('\n') ? at + 1 : at,
      to: at + written.length,
      severity: 'warning',
      message: isPicture
        ? 'This is not read as a picture, so it is printed as it stands. Write “![description](picture.png)”.'
        : 'This is not read as a link, so it is printed as it stands. Write “[words](#name)”, without a space.',
    };
  }
}

/** Pictures whose brackets for the file are empty. */
export function* picturesOfNothing({ document }: Report): Iterable<Finding> {
  for (const { block, start } of blocksWith(document, pictureWithoutFile)) {
    for (const { from, to, target } of block.inlines.pictures) {
      if (target.trim() !== '') continue;
      yield {
        from: start + from,
        to: start + to,
        message: 'This picture has no file: its brackets are empty. Say which it is, or take the picture out.',
      };
    }
  }
}

/** Pictures with a bracket too many behind them. */
export function* bracketsBehindPictures({ document }: Report): Iterable<Finding> {
  for (const { block, places } of blocksWith(document, bracketTwice)) {
    for (const at of places) {
      const before = document.source.slice(Math.max(0, at - lookedBack), at);
      const [picture] = /!\[[^[\]\r\n]{0,200}\]\([^\s()]{1,100}$/.exec(before) ?? [];
      if (block.kind === 'comment' || picture === undefined) continue;
      // (*(see the picture ![A bridge](bridge.png))*)
      const outside = before.slice(0, before.length - picture.length);
      if (outside.lastIndexOf('(') > outside.lastIndexOf(')')) continue;
      const place = { from: at + 1, to: at + 2 };
      yield {
        ...place,
        severity: 'warning',
        message: 'This bracket after a picture closes nothing. Take it out.',
        fixes: [fixWith('Take it out', place, '')],
      };
    }
  }
}

const bracketTwice = new MarkSearch(')', (text, at) =>
  text.charCodeAt(at + 1) === 41 && /\.(?:png|jpe?g|svg|gif)$/i.test(text.slice(Math.max(0, at - 5), at)) ? at : -1,
);

const pictureWithoutFile = new MarkSearch(')', (text, at) =>
  /\]\(\s?$/.test(text.slice(Math.max(0, at - 3), at)) ? at : -1,
);
