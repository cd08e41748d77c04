import { matrix as matrixOf } from '../features/matrix.ts';
import { columnsFor } from './columns.ts';
import { type Command, configGiven, reportOptions } from './command.ts';
import { csvMatrix } from './csvMatrix.ts';
import { htmlMatrix } from './htmlMatrix.ts';
import type { Io } from './io.ts';
import { jsonMatrix } from './jsonMatrix.ts';
import { MatrixCount, type MatrixFormat } from './matrixFormat.ts';
import { type Output, withOutputs } from './outputs.ts';
import { type Paint, paintFor } from './paint.ts';
import { prettyMatrix } from './prettyMatrix.ts';
import { pathsGiven, reportPaths } from './reportPaths.ts';
import { Reports } from './reports.ts';
import { refuseOverwriting, wantedFormats } from './wantedFormats.ts';

const formatNames = ['pretty', 'csv', 'json', 'html'] as const;

/** `inspectmark matrix PATH…`: what ties the recommendations of reports to findings, and to the grades of their areas. */
export const matrix: Command = {
  options: {
    ...reportOptions,
    format: { type: 'string' },
    color: { type: 'boolean' },
    'no-color': { type: 'boolean' },
  },
  async run(args, io) {
    const wanted = wantedFormats(args, io, formatNames, ['pretty']);
    const stdinPath = args.last('stdin-path');
    const paths = await reportPaths(pathsGiven(args, stdinPath), io, stdinPath);
    const reports = new Reports(io, args.last('framework'), configGiven(args, io));
    await reports.refuseUnknownFramework(paths);
    refuseOverwriting(wanted, await reports.filesRead(paths), io);
    return withOutputs(wanted, io, async outputs => {
      const formats = wanted.map(({ name, file }, i) => {
        const isShown = file === undefined;
        const paint = paintFor(args, { isTTY: isShown && io.isTTY, env: isShown ? io.env : {} });
        return formatOf(name, outputs[i] as Output, paint, io);
      });
      const count = new MatrixCount();
      for (const path of paths) {
        if (await reports.isIgnored(path)) {
          count.ignored++;
          continue;
        }
        const opened = await reports.openOrTell(path);
        if (opened === undefined) {
          count.unreadable++;
          continue;
        }
        const { report, encoding } = opened;
        if (encoding !== undefined) io.stderr(`inspectmark: ${path.shown}: ${encoding.message}\n`);
        const own = matrixOf(report);
        count.add(own);
        for (const format of formats) format.file(path.shown, own);
      }
      for (const format of formats) format.end(count);
      return count.unreadable > 0 ? 2 : 0;
    });
  },
};

function formatOf(name: (typeof formatNames)[number], { write }: Output, paint: Paint, io: Io): MatrixFormat {
  if (name === 'csv') return csvMatrix(write);
  if (name === 'json') return jsonMatrix(write);
  return name === 'html' ? htmlMatrix(write) : prettyMatrix(write, paint, columnsFor(io));
}
