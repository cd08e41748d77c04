import type { Report } from './report.ts';

/**
 * Whether a report tells of a visit between two inspections, *Focused visit to …*, *Monitoring visit of …*: its letter grades
 * nothing, and has none of the sections of an inspection’s report. What grades an area nevertheless is held to all of them.
 */
export function isOfVisit({ judgements, metadata: { title }, sections }: Report): boolean {
  return (
    title !== undefined &&
    visit.test(title) &&
    judgements.length === 0 &&
    !sections.some(({ ownArea }) => ownArea !== undefined)
  );
}

const visit = /\b(?:focused|monitoring|assurance) visit\b/i;
