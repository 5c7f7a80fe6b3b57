/** Keys by the names of the DOM; `Control+a` holds the first one while the second is pressed. */
export type Key =
  | 'Tab'
  | 'Shift+Tab'
  | 'Enter'
  | 'Space'
  | 'Escape'
  | 'Backspace'
  | 'ArrowUp'
  | 'ArrowDown'
  | 'ArrowLeft'
  | 'ArrowRight'
  | 'Control+a'
  | 'Control+k';

/** A tab of a browser; a window where the driver of that browser opens no tabs. Keys and clicks are the browser's own. */
export interface Tab {
  /** Opens an address and waits until the page is loaded. */
  goto(address: string): Promise<void>;
  /** The value of an expression in the page, waited for where it is a promise. It must survive JSON. */
  evaluate(expression: string): Promise<unknown>;
  /** Moves the pointer to a point of the page in sight and clicks there. */
  clickAt(x: number, y: number): Promise<void>;
  press(key: Key): Promise<void>;
  /** Types text, key by key. */
  type(text: string): Promise<void>;
  /** Saves a picture of the page as PNG. */
  screenshot(path: string): Promise<void>;
}

/** A browser that is under test. */
export interface Engine {
  /** With its version: `Firefox 153.8.0`. */
  readonly name: string;
  newTab(): Promise<Tab>;
  /** Errors and warnings of all its pages since the last time this was asked. */
  complaints(): Promise<readonly string[]>;
  /** Ends the browser with all its processes. Never fails. */
  close(): Promise<void>;
}

/** The size of every tab, in CSS pixels. */
export const viewport = { width: 1440, height: 900 };

/** The environment of every browser under test, so that a run does not depend on the machine. */
export const environment = { ...process.env, TZ: 'Europe/Berlin', LANG: 'C.UTF-8' };
