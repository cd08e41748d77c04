import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { breaks } from './seriesBreaks.ts';

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
