import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of a program that is found by its name; on Windows its file's name ends in `ending`. */
export function onPath(name, ending = '.exe') {
  const file = process.platform === 'win32' ? name + ending : name;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return folders.map(folder => join(folder, file)).find(path => existsSync(path));
}
