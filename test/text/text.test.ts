import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { editDistance } from '../../server/src/text/editDistance.ts';
import { isAmong, isWithin, Text } from '../../server/src/text/text.ts';

test('a line ends at LF, CRLF or CR only', () => {
  check('', '');
  check('a', 'a');
  check('a\nb', 'a', 'b');
  check('a\r\nb\rc\n', 'a', 'b', 'c', '');
  check('\r\r\n\n\r', '', '', '', '', '');
  check('\n\r', '', '', '');
  check('a\u2028b\u0085c\fd\ve', 'a\u2028b\u0085c\fd\ve');
  check('\ufeffa\r\n', '\ufeffa', '');
});

test('positions and offsets', () => {
  at('a\nbc', 0, '0:0');
  at('a\nbc', 1, '0:1');
  at('a\nbc', 2, '1:0');
  at('a\nbc', 4, '1:2');
  at('a\r\nb', 3, '1:0');
  at('a\rb', 2, '1:0');
  at('', 0, '0:0');
});

test('columns count UTF-16 units, half a pair too', () => {
  at('😀a', 2, '0:2');
  at('😀a', 1, '0:1');
  at('\ud83d\n\ude00', 2, '1:0');
});

test('an offset outside the text is taken to its nearer end, one within a CRLF to before it', () => {
  at('a\nb', -1, '0:0', 0);
  at('a\nb', 99, '1:1', 3);
  at('a\r\nb', 2, '0:1', 1);
});

test('a position outside the text is taken to its nearest place', () => {
  for (const [position, offset] of [
    ['-1:5', 0],
    ['0:-3', 0],
    ['0:9', 1],
    ['1:9', 4],
    ['7:0', 4],
  ] as const) {
    const [line, character] = position.split(':').map(Number) as [number, number];
    assert.equal(new Text('a\r\nb').offsetAt({ line, character }), offset, position);
  }
  assert.equal(new Text('a').line(-1), '');
  assert.equal(new Text('a').line(1), '');
});

test('a span as a range, and as parts a line each', () => {
  const text = new Text('ab\r\n\r\ncd');
  assert.deepEqual(text.range({ from: 1, to: 7 }), {
    start: { line: 0, character: 1 },
    end: { line: 2, character: 1 },
  });
  assert.deepEqual(text.linesOf({ from: 1, to: 7 }), [
    { from: 1, to: 2 },
    { from: 6, to: 7 },
  ]);
  assert.deepEqual(text.linesOf({ from: 2, to: 4 }), []);
});

test('every offset that is not within a CRLF comes back from its position', () => {
  const texts = fc
    .array(fc.constantFrom('a', '\r', '\n', '😀', '\ud83d'), { maxLength: 12 })
    .map(parts => parts.join(''));
  fc.assert(
    fc.property(texts, source => {
      const text = new Text(source);
      assert.equal(text.lineStarts.map((_, line) => text.line(line)).join(''), source.replace(/[\r\n]/g, ''));
      for (let offset = 0; offset <= source.length; offset++) {
        const within = source.slice(offset - 1, offset + 1) === '\r\n' && offset > 0;
        assert.equal(text.offsetAt(text.positionAt(offset)), within ? offset - 1 : offset);
      }
    }),
    { numRuns: 300 },
  );
});

test('after letters and line ends come and go, all lines start where they do in a text read afresh', () => {
  const letters = ['x', '', 'yz', '\n', '\r', '\r\n', '\n\n', 'a\nb', '\u2028'];
  let text = new Text('one\ntwo\r\nthree\n\nfour\rfive');
  text.positionAt(0);
  for (let i = 0; i < 400; i++) {
    const from = (i * 37) % (text.source.length + 1);
    const to = Math.min(text.source.length, from + ((i * 7) % 3));
    const typed = letters[(i * 5 + (i >> 3)) % letters.length] ?? '';
    const source = text.source.slice(0, from) + typed + text.source.slice(to);
    const changed = text.changed(source, { from, to, length: typed.length });
    assert.ok(changed !== undefined);
    const fresh = new Text(source);
    assert.deepEqual(positions(changed), positions(fresh), JSON.stringify(source));
    for (let line = 0; line < 6; line++) assert.equal(changed.line(line), fresh.line(line));
    text = changed;
  }
});

test('whether an offset stands in a span, and a number among others, as one would look it up by going through all', () => {
  const spans = [
    { from: 2, to: 4 },
    { from: 4, to: 5 },
    { from: 9, to: 12 },
  ];
  const numbers = [0, 3, 4, 9];
  for (let at = -1; at < 14; at++) {
    assert.equal(
      isWithin(spans, at),
      spans.some(({ from, to }) => from <= at && at < to),
      String(at),
    );
    assert.equal(isAmong(numbers, at), numbers.includes(at), String(at));
  }
  assert.ok(!isWithin([], 0) && !isAmong([], 0));
});

test('edit distance: changed, added, dropped and swapped letters', () => {
  for (const [a, b, distance] of [
    ['', '', 0],
    ['grade', 'grade', 0],
    ['grade', 'grede', 1],
    ['grade', 'grde', 1],
    ['grade', 'graade', 1],
    ['grade', 'garde', 1],
    ['grade', 'garden', 2],
    ['grade', 'area', 4],
    ['grade', 'rate', 2],
    ['', 'abcdef', 4],
  ] as const) {
    assert.equal(editDistance(a, b, 4), distance, `${a}, ${b}`);
    assert.equal(editDistance(b, a, 4), distance, `${b}, ${a}`);
  }
});

/** The line and the character of each offset of a text. */
function positions(text: Text): string {
  return Array.from({ length: text.source.length + 1 }, (_, offset) => {
    const { line, character } = text.positionAt(offset);
    return `${line}:${character}`;
  }).join(' ');
}

/** The lines of a text. */
function check(source: string, ...lines: string[]): void {
  const text = new Text(source);
  assert.deepEqual(
    text.lineStarts.map((_, line) => text.line(line)),
    lines,
  );
}

/** The position of an offset, and the offset to which that leads back. */
function at(source: string, offset: number, position: string, back = offset): void {
  const text = new Text(source);
  const found = text.positionAt(offset);
  assert.equal(`${found.line}:${found.character}`, position);
  assert.equal(text.offsetAt(found), back);
}
