// `node bench/server.mjs [ROUNDS]`: how long it takes from an edit to the findings, beside an empty server and the servers
// of others, all over standard input and output. Part of `npm run bench`. All servers are up together and edited in turn,
// one at a time; the figures are medians, the ratios are taken round by round.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { build, resolution } from '../esbuild.mjs';
import { median, ms, ratio, table } from './figures.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'out/bench');
const bench = createRequire(join(root, 'bench/package.json'));
// The product's own, not that on which one of the others rests.
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(join(root, 'package.json'))(
  'vscode-languageserver/node',
);
const warmUp = 60;

/** Measures the server; the build is there. */
export async function servers(rounds) {
  mkdirSync(out, { recursive: true });
  const floors = await buildFloors();
  const sample = readFileSync(join(root, 'samples/rotherham-2018.inspection'), 'utf8');
  const texts = { '84 KB': sample, '1 MB': longReport(sample) };
  for (const mode of ['pull', 'push'])
    for (const [size, text] of Object.entries(texts)) await editing(size, text, mode, rounds, places.words);
  for (const [size, text] of Object.entries(texts)) await editing(size, text, 'pull', rounds, places.heading);
  await starting(Math.min(rounds, 15));
  sizes(floors);
}

/** Where a letter is put in: after the middle of the text, in a paragraph's words or a heading's. */
const places = { words: /chi(?=ldren)/g, heading: /\n## Le(?=adership)/g };

/**
 * The sections of the sample twelve times over in one report, their paragraphs numbered on: a long report, not a broken
 * one.
 */
function longReport(sample) {
  const body = sample.indexOf('\n## ');
  let number = 0;
  const sections = sample.slice(body).repeat(12);
  return sample.slice(0, body) + sections.replace(/^\d+\. /gm, () => `${++number}. `);
}

/** The servers that are measured. `parses` tells those that leave the reading of Markdown to their client. */
function candidates(mode) {
  const own = [
    { name: 'empty server', argv: [process.execPath, join(out, 'emptyServer.cjs'), '--stdio'] },
    { name: 'inspectmark', argv: [process.execPath, join(root, 'dist/server.js'), '--stdio'] },
  ];
  const markdown = {
    name: 'VS Code’s Markdown server',
    argv: [process.execPath, bench.resolve('vscode-markdown-languageserver/dist/node/workerMain.js'), '--stdio'],
    parses: true,
  };
  const rumdl = { name: 'rumdl (native)', argv: [rumdlPath(), 'server'] };
  return [...own, ...(mode === 'pull' ? [markdown] : rumdl.argv[0] === undefined ? [] : [rumdl])];
}

function rumdlPath() {
  try {
    const folder = join(bench.resolve(`@rumdl/cli-${process.platform}-${process.arch}/package.json`), '..');
    return join(folder, process.platform === 'win32' ? 'rumdl.exe' : 'rumdl');
  } catch {
    return undefined;
  }
}

/** One letter, put in and taken out again, in every server in turn. */
async function editing(size, text, mode, rounds, place) {
  const all = [];
  for (const candidate of candidates(mode)) {
    const session = await start(candidate, mode);
    const opened = await patient(open(session, text, place));
    if (opened === undefined) {
      console.log(`\n${candidate.name} does not answer, and is left out.`);
      await stop(session);
    } else {
      all.push({ ...candidate, session, opened, times: [] });
    }
  }
  for (let round = -warmUp; round < rounds; round++) {
    for (const { name, session, times } of all) {
      // The servers of others take long enough without a long warm-up.
      if (times.silent || (round < -5 && times.slow)) continue;
      const time = await patient(edit(session));
      times.silent = time === undefined;
      if (times.silent) {
        console.log(`\n${name} has told nothing of an edit, and is not asked any more.`);
        continue;
      }
      times.slow = time > 50;
      if (round >= 0) times.push(time);
    }
  }
  const [floor] = all;
  const where = place === places.words ? 'in words' : 'in a heading';
  console.log(
    `\nFrom a letter ${where} to the findings, ${size}, ${mode}, ${rounds} rounds after ${warmUp} to warm up\n`,
  );
  table(
    ['', 'ms (median)', 'least', '÷ empty server', 'first findings', 'memory', 'peak'],
    all.map(({ name, session, opened, times }) => {
      const { now, peak } = memory(session.process.pid);
      return [name, ms(median(times)), ms(Math.min(...times)), ratio(times, floor.times), ms(opened), now, peak];
    }),
  );
  for (const { session } of all) await stop(session);
}

/** What is waited for; nothing if it does not come in 30 seconds: one of the others sometimes tells nothing of a text or an edit. */
async function patient(waited) {
  let timer;
  const given = new Promise(resolve => {
    timer = setTimeout(resolve, 30_000);
  });
  try {
    return await Promise.race([waited, given]);
  } finally {
    clearTimeout(timer);
  }
}

/** From the start of a process to its answer to `initialize`. */
async function starting(rounds) {
  const all = candidates('push').concat(candidates('pull').slice(2));
  const times = all.map(() => []);
  for (let round = -1; round < rounds; round++) {
    for (const [i, candidate] of all.entries()) {
      const begun = performance.now();
      const session = await start(candidate, 'push');
      if (round >= 0) times[i].push(performance.now() - begun);
      await stop(session);
    }
  }
  console.log(`\nFrom the start to the answer to \`initialize\`, ${rounds} rounds\n`);
  table(
    ['', 'ms (median)', 'least', '÷ empty server'],
    all.map(({ name }, i) => [name, ms(median(times[i])), ms(Math.min(...times[i])), ratio(times[i], times[0])]),
  );
}

async function start({ argv, parses }, mode) {
  const [program, ...words] = argv;
  const server = spawn(program, words, { stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const session = { process: server, connection, mode, uri: pathToFileURL(join(out, 'report.md')).href, version: 1 };
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version }) => {
    if (uri === session.uri && (version ?? session.version) >= session.version) session.told?.();
  });
  for (const method of ['client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh'])
    connection.onRequest(method, () => null);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => (parses ? markdownSettings : null)));
  if (parses) answerMarkdownServer(session);
  connection.listen();
  await connection
    .sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: null,
      initializationOptions: parses ? { markdownFileExtensions: ['md'] } : {},
      capabilities: {
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true }, // as VS Code has it
        },
        textDocument: {
          publishDiagnostics: { versionSupport: true },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          ...(mode === 'pull' && { diagnostic: { dynamicRegistration: true } }),
        },
      },
    })
    .then(({ capabilities: { textDocumentSync } }) => {
      session.whole = (textDocumentSync.change ?? textDocumentSync) === 1;
    });
  await connection.sendNotification('initialized', {});
  if (parses)
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { markdown: markdownSettings } });
  return session;
}

