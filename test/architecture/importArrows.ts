import { posix } from 'node:path';
import { imports, isAsynchronous } from './sourceScan.ts';

/** The layers that know neither Node nor the protocol's connection, each importing itself and those before it. */
const pureLayers = ['text', 'syntax', 'model', 'framework', 'settings', 'import', 'rules', 'features'] as const;

/**
 * What waits for its libraries, and does nothing else that the layers below the shells do not: it makes sources for
 * `import`.
 */
const readers = 'readers';

/** The shells: each imports the layers and itself, never another. */
const shells = ['lsp', 'cli', 'importer'] as const;

/** The files of the server that the client sees, and only their types. */
const protocols = ['server/src/lsp/protocol.ts', 'server/src/importer/protocol.ts'];

/**
 * What breaks the arrows, one line each: `path: what is wrong`.
 *
 * @param files path → source of every file under `server/src` and `client`
 * @param packages for each pure layer, what it may import from npm
 */
export function brokenArrows(
  files: ReadonlyMap<string, string>,
  packages: Readonly<Record<string, readonly string[]>>,
): string[] {
  return [...files].flatMap(([path, source]) => {
    const layer = layerOf(path);
    if (layer === undefined) return [`${path}: is in no layer`];
    const wrong = imports(source).flatMap(({ specifier, typeOnly }) => {
      const why = specifier.startsWith('.')
        ? wrongFile(path, posix.join(posix.dirname(path), specifier), typeOnly)
        : wrongPackage(layer, specifier, packages);
      return why ? [`${path}: ${why}`] : [];
    });
    if (isPure(layer) && isAsynchronous(source)) wrong.push(`${path}: ${layer} awaits nothing`);
    return wrong;
  });
}

function layerOf(path: string): string | undefined {
  if (path.startsWith('client/')) return 'client';
  const layer = /^server\/src\/([^/]+)\//.exec(path)?.[1] ?? '';
  return isPure(layer) || isShell(layer) || layer === readers ? layer : undefined;
}

const isPure = (layer: string) => (pureLayers as readonly string[]).includes(layer);
const isShell = (layer: string) => (shells as readonly string[]).includes(layer);

/** Why a package may not be imported, or undefined if it may. The shells and the client choose for themselves. */
function wrongPackage(
  layer: string,
  specifier: string,
  packages: Readonly<Record<string, readonly string[]>>,
): string | undefined {
  if (!isPure(layer) || packages[layer]?.includes(specifier)) return undefined;
  return `${layer} may not import ${specifier}`;
}

/** Why one file may not import another, or undefined if it may. */
function wrongFile(from: string, to: string, typeOnly: boolean): string | undefined {
  const layer = layerOf(from)!;
  // Data that is bundled in: frameworks, schemas, snippets.
  if (/^(?:server|syntaxes)\/.*\.json$/.test(to)) return undefined;

  if (layer === 'client') {
    const isProtocol = protocols.includes(to);
    if (to.startsWith('client/') || (isProtocol && typeOnly)) return undefined;
    return isProtocol ? `client may import only types of ${to}` : `client may not import ${to}`;
  }
  const target = to.startsWith('server/') ? layerOf(to) : undefined;
  if (target === undefined) return `imports ${to}, which is in no layer`;
  if (target !== layer) {
    return layersBefore(layer).includes(target) ? undefined : `${layer} may not import ${target}`;
  }
  if (layer === 'features' && from !== to) return `a feature may not import another: ${to}`;
  if (layer === 'rules' && isRule(to)) {
    if (isRule(from)) return `a rule may not import another: ${to}`;
    if (from !== 'server/src/rules/index.ts') return `only rules/index.ts imports rules: ${to}`;
  }
  return undefined;
}

function layersBefore(layer: string): readonly string[] {
  if (isShell(layer)) return [...pureLayers, readers];
  if (layer === readers) return pureLayers.slice(0, pureLayers.indexOf('import') + 1);
  return pureLayers.slice(0, pureLayers.indexOf(layer as never));
}

/** A rule's file alone has a name with a hyphen: its id. */
const isRule = (path: string) => /^server\/src\/rules\/[^/]+\/[^/]+-[^/]+\.ts$/.test(path);
