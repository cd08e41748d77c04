import { borrowedPassage } from './consistency/borrowed-passage.ts';
import { changeDirection } from './consistency/change-direction.ts';
import { countMismatch } from './consistency/count-mismatch.ts';
import { figureConflict } from './consistency/figure-conflict.ts';
import { figureDate } from './consistency/figure-date.ts';
import { figureNotFound } from './consistency/figure-not-found.ts';
import { nameVariant } from './consistency/name-variant.ts';
import { oppositeClaims } from './consistency/opposite-claims.ts';
import { otherProvider } from './consistency/other-provider.ts';
import { percentageMismatch } from './consistency/percentage-mismatch.ts';
import { quantifierDrift } from './consistency/quantifier-drift.ts';
import { repeatedSentence } from './consistency/repeated-sentence.ts';
import { directiveWithoutReason } from './directive/directive-without-reason.ts';
import { importGuess } from './directive/import-guess.ts';
import { unknownDirective } from './directive/unknown-directive.ts';
import { unusedDirective } from './directive/unused-directive.ts';
import { dateOrder } from './front-matter/date-order.ts';
import { frameworkValidity } from './front-matter/framework-validity.ts';
import { frontMatterSyntax } from './front-matter/front-matter-syntax.ts';
import { invalidMetadata } from './front-matter/invalid-metadata.ts';
import { missingMetadata } from './front-matter/missing-metadata.ts';
import { otherFramework } from './front-matter/other-framework.ts';
import { providerMismatch } from './front-matter/provider-mismatch.ts';
import { unknownFramework } from './front-matter/unknown-framework.ts';
import { unknownMetadata } from './front-matter/unknown-metadata.ts';
import { areaWording } from './judgement/area-wording.ts';
import { duplicateJudgement } from './judgement/duplicate-judgement.ts';
import { entryNumber } from './judgement/entry-number.ts';
import { gradeWording } from './judgement/grade-wording.ts';
import { judgementMismatch } from './judgement/judgement-mismatch.ts';
import { judgementPlace } from './judgement/judgement-place.ts';
import { limitingJudgement } from './judgement/limiting-judgement.ts';
import { missingJudgement } from './judgement/missing-judgement.ts';
import { previousMismatch } from './judgement/previous-mismatch.ts';
import { statementGrammar } from './judgement/statement-grammar.ts';
import { unknownArea } from './judgement/unknown-area.ts';
import { unknownGrade } from './judgement/unknown-grade.ts';
import { unsupportedJudgement } from './judgement/unsupported-judgement.ts';
import { hiddenNumber } from './numbering/hidden-number.ts';
import { missingNumber } from './numbering/missing-number.ts';
import { numberForm } from './numbering/number-form.ts';
import { numberGap } from './numbering/number-gap.ts';
import { numberOrder } from './numbering/number-order.ts';
import { numberRepeated } from './numbering/number-repeated.ts';
import { numberStart } from './numbering/number-start.ts';
import { identifyingDetail } from './privacy/identifying-detail.ts';
import { linkText } from './publication/link-text.ts';
import { noteLeft } from './publication/note-left.ts';
import { pictureDescription } from './publication/picture-description.ts';
import { placeholderLeft } from './publication/placeholder-left.ts';
import { plainSummary } from './publication/plain-summary.ts';
import { standardText } from './publication/standard-text.ts';
import { tableHeader } from './publication/table-header.ts';
import { duplicateRecommendation } from './recommendation/duplicate-recommendation.ts';
import { recommendationCount } from './recommendation/recommendation-count.ts';
import { recommendationForm } from './recommendation/recommendation-form.ts';
import { recommendationLimb } from './recommendation/recommendation-limb.ts';
import { repeatedTag } from './recommendation/repeated-tag.ts';
import { tagPosition } from './recommendation/tag-position.ts';
import { tagSpelling } from './recommendation/tag-spelling.ts';
import { unlinkedTag } from './recommendation/unlinked-tag.ts';
import { unresolvedTag } from './recommendation/unresolved-tag.ts';
import { untaggedRecommendation } from './recommendation/untagged-recommendation.ts';
import { untaggedWeakness } from './recommendation/untagged-weakness.ts';
import { duplicateId } from './reference/duplicate-id.ts';
import { footnoteOrder } from './reference/footnote-order.ts';
import { listPunctuation } from './reference/list-punctuation.ts';
import { referenceForm } from './reference/reference-form.ts';
import { reversedRange } from './reference/reversed-range.ts';
import { selfReference } from './reference/self-reference.ts';
import { undefinedFootnote } from './reference/undefined-footnote.ts';
import { unresolvedLink } from './reference/unresolved-link.ts';
import { unresolvedReference } from './reference/unresolved-reference.ts';
import { unusedFootnote } from './reference/unused-footnote.ts';
import type { Rule } from './rule.ts';
import { bulletForm } from './structure/bullet-form.ts';
import { conflictMark } from './structure/conflict-mark.ts';
import { cutParagraph } from './structure/cut-paragraph.ts';
import { damagedCharacter } from './structure/damaged-character.ts';
import { doubledPassage } from './structure/doubled-passage.ts';
import { duplicateSection } from './structure/duplicate-section.ts';
import { emptySection } from './structure/empty-section.ts';
import { headingForm } from './structure/heading-form.ts';
import { headingLevel } from './structure/heading-level.ts';
import { markdownMark } from './structure/markdown-mark.ts';
import { missingSection } from './structure/missing-section.ts';
import { missingTitle } from './structure/missing-title.ts';
import { sectionLength } from './structure/section-length.ts';
import { sectionOrder } from './structure/section-order.ts';
import { strayMark } from './structure/stray-mark.ts';
import { unclosedBracket } from './structure/unclosed-bracket.ts';
import { unclosedComment } from './structure/unclosed-comment.ts';
import { unclosedEmphasis } from './structure/unclosed-emphasis.ts';
import { brokenHyphen } from './style/broken-hyphen.ts';
import { dateStyle } from './style/date-style.ts';
import { numberStyle } from './style/number-style.ts';
import { preferredTerm } from './style/preferred-term.ts';
import { quotationMarks } from './style/quotation-marks.ts';
import { repeatedAcronym } from './style/repeated-acronym.ts';
import { repeatedWord } from './style/repeated-word.ts';
import { undefinedAcronym } from './style/undefined-acronym.ts';
import { unusedAcronym } from './style/unused-acronym.ts';

