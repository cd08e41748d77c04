import type { Report } from '../../../model/report.ts';
import { isOfVisit } from '../../../model/visitReport.ts';
import { beginning, titleSpan } from '../../reportParts.ts';
import type { Finding } from '../../rule.ts';
import { blurredTitle, jumbledTitle } from '../../titles/blurredTitles.ts';
import { titleOfKind } from '../../titles/sectionTitles.ts';
import { titleAsText } from '../../titles/titlesAsText.ts';

/** Sections that nearly all reports of the framework have, and this one, which is done, has not: a question. */
export function* withoutUsual(report: Report): Iterable<Finding> {
  const { framework, metadata, sections } = report;
  if (metadata.status === 'draft' || !sections.some(({ ownRole }) => ownRole !== undefined) || isOfVisit(report))
    return;
  for (const [rank, kind] of framework.sections.entries()) {
    if (!kind.usual || sections.some(section => section.kind === kind || section.ownRole === kind.role)) continue;
    const jumbled = jumbledTitle(report, kind);
    if (jumbled !== undefined) {
      const message = `This is not read as the heading “${titleOfKind(kind)}”: its words are jumbled. Correct it.`;
      yield { ...titleSpan(jumbled), severity: 'warning', message };
      continue;
    }
    if (titleAsText(report, kind) !== undefined || blurredTitle(report, kind) !== undefined) continue;
    const before = sections.findLast(
      own => own.kind !== undefined && own.level <= mainLevel && framework.sections.indexOf(own.kind) < rank,
    );
    yield {
      ...(before === undefined ? beginning(report) : titleSpan(before)),
      severity: 'information',
      message: `Nearly all reports of this kind have a section “${titleOfKind(kind)}”${before === undefined ? '' : ', after this one'}. Is it meant to be left out?`,
    };
  }
}

const mainLevel = 2;
