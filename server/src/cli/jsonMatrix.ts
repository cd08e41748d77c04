import type { MatrixFormat } from './matrixFormat.ts';

/** The JSON of version 1 (`docs/cli.md`), a line for each file. */
export function jsonMatrix(write: (text: string) => void): MatrixFormat {
  let first = true;
  write('{"version":1,"files":[');
  return {
    file(file, matrix) {
      write(`${first ? '' : ','}\n${JSON.stringify({ file, ...matrix })}`);
      first = false;
    },
    end({ reports: files, recommendations, withoutFinding, bareTags, ignored, unreadable }) {
      const summary = { files, recommendations, withoutFinding, bareTags, ignored, unreadable };
      write(`\n],"summary":${JSON.stringify(summary)}}\n`);
    },
  };
}
