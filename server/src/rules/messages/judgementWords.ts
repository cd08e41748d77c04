import type { Framework, Grade } from '../../model/framework.ts';
import { frameworkIndex } from '../../model/frameworkIndex.ts';
import type { Judgement } from '../../model/judgements/judgement.ts';
import type { Report } from '../../model/report.ts';
import { listInWords } from '../../text/phrases.ts';

/** What an area is called in a message, as a sentence begins: *Area 2.1*, *The overall judgement*, its title in quotes. */
export function areaWords(framework: Framework, area: string | undefined, written: string): string {
  const index = frameworkIndex(framework);
  const known = area === undefined ? undefined : index.areaById.get(area);
  if (known !== undefined && known === index.overall) return 'The overall judgement';
  if (known?.number !== undefined) return `Area ${known.number}`;
  return `“${known?.title ?? written}”`;
}

/** A sentence’s first words as they stand inside a sentence. */
export function inSentence(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** Where judgements stand, as a message says it: *in the list and under its heading*. */
export function placesInWords(report: Report, judgements: readonly Judgement[]): string {
  return listInWords([...new Set(judgements.map(judgement => placeInWords(report, judgement)))]);
}

function placeInWords({ document }: Report, { carrier, block }: Judgement): string {
  const kind = document.blocks[block]?.kind;
  switch (carrier) {
    case 'headline':
      return 'in the headline';
    case 'entry':
      return kind === 'table' ? 'in the table' : 'in the list';
    case 'line':
      return 'under its heading';
    case 'heading':
      return 'in its heading';
    case 'statement':
      return kind === 'heading' ? 'in its heading' : 'in its sentence';
  }
}

/** Grades as a list, the best first: *Good*, *Adequate* or *Poor*. */
export function gradeList(grades: readonly Grade[]): string {
  const labels = grades.map(({ label }) => `*${label}*`).reverse();
  return listInWords(labels, 'or');
}
