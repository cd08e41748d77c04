import { builtInFrameworks, type Frameworks } from '../framework/builtIn.ts';
import type { FileProblem } from '../framework/fileProblem.ts';
import { frameworkSet } from '../framework/frameworkSet.ts';
import { rules } from '../rules/index.ts';
import { readSettings } from '../settings/readSettings.ts';
import { defaultReportSettings, frameworkFolder, type ReportSettings, settingsFileName } from '../settings/settings.ts';
import { settingsFor } from '../settings/settingsFor.ts';
import { foldersOf, type Host } from './host.ts';

/** What governs the reports of one folder. */
export interface Governance {
  readonly frameworks: Frameworks;
  /** What `inspectmark.json` says of a report; the editor's settings count only where there is none. */
  readonly settingsOf: (uri: string) => ReportSettings;
}

/** A settings or framework file with what is wrong in it; nothing wrong is told too, for it may have been mended. */
export interface GoverningFile {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly FileProblem[];
}

const ruleIds = rules.map(({ id }) => id);

/** Finds what governs each folder, reads it once, and forgets it when told that a file has changed. */
export class Governances {
  readonly #host: Host;
  readonly #told: (file: GoverningFile) => void;
  readonly #byFolder = new Map<string, Promise<Governance>>();
  #known = new Map<string, Governance>();
  #editor: ReportSettings = defaultReportSettings;

  /** @param told hears of every governing file that was read */
  constructor(host: Host, told: (file: GoverningFile) => void) {
    this.#host = host;
    this.#told = told;
  }

  /** The editor's own settings; those of old are forgotten. */
  setEditorSettings(settings: ReportSettings): void {
    this.#editor = settings;
    this.forget();
  }

  /** Forgets all that was read. */
  forget(): void {
    this.#byFolder.clear();
    this.#known = new Map();
  }

  /** What governs a report. */
  of(uri: string): Promise<Governance> {
    const folders = foldersOf(uri);
    const key = folders[0] ?? '';
    let governance = this.#byFolder.get(key);
    if (governance === undefined) {
      const known = this.#known;
      governance = this.#read(folders).then(read => {
        known.set(key, read);
        return read;
      });
      this.#byFolder.set(key, governance);
    }
    return governance;
  }

  /** The same, if it has been read already. */
  known(uri: string): Governance | undefined {
    return this.#known.get(foldersOf(uri)[0] ?? '');
  }

  async #read(folders: readonly string[]): Promise<Governance> {
    const editor = this.#editor;
    const frameworks = await this.#frameworks(folders);
    for (const folder of folders) {
      const uri = `${folder}/${settingsFileName}`;
      const text = await this.#host.read(uri);
      if (text === undefined) continue;
      const { settings, problems } = readSettings(text, ruleIds, frameworks.ids);
      this.#told({ uri, text, problems });
      return {
        frameworks,
        settingsOf: report => settingsFor(settings, decodeURIComponent(report.slice(folder.length + 1))),
      };
    }
    return { frameworks, settingsOf: () => editor };
  }

  /** The frameworks of the nearest folder that has some of a team's own. */
  async #frameworks(folders: readonly string[]): Promise<Frameworks> {
    for (const folder of folders) {
      const uris = await this.#host.find(`${folder}/${frameworkFolder}`, '.json');
      if (uris.length === 0) continue;
      const files: { path: string; text: string }[] = [];
      for (const path of uris) files.push({ path, text: (await this.#host.read(path)) ?? '' });
      const set = frameworkSet(files, ruleIds);
      for (const { path, text } of files) this.#told({ uri: path, text, problems: set.problems.get(path) ?? [] });
      return set;
    }
    return builtInFrameworks;
  }
}
