/** A dialog of the console itself, over whatever is open. */
export type GlobalDialog = 'search' | 'shortcuts' | 'display' | 'conditions' | 'reset';
