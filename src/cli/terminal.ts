/** The streams and the questions of one run of the command line, handed in so that tests can play them. */
export interface Terminal {
  /** A line on standard output. */
  out(text: string): void;
  /** A line on standard error. */
  diagnostic(text: string): void;
  /** Asks a question on the terminal; undefined where nobody can answer. */
  question(text: string): Promise<string | undefined>;
  /** All of standard input, without the line end that a shell adds. */
  readInput(): Promise<string>;
}
