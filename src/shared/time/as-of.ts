import { dayTimeIn, viewerZone } from './format.ts';

/** *As of Tue 24 Nov 20:00, Europe/Berlin*, in the viewer's zone: said beside rows that hold at that instant. */
export const asOfWords = (instant: string): string => `As of ${dayTimeIn(viewerZone(), instant)}, ${viewerZone()}`;
