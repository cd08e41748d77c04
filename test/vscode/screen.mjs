import { onPath } from './onPath.mjs';

/**
 * What a program must be started through for its window to have a screen: nothing where there is one; undefined if there is
 * none.
 */
export function screen({ platform, env, find } = { platform: process.platform, env: process.env, find: onPath }) {
  if (platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return [];
  const virtual = find('xvfb-run');
  return virtual && [virtual, '-a'];
}
