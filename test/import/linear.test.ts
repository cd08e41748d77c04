import { test } from 'node:test';
import { builtInFrameworks } from '../../server/src/framework/builtIn.ts';
import { importedReport } from '../../server/src/import/importedReport.ts';
import { textSource } from '../../server/src/import/textSource.ts';

// Texts that would take minutes if any step of the import looked again and again at what it has seen. There is no clock
// here: such a step makes these tests hang, and that is seen.

for (const piece of [' ', '\t', '\n', '\f', '1. ', '1. A b.\n', '- ', 'Page 3 ', '2.1 Good ', '.....12\n', 'a b. '])
  test(`the import of ${JSON.stringify(piece)} again and again`, () => {
    importedReport(textSource(piece.repeat(400_000 / piece.length)), { frameworks: builtInFrameworks });
  });
