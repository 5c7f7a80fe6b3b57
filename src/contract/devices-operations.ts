import { localSettingsRecords } from './affected-records.ts';
import {
  devicePageSchema,
  deviceParams,
  deviceQuery,
  deviceSchema,
  deviceSettingsBody,
  deviceSettingsSchema,
  deviceStatusBody,
} from './devices.ts';
import { groupParams } from './groups.ts';
import { op } from './operation.ts';

/** Devices and their settings. */
export const deviceOperations = {
  groupDevices: op('GET', '/groups/{groupId}/devices', 'The devices of a group', {
    needs: 'view',
    params: groupParams,
    query: deviceQuery,
    answer: devicePageSchema,
  }),
  device: op('GET', '/devices/{deviceId}', 'One device', { needs: 'view', params: deviceParams, answer: deviceSchema }),
  setDeviceStatus: op('POST', '/devices/{deviceId}/status', 'Simulate a device going offline or coming back', {
    needs: 'simulate',
    affects: ['devices', 'runs'],
    params: deviceParams,
    body: deviceStatusBody,
    answer: deviceSchema,
  }),
  deviceSettings: op('GET', '/devices/{deviceId}/settings', "A device's local and effective settings", {
    needs: 'view',
    params: deviceParams,
    answer: deviceSettingsSchema,
    conditional: true,
  }),
  updateDeviceSettings: op('PUT', '/devices/{deviceId}/settings', "Save a device's local settings", {
    needs: 'manage-devices',
    affects: localSettingsRecords,
    params: deviceParams,
    body: deviceSettingsBody,
    answer: deviceSettingsSchema,
    conditional: true,
  }),
} as const;
