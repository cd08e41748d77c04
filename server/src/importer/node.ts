import { answer } from './answer.ts';
import type { ImportRequest } from './protocol.ts';

process.on('message', (request: ImportRequest) => void answer(request, reply => process.send?.(reply)));
