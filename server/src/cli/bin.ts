import { nodeIo } from './nodeIo.ts';
import { run } from './run.ts';

nodeIo()
  .then(io => run(process.argv.slice(2), io))
  .then(
    code => {
      // All is written by now. Without this Node would first finish compiling code that will not run again.
      if (code !== undefined) process.exit(code);
    },
    (error: unknown) => {
      // Whatever comes here is a fault of ours, or of the machine.
      const message = error instanceof Error ? error.message : String(error);
      const more = process.env.INSPECTMARK_DEBUG === '1' && error instanceof Error ? `\n${error.stack}` : '';
      console.error(`inspectmark: This should not have happened: ${message.split('\n', 1)[0]}${more}`);
      process.exitCode = 2;
    },
  );
