// What is used of pg and pg-copy-streams, which bring no declarations.
declare module 'pg' {
  export interface ClientOptions {
    connectionString: string;
    connectionTimeoutMillis?: number;
    application_name?: string;
  }
  export class Client {
    constructor(options: ClientOptions);
    connect(): Promise<void>;
    query(sql: string): Promise<{ fields: { name: string }[]; rows: Record<string, unknown>[] }>;
    query<Stream>(stream: Stream & { submit: unknown }): Stream;
    escapeIdentifier(name: string): string;
    on(event: 'error', listener: (error: Error) => void): this;
    end(): Promise<void>;
  }
  const pg: { Client: typeof Client };
  export default pg;
}

declare module 'pg-copy-streams' {
  import type { Readable } from 'node:stream';

  export function to(sql: string): Readable & { submit: unknown };
}
