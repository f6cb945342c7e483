package org.hearth.forum.screening;

/**
 * Another judge of a post, such as a classifier in the cloud or a local embedding model. None is used unless an organisation
 * plugs one in. It can only raise the safeguarding level, never lower it; when it throws, the post is held like after any
 * failed check.
 */
@FunctionalInterface
public interface SecondOpinion {
  /** The level that this judge sees in the text; {@link SafeguardingLevel#NONE} or null when it has nothing to add. */
  SafeguardingLevel of(String text);
}
