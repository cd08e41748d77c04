export function screen(machine?: {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly find: (program: string) => string | undefined;
}): string[] | undefined;
