import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Path (with `/`) → source of every TypeScript file under a folder of the repository. */
export function sourceFiles(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(path => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.ts'))
    .sort();
  return new Map(paths.map(path => [path, readFileSync(path, 'utf8')]));
}
