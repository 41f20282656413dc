// Loaded before anything else in the unpacking process and its threads: takes the network away. Node's
// permission model has no word for it yet, so every way to a socket leads to an error.

import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const refuse = () => {
  throw new Error('the unpacking process has no network');
};
net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.createSocket = refuse;
dns.lookup = refuse;
dns.resolve = refuse;
syncBuiltinESMExports();
