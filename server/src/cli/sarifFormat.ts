import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Location, ReportingDescriptor, Result } from 'sarif';
import type { CheckedFinding } from '../rules/checking/check.ts';
import { rules } from '../rules/index.ts';
import { plainMessage } from '../rules/messages/plainMessage.ts';
import type { Severity } from '../rules/rule.ts';
import type { Span, Text } from '../text/text.ts';
import type { FileResult } from './fileResult.ts';
import type { Format } from './format.ts';
import { placeOf } from './placeOf.ts';

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/), a line for each finding. Questions and advice are notes, as
 * SARIF has no severity below.
 */
export function sarifFormat(write: (text: string) => void, version: string): Format {
  const driver = { name: 'Inspectmark', semanticVersion: version, rules: rules.map(descriptor) };
  let first = true;
  write('{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[\n');
  write(`{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"utf16CodeUnits","results":[`);
  return {
    file(result) {
      for (const finding of result.findings) {
        write(`${first ? '' : ','}\n${JSON.stringify(resultOf(result, finding))}`);
        first = false;
      }
    },
    // (What could not be read is told on standard error; here, that something is missing.)
    end: ({ unreadable }) => write(`\n],"invocations":[{"executionSuccessful":${unreadable === 0}}]}]}\n`),
  };
}

type Rule = (typeof rules)[number];

function descriptor({ id, group, summary, severity }: Rule): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: `${summary}.` },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: [group] },
  };
}

const levels = { error: 'error', warning: 'warning', information: 'note', hint: 'note' } as const satisfies Readonly<
  Record<Severity, Result.level>
>;

const indexes = new Map(rules.map(({ id }, i) => [id, i]));

function resultOf({ path, text }: FileResult, finding: CheckedFinding): Result {
  const { rule, severity, message, related, fingerprint, known } = finding;
  const index = indexes.get(rule);
  return {
    ruleId: rule,
    // (What is wrong with a settings file, or with the bytes of a report, is found by no rule of the list.)
    ...(index !== undefined && { ruleIndex: index }),
    level: levels[severity],
    message: { text: plainMessage(message), markdown: message },
    locations: [locationOf(path, text, finding)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, id) => ({
        id,
        ...locationOf(path, text, place),
        message: { text: plainMessage(place.message), markdown: place.message },
      })),
    }),
    // Of a run all results have this field, or none.
    suppressions: known === true ? [{ kind: 'external', justification: 'A baseline lists it.' }] : [],
    partialFingerprints: { 'inspectmark/v1': fingerprint },
  };
}

function locationOf(path: string, text: Text, span: Span): Location {
  const { line, column, endLine, endColumn } = placeOf(text, span);
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      region: { startLine: line, startColumn: column, endLine, endColumn },
    },
  };
}

function artifact(path: string): ArtifactLocation {
  return { uri: isAbsolute(path) ? pathToFileURL(path).href : path.split('/').map(encodeURIComponent).join('/') };
}
