export function unzipExtension(vsix: string, folder: string): void;
