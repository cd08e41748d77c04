/** Whether a path, relative and with `/` between its parts, fits. */
export type PathTest = (path: string) => boolean;

/** More ways to read one pattern are not tried: its braces stand for themselves then. */
const mostReadings = 1000;

/**
 * Whether a path fits a pattern, or is in a folder that does. `*` is anything in a part of a path, `?` one character, `[ab]`
 * one of some, `**` any number of parts, `{a,b}` either; a pattern of one part fits wherever it stands. All else is itself, and
 * so is a part that is written like the pattern. Time grows with the path and the pattern, whatever stands in them.
 */
export function pathPattern(pattern: string): PathTest {
  const usable = pattern.replace(/^(?:\.\/)+|\/+$/g, '');
  if (usable === '') return () => false;
  const readings = readingsOf(usable).map(reading => {
    const parts = reading.split('/');
    return (parts.length === 1 ? ['**', ...parts] : parts).map(part => (part === '**' ? undefined : partTest(part)));
  });
  return path => {
    const parts = path.split('/');
    return readings.some(reading => fits(reading, parts));
  };
}

/** Whether the first parts of a path, or all, fit what is expected of each; nothing stands for any number of them. */
function fits(expected: readonly (PathTest | undefined)[], parts: readonly string[]): boolean {
  const from = (at: number): number[] =>
    at < expected.length && expected[at] === undefined ? [at, ...from(at + 1)] : [at];
  let open = new Set(from(0));
  for (const part of parts) {
    if (open.has(expected.length)) return true;
    const next = new Set<number>();
    for (const at of open) {
      const test = expected[at];
      if (test !== undefined && !test(part)) continue;
      for (const each of from(test === undefined ? at : at + 1)) next.add(each);
    }
    open = next;
  }
  return open.has(expected.length);
}

/** Whether a part of a path fits a part of a pattern. */
function partTest(pattern: string): PathTest {
  const wanted: ((sign: string) => boolean)[] = [];
  const runs = new Set<number>();
  for (const [token] of pattern.matchAll(/\*+|\[[!^]?[^\]]+\]|./gsu)) {
    if (token.startsWith('*')) runs.add(wanted.length);
    else wanted.push(signTest(token));
  }
  return part => part === pattern || isRun(Array.from(part), wanted, runs);
}

function signTest(token: string): (sign: string) => boolean {
  if (token === '?') return () => true;
  const [, not = '', signs] = /^\[([!^]?)(.+)\]$/su.exec(token) ?? [];
  if (signs === undefined) return sign => sign === token;
  const ranges = Array.from(signs.matchAll(/(.)-(.)|(.)/gsu), ([, first, last, one = '']) => [
    first ?? one,
    last ?? one,
  ]);
  return sign => ranges.some(([first = '', last = '']) => sign >= first && sign <= last) === (not === '');
}

/** Whether the signs are those wanted, with any others where a run stands: the first way from each run on is as good as any. */
function isRun(
  signs: readonly string[],
  wanted: readonly ((sign: string) => boolean)[],
  runs: ReadonlySet<number>,
): boolean {
  let at = 0;
  let run: number | undefined;
  let runAt = 0;
  for (let i = 0; i < signs.length || at < wanted.length; ) {
    if (runs.has(at) && run !== at) [run, runAt] = [at, i];
    if (i < signs.length && at < wanted.length && wanted[at]?.(signs[i] as string)) {
      i++;
      at++;
    } else if (run !== undefined && runAt < signs.length) [at, i] = [run, ++runAt];
    else return false;
  }
  return true;
}

/** The pattern with each of what its braces offer. */
function readingsOf(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  for (let reading = open.pop(); reading !== undefined; reading = open.pop()) {
    const choice = choiceIn(reading);
    if (choice === undefined) done.push(reading);
    else for (const each of choice) open.push(each);
    if (done.length + open.length > mostReadings) return [pattern];
  }
  return done;
}

/** What the first braces with a comma between them offer, each in its place; nothing if there are none. */
function choiceIn(pattern: string): string[] | undefined {
  for (let from = pattern.indexOf('{'); from >= 0; from = pattern.indexOf('{', from + 1)) {
    const cuts = [from];
    let depth = 0;
    for (let i = from; i < pattern.length; i++) {
      if (pattern[i] === '{') depth++;
      else if (pattern[i] === '}') depth--;
      if (pattern[i] === ',' && depth === 1) cuts.push(i);
      if (depth > 0) continue;
      if (cuts.length === 1) break;
      cuts.push(i);
      const [before, after] = [pattern.slice(0, from), pattern.slice(i + 1)];
      return cuts.slice(1).map((cut, k) => before + pattern.slice((cuts[k] ?? 0) + 1, cut) + after);
    }
  }
  return undefined;
}
