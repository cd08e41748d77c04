import { begin } from 'xmlbuilder';
import { plainMessage } from '../rules/messages/plainMessage.ts';
import type { Format } from './format.ts';
import { placeOf } from './placeOf.ts';
import { isFailure } from './tally.ts';

/**
 * JUnit's XML as continuous integration reads it: a suite for each file, in it a failed case for each finding that makes the
 * check fail, or one case that passed. Of cases of one name, readers show only one.
 */
export function junitFormat(write: (text: string) => void): Format {
  // (Characters that XML cannot hold, not even by their number, may stand in a report’s words.)
  const xml = begin({ invalidCharReplacement: '\ufffd', writer: { pretty: true } }, write);
  xml.dec('1.0', 'UTF-8');
  xml.ele('testsuites', { name: 'inspectmark' });
  return {
    file({ path, text, findings }, failOn) {
      const failures = findings.filter(finding => isFailure(finding, failOn));
      xml.ele('testsuite', { name: path, tests: Math.max(1, failures.length), failures: failures.length, errors: 0 });
      for (const finding of failures) {
        const { line, column } = placeOf(text, finding);
        const message = plainMessage(finding.message);
        xml.ele('testcase', { classname: path, name: `${finding.rule}, line ${line}, column ${column}` });
        xml.ele('failure', { type: finding.severity, message }, `${path}:${line}:${column}: ${message}`);
        xml.up().up();
      }
      if (failures.length === 0) {
        xml.ele('testcase', { classname: path, name: 'check' });
        xml.up();
      }
      xml.up();
    },
    end: () => void xml.end(),
  };
}
