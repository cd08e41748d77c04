// The notices of the packages of which something is in the bundles, as their licences ask for.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const licenceFile = /^(?:licen[cs]e|copying)(?:\.(?:txt|md|markdown))?$/i;

/** The text of the notices: each package once, with its version and its licence in full. Throws where one has no licence. */
export function thirdPartyNotices(root, inputs) {
  const packages = new Map();
  for (const input of inputs) {
    const folder = packageFolder(root, input);
    if (folder === undefined || packages.has(folder)) continue;
    const about = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'));
    packages.set(folder, { ...about, text: licenceText(`${root}${folder}`, about) });
  }
  const listed = [...packages.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
  return [
    'Inspectmark contains parts of the packages below. Their licences follow.\n',
    ...listed.map(
      ({ name, version, license, text }) => `${'-'.repeat(80)}\n${name} ${version} (${license})\n\n${text}\n`,
    ),
  ].join('\n');
}

/** The folder of the package to which a source belongs, relative to the root; nothing for a source of our own. */
function packageFolder(root, input) {
  if (!input.includes('node_modules/')) return undefined;
  let folder = posix.dirname(input);
  // A folder inside a package may have a package.json without a name, which only says how its modules are written.
  while (!existsSync(`${root}${folder}/package.json`) || !isNamed(`${root}${folder}/package.json`)) {
    folder = posix.dirname(folder);
    if (folder === '.') throw new Error(`${input} belongs to no package`);
  }
  return folder;
}

function isNamed(path) {
  const { name, version } = JSON.parse(readFileSync(path, 'utf8'));
  return name !== undefined && version !== undefined;
}

function licenceText(folder, { license, author }) {
  const file = readdirSync(folder).find(name => licenceFile.test(name));
  if (file !== undefined) return readFileSync(`${folder}/${file}`, 'utf8').replaceAll('\r\n', '\n').trim();
  const terms = namedTerms[license];
  if (terms === undefined) throw new Error(`${folder} has no licence file, and is under a licence of its own`);
  return `Copyright (c) ${(author?.name ?? author ?? 'its authors').replace(/\s*<.*>/, '')}\n\n${terms}`;
}

/** The terms of licences that some packages only name. */
const namedTerms = {
  MIT: `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
  ISC: `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`,
};
