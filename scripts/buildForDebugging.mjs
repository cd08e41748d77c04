// What F5 does first: sets up, so that it works in a fresh checkout, and builds dist/ with maps to the sources.
import { build, setUp } from './setUp.mjs';

process.exitCode = setUp() && (await build({ dev: true })) ? 0 : 1;
