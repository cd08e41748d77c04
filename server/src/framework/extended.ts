import type { FrameworkFile } from './frameworkFile.ts';

/** Lists whose entries are merged with the inherited ones, and what makes an entry the same. All other lists replace. */
const keys: Readonly<Record<string, (entry: Entry) => string>> = {
  scale: ({ id }) => String(id),
  areas: ({ id }) => String(id),
  values: ({ id }) => String(id),
  standardText: ({ id }) => String(id),
  sections: ({ role, area, within }) => JSON.stringify([role, area, within ?? []]),
};

type Entry = Readonly<Record<string, unknown>>;

/** A framework's file joined with that which it extends: its own fields win, as the schema explains. */
export function extended(base: FrameworkFile, own: FrameworkFile): FrameworkFile {
  const { rules, metadata, ...rest } = own;
  const properties = { ...base.metadata?.properties, ...metadata?.properties };
  return {
    ...(merged(base as unknown as Entry, rest as unknown as Entry) as unknown as FrameworkFile),
    // A rule's setting and a key's schema are taken whole.
    rules: { ...base.rules, ...rules },
    metadata: { ...base.metadata, ...metadata, properties },
  };
}

/** What tells an entry of such a list from its neighbours; nothing for other lists. */
export function entryKey(list: string): ((entry: Entry) => string) | undefined {
  return Object.hasOwn(keys, list) ? keys[list] : undefined;
}

function merged(base: Entry, own: Entry): Entry {
  const fields = Object.entries(own).map(([name, value]) => {
    const inherited = base[name];
    if (Array.isArray(value) && Array.isArray(inherited)) {
      const key = entryKey(name);
      return [name, key === undefined ? value : mergedList(inherited, value, key)];
    }
    return [name, isFields(value) && isFields(inherited) ? merged(inherited, value) : value];
  });
  return { ...base, ...Object.fromEntries(fields) };
}

/**
 * Inherited entries keep their place; a new one stands after the one it follows in the own list, or before the one it
 * precedes.
 */
function mergedList(base: readonly Entry[], own: readonly Entry[], key: (entry: Entry) => string): Entry[] {
  const list = [...base];
  const place = (entry: Entry | undefined) =>
    entry === undefined ? -1 : list.findIndex(other => key(other) === key(entry));
  own.forEach((entry, i) => {
    const at = place(entry);
    const inherited = list[at];
    if (inherited !== undefined) {
      list[at] = merged(inherited, entry);
      return;
    }
    const before = place(own[i - 1]);
    const after = own
      .slice(i + 1)
      .map(place)
      .find(found => found >= 0);
    list.splice(before >= 0 ? before + 1 : (after ?? list.length), 0, entry);
  });
  return list;
}

/** Whether a value of JSON is an object with fields. */
export function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
