import type { Severity } from '../rules/rule.ts';
import type { Arguments } from './arguments.ts';
import type { Io } from './io.ts';

/** How the parts of a text are set off from one another. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

/**
 * Colours on a terminal, plain text elsewhere; `--color` and `--no-color` decide for themselves, then `NO_COLOR`, then
 * `FORCE_COLOR`, which says that whoever reads the output shows colours, as many a CI does.
 */
export function paintFor(args: Arguments, { isTTY, env }: Pick<Io, 'isTTY' | 'env'>): Paint {
  const forced = env.FORCE_COLOR ?? '';
  const unwanted = (env.NO_COLOR ?? '') !== '' || forced === '0' || forced === 'false';
  const shown = forced === '' ? isTTY && env.TERM !== 'dumb' : true;
  const coloured = !args.has('no-color') && (args.has('color') || (shown && !unwanted));
  return coloured ? colours : plain;
}

const plain: Paint = { strong: text => text, faint: text => text, severity: (_, text) => text };

const colours: Paint = {
  strong: text => `\x1b[1m${text}\x1b[22m`,
  faint: text => `\x1b[2m${text}\x1b[22m`,
  severity: (severity, text) => `\x1b[${codes[severity]}m${text}\x1b[39m`,
};

/** Red, yellow, cyan and blue. */
const codes: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 34 };
