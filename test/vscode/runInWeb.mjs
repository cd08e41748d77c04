// Runs tests in VS Code for the Web, in a headless Chromium, which CHROMIUM in the environment names:
//   node test/vscode/runInWeb.mjs STAGE oldest|current
// STAGE is the folder that editorTests.mjs lays out.
import { profiledChromium } from './chromium.mjs';
import { freePort } from './freePort.mjs';
import { webBuilds, webBuildsFolder, webHost } from './hosts.mjs';
import { pasteWhatTestsAsk } from './pasting.mjs';

const [stage, build] = process.argv.slice(2);

/** After this long the tests have not ended, and will not. */
const patience = 300_000;
setTimeout(() => {
  console.error(`The tests did not end in ${patience / 1000} s.`);
  process.exit(1);
}, patience).unref();

const host = webHost();
// The only way to tell test-web which browser to take.
const { chromium } = host('playwright');
chromium.launch = async ({ headless, args }) => {
  const { CHROMIUM: executablePath } = process.env;
  const context = await profiledChromium(chromium, { executablePath, headless, args, viewport: null });
  await pasteWhatTestsAsk(context);
  return { newContext: async () => context, close: () => context.close() };
};

await host('@vscode/test-web').runTests({
  browserType: 'chromium',
  headless: true,
  quality: 'stable',
  commit: webBuilds[build].commit,
  testRunnerDataDir: webBuildsFolder,
  port: await freePort(),
  extensionPaths: [`${stage}/extension`],
  extensionDevelopmentPath: `${stage}/driver`,
  extensionTestsPath: `${stage}/driver/web.js`,
  folderPath: `${stage}/workspace/first`,
});
process.exit(0); // the server of the mounted folder would keep the process
