// Runs a program that ends by telling how many tests passed and failed, as all our test programs do.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './setUp.mjs';

const count = /^(\d+) tests passed, (\d+) failed$/;

/** How all our test programs begin to tell of a test that failed. */
const failure = /^✖ (.+)$/;

/**
 * Runs a program, hands each line that it prints to `print`, save the count, and gives the count and the names of the
 * tests that failed. `ok` is true if the program ended well and ran tests of which none failed.
 */
export async function counted([program, ...args], print, env = process.env) {
  const run = spawn(program, args, { cwd: root, env, stdio: ['inherit', 'pipe', 'pipe'] });
  let passed = 0;
  let failed = 0;
  const failures = [];
  const line = text => {
    const [, name] = failure.exec(text) ?? [];
    if (name) failures.push(name);
    const numbers = count.exec(text);
    if (!numbers) return print(text);
    passed += Number(numbers[1]);
    failed += Number(numbers[2]);
  };
  for (const input of [run.stdout, run.stderr]) createInterface({ input }).on('line', line);
  const status = await new Promise((done, fail) => run.on('close', done).on('error', fail));
  return { passed, failed, failures, ok: status === 0 && passed > 0 && failed === 0 };
}
