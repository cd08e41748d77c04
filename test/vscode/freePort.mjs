import { createServer } from 'node:net';

/** A port of this machine that nothing listens on: the one asked for if it is free. */
export async function freePort(asked = 0) {
  const port = await new Promise(done => {
    const server = createServer();
    server.on('error', () => done(undefined));
    server.listen(asked, 'localhost', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
  return port ?? freePort();
}
