import { UnreadableContent } from './ber.ts';

/** Thrown where a password does not open what it should. */
export class WrongPassword extends Error {}

/**
 * Rounds of stretching that one file may ask for in all. A round of PKCS#12's own method takes a microsecond here, so
 * that no file takes ten seconds. GnuTLS writes files of 6,000,000.
 */
const ROUNDS = 6_500_000;
export const TOO_MANY_ROUNDS = 'it asks for too many rounds of password stretching';

/** How much work may still be spent on a file. */
class Work {
  #rounds = ROUNDS;

  spend(rounds: number): void {
    this.#rounds -= rounds;
    if (this.#rounds < 0) throw new UnreadableContent(TOO_MANY_ROUNDS);
  }
}

/** A password in the forms that PKCS#12 wants. */
export class Secret {
  readonly #password: string | undefined;
  readonly #work: Work;

  /** `undefined` is no password, which is not the same as an empty one (RFC 7292 B.1). */
  constructor(password: string | undefined, work = new Work()) {
    this.#password = password;
    this.#work = work;
  }

  /** What is tried in turn: with no password given, a writer may have used an empty one or none at all. */
  static candidates(password: string | undefined): readonly Secret[] {
    const work = new Work();
    const isEmpty = password === undefined || password === '';
    return (isEmpty ? ['', undefined] : [password]).map((one) => new Secret(one, work));
  }

  /** RFC 7292 B.1: a BMPString with its two zeros at the end. */
  get bmp(): Uint8Array {
    if (this.#password === undefined) return new Uint8Array();
    return Buffer.from(`${this.#password}\0`, 'utf16le').swap16();
  }

  get utf8(): Uint8Array {
    return Buffer.from(this.#password ?? '', 'utf8');
  }

  /** Throws UnreadableContent where a file asks for more than any program writes. */
  spend(rounds: number): void {
    this.#work.spend(rounds);
  }
}
