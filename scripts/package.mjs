// `npm run package` builds the extension and packs it: inspectmark.vsix, in the root.
// `node scripts/package.mjs FILE` packs what has been built, under another name.
import { cpSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX } from '@vscode/vsce';
import { globSync } from 'tinyglobby';
import { build } from '../esbuild.mjs';
import { root } from './setUp.mjs';

/**
 * Packs what has been built into a VSIX at the path given. Throws if the manifest or the files are not fit for it. It
 * works on a copy of what goes in, for vsce looks at every file there is, and beside the sources there may be many.
 */
async function packVsix(path) {
  const stage = `${root}out/vsix-${process.pid}`; // of its own, so that two runs at once do not meet
  try {
    const included = readFileSync(`${root}.vscodeignore`, 'utf8').match(/(?<=^!).+/gm);
    for (const file of ['.vscodeignore', ...globSync(included, { cwd: root })]) {
      cpSync(`${root}${file}`, `${stage}/${file}`);
    }
    await createVSIX({
      cwd: stage,
      packagePath: path,
      dependencies: false, // everything is bundled
      readmePath: 'client/README.md',
      allowMissingRepository: true, // the project has no public address yet,
      rewriteRelativeLinks: false, // so that links have nothing to be put before them
    });
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [path] = process.argv.slice(2);
  const vsix = path ? resolve(path) : `${root}inspectmark.vsix`;
  if (!path) await build();
  await packVsix(vsix);
  console.log(`${basename(vsix)}: ${Math.ceil(statSync(vsix).size / 1024)} KB`);
}
