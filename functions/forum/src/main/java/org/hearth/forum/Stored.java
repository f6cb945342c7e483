package org.hearth.forum;

/**
 * Something that is kept in a table. Its revision counts its writes: a write names the revision that it read, and is
 * refused when another one came between.
 */
public interface Stored {
  /** 1 when first written, one more each time. */
  long revision();
}
