import type { Finding } from '../../rule.ts';

/** Lines in bold type are a manner of the report if there are several: one question. */
export function ofBolds(first: Finding, others: readonly Finding[]): Finding {
  if (others.length === 0) return { ...first, severity: 'information' };
  const all = [first, ...others];
  return {
    ...first,
    severity: 'information',
    message: `${all.length} lines are bold, and stand alone. If they are headings, write “###” before each of them.`,
    related: others.map(({ from, to }) => ({ from, to, message: 'This line as well.' })),
    fixes: [
      {
        title: 'Make them headings',
        edits: all.flatMap(({ fixes }) => fixes?.[0]?.edits ?? []),
        certain: false,
      },
    ],
  };
}
