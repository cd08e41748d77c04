import type { Span } from '../../text/text.ts';
import type { Framework, Grade } from '../framework.ts';
import { frameworkIndex } from '../frameworkIndex.ts';
import { titleKey } from '../titleKey.ts';

/** A grade as a sentence says it; the span covers the grade's words, the verb left out where it is a mere *is* or *are*. */
export interface GradePhrase extends Span {
  readonly grade: Grade | undefined;
  /** Whether the sentence says it as the scale's own phrases do: *requires improvement*, not *is requires improvement*. */
  readonly grammatical: boolean;
}

/** What stands before the grade; after the verb print may have a colon. */
const verb = /^(?:(?:it|they)\s+)?(?:is|are):?\s+(?:that\s+)?(?:(?:it|they)\s+)?(?:(?:is|are):?\s+)?/i;

/** More words than this after the verb are a sentence, not a grade that is misspelt. */
const mostWords = 6;

/**
 * Reads the predicate of a judgement sentence, *is good* or *require improvement to be good*, which stands at `from`.
 * Without a grade where the words are no grade of the scale; nothing at all where they are too many to be one.
 */
export function gradePhrase(
  framework: Framework,
  predicate: string,
  from: number,
  plural: boolean,
): GradePhrase | undefined {
  const index = frameworkIndex(framework);
  const words = predicate.replace(/[\s.:]+$/, '');
  const opening = verb.exec(words)?.[0].length ?? 0;
  const isColon = words.slice(0, opening).trimEnd().endsWith(':');
  const key = titleKey(isColon ? words.replace(':', '') : words);
  const rest = { from: from + opening, to: from + words.length };
  const expected = (plural ? index.plural : index.singular).get(key);
  if (expected !== undefined) return { ...rest, grade: expected, grammatical: true };
  const other = (plural ? index.singular : index.plural).get(key);
  if (other !== undefined) return { ...rest, grade: other, grammatical: false };
  const bare = titleKey(words.slice(opening));
  const grade = index.gradeByName.get(bare) ?? index.singular.get(bare) ?? index.plural.get(bare);
  if (grade !== undefined) return { ...rest, grade, grammatical: isColon };
  if (words.split(/\s+/).length > mostWords) return undefined;
  return { ...rest, grade: undefined, grammatical: true };
}
