/** Longest line either side accepts, in bytes. */
export const LINE_LIMIT = 4 * 1024 * 1024;

const NEWLINE = 0x0a;

/**
 * Cuts a byte stream into lines. A leading byte order mark and the carriage return of CRLF are dropped.
 * A line above the limit is reported once and skipped to its end, so that the stream stays in step.
 */
export class LineReader {
  readonly #onLine: (line: string) => void;
  readonly #onTooLong: () => void;
  readonly #limit: number;
  #parts: Buffer[] = [];
  #length = 0;
  #skipping = false;
  #first = true;

  constructor(onLine: (line: string) => void, onTooLong: () => void, limit: number = LINE_LIMIT) {
    this.#onLine = onLine;
    this.#onTooLong = onTooLong;
    this.#limit = limit;
  }

  push(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      this.#append(chunk.subarray(start, end));
      this.#finishLine();
      start = end + 1;
    }
    if (start < chunk.length) this.#append(chunk.subarray(start));
  }

  #append(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > this.#limit) {
      if (!this.#skipping) this.#onTooLong();
      this.#skipping = true;
      this.#parts = [];
    } else {
      this.#parts.push(part);
    }
  }

  #finishLine(): void {
    const skipped = this.#skipping;
    let line = skipped ? '' : Buffer.concat(this.#parts).toString('utf8');
    this.#parts = [];
    this.#length = 0;
    this.#skipping = false;
    if (this.#first && line.startsWith('\ufeff')) line = line.slice(1);
    this.#first = false;
    if (line.endsWith('\r')) line = line.slice(0, -1);
    if (!skipped && line.trim() !== '') this.#onLine(line);
  }
}
