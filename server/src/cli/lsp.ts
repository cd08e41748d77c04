import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Command } from './command.ts';
import { Refusal } from './refusal.ts';

/** `inspectmark lsp --stdio`: the language server, which is a bundle of its own beside the command line's. */
export const lsp: Command = {
  options: { stdio: { type: 'boolean' }, clientProcessId: { type: 'string' } },
  async run(args, { home }) {
    if (args.positionals.length > 0) throw new Refusal('lsp takes no paths: the editor tells the server what is open.');
    // The server reads the command line itself, to know how it is to talk; it goes on when this has returned.
    if (!args.has('stdio')) process.argv.push('--stdio');
    createRequire(join(home, 'package.json'))('./dist/server.js');
    return undefined;
  },
};
