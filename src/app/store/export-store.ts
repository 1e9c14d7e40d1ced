import { commandError } from '../../domain/errors/catalogue.ts';
import { encodePem, encodeRequestPem } from '../../domain/pem.ts';
import type {
  Inspected,
  InspectedBook,
  InspectedCertificate,
  InspectedRequest,
  StoreView,
} from '../../ports/store-inspector.ts';
import type { Deps } from '../deps.ts';

/** Version of the document's shape. */
const FORMAT = 1;

/**
 * A JSON document in lines: requests with their history, certificates, assignments and the books of the embedded CAs,
 * documents as PEM, times in ISO 8601. There is no key in it, encrypted or not. A row that cannot be read is
 * `StoreDamaged`.
 */
export async function exportStore(deps: Deps, send: Send): Promise<void> {
  if (deps.stateExists()) {
    await deps.inspector().inspect((view) => writeAll(view, deps.clock.now(), send));
  } else {
    await send(
      `{ "format": ${FORMAT}, "requests": [], "certificates": [], "assignments": [], "certificateAuthorities": [] }`,
    );
  }
}

/** Takes a line of the document. */
export type Send = (line: string) => void | Promise<void>;

async function writeAll(view: StoreView, now: Date, send: Send): Promise<void> {
  const { path } = view;
  await send(`{ "format": ${FORMAT}, "exported": ${JSON.stringify(now)}, "store": ${JSON.stringify(path)},`);
  await writeArray('requests', view.requests(), (row) => asRequest(readable(row, path)), send);
  await send(',');
  await writeArray('certificates', view.certificates(), (row) => asCertificate(readable(row, path)), send);
  await send(',');
  await writeArray('assignments', view.assignments(), (assignment) => assignment, send);
  await send(',');
  await writeArray('certificateAuthorities', view.books(), asBook, send);
  await send('}');
}

async function writeArray<Item>(
  name: string,
  items: AsyncIterable<Item>,
  asJson: (item: Item) => object | Promise<object>,
  send: Send,
): Promise<void> {
  await send(`"${name}": [`);
  let separator = '';
  for await (const item of items) {
    await send(`${separator}${JSON.stringify(await asJson(item), null, 1)}`);
    separator = ',';
  }
  await send(']');
}

function readable<Row>(inspected: Inspected<Row>, path: string): Row {
  if ('row' in inspected) return inspected.row;
  throw commandError('StoreDamaged', { path, detail: inspected.fault }, { target: path });
}

function asRequest({ request, history, requestDer }: InspectedRequest): object {
  return { ...request, request: encodeRequestPem(requestDer), history };
}

function asCertificate({ scope, entry }: InspectedCertificate): object {
  const { certificate, privateKey, ...facts } = entry;
  return {
    scope,
    ...facts,
    hasPrivateKey: privateKey !== undefined,
    certificate: encodePem('CERTIFICATE', certificate),
  };
}

async function asBook({ deployment, config, certificate, entries }: InspectedBook): Promise<object> {
  const all: object[] = [];
  for await (const entry of entries) all.push(entry);
  const pem = certificate === undefined ? null : encodePem('CERTIFICATE', certificate);
  return { deployment, config, certificate: pem, entries: all };
}
