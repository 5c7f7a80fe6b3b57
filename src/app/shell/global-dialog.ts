/** A dialog of the console itself, over whatever is open. */
export type Over = 'search' | 'shortcuts' | 'display' | 'conditions' | 'reset';
