import type { ComponentChildren } from 'preact';
import type { DateFormat } from '../../domain/culture-date.ts';
import { ExceptionText } from './exception-text.tsx';
import { Expander } from './expander.tsx';
import { LineText } from './line-text.tsx';
import { NamesTable } from './names-table.tsx';
import type { Row, StepRow } from './outline.ts';
import { Result } from './result.tsx';
import { TimeLogged } from './time-logged.tsx';

/** The style sheet indents this many levels; deeper ones stay at the last. */
const DEEPEST_LEVEL = 8;

interface StepProps {
  readonly step: StepRow;
  readonly formatDate: DateFormat;
}

/** The run or an action with all that happened in it. Open at first: nobody should have to click to read a report. */
export function Step({ step, formatDate }: StepProps) {
  const heading = (
    <>
      <span class="cell action bodytext-8p-black-bold">{step.name}</span>
      <TimeLogged time={step.time} formatDate={formatDate} />
      <Result word={step.status} />
    </>
  );
  return (
    <Expander
      number={step.number}
      class={`entry step ${levelClass(step.level)}`}
      headingClass="row"
      open
      heading={heading}
    >
      {step.rows.map((row) => (
        <Entry row={row} formatDate={formatDate} />
      ))}
    </Expander>
  );
}

function Entry({ row, formatDate }: { readonly row: Row; readonly formatDate: DateFormat }) {
  switch (row.kind) {
    case 'step':
      return <Step step={row} formatDate={formatDate} />;
    case 'names':
      return (
        <Line level={row.level} time={row.entry.time} formatDate={formatDate} result={undefined}>
          <NamesTable entry={row.entry} />
        </Line>
      );
    case 'line':
      return (
        <Line level={row.level} time={row.time} formatDate={formatDate} result={row.result}>
          <LineText title={row.title} text={row.text} />
        </Line>
      );
    case 'exception':
      return (
        <Line level={row.level} time={row.time} formatDate={formatDate} result="Error">
          <ExceptionText details={row.details} />
        </Line>
      );
  }
}

interface LineProps {
  readonly level: number;
  readonly time: Date;
  readonly formatDate: DateFormat;
  readonly result: 'Warning' | 'Error' | undefined;
  readonly children: ComponentChildren;
}

function Line({ level, time, formatDate, result, children }: LineProps) {
  return (
    <div class={`entry line ${levelClass(level)}`}>
      <div class="cell information">{children}</div>
      <TimeLogged time={time} formatDate={formatDate} />
      <Result word={result} />
    </div>
  );
}

function levelClass(level: number): string {
  return `level-${Math.min(level, DEEPEST_LEVEL)}`;
}
