import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Io } from './io.ts';

/** The version of what is installed. */
export function version({ home }: Io): string {
  return JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version;
}

/** A rule's page of documentation, or nothing if it has not been installed. */
export function rulePage(id: string, { home }: Io): string | undefined {
  try {
    return readFileSync(join(home, 'server/docs/rules', `${id}.md`), 'utf8');
  } catch {
    return undefined;
  }
}
