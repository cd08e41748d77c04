/**
 * What the first of several ways gives that gives anything; none is tried when one before it did. A way that throws has
 * given nothing, and its reason is told.
 */
export async function firstToBeHad(ways, tell = console.error) {
  for (const [name, way] of Object.entries(ways)) {
    try {
      const had = await way();
      if (had !== undefined) return had;
    } catch (error) {
      tell(`${name}: ${error.message}`);
    }
  }
  return undefined;
}
