package org.hearth.forum;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some items of a list, in order.
 *
 * @param next the position after the last item, if there is more. It names a place inside the one list that was
 *     asked for and nothing else, so that a forged one reaches nothing new.
 */
public record Page<T>(List<T> items, Optional<String> next) {

  public static <T> Page<T> last(List<T> items) {
    return new Page<>(items, Optional.empty());
  }

  /** From one item more than asked for: whether the last one is there says whether there is a next page. */
  public static <T> Page<T> of(List<T> oneMore, int size, Function<T, String> position) {
    if (oneMore.size() <= size) {
      return last(List.copyOf(oneMore));
    }
    var items = List.copyOf(oneMore.subList(0, size));
    return new Page<>(items, Optional.of(position.apply(items.getLast())));
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), next);
  }
}
