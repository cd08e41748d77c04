// The browser that VS Code for the Web and code-server are shown in.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { firstToBeHad } from './firstToBeHad.mjs';
import { hostsFolder } from './hosts.mjs';
import { reachable } from './network.mjs';
import { onPath } from './onPath.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
];

/** Where Chromium's kin are when they are not on the PATH. */
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The path of a Chromium: one that is installed; as root on Debian one from its packages; else a download. Undefined if
 * there is none to be had. `host` is the `require` of a host that has Playwright.
 */
export function chromium(host) {
  return firstToBeHad({
    'The browser that is installed': installedChromium,
    'Chromium from Debian': debianChromium,
    'The download of Chromium': () => downloadedChromium(host),
  });
}

/** Arguments under which Chromium is quiet, and runs as root and without a graphics card. */
export const chromiumArguments = [
  ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A Chromium that was started, as one context of Playwright's with a profile of its own: in it pages that stand in others
 * keep what they store, and without that the pages of VS Code's views do not work. `playwright` is Playwright's `chromium`.
 */
export async function profiledChromium(playwright, { args = [], ...options }) {
  const profile = mkdtempSync(join(tmpdir(), 'inspectmark-chromium-'));
  process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 20 })); // till then it may be written to
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
  return playwright.launchPersistentContext(profile, { ...options, args: [...args, ...chromiumArguments] });
}

function installedChromium() {
  return [...names.map(name => onPath(name)), ...places].find(path => path !== undefined && existsSync(path));
}

/** As root on Debian a download would lack libraries of the system, which its own package brings along. */
function debianChromium() {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return undefined;
  console.log('Installing Chromium…');
  const apt = (...words) =>
    spawnSync('apt-get', words, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  apt('update');
  return apt('install', '-y', '--no-install-recommends', 'chromium') ? installedChromium() : undefined;
}

async function downloadedChromium(host) {
  process.env.PLAYWRIGHT_BROWSERS_PATH ??= `${hostsFolder}/browsers`;
  const path = host('playwright-core').chromium.executablePath();
  if (!existsSync(path) && (await reachable('https://cdn.playwright.dev'))) {
    const cli = join(dirname(host.resolve('playwright-core/package.json')), 'cli.js');
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  }
  return existsSync(path) ? path : undefined;
}
