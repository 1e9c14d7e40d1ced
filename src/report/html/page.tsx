import type { DateFormat } from '../../domain/culture-date.ts';
import type { Outline } from './outline.ts';
import { Step } from './step.tsx';
import { STYLE_SHEET } from './style-sheet.ts';

interface PageProps {
  readonly productName: string;
  readonly outline: Outline;
  readonly formatDate: DateFormat;
  readonly contentSecurityPolicy: string;
}

/** The whole document (domain facts 3.4): title, columns, one row an entry, and the list of action ids. */
export function Page({ productName, outline, formatDate, contentSecurityPolicy }: PageProps) {
  const title = `${productName} Deployment Log`;
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>{STYLE_SHEET}</style>
      </head>
      <body>
        {/*
         * The product's LNK0 is a link to a script that opens and closes every action. Without script no control can
         * change `details`, so this one is a checkbox: checked, the style sheet leaves the rows of actions, with their
         * results, and hides what is in them; unchecked, all is as the reader left it.
         */}
        <input type="checkbox" id="LNK0" class="aside" />
        <header>
          <h1>{title}</h1>
          <label for="LNK0">
            <span class="expanded">Collapse All Actions</span>
            <span class="collapsed">Expand All Actions</span>
          </label>
        </header>
        <main>
          <div class="columns">
            <span>Action</span>
            <span>Action Information</span>
            <span>Time Logged</span>
            <span>Execution Result</span>
          </div>
          <Step step={outline.root} formatDate={formatDate} />
        </main>
        <div id="DIVLIST" hidden>
          {outline.childrenFirst.map((number) => `DIV${number}`).join(',')}
        </div>
      </body>
    </html>
  );
}