async function open(session, text, place) {
  const { uri, version } = session;
  const middle = [...text.matchAll(place)].map(({ 0: found, index }) => index + found.length);
  const at = middle.find(offset => offset > text.length / 2);
  const before = text.slice(0, at);
  session.text = text;
  session.place = { line: before.split('\n').length - 1, character: at - before.lastIndexOf('\n') - 1 };
  session.texts = [`${before}x${text.slice(at)}`, text];
  const begun = performance.now();
  await findings(session, 'textDocument/didOpen', {
    textDocument: { uri, languageId: 'markdown', version, text },
  });
  return performance.now() - begun;
}

/** The time from an edit to the findings of the text that it leaves. */
async function edit(session) {
  const { uri, place, texts, whole } = session;
  session.version++;
  const taken = session.version % 2;
  const after = { ...place, character: place.character + 1 };
  session.text = texts[taken];
  const change = whole
    ? { text: session.text }
    : { range: { start: place, end: taken ? after : place }, text: taken ? '' : 'x' };
  const begun = performance.now();
  await findings(session, 'textDocument/didChange', {
    textDocument: { uri, version: session.version },
    contentChanges: [change],
  });
  const time = performance.now() - begun;
  await new Promise(resolve => setTimeout(resolve, 5)); // lets the server come to rest before the next one's turn
  return time;
}

async function findings(session, method, params) {
  const told = new Promise(resolve => {
    session.told = resolve;
  });
  void session.connection.sendNotification(method, params);
  if (session.mode === 'push') return told;
  // As editors do: what they have need not be sent again.
  const previous = session.resultId === undefined ? {} : { previousResultId: session.resultId };
  const textDocument = { uri: session.uri };
  const answer = await session.connection.sendRequest('textDocument/diagnostic', { textDocument, ...previous });
  session.resultId = answer.resultId;
  return answer;
}

async function stop({ process: server, connection }) {
  const ended = new Promise(resolve => server.once('exit', resolve));
  const patience = setTimeout(() => server.kill(), 2000); // some do not end when they are asked to
  await Promise.race([connection.sendRequest('shutdown').catch(() => {}), ended]);
  await connection.sendNotification('exit').catch(() => {});
  server.stdin.end();
  await ended;
  clearTimeout(patience);
  connection.dispose();
}

/** What VS Code's Markdown server asks of its client; the reading is part of what it takes. */
function answerMarkdownServer(session) {
  const { default: MarkdownIt } = bench('markdown-it');
  const markdown = new (MarkdownIt ?? bench('markdown-it'))();
  const { connection } = session;
  const plain = ({ type, markup, content, map }, children) => ({ type, markup, content, map, children });
  connection.onRequest('markdown/parse', () =>
    markdown
      .parse(session.text, {})
      .map(token => plain(token, token.children?.map(child => plain(child, null)) ?? null)),
  );
  connection.onRequest('markdown/fs/readFile', () => []);
  connection.onRequest('markdown/fs/stat', () => ({ isDirectory: false }));
  connection.onRequest('markdown/fs/readDirectory', () => []);
  connection.onRequest('markdown/findMarkdownFilesInWorkspace', () => []);
  for (const method of ['create', 'delete']) connection.onRequest(`markdown/fs/watcher/${method}`, () => null);
}

