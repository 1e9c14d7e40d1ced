/** Characters that are gathered before they are written although the caller goes on. */
const GATHERED = 65_536;

/**
 * Gathers the lines of one turn of the event loop into one write: a list of thousands of objects would else be
 * thousands of system calls. Nothing waits longer than that.
 */
export class LineWriter {
  readonly #write: (text: string) => void;
  #gathered = '';
  #scheduled = false;

  constructor(write: (text: string) => void) {
    this.#write = write;
  }

  /** `line` comes without its end. */
  push(line: string): void {
    this.#gathered += `${line}\n`;
    if (this.#gathered.length >= GATHERED) this.#flush();
    else if (!this.#scheduled) {
      this.#scheduled = true;
      queueMicrotask(() => {
        this.#scheduled = false;
        this.#flush();
      });
    }
  }

  #flush(): void {
    if (this.#gathered === '') return;
    const text = this.#gathered;
    this.#gathered = '';
    this.#write(text);
  }
}
