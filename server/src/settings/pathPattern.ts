import picomatch from 'picomatch';

/** Whether a path, relative and with `/` between its parts, fits. */
export type PathTest = (path: string) => boolean;

/**
 * Whether a path fits a pattern, or is in a folder that does. `*` is anything in a part of a path, `?` one character,
 * `[ab]` one of some, `**` any number of parts, `{a,b}` either; a pattern of one part fits wherever it stands. All else is
 * itself, and so is a path that is written like the pattern.
 */
export function pathPattern(pattern: string): PathTest {
  const usable = pattern.replace(/^(?:\.\/)+|\/+$/g, '');
  if (usable === '') return () => false;
  const isPart = !usable.includes('/');
  const glob = `${isPart ? '**/' : ''}${usable.replace(/[()|]/g, '\\$&')}`;
  // Without !(…) and its kin an expression cannot become slow, for the schema allows few stars; and nothing is turned round
  // by chance.
  const fits = picomatch([glob, `${glob}/**`], {
    dot: true,
    noextglob: true,
    nonegate: true,
    posix: true,
    windows: false,
  });
  return path =>
    fits(path) || (isPart ? path.split('/').includes(usable) : path === usable || path.startsWith(`${usable}/`));
}
