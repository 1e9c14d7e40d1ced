import type { NamesEntry, ReasonedName } from '../../domain/command-log.ts';

/** The names of a request and why each is there. The product's page has no such table, and this one says so. */
export function NamesTable({ entry }: { readonly entry: NamesEntry }) {
  return (
    <div class="names">
      <table>
        <caption>
          Names in the request <span class="addition">Addition to the product’s log</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Why it is there</th>
          </tr>
        </thead>
        <Names names={entry.requested} />
      </table>
      {entry.omitted.length === 0 ? null : (
        <table>
          <caption>Names left out</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Why it is not there</th>
            </tr>
          </thead>
          <Names names={entry.omitted} />
        </table>
      )}
    </div>
  );
}

function Names({ names }: { readonly names: readonly ReasonedName[] }) {
  return (
    <tbody>
      {names.map(({ name, reason }) => (
        <tr>
          <td class="name">{name}</td>
          <td>{reason}</td>
        </tr>
      ))}
    </tbody>
  );
}
