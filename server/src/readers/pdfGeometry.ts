/** As PDF writes it: `[a b c d e f]`. */
export type Matrix = readonly number[];

/** What leaves everything in its place. */
export const inPlace: Matrix = [1, 0, 0, 1, 0, 0];

/** A place on a page, in points. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The box around the corners of a rectangle that a matrix takes elsewhere. */
export function boxOf(matrix: Matrix, [left, top, right, bottom]: readonly [number, number, number, number]): Box {
  return around([
    point(matrix, left, top),
    point(matrix, right, top),
    point(matrix, left, bottom),
    point(matrix, right, bottom),
  ]);
}

/** The box around points. */
export function around(points: readonly Point[]): Box {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** What does first `n` and then `m`. */
export function product(m: Matrix, n: Matrix): Matrix {
  return [
    m[0]! * n[0]! + m[2]! * n[1]!,
    m[1]! * n[0]! + m[3]! * n[1]!,
    m[0]! * n[2]! + m[2]! * n[3]!,
    m[1]! * n[2]! + m[3]! * n[3]!,
    m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
    m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
  ];
}

/** Where a matrix takes a point. */
export function point(m: Matrix, x: number, y: number): Point {
  return { x: m[0]! * x + m[2]! * y + m[4]!, y: m[1]! * x + m[3]! * y + m[5]! };
}

/** Where a point of a page is when the page is turned so that text which runs by so many quarter turns is upright. */
export function turnedUpright(
  { x, y }: Point,
  turn: number,
  { width, height }: { readonly width: number; readonly height: number },
): Point {
  if (turn === 1) return { x: y, y: width - x };
  if (turn === 2) return { x: width - x, y: height - y };
  return turn === 3 ? { x: height - y, y: x } : { x, y };
}

/** The left and the right edge of what stands on a page. */
export function outerEdges(parts: readonly { readonly left: number; readonly right: number }[]): {
  left: number;
  right: number;
} {
  return {
    left: parts.reduce((least, { left }) => Math.min(least, left), Infinity),
    right: parts.reduce((most, { right }) => Math.max(most, right), 0),
  };
}
