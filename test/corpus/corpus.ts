import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtInFramework } from '../../server/src/framework/builtIn.ts';
import { metadataOf } from '../../server/src/model/metadata.ts';
import { type Report, reportOf } from '../../server/src/model/report.ts';
import { documentOf } from '../../server/src/syntax/document.ts';
import { asMarkup } from './asMarkup.ts';

const folder = '../shared/corpus';

/** Why the tests on published reports are passed over, or `false` where their texts are beside the checkout. */
export const notThere = existsSync(folder) ? false : 'the published reports are not beside the checkout';

/** The names of the published texts. */
export function corpusFiles(): string[] {
  return notThere ? [] : readdirSync(`${folder}/text`).sort();
}

const read = new Map<string, Report>();

/** A published report, turned into markup and read by its framework. */
export function corpusReport(file: string): Report {
  let report = read.get(file);
  if (report === undefined) {
    const document = documentOf(asMarkup(file, readFileSync(`${folder}/text/${file}`, 'utf8')));
    report = reportOf(document, builtInFramework(metadataOf(document).framework ?? 'generic')!);
    read.set(file, report);
  }
  return report;
}

/** What an independent reading found in each text; a value is empty where nobody has looked. */
export function expectedFacts(): Map<string, { lastParagraph: string; tags: string; judgements: string }> {
  if (notThere) return new Map();
  const [, ...rows] = readFileSync(`${folder}/expected.tsv`, 'utf8').trim().split('\n');
  return new Map(
    rows
      .map(row => row.split('\t'))
      .map(([file = '', lastParagraph = '', tags = '', judgements = '']) => [
        file,
        { lastParagraph, tags, judgements },
      ]),
  );
}
