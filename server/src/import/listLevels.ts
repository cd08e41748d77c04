/** How deep the items of a list stand: by the order in which its marks came, or under an item that ends with a colon. */
export class ListLevels {
  /** The marks of the list being read, the outer ones first. */
  #marks: string[] = [];
  #isUnderColon = false;

  /** Whether a list is being read. */
  get isOpen(): boolean {
    return this.#marks.length > 0;
  }

  /** Whether items of the list being read have no mark. */
  get isUnmarked(): boolean {
    return this.#marks.includes('');
  }

  /** Says that what comes next is no item of the list. */
  end(): void {
    this.#marks = [];
    this.#isUnderColon = false;
  }

  /** The depth of an item, from 1; `above` is the item above it. */
  depth(mark: string, text: string, above: string | undefined): number {
    const known = this.#placeOf(mark);
    const isSame = known >= 0 && known === this.#marks.length - 1;
    this.#marks = known < 0 ? [...this.#marks, mark] : this.#marks.slice(0, known + 1);
    // Items of one mark say by their first letters which belong to the one with the colon.
    const isLow = /^[\p{Ll}\d]/u.test(text);
    this.#isUnderColon = isSame && isLow && (this.#isUnderColon || above?.endsWith(':') === true);
    return this.#marks.length + (this.#isUnderColon && this.#marks.length === 1 ? 1 : 0);
  }

  /** Where a mark's level is among those of the list; another filled mark after dashes is the filled one before them. */
  #placeOf(mark: string): number {
    const known = this.#marks.indexOf(mark);
    if (known >= 0 || !filled.includes(mark) || filled.includes(this.#marks.at(-1) ?? mark)) return known;
    return this.#marks.findLastIndex(each => filled.includes(each));
  }
}

const filled = '•·●■◼▪\uf06e\uf0a7\uf0b7';
