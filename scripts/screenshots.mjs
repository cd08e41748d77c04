// `npm run screenshots` takes the pictures of the README in pictures/ from the real editor: VS Code for the Web, with the
// extension as it is built from here. `npm run screenshots -- FOLDER` writes them there, in every theme.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { build, root, setUp } from './setUp.mjs';

const size = { width: 1360, height: 820 };
const [elsewhere] = process.argv.slice(2);
const folder = elsewhere ?? `${root}pictures`;

/** What an editor looks like in which only the report is to be looked at. */
const settings = {
  'files.exclude': { '.vscode': true },
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
};

async function main() {
  if (!setUp() || !(await build())) return false;
  const { serveWeb } = await import('../test/vscode/serveWeb.mjs');
  const { webHost } = await import('../test/vscode/hosts.mjs');
  const { chromium, profiledChromium } = await import('../test/vscode/chromium.mjs');

  const executablePath = await chromium(webHost());
  if (!executablePath) return missing('there is no Chromium or Chrome on this machine.');
  const browser = await profiledChromium(webHost()('playwright-core').chromium, { executablePath, viewport: size });
  const stage = `${root}out/pictures-${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    for (const [name, { file, theme, show }] of Object.entries(pictures)) {
      for (const each of elsewhere ? themes : [theme]) {
        const reports = `${stage}/${name} ${each}`;
        layOut(reports, file, each);
        const served = await serveWeb({ extension: root, folder: reports, port: 0 });
        if (!served) return missing('the packages of VS Code for the Web could not be installed from npm.');
        const picture = `${name}${elsewhere ? ` ${each}` : ''}.png`;
        try {
          const page = await browser.newPage();
          await page.goto(served.addressOf(basename(file)));
          await checked(page, `${reports}/${basename(file)}`);
          await show(page);
          await page.screenshot({ path: `${folder}/${picture}`, animations: 'disabled', caret: 'hide' });
          await page.close();
        } finally {
          served.end();
        }
        console.log(picture);
      }
    }
  } finally {
    await browser.close();
    rmSync(stage, { recursive: true, force: true });
  }
  return true;
}

/** Lays out a folder with one report: what stands below in the window is then said of that alone. */
function layOut(reports, file, theme) {
  mkdirSync(`${reports}/.vscode`, { recursive: true });
  copyFileSync(`${root}samples/${file}`, `${reports}/${basename(file)}`);
  writeFileSync(`${reports}/.vscode/settings.json`, JSON.stringify({ ...settings, 'workbench.colorTheme': theme }));
}

function missing(what) {
  console.error(`The pictures cannot be taken: ${what}`);
  return false;
}

const themes = ['Light 2026', 'Dark 2026', 'Default High Contrast', 'Default High Contrast Light'];

/** The pictures: which report is opened, and what is done before each is taken. */
const pictures = {
  report: {
    theme: 'Light 2026',
    file: 'rotherham-2018.inspection',
    async show(page) {
      await widenSideBar(page, 130);
      await page.locator('.pane-header', { hasText: 'Outline' }).click();
      await page.locator('.pane-header', { hasText: 'Test Files' }).click(); // so that the outline has its place
      // What the server has told of shows that it answers: a hover is asked for once.
      await page.locator('.outline-tree .monaco-list-row').first().waitFor();
      await command(page, 'Go to Line/Column...');
      await page.keyboard.type('392');
      await page.keyboard.press('Enter');
      await page
        .locator('.view-line span', { hasText: /^\(Recommendation\)$/ })
        .first()
        .hover();
      await page.locator('.monaco-hover-content', { hasText: 'It may mean' }).waitFor();
    },
  },
  draft: {
    theme: 'Dark 2026',
    file: 'drafts/riverbridge-judgements.inspection',
    async show(page) {
      await command(page, 'View: Toggle Primary Side Bar Visibility');
      await command(page, 'Problems: Focus on Problems View');
      await page.locator('.markers-panel .monaco-list-row', { hasText: 'overall judgement' }).click();
    },
  },
  question: {
    theme: 'Light 2026',
    file: 'rotherham-2018.inspection',
    async show(page) {
      await widenSideBar(page, 60);
      await command(page, 'Inspectmark: Next Question');
      for (const closed of ['Judgements', 'Traceability'])
        await page.locator('.pane-header', { hasText: closed }).click();
      const view = page.frameLocator('iframe.webview').frameLocator('#active-frame');
      const asked = view.getByText('One denies the other').first();
      while (!(await asked.isVisible())) await view.getByRole('button', { name: 'Next' }).click();
      await view.getByRole('button', { name: 'Show Both' }).click();
      await page.locator('.editor-group-container').nth(1).waitFor();
    },
  },
};

/** Waits until the report has been checked: VS Code counts what the command line does. */
async function checked(page, file) {
  const { stdout } = spawnSync(process.execPath, [`${root}dist/cli.js`, 'check', '--format=json', file], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const { findings } = JSON.parse(stdout).files[0];
  const counts = ['error', 'warning', 'information'].map(
    wanted => findings.filter(({ severity }) => severity === wanted).length,
  );
  const shown = new RegExp(`^\\D*${counts.join('\\D+')}\\D*$`);
  await page.locator('.statusbar-item[id="status.problems"]').filter({ hasText: shown }).waitFor();
}

/** Makes the side bar wider by dragging its edge. */
async function widenSideBar(page, by) {
  const { x, y, width } = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(x + width, y + 300);
  await page.mouse.down();
  await page.mouse.move(x + width + by, y + 300, { steps: 4 });
  await page.mouse.up();
}

/** Runs a command by its name in the command palette. */
async function command(page, name) {
  await page.keyboard.press('F1');
  await page.keyboard.type(name);
  await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name }).waitFor();
  await page.keyboard.press('Enter');
}

process.exitCode = (await main()) ? 0 : 1; // last, for what stands above must be there
