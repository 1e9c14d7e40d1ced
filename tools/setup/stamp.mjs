import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, writeWhole } from './files.mjs';

/** What a step was last made from: `.setup/stamps/<name>.json`. */
export class Stamp {
  #path;

  /**
   * @param {string} root
   * @param {string} name
   */
  constructor(root, name) {
    this.#path = join(root, '.setup', 'stamps', `${name}.json`);
  }

  /** @param {string} fingerprint */
  matches(fingerprint) {
    const record = /** @type {{ madeFrom?: unknown } | undefined} */ (readJson(this.#path));
    return record?.madeFrom === fingerprint;
  }

  /** @param {string} fingerprint taken before the work began, so that a change during it is seen next time */
  write(fingerprint) {
    writeWhole(this.#path, `${JSON.stringify({ madeFrom: fingerprint })}\n`);
  }

  clear() {
    rmSync(this.#path, { force: true });
  }
}
