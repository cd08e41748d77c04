import { gradeEdit, gradeName } from '../../model/judgements/gradeWriting.ts';
import { certainFixWith } from '../fixWith.ts';
import type { Edit, Finding, Rule } from '../rule.ts';

/**
 * A judgement sentence does not read as English: the grade was put into it without its verb being made to fit.
 *
 * ```inspectmark,expect
 * # Children’s services in Ely requires improvement
 *                              ^^^^^^^^^^^^^^^^^^^^ The sentence should say “require improvement”
 *
 * ### The graded judgement for adoption performance is that it is requires improvement
 *                                                              ^^^^^^^^^^^^^^^^^^^^^^^ The sentence should say “requires improvement”
 * ```
 *
 * The words that fit are those of the framework’s own sentences:
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely require improvement
 *
 * ### The graded judgement for adoption performance is that it requires improvement
 * ```
 *
 * Or its subject is left out:
 *
 * ```inspectmark,expect
 * # Children’s services in Ely require improvement
 *
 * ### The graded judgement for adoption performance is that is good
 *                                                      ^^^^^^^^^^^^ A word is missing here. Write “that it is good”.
 * ```
 *
 * ```inspectmark,fixed
 * # Children’s services in Ely require improvement
 *
 * ### The graded judgement for adoption performance is that it is good
 * ```
 *
 * ```inspectmark
 * # Children’s services in Ely require improvement to be good
 *
 * ### The graded judgement for adoption performance is that it is good
 * ```
 */
export const statementGrammar: Rule = {
  id: 'statement-grammar',
  group: 'judgement',
  kind: 'fault',
  severity: 'warning',
  summary: 'A judgement sentence is ungrammatical',
  fixable: true,
  readsWords: false,
  *check({ report }) {
    for (const judgement of report.judgements) {
      const { grade, grammatical } = judgement;
      if (grade === undefined || (grammatical && judgement.carrier !== 'statement')) continue;
      const { source } = report.document;
      // Hardly any lacks its subject.
      if (
        grammatical &&
        !/that\s+(?:(?:is|are)\s+)?$/i.test(source.slice(Math.max(0, judgement.from - 16), judgement.from))
      )
        continue;
      const edit = gradeEdit(source, judgement, grade, gradeName(judgement));
      if (grammatical) {
        yield* withoutSubject(source, edit);
        continue;
      }
      if (edit.text === source.slice(edit.from, edit.to)) {
        const doubled = /\b((?:that\s+)?(?:it|they)\s+(?:is|are)\s+)\1$/i.exec(
          source.slice(Math.max(0, edit.from - 60), edit.from),
        );
        // Of one word that stands twice another rule tells.
        if (doubled === null) continue;
        const [both, once = ''] = doubled;
        const extra = { from: edit.from - both.length, to: edit.from - once.length };
        yield {
          ...extra,
          to: edit.from - 1,
          message: `“${once.trim()}” stands twice. Take one out.`,
          fixes: [certainFixWith('Take one out', extra, '')],
        };
        continue;
      }
      yield {
        from: edit.from,
        to: edit.to,
        message: `The sentence should say “${edit.text}”.`,
        fixes: [{ title: `Change to “${edit.text}”`, edits: [edit], certain: true }],
      };
    }
  },
};

/** *is that is good*: nothing stands between *that* and the verb. */
function* withoutSubject(source: string, { from, to }: Edit): Iterable<Finding> {
  const [that] = /(?<!\p{L})that\s+$/iu.exec(source.slice(Math.max(0, from - 12), from)) ?? [];
  const [verb] = /^(?:is|are|requires?)(?!p{L})/.exec(source.slice(from, to)) ?? [];
  if (that === undefined || verb === undefined) return;
  const subject = verb === 'are' || verb === 'require' ? 'they' : 'it';
  const written = `${subject} ${source.slice(from, to)}`;
  yield {
    from: from - that.length,
    to,
    message: `A word is missing here. Write “that ${written}”.`,
    fixes: [certainFixWith(`Write “${subject}”`, { from, to: from }, `${subject} `)],
  };
}
