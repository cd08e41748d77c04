// Unpacks a VSIX, which is a ZIP archive.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

/** Unpacks what lies under `extension/` in a VSIX into a folder. */
export function unzipExtension(vsix, folder) {
  for (const { name, content } of entries(readFileSync(vsix))) {
    if (!name.startsWith('extension/') || name.endsWith('/')) continue;
    const path = join(folder, name.slice('extension/'.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content());
  }
}

/** The entries of an archive, by its central directory: local headers may lack the sizes. */
function* entries(zip) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    const method = zip.readUInt16LE(at + 10);
    const packed = zip.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(field => zip.readUInt16LE(at + field));
    const header = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    const data = zip.subarray(start, start + packed);
    yield { name, content: () => (method === 0 ? data : inflateRawSync(data)) };
    at += 46 + nameLength + extraLength + commentLength;
  }
}
