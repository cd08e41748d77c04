import type { CheckedFinding } from '../rules/checking/check.ts';
import type { Fix } from '../rules/rule.ts';
import type { Text } from '../text/text.ts';
import type { FileResult } from './fileResult.ts';
import type { Format, Summary } from './format.ts';
import { placeOf } from './placeOf.ts';

/** The JSON of version 1 (`docs/cli.md`), a line for each file. */
export function jsonFormat(write: (text: string) => void): Format {
  let first = true;
  write('{"version":1,"files":[');
  return {
    file(result) {
      write(`${first ? '' : ','}\n${JSON.stringify(fileJson(result))}`);
      first = false;
    },
    end({ files, ignored, unreadable, errors, warnings, information, hints }: Summary) {
      const summary = { files, errors, warnings, information, hints, ignored, unreadable };
      write(`\n],"summary":${JSON.stringify(summary)}}\n`);
    },
  };
}

function fileJson({ path, framework, text, findings }: FileResult) {
  const written = new Set<Fix['edits']>();
  return {
    file: path,
    framework: framework ?? null,
    findings: findings.map(finding => findingJson(text, finding, written)),
  };
}

/** @param written the mends that stand with the findings before: what mends thousands of them at once is written once */
function findingJson(text: Text, finding: CheckedFinding, written: Set<Fix['edits']>) {
  const { rule, kind, severity, message, related, fingerprint } = finding;
  const fixes = finding.fixes.filter(({ edits }) => !written.has(edits));
  for (const { edits } of fixes) written.add(edits);
  return {
    rule,
    kind,
    severity,
    message,
    ...placeOf(text, finding),
    ...(finding.known === true && { known: true }),
    related: related.map(each => ({ message: each.message, ...placeOf(text, each) })),
    fingerprint,
    fixes: fixes.map(({ title, certain, edits }) => ({
      title,
      certain,
      edits: edits.map(edit => ({ ...placeOf(text, edit), text: edit.text })),
    })),
  };
}
