/** Why a file cannot be read: one line for its author, who is no programmer. */
export interface Refusal {
  readonly refused: string;
}
