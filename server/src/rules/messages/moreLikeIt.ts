/** How a message says that its finding stands for others of its kind; nothing if there are none. */
export function moreLikeIt(others: readonly unknown[]): string {
  return others.length === 0 ? '' : ` (and ${others.length} more like it)`;
}
