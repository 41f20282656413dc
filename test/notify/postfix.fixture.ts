/*
 * Postfix itself, as Debian packages it, in a folder of the test: it takes mails on a port of this machine, refuses or
 * sends them on as domains say, and delivers what comes back into a mailbox file. TOCSIN_POSTFIX names another root than /
 * for an unpacked package. Only root can run it.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.env['TOCSIN_POSTFIX'] ?? '/';
const libraries = join(root, 'usr/lib/postfix');
const daemons = join(libraries, 'sbin');

export const hasPostfix = process.getuid?.() === 0 && existsSync(join(daemons, 'master'));

export interface RunningPostfix extends AsyncDisposable {
  url: string;
  /** Where mails to `notices@sender.example` go, with what is behind a `+`. */
  mailbox: string;
}

/** `transports`: where mails to a domain go, by domain, such as `smtp:[127.0.0.1]:2526`. */
export async function startPostfix(transports: Record<string, string>): Promise<RunningPostfix> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-postfix-'));
  // its programs run as other users
  chmodSync(folder, 0o755);
  const port = await freePort();
  const [owner, group] = [idOf('passwd', ['postfix', 'news']), idOf('group', ['postdrop', 'audio'])];
  const mail = idOf('passwd', ['mail']);
  const at = (...names: string[]) => join(folder, ...names);
  for (const name of ['conf', 'spool', 'data', 'log', 'mailboxes']) mkdirSync(at(name), { recursive: true });
  for (const name of queues) {
    mkdirSync(at('spool', name));
    chownSync(at('spool', name), owner.id, 0);
    chmodSync(at('spool', name), name === 'public' || name === 'maildrop' ? 0o733 : 0o700);
  }
  mkdirSync(at('spool', 'pid'));
  chownSync(at('data'), owner.id, 0);
  chownSync(at('mailboxes'), mail.id, 0);
  const settings = {
    compatibility_level: '3.6',
    queue_directory: at('spool'),
    data_directory: at('data'),
    command_directory: join(root, 'usr/sbin'),
    daemon_directory: daemons,
    shlib_directory: libraries,
    meta_directory: join(root, 'etc/postfix'),
    mail_owner: owner.name,
    setgid_group: group.name,
    default_privs: 'games',
    myhostname: 'mx.sender.example',
    mydestination: 'receiver.example',
    local_recipient_maps: '',
    alias_maps: '',
    alias_database: '',
    virtual_mailbox_domains: 'sender.example',
    virtual_mailbox_base: at('mailboxes'),
    virtual_mailbox_maps: 'inline:{notices@sender.example=returned, b@sender.example=returned}',
    virtual_uid_maps: `static:${mail.id}`,
    virtual_gid_maps: `static:${mail.id}`,
    virtual_minimum_uid: '1',
    recipient_delimiter: '+',
    transport_maps: `inline:{${Object.entries(transports)
      .map(([domain, transport]) => `${domain}=${transport}`)
      .join(', ')}}`,
    smtpd_relay_restrictions: 'permit_mynetworks, reject',
    mynetworks: '127.0.0.0/8',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    disable_dns_lookups: 'yes',
    maillog_file: at('log', 'maillog'),
    maillog_file_prefixes: at('log'),
    import_environment: 'LD_LIBRARY_PATH MAIL_CONFIG',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(at('conf', 'main.cf'), lines.join(''));
  writeFileSync(at('conf', 'master.cf'), services(port));
  const master = spawn(join(daemons, 'master'), ['-c', at('conf'), '-d'], {
    cwd: at('spool'),
    env: { ...process.env, LD_LIBRARY_PATH: libraries },
    stdio: 'ignore',
  });
  await listening(port, master);
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailbox: at('mailboxes', 'returned'),
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => master.once('exit', resolve));
      master.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const queues = [
  'active',
  'bounce',
  'corrupt',
  'defer',
  'deferred',
  'flush',
  'hold',
  'incoming',
  'saved',
  'trace',
  'private',
  'public',
  'maildrop',
];

const services = (port: number): string => `127.0.0.1:${port} inet n - n - - smtpd
postlog unix-dgram n - n - 1 postlogd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 5 1 qmgr
${['bounce', 'defer', 'trace'].map((name) => `${name} unix - - n - 0 bounce\n`).join('')}rewrite unix - - n - - trivial-rewrite
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - n - - smtp
error unix - - n - - error
retry unix - - n - - error
local unix - n n - - local
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
`;

/** The first of them that this machine has. */
function idOf(file: 'passwd' | 'group', names: readonly string[]): { name: string; id: number } {
  const ids = new Map(
    readFileSync(`/etc/${file}`, 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name, , id]) => [name!, Number(id)]),
  );
  const name = names.find((one) => ids.has(one));
  if (name === undefined) throw new Error(`none of ${names.join(', ')} is in /etc/${file}`);
  return { name, id: ids.get(name)! };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function listening(port: number, master: ChildProcess): Promise<void> {
  while (master.exitCode === null) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Postfix does not start');
}
