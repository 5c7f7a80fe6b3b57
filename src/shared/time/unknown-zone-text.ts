/** Replaces a time zone that the planner does not know: *time zone not known: PST*. */
export const unknownZoneText = (zone: string): string => `time zone not known: ${zone}`;
