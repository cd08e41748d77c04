import { basename, resolve } from 'node:path';
import { settingsFileName } from '../settings/settings.ts';
import { type Arguments, choice } from './arguments.ts';
import type { Io } from './io.ts';
import { placeOnDisk } from './placeOnDisk.ts';
import { Refusal } from './refusal.ts';

/** A format and the file to which it goes; nothing for standard output. */
export interface WantedFormat<Name extends string> {
  readonly name: Name;
  readonly file: string | undefined;
}

/**
 * The formats that `--format` names, each with its file if it has one; refused where two go to one place.
 *
 * @param usual what is wanted if none is named
 */
export function wantedFormats<Name extends string>(
  args: Arguments,
  { cwd }: Io,
  names: readonly Name[],
  usual: readonly Name[],
): WantedFormat<Name>[] {
  const given = args.values('format');
  const formats = (given.length > 0 ? given : usual).map(value => {
    const [, word = value, written] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
    const name = choice(word, '--format', names);
    if (written === '') throw new Refusal(`--format ${value}: the name of a file is missing after “=”.`);
    return { name, file: written === '-' ? undefined : written };
  });
  const places = formats.map(({ file }) => (file === undefined ? undefined : resolve(cwd, file)));
  const twice = formats.find((_, i) => places.indexOf(places[i]) < i);
  if (twice !== undefined) {
    const place = twice.file ?? 'standard output';
    throw new Refusal(`Two formats cannot both go to ${place}. Give each its own file: --format json=FILE.`);
  }
  return formats;
}

/** Refuses to write over what is read: the files given, and any settings. */
export function refuseOverwriting(wanted: readonly WantedFormat<string>[], read: Iterable<string>, { cwd }: Io): void {
  if (wanted.every(({ file }) => file === undefined)) return;
  const places = new Set([...read].map(placeOnDisk));
  for (const { name, file } of wanted) {
    if (file === undefined) continue;
    const place = placeOnDisk(resolve(cwd, file));
    if (!places.has(place) && basename(place) !== settingsFileName) continue;
    throw new Refusal(`--format ${name}=${file}: this would be written over what is read. Name another file.`);
  }
}
