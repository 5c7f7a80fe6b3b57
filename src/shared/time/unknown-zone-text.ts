/** What stands for a time zone that nothing can be planned in: *time zone not known: PST*. */
export const unknownZoneText = (zone: string): string => `time zone not known: ${zone}`;
