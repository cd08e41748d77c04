/** The reason of a failed file operation in plain words: `no such file or folder`. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return reasons[code ?? ''] ?? message ?? String(error);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'it may not be opened (permission denied)',
  EBUSY: 'another program holds it',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'no such file or folder',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is a file and no folder',
  EPERM: 'it may not be opened (permission denied)',
  EROFS: 'the disk may only be read',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
  ERR_STRING_TOO_LONG: 'it is too large',
};
