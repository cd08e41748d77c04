// What can be reached from here.

/** How long an answer is waited for: a place that cannot be reached must not hold up the tests. */
const patience = 5_000;

/** True if an address answers at all. */
export async function reachable(address) {
  return fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(patience) }).then(
    () => true,
    () => false,
  );
}
