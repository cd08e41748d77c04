import type { Location } from 'vscode-languageserver-types';
import type { Report } from '../model/report.ts';
import { placesOf, thingAt } from '../model/things.ts';

/** All places of the thing at an offset in its report; without those where it is defined, unless they are asked for. */
export function references(report: Report, uri: string, offset: number, includeDeclaration: boolean): Location[] {
  const place = thingAt(report, offset);
  if (place === undefined) return [];
  return placesOf(report, place.thing)
    .filter(({ defines }) => includeDeclaration || !defines)
    .map(span => ({ uri, range: report.text.range(span) }));
}
