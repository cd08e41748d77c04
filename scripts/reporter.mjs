// How `npm test` reports: every failure as it happens, whatever the tests print, and at the end the runner's own count.
import { inspect } from 'node:util';

/** What the runner itself reports at the end, apart from the counts above. */
const summary = /^(?:tests|suites|todo|duration_ms) /;

/** A reporter of Node's test runner. */
export default async function* reporter(events) {
  const counts = { pass: 0, fail: 0, cancelled: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    else if (type === 'test:fail') yield failure(data);
    else if (type === 'test:diagnostic') {
      const [, name, count] = /^(pass|fail|cancelled|skipped) (\d+)$/.exec(data.message) ?? [];
      if (name) counts[name] = Number(count);
      else if (!summary.test(data.message)) yield `${data.message}\n`;
    }
  }
  if (counts.skipped > 0) yield `${counts.skipped} tests skipped\n`;
  yield `${counts.pass} tests passed, ${counts.fail + counts.cancelled} failed\n`;
}

function failure({ name, file, line, details: { error }, todo }) {
  // A test that failed because a test in it failed has nothing to add.
  if (todo !== undefined || error.failureType === 'subtestsFailed') return '';
  const place = file && !name.endsWith(file) ? ` (${file}:${line})` : '';
  const cause = error.cause instanceof Error ? error.cause : (error.cause ?? error.message);
  const text = typeof cause === 'string' ? cause : (cause.stack ?? inspect(cause));
  return `\n✖ ${name}${place}\n${withoutRunner(text).replace(/^/gm, '  ')}\n\n`;
}

/** Leaves out the stack's lines that are Node's own. */
function withoutRunner(text) {
  return text.replace(/\n\s+at (?:[^\n]*\()?node:[^\n]*/g, '');
}
