// What whoever runs the service has chosen for it. In: nothing. Out: types, and what holds where nothing was chosen.

export interface ServeSettings {
  /** Another host name that answers as the password service at its root; null where there is none. */
  passwordsHost: string | null;
  /** Another host name that answers as the range service of enterprises at its root. */
  enterpriseHost: string | null;
  /** Whether the last address of X-Forwarded-For is who asks: only behind a proxy that sets it. */
  trustProxy: boolean;
  /** Whether calls go out to addresses of private networks. */
  allowPrivateNetwork: boolean;
  /** `host:port` of the name server to ask; null: that of the machine. */
  dns: string | null;
  /** `smtp://user:password@host:port`; null: mails wait. */
  smtp: string | null;
  /** Whom mails come from: an address, or `Name <address>`. */
  mailFrom: string;
  /** Whom people may write to or call, as it stands on pages; null: nobody is named. */
  contact: string | null;
  /** The data protection authority that is named on pages; null: the CNIL. */
  authority: string | null;
  /** Who has this may read the metrics from another machine. */
  metricsToken: string | null;
}

export const usualSettings: Readonly<ServeSettings> = {
  passwordsHost: null,
  enterpriseHost: null,
  trustProxy: false,
  allowPrivateNetwork: false,
  dns: null,
  smtp: null,
  mailFrom: 'tocsin@localhost',
  contact: null,
  authority: null,
  metricsToken: null,
};
