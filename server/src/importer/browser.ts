import { answer } from './answer.ts';
import type { ImportReply, ImportRequest } from './protocol.ts';

const worker = globalThis as unknown as {
  onmessage: (event: { readonly data: ImportRequest }) => void;
  readonly postMessage: (reply: ImportReply) => void;
};
worker.onmessage = ({ data }) => {
  answer(data, reply => worker.postMessage(reply)).catch(error => {
    // Thrown where no promise is, so that it reaches who has started the worker.
    setTimeout(() => {
      throw error;
    });
  });
};
