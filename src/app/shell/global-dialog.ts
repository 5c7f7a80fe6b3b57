/** A dialog that opens from everywhere, over any window. */
export type GlobalDialog = 'search' | 'shortcuts' | 'display' | 'conditions' | 'reset';
