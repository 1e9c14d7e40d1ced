/** Where the two halves of a report lie. */
export interface ReportPaths {
  readonly xmlPath: string;
  readonly htmlPath: string;
}

/**
 * The pair for the value of `-Report` (domain facts 3.2): beside `Name.html` (or `.htm`) lies `Name.xml`, beside
 * `Name.xml` lies `Name.html`. Of any other name, with or without an ending, both are extensions: so `Report 1.2` is
 * not cut to `Report 1`. Endings are recognised in any case; the path that was given is kept as it is.
 */
export function reportPaths(path: string): ReportPaths {
  const ending = /\.(?:html?|xml)$/i.exec(path)?.[0] ?? '';
  const stem = path.slice(0, path.length - ending.length);
  if (ending === '' || stem === '' || /[\\/:]$/.test(stem)) return { xmlPath: `${path}.xml`, htmlPath: `${path}.html` };
  return ending.toLowerCase() === '.xml'
    ? { xmlPath: path, htmlPath: `${stem}.html` }
    : { xmlPath: `${stem}.xml`, htmlPath: path };
}
