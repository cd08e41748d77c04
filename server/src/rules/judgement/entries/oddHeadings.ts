import type { Report } from '../../../model/report.ts';
import { titleKey } from '../../../model/titleKey.ts';
import { changeTo } from '../../fixWith.ts';
import { gradeList } from '../../messages/judgementWords.ts';
import type { Finding } from '../../rule.ts';
import { nearestGrades } from './nearestGrades.ts';

/** Of a report that names its own areas, headings of listed areas that go on with no grade where others go on with one. */
export function* oddHeadings({ document: { source }, framework, judgements, sections }: Report): Iterable<Finding> {
  const headings = judgements.filter(({ carrier }) => carrier === 'heading');
  if (headings.length < fewestGraded) return;
  const graded = new Set(headings.map(({ section }) => section));
  const listed = new Set(
    judgements.flatMap(({ carrier, areaText }) => (carrier === 'entry' ? titleKey(areaText) : [])),
  );
  for (const { index, titleSpan } of sections) {
    if (graded.has(index)) continue;
    const title = source.slice(titleSpan.from, titleSpan.to);
    if (title.endsWith(':') && listed.has(titleKey(title)))
      yield {
        ...titleSpan,
        message: `“${title.slice(0, -1)}” has no grade here. Choose ${gradeList(framework.scale)}.`,
      };
    const [, name = '', words = ''] = /^([^:]{2,120}):\s(\p{L}+(?:\s\p{L}+){0,4})\.?$/u.exec(title) ?? [];
    if (name === '' || !listed.has(titleKey(name))) continue;
    const from = titleSpan.from + title.lastIndexOf(words);
    yield {
      from,
      to: from + words.length,
      message: `“${words}” is not a grade. Choose ${gradeList(framework.scale)}.`,
      fixes: nearestGrades(words, framework.scale).map(({ name: near }) =>
        changeTo({ from, to: from + words.length }, near.toLowerCase()),
      ),
    };
  }
}

const fewestGraded = 2;
