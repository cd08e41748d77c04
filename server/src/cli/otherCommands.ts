// All that `check` does not need, in one piece: for the start it is files that count, more than their size.

export { config } from './config.ts';
export { frameworks } from './frameworks.ts';
export { help } from './help.ts';
export { importReports } from './import.ts';
export { version } from './installed.ts';
export { lsp } from './lsp.ts';
export { outline } from './outline.ts';
export { rules } from './rules.ts';
