import { type QuickPickItem, window } from 'vscode';

/** The one of several items that the author chooses, from a list that opens at one of them; nothing is Escape. */
export function chosenFrom<Item extends QuickPickItem>(
  items: readonly Item[],
  active: Item | undefined,
  title: string,
  placeholder: string,
): Promise<Item | undefined> {
  const pick = window.createQuickPick<Item>();
  Object.assign(pick, { title, placeholder, items });
  if (active !== undefined) pick.activeItems = [active];
  return new Promise(resolve => {
    pick.onDidAccept(() => {
      resolve(pick.activeItems[0]);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
