// Serves VS Code for the Web with the extension in it, for a person's browser or for pictures.
import { freePort } from './freePort.mjs';
import { webBuilds, webBuildsFolder, webHost } from './hosts.mjs';

/**
 * Serves VS Code for the Web with a folder open, and the extension from where it has been built, or undefined if its
 * packages cannot be had. `addressOf` gives the address that shows a file of the folder; what is saved stays in memory.
 */
export async function serveWeb({ extension, folder, port: asked }) {
  const host = webHost();
  if (!host) return undefined;
  const port = await freePort(asked);
  const { dispose } = await quietly(() =>
    host('@vscode/test-web').open({
      browserType: 'none',
      quality: 'stable',
      commit: webBuilds.current.commit,
      testRunnerDataDir: webBuildsFolder,
      port,
      extensionPaths: [extension],
      folderPath: folder,
    }),
  );
  const addressOf = file => {
    const payload = JSON.stringify([['openFile', `vscode-test-web://mount/${file}`]]);
    return `http://localhost:${port}/?${new URLSearchParams({ payload })}`;
  };
  return { addressOf, dispose };
}

/** Keeps what test-web prints of each request and folder from the terminal, for as long as it serves. */
async function quietly(start) {
  const print = console.log;
  console.log = () => {};
  try {
    return await start();
  } finally {
    console.log = print;
  }
}
