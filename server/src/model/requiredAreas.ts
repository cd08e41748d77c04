import type { Area } from './framework.ts';
import { lastDay, type Metadata } from './metadata.ts';

/** Whether a report with these details is incomplete without an area’s judgement. */
export function isRequiredArea(area: Area, metadata: Metadata): boolean {
  return area.required && !isLapsed(area, metadata);
}

/** Whether an area was judged in inspections before a report’s, and need not be since; not without the report’s dates. */
export function isLapsed({ requiredUntil }: Area, metadata: Metadata): boolean {
  const day = lastDay(metadata) ?? metadata.published;
  return requiredUntil !== undefined && day !== undefined && day > requiredUntil;
}
