// Serves VS Code for the Web with the extension in it, for a person's browser or for pictures.
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { freePort } from './freePort.mjs';
import { webBuilds, webBuildsFolder, webHost } from './hosts.mjs';

/**
 * Serves VS Code for the Web with a folder open and the extension from where it has been built; undefined if its packages
 * cannot be had. `addressOf` gives the address that shows a file of the folder, `ended` is kept when it serves no more.
 * What is saved stays in memory.
 */
export async function serveWeb({ extension, folder, port: asked }) {
  const host = webHost();
  if (!host) return undefined;
  const port = await freePort(asked);
  const words = [
    ...['--browserType=none', '--quality=stable', `--commit=${webBuilds.current.commit}`],
    ...[`--testRunnerDataDir=${webBuildsFolder}`, `--port=${port}`, `--extensionPath=${extension}`, folder],
  ];
  // A process of its own, for it prints a line for each request.
  const server = spawn(process.execPath, [host.resolve('@vscode/test-web'), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise(done => server.on('close', done));
  const listening = new Promise(done => {
    createInterface({ input: server.stdout }).on('line', line => line.startsWith('Listening on ') && done(true));
  });
  if (!(await Promise.race([listening.then(() => accepted(port)), ended.then(() => false)]))) return undefined;
  const addressOf = file => {
    const payload = JSON.stringify([['openFile', `vscode-test-web://mount/${file}`]]);
    return `http://localhost:${port}/?${new URLSearchParams({ payload })}`;
  };
  return { addressOf, ended, end: () => server.kill() };
}

/** Waits until connections are accepted: test-web says that it listens a little before it does. */
function accepted(port) {
  return new Promise(done => {
    const socket = connect({ port, host: 'localhost' }, () => {
      socket.destroy();
      done(true);
    });
    socket.on('error', () => setTimeout(() => done(accepted(port)), 20));
  });
}
