import type { ReadyReport } from './readyReport.ts';
import type { Reports } from './reports.ts';

/** Reports one after another, each in its newest state; those that are not open are read, and forgotten again. */
export async function* everyReport(uris: Iterable<string>, reports: Reports): AsyncGenerator<ReadyReport> {
  for (const uri of uris) {
    const ready = (await reports.ready(uri)) ?? (await reports.closed(uri));
    if (typeof ready === 'object') yield ready;
  }
}
