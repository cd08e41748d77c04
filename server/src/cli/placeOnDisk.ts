import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Where an absolute path leads: links are followed and letters are those of the disk, so that two paths to one file are the
 * same. What is not there is in its folder.
 */
export function placeOnDisk(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const folder = dirname(path);
    return folder === path ? path : join(placeOnDisk(folder), basename(path));
  }
}
