export function firstToBeHad<T>(
  ways: Readonly<Record<string, () => T | undefined | Promise<T | undefined>>>,
  tell?: (reason: string) => void,
): Promise<T | undefined>;