/** All rules, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [
  unknownGrade,
  judgementMismatch,
  entryNumber,
  gradeWording,
  missingJudgement,
  duplicateJudgement,
  unknownArea,
  areaWording,
  limitingJudgement,
  statementGrammar,
  unsupportedJudgement,
  previousMismatch,
  judgementPlace,
  missingSection,
  sectionOrder,
  duplicateSection,
  emptySection,
  headingLevel,
  headingForm,
  sectionLength,
  missingTitle,
  markdownMark,
  bulletForm,
  unclosedBracket,
  unclosedComment,
  unclosedEmphasis,
  cutParagraph,
  doubledPassage,
  strayMark,
  damagedCharacter,
  conflictMark,
  numberGap,
  numberRepeated,
  numberOrder,
  numberStart,
  numberForm,
  missingNumber,
  hiddenNumber,
  untaggedRecommendation,
  unlinkedTag,
  unresolvedTag,
  tagPosition,
  tagSpelling,
  repeatedTag,
  recommendationForm,
  duplicateRecommendation,
  recommendationCount,
  recommendationLimb,
  untaggedWeakness,
  unresolvedReference,
  referenceForm,
  unresolvedLink,
  selfReference,
  undefinedFootnote,
  unusedFootnote,
  footnoteOrder,
  duplicateId,
  reversedRange,
  listPunctuation,
  frontMatterSyntax,
  missingMetadata,
  invalidMetadata,
  unknownMetadata,
  unknownFramework,
  otherFramework,
  dateOrder,
  frameworkValidity,
  providerMismatch,
  oppositeClaims,
  quantifierDrift,
  figureNotFound,
  figureConflict,
  figureDate,
  percentageMismatch,
  changeDirection,
  countMismatch,
  nameVariant,
  repeatedSentence,
  borrowedPassage,
  otherProvider,
  identifyingDetail,
  noteLeft,
  placeholderLeft,
  standardText,
  pictureDescription,
  linkText,
  tableHeader,
  plainSummary,
  undefinedAcronym,
  repeatedAcronym,
  unusedAcronym,
  preferredTerm,
  repeatedWord,
  brokenHyphen,
  numberStyle,
  dateStyle,
  quotationMarks,
  unknownDirective,
  unusedDirective,
  directiveWithoutReason,
  importGuess,
];
