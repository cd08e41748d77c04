import type { Connection, TextDocumentPositionParams, TextEdit } from 'vscode-languageserver';
import { gradeChoices } from '../features/gradeChoices.ts';
import { gradedAreas } from '../features/gradedAreas.ts';
import { matrix } from '../features/matrix.ts';
import { preview } from '../features/preview.ts';
import { questions } from '../features/questions.ts';
import { detailEdits, reportDetails } from '../features/reportDetails.ts';
import { allFrameworks } from '../framework/builtIn.ts';
import type { Answering } from './answer.ts';
import type {
  DetailEditsMethod,
  DetailEditsParams,
  GradeChoices,
  GradeChoicesMethod,
  GradedAreasMethod,
  MatrixMethod,
  PastedReportMethod,
  PastedReportParams,
  PreviewMethod,
  QuestionsMethod,
  ReportDetailsMethod,
} from './protocol.ts';
import type { Reports } from './reports.ts';
import { textEdits } from './translation.ts';

const detailEditsMethod: DetailEditsMethod = 'inspectmark/detailEdits';
const gradeChoicesMethod: GradeChoicesMethod = 'inspectmark/gradeChoices';
const gradedAreasMethod: GradedAreasMethod = 'inspectmark/gradedAreas';
const matrixMethod: MatrixMethod = 'inspectmark/matrix';
const pastedReportMethod: PastedReportMethod = 'inspectmark/pastedReport';
const previewMethod: PreviewMethod = 'inspectmark/preview';
const questionsMethod: QuestionsMethod = 'inspectmark/questions';
const reportDetailsMethod: ReportDetailsMethod = 'inspectmark/reportDetails';

/** Answers what the extension asks for its views and for what is pasted, beyond the Language Server Protocol; null of a report that is not open. */
export function answerViews(connection: Connection, answer: Answering, reports: Reports): void {
  connection.onRequest(
    gradedAreasMethod,
    answer(null, ({ report }) => gradedAreas(report)),
  );
  connection.onRequest(
    gradeChoicesMethod,
    answer<TextDocumentPositionParams, GradeChoices | null>(
      null,
      ({ report }, { position }) => gradeChoices(report, report.text.offsetAt(position)) ?? null,
    ),
  );
  connection.onRequest(
    matrixMethod,
    answer(null, ({ report }) => matrix(report)),
  );
  connection.onRequest(
    reportDetailsMethod,
    answer(null, ({ report, frameworks }) => reportDetails(report, allFrameworks(frameworks))),
  );
  connection.onRequest<TextEdit[] | string, void>(
    detailEditsMethod,
    answer<DetailEditsParams, TextEdit[] | string>([], ({ report }, { key, value }) => {
      const edits = detailEdits(report, key, value);
      return typeof edits === 'string' ? edits : textEdits(report.text, edits);
    }),
  );
  connection.onRequest(
    pastedReportMethod,
    answer<PastedReportParams, string | null>(null, async ({ report }, { range, html }) => {
      const source = (await import('../readers/clippedHtml.ts')).clippedSource(html);
      if (source === undefined) return null;
      const { pastedReport } = await import('../features/pastedReport.ts');
      return pastedReport(report, report.text.offsetAt(range.start), report.text.offsetAt(range.end), source) ?? null;
    }),
  );
  connection.onRequest(
    previewMethod,
    answer(null, ({ report }) => preview(report)),
  );
  connection.onRequest(
    questionsMethod,
    answer(null, async (asked, _, token) => {
      const ready = await reports.settled(asked, token);
      return ready === undefined ? null : questions(ready.report, reports.checks.check(ready).findings);
    }),
  );
}
