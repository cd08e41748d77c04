/** How a long reading is followed and broken off. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onPage?: (page: number, pages: number) => void;
}
