import { StateFolder } from '../../../src/adapters/files/state-folder.ts';
import { StoredKeyProtector } from '../../../src/adapters/key-protector/encrypted-pkcs8/stored-key-protector.ts';
import { createSqlStore } from '../../../src/adapters/store/sql/create-sql-store.ts';

/* Protects the PKCS#8 that comes as base64 and prints the PEM: `node protect-worker.ts FOLDER BASE64 [PASSPHRASE]`. */

const [home = '', pkcs8 = '', passphrase] = process.argv.slice(2);
const folder = new StateFolder(home);
const stores = createSqlStore(folder);
const protector = new StoredKeyProtector(folder, stores.keyChecks, { passphrase, passphraseFile: undefined });
process.stdout.write(await protector.protect(Buffer.from(pkcs8, 'base64')));
await stores.close();
