import { unknownDirective } from './directive/unknown-directive.ts';
import { unusedDirective } from './directive/unused-directive.ts';
import { dateOrder } from './front-matter/date-order.ts';
import { frameworkValidity } from './front-matter/framework-validity.ts';
import { frontMatterSyntax } from './front-matter/front-matter-syntax.ts';
import { invalidMetadata } from './front-matter/invalid-metadata.ts';
import { missingMetadata } from './front-matter/missing-metadata.ts';
import { providerMismatch } from './front-matter/provider-mismatch.ts';
import { unknownFramework } from './front-matter/unknown-framework.ts';
import { unknownMetadata } from './front-matter/unknown-metadata.ts';
import { gradeWording } from './judgement/grade-wording.ts';
import { tagPosition } from './recommendation/tag-position.ts';
import { tagSpelling } from './recommendation/tag-spelling.ts';
import { unlinkedTag } from './recommendation/unlinked-tag.ts';
import { unresolvedTag } from './recommendation/unresolved-tag.ts';
import { untaggedRecommendation } from './recommendation/untagged-recommendation.ts';
import type { Rule } from './rule.ts';

/** All rules, in the order in which they are listed and run. */
export const rules: readonly Rule[] = [
  gradeWording,
  untaggedRecommendation,
  unlinkedTag,
  unresolvedTag,
  tagPosition,
  tagSpelling,
  frontMatterSyntax,
  missingMetadata,
  invalidMetadata,
  unknownMetadata,
  unknownFramework,
  dateOrder,
  frameworkValidity,
  providerMismatch,
  unknownDirective,
  unusedDirective,
];
