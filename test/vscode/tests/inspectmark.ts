import { type Extension, extensions } from 'vscode';
import type { Inspectmark } from '../../../client/src/extension.ts';
import { present } from './testing.ts';

/** The extension under test. */
export function extension(): Extension<Inspectmark> {
  return present(extensions.getExtension<Inspectmark>('inspectmark.inspectmark'), 'extension');
}

/** What the extension under test gives to its tests, once it is active. */
export async function inspectmark(): Promise<Inspectmark> {
  return extension().activate();
}
