/** What pdf.js is to this reader: the part of it that reads. */
export type PdfLibrary = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** What pdf.js draws with. It wants them to be there when it loads, though without drawing it never uses them. */
const canvasClasses = ['DOMMatrix', 'ImageData', 'Path2D'];

/** pdf.js with its worker's code beside it, so that it reads in this thread; loaded when it is first asked for. */
export async function pdfLibrary(): Promise<PdfLibrary> {
  const missing = canvasClasses.filter(name => !(name in globalThis));
  for (const name of missing) Object.assign(globalThis, { [name]: class {} });
  const { warn } = console;
  console.warn = () => {}; // it says that its canvas is not installed, before it can be told to be quiet
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
    for (const name of missing) Reflect.deleteProperty(globalThis, name);
  }
}

/** The part of Node's process that matters here; a browser's worker has none, and ends for no rejection. */
interface RejectionEvents {
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): void;
  off(event: 'unhandledRejection', listener: (reason: unknown) => void): void;
}

/**
 * Does a reading. Of a damaged file pdf.js fetches parts ahead, and leaves it unattended if that fails; it says so again
 * when it needs the part, so that must not end the process.
 */
export async function attended<Result>(reading: () => Promise<Result>): Promise<Result> {
  const { process } = globalThis as { process?: RejectionEvents };
  const listener = (reason: unknown) => {
    if (!/Exception$|^FormatError$/.test((reason as Error | undefined)?.name ?? '')) throw reason;
  };
  process?.on('unhandledRejection', listener);
  try {
    return await reading();
  } finally {
    await othersTurn(); // when rejections are told
    process?.off('unhandledRejection', listener);
  }
}

/** Lets what else waits in this thread have its turn, word of a cancellation among it: pdf.js in it never does. */
export function othersTurn(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve));
}
