/** Keys and indexes that lead from the root of a JSON file to a value. */
export type JsonPath = readonly (string | number)[];

/** The value at the end of a path. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((found, key) => (found as Record<string, unknown> | undefined)?.[key], value);
}
