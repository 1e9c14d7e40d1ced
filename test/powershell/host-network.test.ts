import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { powerShellKind, runScript } from './run-powershell.ts';

const skip = powerShellKind() === 'host' ? false : 'the PowerShell here is not our host';

function portOf(server: Server): number {
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return address.port;
}

/** A mail server that takes one message a connection, and keeps what it was told. */
function mailServer(told: string[]): Server {
  return createServer((socket) => {
    let inMessage = false;
    socket.on('error', () => undefined);
    socket.write('220 mail.contoso.com\r\n');
    let rest = '';
    socket.on('data', (bytes) => {
      const lines = (rest + bytes.toString()).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        told.push(line);
        if (inMessage && line !== '.') continue;
        inMessage = line === 'DATA';
        if (line === 'QUIT') socket.end('221 bye\r\n');
        else if (line.includes('<nobody@')) socket.write('550 no such mailbox\r\n');
        else socket.write(inMessage ? '354 go on\r\n' : '250 ok\r\n');
      }
    });
  });
}

describe('the network', { skip }, () => {
  const told: string[] = [];
  const server = mailServer(told);
  const folder = mkdtempSync(join(tmpdir(), 'cscert-mail-'));
  let port: number;
  /** Nobody listens there: it was just given back. */
  let closedPort: number;

  before(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    port = portOf(server);
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    closedPort = portOf(gone);
    gone.close();
    await once(gone, 'close');
  });
  after(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('Test-Connection: a port answers, or it does not', async () => {
    const { stdout, stderr } = await runScript(`
      Test-Connection 127.0.0.1 -TcpPort ${port}
      Test-Connection -ComputerName 127.0.0.1 -TcpPort ${closedPort} -TimeoutSeconds 2
      Test-Connection -TargetName 'a..b' -Quiet
    `);
    assert.deepEqual([stdout, stderr], ['True\nFalse\nFalse\n', '']);
  });

  it('Test-Connection: a name that is none is an error, and not the end', async () => {
    const { stdout } = await runScript(
      "Test-Connection 'a..b' -Count 1 2>&1 | ForEach-Object { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category; $_.TargetObject }",
    );
    const [id, ...others] = stdout.split('\n');
    assert.equal(id, 'TestConnectionException,Microsoft.PowerShell.Commands.TestConnectionCommand');
    assert.deepEqual(others, ['ResourceUnavailable', 'a..b', '']);
  });

  it('Send-MailMessage: a report as HTML, with a file', async () => {
    writeFileSync(join(folder, 'certificates.csv'), 'Use,NotAfter\n');
    const { stdout, stderr } = await runScript(`
      $mail = @{ To = 'admins@contoso.com', 'pilar@contoso.com'; From = 'Lync <lync@contoso.com>'; SmtpServer = '127.0.0.1'; Port = ${port} }
      Send-MailMessage @mail -Subject 'Certificates' -Body '<b>Default</b>' -BodyAsHtml -Attachments '${join(folder, 'certificates.csv')}' -Priority High
    `);
    assert.deepEqual([stdout, stderr], ['', '']);
    const text = told.join('\n');
    for (const part of [
      'MAIL FROM:<lync@contoso.com>',
      'RCPT TO:<admins@contoso.com>',
      'RCPT TO:<pilar@contoso.com>',
      'Subject: Certificates',
      'X-Priority: 1',
      'text/html',
      '<b>Default</b>',
      'certificates.csv',
    ]) {
      assert.ok(text.toLowerCase().includes(part.toLowerCase()), `${part} in ${text}`);
    }
  });

  it('Send-MailMessage: the server’s words in an error; no server, no address', async () => {
    const { stdout } = await runScript(`
      function Ids { $input | ForEach-Object { "$($_.FullyQualifiedErrorId -replace ',.*') $($_.Exception.Message)" } }
      Send-MailMessage -To nobody@contoso.com -From a@contoso.com -Subject x -SmtpServer 127.0.0.1 -Port ${port} 2>&1 | Ids
      try { Send-MailMessage -To b@contoso.com -From a@contoso.com -Subject x } catch { $_.FullyQualifiedErrorId -replace ',.*' }
      try { Send-MailMessage -To b@contoso.com -From 'no address' -Subject x -SmtpServer 127.0.0.1 } catch { $_.FullyQualifiedErrorId -replace ',.*' }
    `);
    const [refused, ...others] = stdout.trim().split('\n');
    assert.match(refused ?? '', /^SmtpException .*no such mailbox/);
    assert.deepEqual(others, ['HostNotSpecified', 'FormatException']);
  });
});
