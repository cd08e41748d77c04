import type { Area } from '../../../model/framework.ts';
import type { Report } from '../../../model/report.ts';
import { lineBreak } from '../../../text/lineBreak.ts';
import { fixWith } from '../../fixWith.ts';
import type { Fix } from '../../rule.ts';

/** Writes the list of judgements under the report’s first heading, its grades still to be filled in; nothing without one. */
export function listFix({ document: { source }, sections }: Report, areas: readonly Area[]): Fix | undefined {
  const [title] = sections;
  if (title?.level !== 1 || areas.length === 0) return undefined;
  const end = lineBreak(source);
  const { to } = title.heading;
  const text = `${end}${end}${listLines(areas).join(end)}`;
  return fixWith('Add the list of judgements', { from: to, to }, text);
}

/** The areas as a framework prints them: by number, or in a table where they have none. */
function listLines(areas: readonly Area[]): string[] {
  if (areas.every(({ number }) => number !== undefined))
    return areas.map(({ number = '', title }) => `${number}${number.includes('.') ? '' : '.'} ${title}:`);
  return ['| Judgement | Grade |', '| --- | --- |', ...areas.map(({ title }) => `| ${title} | |`)];
}
