import { type FaultKind, planted } from '../faultKind.ts';
import type { GoodReport } from '../goodReport.ts';
import type { Random } from '../random.ts';

/** Faults in directives. */
export const directiveFaults: readonly FaultKind[] = [
  {
    fault: 'a directive for a rule that there is not',
    found: ['unknown-directive'],
    plant: (report, random) => commented(report, random, 'inspectmark-disable-next number-gapp -- as published'),
  },
  {
    fault: 'a directive that there is not',
    found: ['unknown-directive'],
    plant: (report, random) => commented(report, random, 'inspectmark-disabel-next number-gap -- as published'),
  },
  {
    fault: 'a directive that silences nothing',
    found: ['unused-directive'],
    plant: (report, random) => commented(report, random, 'inspectmark-disable-next duplicate-id -- as published'),
  },
  {
    fault: 'a directive that names no rule',
    found: ['unknown-directive'],
    plant: (report, random) => commented(report, random, 'inspectmark-disable-next'),
  },
  {
    fault: 'a rule switched on that nothing has switched off',
    found: ['unused-directive'],
    plant: (report, random) => commented(report, random, 'inspectmark-enable number-gap'),
  },
  {
    fault: 'a finding accepted without a reason',
    found: ['directive-without-reason'],
    plant: (report, random) => {
      const tag = random.oneOf(report.tags);
      if (tag === undefined) return undefined;
      const at = tag.paragraph.from;
      const comment = '<!-- inspectmark-disable-next tag-spelling -->\n\n';
      return planted(
        report,
        [
          { from: at, to: at, text: comment },
          { ...tag, text: '(Recomendation)' },
        ],
        [{ from: at, to: at }],
      );
    },
  },
  {
    fault: 'a guess of import that nobody has looked at',
    found: ['import-guess'],
    plant: (report, random) =>
      commented(report, random, 'inspectmark-guess: number torn from its text (page 3, line 41)'),
  },
];

/** A comment above a paragraph. */
function commented(report: GoodReport, random: Random, words: string) {
  const own = random.oneOf(report.paragraphs);
  return own && planted(report, [{ from: own.from, to: own.from, text: `<!-- ${words} -->\n\n` }]);
}
