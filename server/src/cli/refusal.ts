import type { Io } from './io.ts';

/** Why a command cannot do what it is asked: wrong usage, or a file that cannot be used. It ends the run with exit code 2. */
export class Refusal extends Error {}

/** A refusal, to be told while other reports are read; anything else is thrown on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}

/** Tells of a refusal on standard error, each of its lines with the name of the command line. */
export function complain({ stderr }: Pick<Io, 'stderr'>, { message }: Refusal): void {
  for (const line of message.split('\n')) stderr(`inspectmark: ${line}\n`);
}
