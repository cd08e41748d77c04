import { test } from 'node:test';
import fc from 'fast-check';
import { Spans } from '../../server/src/text/spans.ts';
import type { Span } from '../../server/src/text/text.ts';

const span = fc.tuple(fc.nat(20), fc.nat(6)).map(([from, length]): Span => ({ from, to: from + length }));

/** What is said of many spans must be what is so of one of them. */
function check(said: (all: Spans, asked: Span) => boolean, isSo: (one: Span, asked: Span) => boolean): void {
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 8 }),
      span,
      (all, asked) => said(new Spans(all), asked) === all.some(one => isSo(one, asked)),
    ),
  );
}

test('they touch a span if one of them shares or meets it', () =>
  check(
    (all, asked) => all.touch(asked),
    (one, asked) => one.from <= asked.to && asked.from <= one.to,
  ));

test('they hold a span if one of them does, whole', () =>
  check(
    (all, asked) => all.hold(asked),
    (one, asked) => one.from <= asked.from && asked.to <= one.to,
  ));

test('they stand in a span if one of them does, whole', () =>
  check(
    (all, asked) => all.standIn(asked),
    (one, asked) => asked.from <= one.from && one.to <= asked.to,
  ));
