import type { FaultKind } from './faultKind.ts';
import { claimFaults } from './kinds/claims.ts';
import { detailFaults } from './kinds/details.ts';
import { directiveFaults } from './kinds/directive.ts';
import { formFaults } from './kinds/forms.ts';
import { judgementFaults } from './kinds/judgement.ts';
import { numberingFaults } from './kinds/numbering.ts';
import { otherReportFaults } from './kinds/otherReports.ts';
import { recommendationFaults } from './kinds/recommendation.ts';
import { referenceFaults } from './kinds/reference.ts';
import { seamFaults } from './kinds/seams.ts';
import { structureFaults } from './kinds/structure.ts';
import { linkFaults, supportFaults } from './kinds/support.ts';
import { wordingFaults } from './kinds/wording.ts';

/** Faults of structure: each must be found at its place. */
export const structural: readonly FaultKind[] = [
  ...judgementFaults,
  ...structureFaults,
  ...seamFaults,
  ...formFaults,
  ...numberingFaults,
  ...recommendationFaults,
  ...linkFaults,
  ...referenceFaults,
  ...detailFaults,
  ...directiveFaults,
];

/** Faults in words: what a rule may take for one is not certain, so no share of them must be found. */
export const worded: readonly FaultKind[] = [...otherReportFaults, ...supportFaults, ...claimFaults, ...wordingFaults];