const markdownSettings = {
  validate: {
    enabled: true,
    referenceLinks: { enabled: 'warning' },
    fragmentLinks: { enabled: 'warning' },
    fileLinks: { enabled: 'warning', markdownFragmentLinks: 'inherit' },
    unusedLinkDefinitions: { enabled: 'hint' },
    duplicateLinkDefinitions: { enabled: 'warning' },
    ignoredLinks: [],
  },
  preferredMdPathExtensionStyle: 'auto',
  suggest: { paths: { enabled: true } },
  occurrencesHighlight: { enabled: false },
  server: { log: 'off' },
};

/** The memory of a process, in MB; only Linux says it of another process. */
function memory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = name => `${(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1] / 1024).toFixed(0)} MB`;
    return { now: of('VmRSS'), peak: of('VmHWM') };
  } catch {
    return { now: '', peak: '' };
  }
}

/** The least that a server and a client are, bundled like ours: their size in bytes. */
async function buildFloors() {
  const sources = {
    // (As a text of the project's root: beside itself it would find the library on which one of the others rests.)
    emptyServer: { stdin: readFileSync(join(root, 'bench/emptyServer.ts'), 'utf8'), platform: 'node' },
    emptyWorker: {
      stdin: `import { BrowserMessageReader, BrowserMessageWriter, createConnection, TextDocuments } from 'vscode-languageserver/browser';
        import { TextDocument } from 'vscode-languageserver-textdocument';
        const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
        new TextDocuments(TextDocument).listen(connection);
        connection.listen();`,
      platform: 'browser',
    },
    emptyClient: {
      stdin: `import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
        let client;
        export const activate = context => {
          const server = { module: context.asAbsolutePath('server.js'), transport: TransportKind.ipc };
          client = new LanguageClient('a', 'A', { run: server, debug: server }, { documentSelector: ['a'] });
          void client.start();
        };
        export const deactivate = () => client?.stop();`,
      platform: 'node',
    },
    emptyWebClient: {
      stdin: `import { LanguageClient } from 'vscode-languageclient/browser';
        let client;
        export const activate = () => {
          client = new LanguageClient('a', 'A', async () => new Worker('server.js'), { documentSelector: ['a'] });
          void client.start();
        };
        export const deactivate = () => client?.stop();`,
      platform: 'browser',
    },
    yaml: { stdin: "export { isMap, isScalar, isSeq, parseDocument } from 'yaml';", platform: 'node' },
  };
  const floors = {};
  for (const [name, { stdin, platform }] of Object.entries(sources)) {
    const outfile = join(out, `${name}.cjs`);
    await esbuild.build({
      ...resolution,
      stdin: { contents: stdin, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      minify: true,
      format: 'cjs',
      platform,
      target: platform === 'node' ? 'node20' : 'es2022',
      external: ['vscode'],
      legalComments: 'none',
      logLevel: 'warning',
    });
    floors[name] = statSync(outfile).size;
  }
  return floors;
}

/** What our bundles hold above their floors. */
function sizes({ emptyServer, emptyWorker, emptyClient, emptyWebClient, yaml }) {
  const kib = bytes => `${(bytes / 1024).toFixed(0)} KiB`;
  const row = (name, bytes, floor) => [name, kib(bytes), kib(floor), kib(bytes - floor)];
  const { inStart } = builtPieces();
  const files = atStart =>
    new Set([...piecesOf('server.js', atStart)].map(name => (inStart.includes(name) ? 'start.js' : name)));
  const pieces = atStart => [...files(atStart)].reduce((sum, name) => sum + dist(name), 0);
  const dist = name => statSync(join(root, 'dist', name)).size;
  console.log('\nBundles, and what stands above their floors\n');
  table(
    ['', 'size', 'floor', 'above'],
    [
      row('server, at its start', pieces(true), emptyServer),
      row('server, all it can load', pieces(false), emptyServer + yaml),
      row('server in a browser', dist('server.browser.js'), emptyWorker + yaml),
      row('extension', dist('extension.js'), emptyClient),
      row('extension in a browser', dist('extension.browser.js'), emptyWebClient),
    ],
  );
}

/** What the build has noted of its pieces. */
function builtPieces() {
  return JSON.parse(readFileSync(join(root, 'out/pieces.json'), 'utf8'));
}

/** A piece of the build with all pieces that it loads, or with those that it loads at its start. */
function piecesOf(name, atStart, found = new Set()) {
  const { outputs, late } = builtPieces();
  if (found.has(name)) return found;
  found.add(name);
  for (const { path, kind, external } of outputs[`dist/${name}`].imports) {
    const piece = path.replace('dist/', '');
    const isLater = kind !== 'import-statement' || late.includes(piece);
    if (external !== true && !(atStart && isLater)) piecesOf(piece, atStart, found);
  }
  return found;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build();
  await servers(Number(process.argv[2] ?? 30));
}
