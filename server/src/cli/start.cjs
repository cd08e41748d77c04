// dist/cli.js: starts the command line, main.js and the pieces that it requires. They are compiled with what V8 has kept
// of an earlier compilation in cli.cache, which `npm run build` writes: that saves much of a start. Where it is missing,
// or was kept by another version of Node, V8 compiles as ever.
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { Script } = require('node:vm');

const file = join(__dirname, 'cli.cache');
const kept = cacheOf();
const pieces = new Map();
const scripts = new Map();

function piece(name) {
  let module = pieces.get(name);
  if (module === undefined) {
    module = { exports: {} };
    pieces.set(name, module);
    const filename = join(__dirname, name);
    const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'utf8')}\n})`;
    const script = new Script(code, { filename, cachedData: kept.get(name) });
    scripts.set(name, script);
    script.runInThisContext()(module.exports, required, module, filename, __dirname);
  }
  return module.exports;
}

function required(name) {
  return name.startsWith('./') ? piece(name.slice(2)) : require(name);
}

/** The kept data by piece: a line of JSON with their lengths, then the data. */
function cacheOf() {
  try {
    const bytes = readFileSync(file);
    const line = bytes.indexOf(10);
    const map = new Map();
    let at = line + 1;
    for (const [name, length] of JSON.parse(bytes.toString('utf8', 0, line))) {
      map.set(name, bytes.subarray(at, at + length));
      at += length;
    }
    return map;
  } catch {
    return new Map();
  }
}

if (process.env.INSPECTMARK_KEEP === '1') {
  process.on('exit', () => {
    const all = [...scripts].map(([name, script]) => [name, script.createCachedData()]);
    const line = JSON.stringify(all.map(([name, data]) => [name, data.length]));
    writeFileSync(file, Buffer.concat([Buffer.from(`${line}\n`), ...all.map(([, data]) => data)]));
  });
}

piece('main.js');
