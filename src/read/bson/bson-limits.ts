// What a document of BSON may be, and what of it is kept apart.

/** MongoDB stores documents of 16 MB and adds up to 16 KB of its own; mongodump writes what it stores. */
export const maxDocumentBytes = (16 << 20) + (16 << 10);

/** A length, an end. */
export const leastDocumentBytes = 5;

/** MongoDB's own limit of documents within documents. */
export const maxDepth = 100;

/** Columns of a table; a document with more keys is searched as text. */
export const maxColumns = 4096;

/** Documents inside are columns of their own down to here, and one value from there on. */
export const maxColumnDepth = 32;

/** A document inside with more keys than these is a list by its keys: it stays one value. */
export const maxKeysInside = 256;
