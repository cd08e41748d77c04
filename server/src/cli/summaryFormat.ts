import type { Severity } from '../rules/rule.ts';
import { counted } from '../text/phrases.ts';
import { printable } from './columns.ts';
import { severities } from './fileResult.ts';
import { closing, type Format } from './format.ts';
import type { Paint } from './paint.ts';

type Counts = Readonly<Record<Severity, number>>;

/** For people who check a shelf: how much was found of each severity, report by report and then rule by rule. */
export function summaryFormat(write: (text: string) => void, paint: Paint): Format {
  const byRule = new Map<string, { readonly counts: Counts; readonly files: number }>();
  let isFirst = true;
  return {
    file({ path, findings }) {
      if (isFirst) write(`${paint.strong(head)}\n`);
      isFirst = false;
      const rules = new Map<string, Counts>();
      let counts = none;
      for (const { rule, severity } of findings) {
        counts = withOneMore(counts, severity);
        rules.set(rule, withOneMore(rules.get(rule) ?? none, severity));
      }
      write(`${row(counts, paint)}  ${printable(path)}\n`);
      for (const [rule, found] of rules) {
        const before = byRule.get(rule) ?? { counts: none, files: 0 };
        byRule.set(rule, { counts: sum(before.counts, found), files: before.files + 1 });
      }
    },
    end(summary) {
      if (byRule.size > 0) write(`\n${paint.strong(head)}\n`);
      for (const [rule, { counts, files }] of [...byRule].sort(worstFirst))
        write(`${row(counts, paint)}  ${rule}, in ${counted(files, 'file')}\n`);
      write(`${isFirst ? '' : '\n'}${closing(summary)}\n`);
    },
  };
}

const none: Counts = { error: 0, warning: 0, information: 0, hint: 0 };

const headings: Readonly<Record<Severity, string>> = {
  error: 'errors',
  warning: 'warnings',
  information: 'information',
  hint: 'hints',
};

const head = severities.map(severity => headings[severity]).join('  ');

function row(counts: Counts, paint: Paint): string {
  return severities
    .map(severity => {
      const number = String(counts[severity]).padStart(headings[severity].length);
      return counts[severity] === 0 ? paint.faint(number) : paint.severity(severity, number);
    })
    .join('  ');
}

function withOneMore(counts: Counts, severity: Severity): Counts {
  return { ...counts, [severity]: counts[severity] + 1 };
}

function sum(a: Counts, b: Counts): Counts {
  return {
    error: a.error + b.error,
    warning: a.warning + b.warning,
    information: a.information + b.information,
    hint: a.hint + b.hint,
  };
}

/** The rule with the most errors first, of those with as many the one with the most warnings, and so on. */
function worstFirst([a, x]: [string, { counts: Counts }], [b, y]: [string, { counts: Counts }]): number {
  const severity = severities.find(each => x.counts[each] !== y.counts[each]);
  if (severity !== undefined) return y.counts[severity] - x.counts[severity];
  return a < b ? -1 : 1;
}
