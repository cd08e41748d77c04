import { around, type Box, type Matrix, type Point, point } from './pdfGeometry.ts';

/** In points: a line is no thicker than this. */
const thin = 3;

/** How pdf.js writes a path: a number, and then the coordinates that go with it. */
const moveTo = 0;
const lineTo = 1;
const closePath = 4;
const coordinates = [2, 2, 6, 4, 0];

/** The thin lines of a path, and the straight sides of what it strokes. */
export function rulesOf(path: ArrayLike<number>, matrix: Matrix, isStroked: boolean): Box[] {
  const rules: Box[] = [];
  let points: Point[] = [];
  let isStraight = true;
  const end = () => {
    const sides = isStroked ? points.slice(1).map((to, i) => around([points[i]!, to])) : [];
    for (const box of isStroked ? sides : [around(points)]) {
      const [width, height] = [box.right - box.left, box.bottom - box.top];
      if (isStraight && Math.min(width, height) <= thin && Math.max(width, height) > thin) rules.push(box);
    }
  };
  for (let i = 0; i < path.length; ) {
    const kind = path[i]!;
    if (kind === moveTo) {
      if (points.length > 1) end();
      points = [];
      isStraight = true;
    }
    if (kind === closePath && points.length > 0) points.push(points[0]!);
    else if (kind === moveTo || kind === lineTo) points.push(point(matrix, path[i + 1]!, path[i + 2]!));
    else isStraight = false;
    i += 1 + (coordinates[kind] ?? 0);
  }
  if (points.length > 1) end();
  return rules;
}
