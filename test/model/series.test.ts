import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { builtInFramework } from '../../server/src/framework/builtIn.ts';
import type { SeriesKind } from '../../server/src/model/framework.ts';
import { type SeriesBreak, seriesOf } from '../../server/src/model/numbering/series.ts';
import type { Paragraph } from '../../server/src/model/paragraph.ts';
import { reportOf } from '../../server/src/model/report.ts';
import { documentOf } from '../../server/src/syntax/document.ts';

/** The breaks of findings so numbered, in words: `gap 12`, `repeated 9`, `displaced 11`, `start 1`. */
function breaks(numbers: string, form: SeriesKind['form']): string {
  const text = numbers.split(' ').map(number => `${number}. Text.`);
  const framework = {
    ...builtInFramework('ofsted-sif')!,
    numbering: [{ roles: ['findings'], form, start: 1 }],
  };
  const report = reportOf(documentOf(['## Inspection findings', ...text].join('\n\n')), framework);
  return (
    seriesOf(report)
      .flatMap(series => series.breaks.map(inWords))
      .join(', ') || 'none'
  );
}

function inWords({ sort, members, others, missing, right }: SeriesBreak): string {
  const numbers = (paragraphs: readonly Paragraph[]) => paragraphs.map(({ number }) => number).join(' ');
  if (sort === 'gap' || sort === 'start') {
    return `${sort} ${missing === undefined ? '' : missing.count === 1 ? missing.first : `${missing.first}-${missing.last}`}`;
  }
  const with_ = sort === 'displaced' && others.length > 0 ? ` with ${numbers(others)}` : '';
  return `${sort} ${numbers(members)}${with_}${right === undefined ? '' : ` for ${right}`}`;
}

function check(numbers: string, expected: string, form: SeriesKind['form'] = '1'): void {
  assert.equal(breaks(numbers, form), expected, numbers);
}

test('a series without a break', () => {
  check('1', 'none');
  check('1 2 3 4 5 6 7 8 9 10 11', 'none');
  check('001 2 3', 'none');
});

test('a gap is one break', () => {
  check('1 2 4', 'gap 3');
  check('1 2 6 7', 'gap 3-5');
  check('1 3 5', 'gap 2, gap 4');
});

test('a number twice', () => {
  check('1 2 2 3', 'repeated 2');
  check('1 2 3 4 2 5', 'repeated 2');
  check('1 1 2', 'repeated 1');
  check('1 2 2 2 3', 'repeated 2 2');
  check('1 2 3 3', 'repeated 3 for 4');
});

test('a number twice, where one is missing beside it: a slip, and no gap', () => {
  check('1 2 2 4', 'repeated 2 for 3');
  check('1 2 4 4 5', 'repeated 4 for 3');
  check('2 2 3', 'repeated 2 for 1');
  check('1 2 3 1 5', 'repeated 1 for 4');
});

test('a series that starts again is one break', () => {
  check('1 2 3 1 2 3 4 5', 'repeated 1 2 3');
  check('1 2 3 4 5 6 1 2', 'repeated 1 2');
  check('1 2 3 5 6 7 1 2 3 4 5', 'repeated 1 2 3 4 5');
  check('1 1 2 2 3', 'repeated 1 2');
  check('1 2 1 2 3 3 4', 'repeated 1 2 3');
  check('1 2 3 1 2 3 1 2 3 4', 'repeated 1 2 3 1 2 3');
});

test('a wrong number', () => {
  check('1 2 91 4', 'displaced 91 for 3');
  check('1 2 91 92 5 6', 'displaced 91 92');
  check('1 91 3 4', 'displaced 91 for 2');
  check('7 2 3', 'displaced 7 for 1');
  check('1 2 91 5', 'displaced 91, gap 3-4');
});

