/**
 * A hash of text, 16 hexadecimal digits: two FNV-1a sums over its UTF-16 units. Equal text, equal hash, on every machine;
 * it guards nothing.
 */
export function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01234567;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ unit ^ (a >>> 13), 0x01000193);
  }
  return hex(a) + hex(b);
}

function hex(sum: number): string {
  return (sum >>> 0).toString(16).padStart(8, '0');
}
