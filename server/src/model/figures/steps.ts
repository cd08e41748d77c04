/**
 * Whether two numbers are at least a step apart: 8.3 and 8.4 are by a step of 0.1, though what is left of 8.4 less 8.3 is
 * reckoned to be a little less.
 */
export function areApartBy(step: number, one: number, other: number): boolean {
  return Math.abs(one - other) > nearlyWhole * step;
}

const nearlyWhole = 0.999;
