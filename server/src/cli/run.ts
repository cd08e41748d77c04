import { didYouMean, nearest } from '../text/nearest.ts';
import { argumentsOf } from './arguments.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import type { Io } from './io.ts';
import { complain, Refusal, refusalOf } from './refusal.ts';

const others = () => import('./otherCommands.ts');

/** The commands; all but the usual one are loaded only when they are called. */
const commands: Readonly<Record<string, () => Command | Promise<Command>>> = {
  check: () => check,
  outline: async () => (await others()).outline,
  matrix: async () => (await others()).matrix,
  renumber: async () => (await others()).renumber,
  format: async () => (await others()).formatReports,
  import: async () => (await others()).importReports,
  rules: async () => (await others()).rules,
  frameworks: async () => (await others()).frameworks,
  config: async () => (await others()).config,
  init: async () => (await others()).init,
  lsp: async () => (await others()).lsp,
};

/** The names of the commands, in the order in which help lists them. */
export const commandNames = Object.keys(commands);

/**
 * Runs the command line and gives its exit code: 0 clean, 1 something found, 2 wrong usage or a file that fails it. None
 * for the language server, which goes on.
 */
export async function run(argv: readonly string[], io: Io): Promise<number | undefined> {
  try {
    return await answered(argv, io);
  } catch (error) {
    complain(io, refusalOf(error));
    return 2;
  }
}

async function answered([word, ...rest]: readonly string[], io: Io): Promise<number | undefined> {
  if (word === undefined || word === '--help' || word === '-h' || word === 'help') {
    const { help } = await others();
    const [topic] = rest.filter(each => !each.startsWith('-'));
    if (topic !== undefined && !commandNames.includes(topic)) throw new Refusal(unknownCommand(topic));
    (word === undefined ? io.stderr : io.stdout)(help(topic));
    return word === undefined ? 2 : 0;
  }
  if (word === '--version' || word === '-v') {
    const { version } = await others();
    io.stdout(`${version(io)}\n`);
    return 0;
  }
  const load = Object.hasOwn(commands, word) ? commands[word] : undefined;
  if (load === undefined) throw new Refusal(unknownCommand(word));
  const command = await load();
  const args = argumentsOf(rest, command.options);
  if (!args.has('help')) return command.run(args, io);
  const { help } = await others();
  io.stdout(help(word));
  return 0;
}

function unknownCommand(word: string): string {
  const help = '“inspectmark --help” lists what there is.';
  if (word.startsWith('-')) return `There is no option ${word} before a command. ${help}`;
  // Whoever names a report first wants to check it.
  if (/[/\\.]/.test(word)) return `There is no command “${word}”. To check a report: inspectmark check ${word}`;
  const best = nearest(word, commandNames);
  return `There is no command “${word}”.${best === undefined ? ` ${help}` : didYouMean(best)}`;
}
