import { Expander } from './expander.tsx';
import type { ExceptionDetails } from './outline.ts';

/** `Error: message`, and closed below it Details, Type, Stack Trace and the inner exception (domain facts 3.4). */
export function ExceptionText({ details }: { readonly details: ExceptionDetails }) {
  const { message, numbers, type, stackTrace, inner } = details;
  return (
    <>
      <span class="message">
        <span class="bodytext-8p-black-bold">Error: </span>
        {message}
      </span>
      <Expander number={numbers.details} class="detail" headingClass="more" open={false} heading="Details">
        <Expander number={numbers.type} class="detail" headingClass="more" open={false} heading={`Type: ${type}`}>
          {stackTrace === '' ? null : (
            <Expander number={numbers.stackTrace} class="detail" headingClass="more" open={false} heading="Stack Trace">
              <pre>{stackTrace}</pre>
            </Expander>
          )}
          {inner === undefined ? null : <ExceptionText details={inner} />}
        </Expander>
      </Expander>
    </>
  );
}
