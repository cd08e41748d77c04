import { readdirSync } from 'node:fs';

/** The names of the files in a team's folder that hold frameworks, sorted. */
export function frameworkNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter(name => /^[^.].*\.json$/i.test(name))
      .sort();
  } catch {
    return [];
  }
}
