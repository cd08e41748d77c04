import { commands, type Disposable } from 'vscode';
import type { BaseLanguageClient, Location, Position } from 'vscode-languageclient';

/** The command of the server's lenses: shows places beside the one from which it was asked for. */
export function providePlacesShown(client: () => BaseLanguageClient): Disposable[] {
  return [
    commands.registerCommand('inspectmark.showPlaces', (uri: string, position: Position, locations: Location[]) => {
      const { protocol2CodeConverter: converter } = client();
      return commands.executeCommand(
        'editor.action.showReferences',
        converter.asUri(uri),
        converter.asPosition(position),
        locations.map(location => converter.asLocation(location)),
      );
    }),
  ];
}
