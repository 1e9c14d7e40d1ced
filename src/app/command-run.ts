import { CommandLogBuilder } from '../domain/command-log/command-log-builder.ts';
import { cultureDateFormat, type DateFormat } from '../domain/culture-date.ts';
import type { Product } from '../domain/deployment/deployment.ts';
import { CommandError } from '../domain/errors/command-error.ts';
import { type CertificateReference, shortCertificateReference } from '../domain/request/certificate-reference.ts';
import type { Actor } from '../domain/request/stored-request.ts';
import type { Host } from '../ports/host.ts';
import type { LogFiles, LogPair } from '../ports/log-files.ts';
import { actorOf } from './actor.ts';
import type { CallContext } from './call-context.ts';
import type { Deps } from './deps.ts';
import { pathText } from './path-text.ts';
import { type LoggedCmdlet, stackTraceOf } from './product-words.ts';
import type { PathArgument } from './request-parameters.ts';
import { SafeHost } from './safe-host.ts';

/** The document of the configuration store that holds assignments, as the log names it (domain facts 7.3, transcript). */
const CERTIFICATES_DOCUMENT =
  '[{urn:schema:Microsoft.Rtc.Management.Settings.Certificates.2008}Certificates,Host{00000000-0000-0000-0000-000000000000},Global]';

/** One run of the cmdlet: what is said to the host also goes to the log, in the product's order (domain facts 3.1). */
export class CommandRun {
  readonly host: Host;
  readonly context: CallContext;
  readonly log: CommandLogBuilder;
  readonly formatDate: DateFormat;
  /** Texts of the warnings so far, in order. */
  readonly warnings: string[] = [];
  readonly #deps: Deps;
  readonly #product: Product;
  readonly #quiet: boolean;
  readonly #cmdlet: LoggedCmdlet;
  #wroteStore = false;
  /** Those that did not end the run. */
  #errors = 0;
  #pair: LogPair | undefined;

  constructor(
    deps: Deps,
    call: {
      readonly cmdlet: LoggedCmdlet;
      readonly host: Host;
      readonly context: CallContext;
      /** -Force. */
      readonly quiet: boolean;
    },
    product: Product,
  ) {
    const { host, context, quiet } = call;
    this.host = new SafeHost(host, context.verbose);
    this.context = context;
    this.#deps = deps;
    this.#product = product;
    this.#quiet = quiet;
    this.#cmdlet = call.cmdlet;
    this.formatDate = cultureDateFormat(context.culture);
    this.log = new CommandLogBuilder(context.command, { now: () => deps.clock.now(), formatDate: this.formatDate });
  }

  /** Takes the places of the log pair; a run with -WhatIf has one only where the caller named it. */
  async open(files: LogFiles, report: PathArgument | undefined): Promise<void> {
    this.#pair = await this.#reserve(files, report);
    if (this.#pair !== undefined) this.verbose(`Creating new log file "${this.#pair.xmlPath}".`);
  }

  verbose(text: string): void {
    this.host.verbose(text);
  }

  /** A recoverable warning: -Force silences it for the person, the log keeps it. */
  warning(text: string): void {
    this.warnings.push(text);
    this.log.warning(text);
    if (!this.#quiet) this.host.warning(text);
  }

  /** A warning that -Force does not silence: what it stands for was not done. */
  unsilencedWarning(text: string): void {
    this.warnings.push(text);
    this.log.warning(text);
    this.host.warning(text);
  }

  /** The object for the pipeline, in the shape of the product's version. */
  output(reference: CertificateReference): void {
    this.host.output(
      this.#isFirstVersion
        ? { kind: 'ShortCertificateReference', ...shortCertificateReference(reference) }
        : { kind: 'CertificateReference', ...reference },
    );
  }

  logOutput(reference: CertificateReference): void {
    this.log.output(reference, this.#isFirstVersion);
  }

  /** A non-terminating error, in the log too. */
  error(error: CommandError): void {
    this.#errors += 1;
    this.log.error(error.message);
    this.host.error(error);
  }

  /** The configuration store was written to, which the run's end says: one update, since all assignments are one document. */
  recordUpdate(): void {
    this.#wroteStore = true;
  }

  actor(): Actor {
    return actorOf(this.#deps, this.context);
  }

  /** What was done stands: a log that cannot be written any more is a warning. */
  async finish(): Promise<void> {
    if (this.#wroteStore) {
      this.log.finish([`write status: "${CERTIFICATES_DOCUMENT}" status "Okay"`]);
    } else {
      this.log.finish();
      this.verbose('No changes were made to the Central Management Store.');
    }
    if (this.#pair !== undefined) this.verbose(`Creating new log file "${this.#pair.htmlPath}".`);
    const problem = await this.#writeOrProblem();
    if (problem !== undefined) this.host.warning(problem.message);
    this.#close(problem === undefined);
  }

  /** The last two lines are warnings where there were any (the product's page on testing setup permissions shows them). */
  #close(isWritten: boolean): void {
    const [errors, warnings] = [this.#errors, this.warnings.length];
    const isLoud = errors > 0 || (warnings > 0 && !this.#quiet);
    const say = (text: string) => (isLoud && this.#pair !== undefined ? this.host.warning(text) : this.verbose(text));
    say(`"${this.context.command}" processing has completed ${outcomeText(errors, warnings)}`);
    if (this.#pair !== undefined && isWritten) say(`Detailed results can be found at "${this.#pair.htmlPath}".`);
  }

  /** Records how the run failed. A log that cannot be written must not hide the error itself. */
  async fail(error: unknown): Promise<void> {
    const type = error instanceof CommandError ? error.exceptionType : 'System.InvalidOperationException';
    const message = error instanceof Error ? error.message : String(error);
    this.log.fail({ type, message, stackTrace: stackTraceOf(this.#cmdlet) });
    const written = await this.#write().then(
      () => true,
      () => false,
    );
    if (this.#pair === undefined || !written) return;
    const outcome = outcomeText(this.#errors + 1, this.warnings.length);
    this.host.warning(`"${this.context.command}" processing has completed ${outcome}`);
    this.host.warning(`Detailed results can be found at "${this.#pair.htmlPath}".`);
  }

  get #isFirstVersion(): boolean {
    return this.#product === 'Lync Server 2010';
  }

  async #reserve(files: LogFiles, report: PathArgument | undefined): Promise<LogPair | undefined> {
    if (report === undefined && this.context.whatIf) return undefined;
    const guid = this.#deps.entropy.guid();
    if (report === undefined) return files.reserveDefault(this.#cmdlet, guid);
    return files.reserveReport(pathText(report), this.context.location, `${this.#cmdlet}-${guid}`);
  }

  async #writeOrProblem(): Promise<CommandError | undefined> {
    try {
      await this.#write();
      return undefined;
    } catch (error) {
      if (error instanceof CommandError) return error;
      throw error;
    }
  }

  async #write(): Promise<void> {
    if (this.#pair === undefined) return;
    const log = this.log.toLog();
    const options = { productName: this.#product, culture: this.context.culture };
    await this.#pair.write(this.#deps.renderer.xml(log), this.#deps.renderer.html(log, options));
  }
}

/** How a run ended: the words about warnings are the product's, those about errors are inferred (domain facts 3.1). */
function outcomeText(errors: number, warnings: number): string {
  if (errors > 0) return `with errors. "${errors}" errors, "${warnings}" warnings were detected during this run.`;
  return warnings > 0 ? `with warnings. "${warnings}" warnings were recorded during this run.` : 'successfully.';
}
