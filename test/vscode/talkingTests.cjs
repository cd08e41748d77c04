// Runs the tests inside code-server's extension host, whose output is no one's: what they print, and what they came to,
// goes to codeLauncher.mjs over a socket.
const { connect } = require('node:net');
const { format } = require('node:util');

exports.run = async () => {
  const socket = connect(process.env.TALKING_TESTS_SOCKET);
  const say = said => socket.write(`${JSON.stringify(said)}\n`);
  for (const level of ['log', 'info', 'warn', 'error']) {
    Object.defineProperty(console, level, { value: (...words) => say({ print: `${format(...words)}\n` }) });
  }
  try {
    await require(process.env.TALKING_TESTS).run();
    say({ passed: true });
  } catch (error) {
    console.error(error?.stack ?? error);
    throw error;
  } finally {
    await new Promise(done => socket.end(done));
  }
};
