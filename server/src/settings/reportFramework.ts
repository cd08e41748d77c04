import { builtInFramework, type Frameworks } from '../framework/builtIn.ts';
import type { Framework } from '../model/framework.ts';
import { metadataOf } from '../model/metadata.ts';
import type { Document } from '../syntax/document.ts';
import type { ReportSettings } from './settings.ts';

/**
 * The framework by which a report is read: the one given on the command line, else its front matter's, else the
 * settings', else `generic`. An id that names none means `generic` too; that it names none is for a rule to say.
 */
export function reportFramework(
  document: Document,
  settings: Pick<ReportSettings, 'framework'>,
  frameworks: Frameworks,
  given?: string,
): Framework {
  const id = given ?? metadataOf(document).framework ?? settings.framework ?? generic;
  // Should a team's own `generic` be of no use, there is still ours.
  return frameworks.get(id) ?? frameworks.get(generic) ?? (builtInFramework(generic) as Framework);
}

const generic = 'generic';
