import { plainMessage } from '../rules/messages/plainMessage.ts';
import type { Severity } from '../rules/rule.ts';
import { printable } from './columns.ts';
import type { Format } from './format.ts';
import { placeOf } from './placeOf.ts';

/**
 * Annotations of GitHub Actions, a workflow command for each finding
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands). Hints are left out: GitHub shows
 * few annotations of a step, and the others are to be among them.
 *
 * @param fromCheckout a path as GitHub knows it
 */
export function githubFormat(write: (text: string) => void, fromCheckout: (path: string) => string): Format {
  return {
    file({ path, text, findings }) {
      for (const finding of findings) {
        const command = commands[finding.severity];
        if (command === undefined) continue;
        const { line, column, endLine, endColumn } = placeOf(text, finding);
        // (Columns are for what stands on one line.)
        const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
        const place = `file=${property(fromCheckout(path))},line=${line},endLine=${endLine}${columns}`;
        write(
          `::${command} ${place},title=${property(finding.rule)}::${escaped(printable(plainMessage(finding.message)))}\n`,
        );
      }
    },
    end() {},
  };
}

const commands: Readonly<Record<Severity, string | undefined>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: undefined,
};

function escaped(words: string): string {
  return words.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(words: string): string {
  return escaped(words).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
