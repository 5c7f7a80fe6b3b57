/**
 * What a plan followed upon: the task's creation; other settings; the same settings from another source, which leaves the
 * plan; the device's return; its other time zone; or the simulated clock going back to real time.
 */
export const decisionCauses = ['created', 'settings', 'source', 'returned', 'zone', 'clock'] as const;
export type DecisionCause = (typeof decisionCauses)[number];
