import type { Report } from '../../../model/report.ts';
import { angledTag } from '../../../model/tags/angledTag.ts';
import { tagPlurals, wordedTags } from '../../../model/tags/wordedTags.ts';
import type { NearTag } from '../../../syntax/nearTag.ts';
import { listInWords } from '../../../text/phrases.ts';
import type { Span } from '../../../text/text.ts';
import { isOdd, nearTagFault, noBrackets, numberWords } from '../../messages/nearTagFault.ts';
import type { Finding } from '../../rule.ts';
import { misreadTag } from './misreadTag.ts';

/** What is a tag but for its spelling, its brackets or how its numbers are written. */
export function* nearTags(report: Report): Iterable<Finding> {
  const { source, blocks, starts } = report.document;
  for (let i = 0; i < blocks.length; i++) {
    const { inlines } = blocks[i]!;
    if (inlines.foreign.length === 0 && inlines.nearTags.length === 0) continue;
    const base = starts[i] ?? 0;
    yield* angledTags(source, inlines.foreign, base);
    for (const near of inlines.nearTags) {
      const place = { from: base + near.from, to: base + near.to };
      const fault = nearTagFault(near, source.slice(place.from, place.to));
      // Spelt and bracketed well it is no tag for another reason: it names another document’s recommendation.
      if (fault === undefined || (fault === noBrackets && isOfOwnForm(report))) continue;
      yield misreadTag(place, fault, tagOf(near), isSure(near));
    }
  }
}

/** The same of a tag whose word is another than *Recommendation*. */
export function* nearlyWorded(report: Report): Iterable<Finding> {
  const { source } = report.document;
  for (const own of wordedTags(report)) {
    const { word, written, list } = own;
    const [one, several] = [word, tagPlurals[word]];
    const isSpelt = [one, several].some(each => each.toLowerCase() === written.toLowerCase());
    const alike = source
      .slice(own.from, own.to)
      .replace(/\s/g, ' ')
      .replace(written, 'Recommendation')
      .replace(/\.$/, '');
    const fault = isSpelt
      ? nearTagFault({ ...own, word: 'Recommendation', numbers: list }, alike)
      : 'its word is misspelt';
    if (fault === undefined) continue;
    const text = tagOf({
      ...own,
      word: /s$|^(?:areas|causes)\b/i.test(written) ? 'Rs' : 'R',
      numbers: list,
    });
    yield misreadTag(own, fault, text.replace('Recommendations', several).replace('Recommendation', one), false);
  }
}

/** Whether a report has its recommendations in a form of its own, a table or a box, and names them as it likes. */
function isOfOwnForm({ framework, recommendations, tags }: Report): boolean {
  return framework.openAreas && recommendations.length === 0 && tags.length === 0;
}

/** *<Recommendation 3>*: its brackets are those of HTML. */
function* angledTags(source: string, foreign: readonly Span[], base: number): Iterable<Finding> {
  for (const span of foreign) {
    const place = { from: base + span.from, to: base + span.to };
    const [, words] = angledTag.exec(source.slice(place.from, place.to)) ?? [];
    if (words !== undefined) yield misreadTag(place, 'its brackets are not round ones', `(${words.trim()})`, true);
  }
}

/** Whether it is certain what is meant: of a list that is broken off a number may be missing. */
function isSure({ numbers }: NearTag): boolean {
  return !/and\s*$|[lIO/]|\d[a-z]/.test(numbers) && !isOdd(numbers);
}

/** The tag that is meant, as it should be. */
function tagOf({ word, numbers }: NearTag): string {
  const list = isOdd(numbers) ? figuresOf(numbers) : listOf(numbers);
  // Of a misspelt list its figures say how many it names; one number alone is one recommendation.
  const isPlural = isOdd(numbers) ? / /.test(list) : /s$/i.test(word) && !/^\d{1,3}$/.test(list);
  return `(${word.charAt(0)}ecommendation${isPlural ? 's' : ''}${list === '' ? '' : ` ${list}`})`;
}

/** The figures in what is no list, each once, as a list. */
function figuresOf(numbers: string): string {
  const figures = new Set(numbers.normalize('NFKC').match(/\d{1,3}/g));
  return figures.size === 0 ? '' : listInWords([...figures]);
}

/** A list of numbers in figures, without the signs and the *and* that end one that is broken off. */
function listOf(numbers: string): string {
  const value = numberWords.indexOf(numbers.toLowerCase()) + 1;
  if (value > 0) return String(value);
  return numbers
    .replace(/[lI]/g, '1')
    .replace(/O/g, '0')
    .replace(/\s*\/\s*/g, ', ')
    .replace(/[\s.,–-]*(?:and)?[\s.,–-]*$/, '')
    .replace(/(?<=\d)and\b/i, ' and')
    .trimEnd();
}
