import type { ComponentChildren } from 'preact';

interface ExpanderProps {
  readonly number: number;
  /** Classes of the whole and of its heading. */
  readonly class: string;
  readonly headingClass: string;
  readonly open: boolean;
  readonly heading: ComponentChildren;
  readonly children: ComponentChildren;
}

/**
 * A heading that opens and closes what is below it. DIVn, BTNn and DIVn_ are the product's ids of the whole, the
 * glyph and the body (domain facts 3.4); `details` does what the product's script did.
 */
export function Expander({ number, class: className, headingClass, open, heading, children }: ExpanderProps) {
  return (
    <details id={`DIV${number}`} class={className} open={open}>
      <summary class={headingClass}>
        {/* The style sheet draws ► or ▼ here: it follows the state, text could not. */}
        <span id={`BTN${number}`} class="button" aria-hidden="true" />
        {heading}
      </summary>
      <div id={`DIV${number}_`} class="body">
        {children}
      </div>
    </details>
  );
}
