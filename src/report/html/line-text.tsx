/** `NotAfter ⇥: 11/1/2020 5:32:00 PM`: a label of the Output block, with its blanks and tabs, and the value. */
const PROPERTY = /^([A-Za-z]+[ \t]*: )(.*)$/;

/**
 * A line's title in bold and its text, a `br` for each line break (domain facts 3.4). In a block that starts on a
 * line of its own, as Output does, labels are marked so that the style sheet can set the values in one column.
 */
export function LineText({ title, text }: { readonly title: string | undefined; readonly text: string }) {
  const block = text.startsWith('\n');
  const [first, ...others] = text.split('\n');
  return (
    <>
      {title === undefined ? null : <span class="bodytext-8p-black-bold">{title}: </span>}
      <span class={block ? 'properties' : 'text'}>
        {first}
        {others.map((line) => (
          <>
            <br />
            {block ? <Property line={line} /> : line}
          </>
        ))}
      </span>
    </>
  );
}

function Property({ line }: { readonly line: string }) {
  const [, label, value] = PROPERTY.exec(line) ?? [];
  if (label === undefined) return <>{line}</>;
  return (
    <span class="property">
      <span class="label">{label}</span>
      <span class="value">{value}</span>
    </span>
  );
}
