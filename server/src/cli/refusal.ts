/** Why a command cannot do what it is asked: wrong usage, or a file that cannot be used. It ends the run with exit code 2. */
export class Refusal extends Error {}

/** A refusal, to be told while other reports are read; anything else is thrown on. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
