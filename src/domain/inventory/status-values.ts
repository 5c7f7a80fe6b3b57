import type { DeviceStatus } from '../fleet/fleet.ts';

// What consoles write about whether a device can be reached. Fleet: online, offline, missing, formerly mia and new. Wazuh:
// active, disconnected, pending, never_connected. Configuration Manager: True and False of CNIsOnline, 1 and 0 of OnlineStatus.
// NetBox: active, offline. Numbers beyond 0 and 1 mean another thing in every program: nobody can guess them.
const words: Readonly<Record<DeviceStatus, readonly string[]>> = {
  online: [
    ...['online', 'active', 'up', 'connected', 'running', 'alive', 'reachable', 'available', 'on', 'true', 'yes', '1'],
    ...['aktiv', 'verbunden', 'erreichbar', 'ja', 'enligne', 'actif', 'connecte', 'oui'],
  ],
  offline: [
    ...['offline', 'inactive', 'down', 'disconnected', 'notconnected', 'unreachable', 'unavailable', 'off', 'false'],
    ...['no', '0', 'mia', 'missing', 'neverconnected', 'pending', 'stopped', 'shutdown'],
    ...['inaktiv', 'getrennt', 'nichterreichbar', 'nein', 'horsligne', 'inactif', 'deconnecte', 'non'],
  ],
  'out-of-office': ['outofoffice', 'roaming', 'external', 'unterwegs', 'itinerant'],
};

const byWord = new Map<string, DeviceStatus>(
  (['online', 'offline', 'out-of-office'] as const).flatMap((status) =>
    words[status].map((word): [string, DeviceStatus] => [word, status]),
  ),
);

const bare = (text: string) =>
  text
    .slice(0, 60)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The status that a word of another console means: `Active` is online, `mia` offline; null where nobody can tell. */
export const guessStatus = (text: string): DeviceStatus | null => byWord.get(bare(text)) ?? null;