test('paragraphs that have changed places', () => {
  check('1 3 2 4', 'displaced 3');
  check('1 4 3 2 5', 'displaced 4 3');
  check('1 5 3 4 2 6', 'displaced 5 with 2');
  check('2 1 3', 'displaced 2');
  check('1 3 2', 'displaced 3');
  check('1 4 3 2', 'displaced 4 3');
  check('1 5 3 4 2', 'displaced 5 with 2');
});

test('paragraphs that have moved', () => {
  check('1 3 4 5 2 6', 'displaced 2');
  check('1 5 2 3 4 6', 'displaced 5');
  check('1 2 6 7 3 4 5 8', 'displaced 6 7');
  check('2 3 4 1', 'displaced 1');
});

test('a wrong start', () => {
  check('2 3 4', 'start 1');
  check('9 10 11', 'start 1-8');
  check('0 1 2', 'start ');
  check('2 3 1', 'displaced 1');
});

test('two causes are two breaks', () => {
  check('1 2 2 3 5', 'repeated 2, gap 4');
  check('2 3 5', 'start 1, gap 4');
  check('1 3 2 4 6', 'displaced 3, gap 5');
  check('1 6 3 4 5 7', 'displaced 6, gap 2');
});

test('numbers of a section and its paragraphs', () => {
  check('1.1 1.2 2.1 2.2', 'none', '1.1');
  check('1.9 1.10 1.11', 'start 1.1-1.8', '1.1');
  check('1.1 1.3', 'gap 1.2', '1.1');
  check('1.1 2.2', 'gap 2.1', '1.1');
  check('1.1 1.2 1.2 2.1', 'repeated 1.2', '1.1');
  check('1.1 2.1 1.2 2.2', 'displaced 2.1', '1.1');
  check('1.1 4.1 4.2', 'none', '1.1');
});

test('lettered numbers', () => {
  check('S1 S2 S4', 'gap S3', 'S1');
  check('R1 R1 R2', 'repeated R1', 'R1');
});

test('a series has breaks exactly where its numbers are not 1, 2, 3 and so on', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 12 }), numbers => {
      const whole = numbers.every((number, i) => number === i + 1);
      assert.equal(breaks(numbers.join(' '), '1') === 'none', whole);
    }),
  );
});

test('one change to a series is one break', () => {
  const whole = fc.integer({ min: 4, max: 30 }).map(length => Array.from({ length }, (_, i) => i + 1));
  const place = fc.nat();
  const changes: Record<string, (numbers: number[], a: number, b: number) => void> = {
    removed: (numbers, a) => numbers.splice(a % (numbers.length - 1), 1),
    repeated: (numbers, a, b) => numbers.splice(b % (numbers.length + 1), 0, numbers[a % numbers.length] ?? 0),
    exchanged: (numbers, a, b) => {
      const [i, j] = [a % numbers.length, b % numbers.length];
      [numbers[i], numbers[j]] = [numbers[j] ?? 0, numbers[i] ?? 0];
    },
    moved: (numbers, a, b) => {
      const [number = 0] = numbers.splice(a % numbers.length, 1);
      numbers.splice(b % (numbers.length + 1), 0, number);
    },
    mistyped: (numbers, a, b) => {
      numbers[a % (numbers.length - 1)] = 1 + (b % 99);
    },
  };
  for (const [name, change] of Object.entries(changes)) {
    fc.assert(
      fc.property(whole, place, place, (numbers, a, b) => {
        const changed = [...numbers];
        change(changed, a, b);
        const found = breaks(changed.join(' '), '1');
        const same = changed.join(' ') === numbers.join(' ');
        assert.equal(
          found === 'none' ? 0 : found.split(', ').length,
          same ? 0 : 1,
          `${name}: ${changed.join(' ')}: ${found}`,
        );
      }),
    );
  }
});

test('a long series is quickly read', () => {
  const numbers = Array.from({ length: 20_000 }, (_, i) => ((i * 7919) % 999) + 1);
  breaks(numbers.join(' '), '1');
});
