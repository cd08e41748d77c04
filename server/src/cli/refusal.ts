/** Why a command cannot do what it is asked: wrong usage, or a file that cannot be used. It ends the run with exit code 2. */
export class Refusal extends Error {}
