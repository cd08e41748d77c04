import { basename, dirname, sep } from 'node:path';
import { watch } from 'chokidar';
import type { Io } from './io.ts';

/**
 * Watches files on disk; see `Io`. Files are watched by their folders: of a file that an editor puts in another’s place
 * chokidar hears nothing more if it watches that alone.
 */
export const watchedFiles: Io['watch'] = async ({ folders, files }, matters, changed) => {
  const roots = new Set([...folders, ...files.map(file => dirname(file))]);
  const isWatched = (folder: string): boolean =>
    roots.has(folder) || folders.some(each => folder.startsWith(each.endsWith(sep) ? each : each + sep));
  const watcher = watch([...roots], {
    ignoreInitial: true,
    // (What is no file yet, or no more, is asked about without its status.)
    ignored: (path, status) =>
      isPassedOver(basename(path)) ||
      (status?.isDirectory() === true ? !isWatched(path) : status !== undefined && !matters(path)),
  });
  watcher.on('all', (event, path) => {
    if (!event.endsWith('Dir') && matters(path)) changed(path);
  });
  await new Promise<void>(resolve => {
    watcher.once('ready', () => resolve());
  });
  return {
    add: more => {
      const added = [...new Set(more.map(file => dirname(file)))].filter(folder => !isWatched(folder));
      for (const folder of added) roots.add(folder);
      watcher.add(added);
    },
  };
};

/** Folders with thousands of files in which no report is looked for; not `.inspectmark`, which holds frameworks. */
function isPassedOver(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}
