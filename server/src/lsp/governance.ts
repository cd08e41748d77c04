import { builtInFrameworks, type Frameworks } from '../framework/builtIn.ts';
import { type FileProblem, unreadFile } from '../framework/fileProblem.ts';
import type { ExtendedSettings } from '../settings/extendedSettings.ts';
import { defaultReportSettings, frameworkFolder, type ReportSettings, settingsFileName } from '../settings/settings.ts';
import type { EncodingProblem } from '../text/encodingProblem.ts';
import type { FileReading, Host } from './host.ts';
import { decodedPart, folderOf, foldersOf, linkedUri, pathBetween } from './uri.ts';

/** What governs the reports of one folder. */
export interface Governance {
  readonly frameworks: Frameworks;
  /** What `inspectmark.json` says of a report; the editor's settings count only where there is none. */
  readonly settingsOf: (uri: string) => ReportSettings;
}

/** A settings or framework file with what is wrong in it. One with nothing wrong is told of too: it may have been mended. */
export interface GoverningFile {
  readonly uri: string;
  readonly text: string;
  readonly rule: 'settings' | 'framework-file';
  readonly problems: readonly FileProblem[];
  /** What is wrong with its bytes. */
  readonly encoding: EncodingProblem | undefined;
}

/** Finds what governs each folder, reads it once, and forgets it when told that a file has changed. */
export class Governances {
  readonly #host: Host;
  readonly #told: (file: GoverningFile) => void;
  readonly #workspace: () => readonly string[];
  readonly #byFolder = new Map<string, Promise<Governance>>();
  #known = new Map<string, Governance>();
  #editor: Promise<ReportSettings> = Promise.resolve(defaultReportSettings);

  /**
   * @param told hears of every governing file that was read
   * @param workspace the URIs of the folders that are open
   */
  constructor(host: Host, told: (file: GoverningFile) => void, workspace: () => readonly string[]) {
    this.#host = host;
    this.#told = told;
    this.#workspace = workspace;
  }

  /** Takes the editor's own settings, which may be on their way still; those of old are forgotten. */
  setEditorSettings(settings: Promise<ReportSettings>): void {
    this.#editor = settings;
    this.forget();
  }

  /** Forgets all that was read. */
  forget(): void {
    this.#byFolder.clear();
    this.#known = new Map();
  }

  /** What governs a report; one that has no file yet is governed as if it stood in the first folder that is open. */
  of(uri: string): Promise<Governance> {
    const key = folderOf(uri) ?? '';
    let governance = this.#byFolder.get(key);
    if (governance === undefined) {
      const known = this.#known;
      const [first] = this.#workspace();
      governance = this.#read(foldersOf(key === '' && first !== undefined ? `${first}/` : uri)).then(read => {
        known.set(key, read);
        return read;
      });
      this.#byFolder.set(key, governance);
    }
    return governance;
  }

  /** The same, if it has been read already. */
  known(uri: string): Governance | undefined {
    return this.#known.get(folderOf(uri) ?? '');
  }

  async #read(folders: readonly string[]): Promise<Governance> {
    const editor = this.#editor;
    const frameworks = await this.#frameworks(folders);
    for (const folder of folders) {
      const uri = `${folder}/${settingsFileName}`;
      const reading = await this.#host.read(uri);
      if (reading === undefined) continue;
      // What reads such files brings libraries with it, and is loaded only where there are some.
      const { settingsFor } = await import('../settings/settingsFor.ts');
      const { settings, baseline } = await this.#settings(uri, reading, frameworks);
      return {
        frameworks,
        settingsOf: report => {
          const known = baseline?.known[pathBetween(baseline.file, report) ?? ''];
          const path = folderOf(report) === undefined ? '' : decodedPart(report.slice(folder.length + 1));
          return { ...settingsFor(settings, path), ...(known && { known }) };
        },
      };
    }
    const settings = await editor;
    return { frameworks, settingsOf: () => settings };
  }

  /** A settings file with all that it extends, and what is wrong there told. */
  async #settings(root: string, reading: FileReading, frameworks: Frameworks): Promise<ExtendedSettings> {
    const { extendedSettings } = await import('../settings/extendedSettings.ts');
    const { rules } = await import('../rules/index.ts');
    const readings = new Map<string, FileReading | undefined>([[root, reading]]);
    for (;;) {
      const texts = new Map([...readings].map(([uri, each]) => [uri, each?.text]));
      const all = extendedSettings(root, texts, {
        rules,
        frameworkIds: frameworks.ids,
        resolved: (path, uri) => linkedUri(uri, path) ?? path,
      });
      if (all.unread.length === 0) {
        for (const [uri, each] of readings) {
          // A file that is only extended is missed where it is named.
          if (each !== undefined && (each.text !== undefined || uri === root))
            this.#tell(uri, 'settings', each, all.problems.get(uri) ?? []);
        }
        return all;
      }
      for (const uri of all.unread) readings.set(uri, await this.#host.read(uri));
    }
  }

  /** The frameworks of the nearest folder that has some of a team's own. */
  async #frameworks(folders: readonly string[]): Promise<Frameworks> {
    for (const folder of folders) {
      const uris = await this.#host.list(`${folder}/${frameworkFolder}`, '.json');
      if (uris.length === 0) continue;
      const readings = new Map<string, FileReading>();
      for (const uri of uris) readings.set(uri, (await this.#host.read(uri)) ?? { unread: 'there is no such file' });
      const files = [...readings].flatMap(([path, { text }]) => (text === undefined ? [] : [{ path, text }]));
      const { frameworkSet } = await import('../framework/frameworkSet.ts');
      // They are code enough to load only when they are needed.
      const { rules } = await import('../rules/index.ts');
      const set = frameworkSet(files, rules);
      for (const [uri, reading] of readings) this.#tell(uri, 'framework-file', reading, set.problems.get(uri) ?? []);
      return set;
    }
    return builtInFrameworks;
  }

  #tell(uri: string, rule: GoverningFile['rule'], reading: FileReading, problems: readonly FileProblem[]): void {
    const unread = reading.unread === undefined ? [] : [unreadFile(reading.unread)];
    this.#told({
      uri,
      text: reading.text ?? '',
      rule,
      problems: [...unread, ...problems],
      encoding: reading.problem,
    });
  }
}
