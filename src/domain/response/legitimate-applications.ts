/** Kinds of legitimate applications that can be exploited by adversaries. Source: docs/domain-rules.md#legitimate-applications. */
export const legitimateApplications = [
  'irc-client',
  'dialer',
  'downloader',
  'activity-monitor',
  'password-utility',
  'ftp-http-telnet-server',
] as const;
export type LegitimateApplication = (typeof legitimateApplications)[number];

export const legitimateApplicationLabels: Readonly<Record<LegitimateApplication, string>> = {
  'irc-client': 'IRC client',
  dialer: 'Dialer',
  downloader: 'Downloader',
  'activity-monitor': 'Activity monitor',
  'password-utility': 'Password utility',
  'ftp-http-telnet-server': 'FTP, HTTP or Telnet server',
};
