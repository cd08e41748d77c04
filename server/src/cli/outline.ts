import { outline as outlineOf } from '../features/outline.ts';
import { choice } from './arguments.ts';
import { columnsFor } from './columns.ts';
import { type Command, configGiven, reportOptions } from './command.ts';
import { outlineTree } from './outlineTree.ts';
import { Refusal } from './refusal.ts';
import { reportPaths } from './reportPaths.ts';
import { Reports } from './reports.ts';

/** `inspectmark outline FILE`: what is read from a report. */
export const outline: Command = {
  options: { ...reportOptions, format: { type: 'string' } },
  async run(args, io) {
    const format = choice(args.last('format'), '--format', ['tree', 'json']);
    const stdinPath = args.last('stdin-path');
    const given = args.positionals.length > 0 || stdinPath === undefined ? args.positionals : ['-'];
    if (given.length !== 1) throw new Refusal('Name one report: inspectmark outline FILE.');
    const [path, ...others] = await reportPaths(given, io, stdinPath);
    if (path === undefined || others.length > 0) throw new Refusal(`${given[0]} is not one report. Name one file.`);
    const reports = new Reports(io, args.last('framework'), configGiven(args, io));
    await reports.refuseUnknownFramework([path]);

    const { report, encoding, linked } = await reports.open(path);
    if (encoding !== undefined) io.stderr(`inspectmark: ${path.shown}: ${encoding.message}\n`);
    if (format === 'json') {
      io.stdout(`${JSON.stringify({ version: 1, file: path.shown, ...outlineOf(report, linked) }, null, 2)}\n`);
    } else io.stdout(outlineTree(report, columnsFor(io)));
    return 0;
  },
};
