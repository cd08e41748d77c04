import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstToBeHad } from '../vscode/firstToBeHad.mjs';
import { screen } from '../vscode/screen.mjs';

/**
 * Tries ways that give what is written beside them, or throw an error; checks which were tried, what was had and what was
 * told.
 */
async function check(ways: Readonly<Record<string, string | undefined | Error>>, expected: string): Promise<void> {
  const events: string[] = [];
  const tried = Object.entries(ways).map(([name, gives]) => [
    name,
    async () => {
      events.push(name);
      if (gives instanceof Error) throw gives;
      return gives;
    },
  ]);
  const had = await firstToBeHad<string>(Object.fromEntries(tried), reason => events.push(`(${reason})`));
  assert.equal(`${events.join(' ')} → ${had}`, expected);
}

test('what is installed, else a download, else npm', async () => {
  await check({ installed: 'A', download: 'B', npm: 'C' }, 'installed → A');
  await check({ installed: undefined, download: 'B', npm: 'C' }, 'installed download → B');
  await check({ installed: undefined, download: undefined, npm: 'C' }, 'installed download npm → C');
  await check({ installed: undefined, download: undefined, npm: undefined }, 'installed download npm → undefined');
});

test('a way that fails is told, and the next is tried', async () => {
  const broken = new Error('the disk is full');
  await check(
    { installed: undefined, download: broken, npm: 'C' },
    'installed download (download: the disk is full) npm → C',
  );
  await check({ npm: broken }, 'npm (npm: the disk is full) → undefined');
});

test('a window has a screen, or a virtual one, or none', () => {
  const none = () => undefined;
  const virtual = (program: string) => (program === 'xvfb-run' ? '/bin/xvfb-run' : undefined);
  assert.deepEqual(screen({ platform: 'darwin', env: {}, find: none }), []);
  assert.deepEqual(screen({ platform: 'linux', env: { DISPLAY: ':0' }, find: none }), []);
  assert.deepEqual(screen({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' }, find: none }), []);
  assert.deepEqual(screen({ platform: 'linux', env: {}, find: virtual }), ['/bin/xvfb-run', '-a']);
  assert.equal(screen({ platform: 'linux', env: {}, find: none }), undefined);
});
