import { openingWords } from '../../../text/phrases.ts';
import { certainChangeTo, fixWith } from '../../fixWith.ts';
import type { Finding } from '../../rule.ts';

/** A bullet with nothing after its mark. */
export function emptyPoint(from: number): Finding {
  return { from, to: from + 1, message: 'This bullet has no text. Write it, or take it out.' };
}

/** A mark, of one sign, that stands right before a word. */
export function markWithoutBlank(from: number, mark = '-'): Finding {
  return {
    from,
    to: from + 1,
    message: `This is not read as a bullet: there is no space after “${mark}”. Put one there.`,
    fixes: [fixWith('Put a space after it', { from: from + 1, to: from + 1 }, ' ')],
  };
}

/** Another mark where a bullet’s should stand. */
export function otherMark(from: number, mark: string): Finding {
  const place = { from, to: from + mark.length };
  if (/^-\s$/.test(mark))
    return {
      ...place,
      message: 'This is not read as a bullet: the space after “-” is not an ordinary one. Type it again.',
      fixes: [certainChangeTo(place, '- ')],
    };
  return {
    ...place,
    message: `“${mark}” begins no bullet. Write “-”.`,
    fixes: [{ title: 'Change to “-”', edits: [{ ...place, text: '-' }], certain: !/[–—+o>\\\d]/.test(mark) }],
  };
}

/** A point without its mark, by its first words; the last of a list may be no point, and a blank may be left of its mark. */
export function lostPoint(from: number, text: string, isLast = false, blanks = 0): Finding {
  return {
    from,
    to: from + openingWords(text, { from: 0, to: text.length }).to,
    message: isLast
      ? 'This is read as part of the point above it. Write “- ” before it, or leave a blank line above it.'
      : 'This stands between two points of a list, but is not one itself. Write “- ” before it.',
    fixes: [fixWith('Make it a bullet', { from: from - blanks, to: from }, '- ')],
  };
}
