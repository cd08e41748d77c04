import { fingerprint } from '../rules/checking/fingerprint.ts';
import { plainMessage } from '../rules/messages/plainMessage.ts';
import type { Severity } from '../rules/rule.ts';
import { printable } from './columns.ts';
import type { Format } from './format.ts';
import { placeOf } from './placeOf.ts';

/**
 * GitLab’s report of code quality (https://docs.gitlab.com/ci/testing/code_quality/), an object for each finding. GitLab
 * compares fingerprints over all files, so the file’s name is in them.
 *
 * @param fromCheckout a path as GitLab knows it
 */
export function gitlabFormat(write: (text: string) => void, fromCheckout: (path: string) => string): Format {
  let first = true;
  write('[');
  return {
    file({ path: shown, text, findings }) {
      const path = fromCheckout(shown);
      for (const finding of findings) {
        const { line, endLine } = placeOf(text, finding);
        const entry = {
          description: printable(plainMessage(finding.message)),
          check_name: finding.rule,
          fingerprint: fingerprint(`${path}\n${finding.fingerprint}`),
          severity: severities[finding.severity],
          location: { path, lines: { begin: line, end: endLine } },
        };
        write(`${first ? '' : ','}\n${JSON.stringify(entry)}`);
        first = false;
      }
    },
    end: () => write('\n]\n'),
  };
}

/** Questions and hints are for information there; it has nothing below. */
const severities: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  information: 'info',
  hint: 'info',
};
