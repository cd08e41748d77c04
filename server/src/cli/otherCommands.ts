// All that `check` does not need, in one piece: for the start it is files that count, more than their size.

export { config } from './config.ts';
export { formatReports } from './formatReports.ts';
export { frameworks } from './frameworks.ts';
export { help } from './help.ts';
export { importReports } from './import.ts';
export { init } from './init.ts';
export { version } from './installed.ts';
export { lsp } from './lsp.ts';
export { matrix } from './matrix.ts';
export { outline } from './outline.ts';
export { renumber } from './renumber.ts';
export { rules } from './rules.ts';
