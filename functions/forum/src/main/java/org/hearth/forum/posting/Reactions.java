package org.hearth.forum.posting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** How often each reaction was given to a post. Nobody's reactions are counted together: a person has no score here. */
public record Reactions(Map<Reaction, Integer> counts) {
  public static final Reactions NONE = new Reactions(Map.of());

  public Reactions {
    var ordered = new EnumMap<Reaction, Integer>(Reaction.class);
    counts.forEach((kind, count) -> {
      if (count > 0) {
        ordered.put(kind, count);
      }
    });
    counts = Collections.unmodifiableMap(ordered);
  }

  Reactions with(Set<Reaction> kinds, int more) {
    var changed = new EnumMap<Reaction, Integer>(Reaction.class);
    changed.putAll(counts);
    kinds.forEach(kind -> changed.merge(kind, more, Integer::sum));
    return new Reactions(changed);
  }
}
