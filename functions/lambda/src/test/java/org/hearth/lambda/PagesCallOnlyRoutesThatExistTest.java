package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PagesCallOnlyRoutesThatExistTest {
  private static final Path PAGES = Yaml.REPOSITORY.resolve("static-site/public");
  // What stands between the quotes, from /api on: as `/api/threads/${id}/posts`, or as href="/api/session/exit".
  private static final Pattern ADDRESS = Pattern.compile("[`'\"](/api/(?:[^`'\"$]|\\$\\{(?:[^{}]|\\{[^{}]*})*})*)[`'\"]?");
  private static final Pattern CALL = Pattern.compile("api\\.(get|post|put|delete)\\(\\s*[`'\"](/api/(?:[^`'\"$]|\\$\\{(?:[^{}]|\\{[^{}]*})*})*)");

  @Test
  void everyAddressInThePagesIsARoute() {
    var known = Template.routes().stream().map(route -> shape(route.key().split(" ")[1])).collect(Collectors.toSet());
    assertThat(addresses()).hasSizeGreaterThan(20).isSubsetOf(known);
  }

  @Test
  void everyCallUsesAMethodThatTheRouteHas() {
    var known = Template.routes().stream().map(route -> route.key().split(" ")[0] + " " + shape(route.key().split(" ")[1])).collect(Collectors.toSet());
    var calls = new TreeSet<String>();
    sources().forEach(source -> CALL.matcher(source).results().forEach(found ->
        calls.add(found.group(1).toUpperCase() + " " + shape(found.group(2)))));
    assertThat(calls).hasSizeGreaterThan(15).isSubsetOf(known);
  }

  private static Set<String> addresses() {
    return sources().stream().flatMap(source -> ADDRESS.matcher(source).results()).map(found -> shape(found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every part that varies becomes {@code {}}; what follows the path is left out. */
  private static String shape(String address) {
    return address.replaceAll("/\\$\\{(?:[^{}]|\\{[^{}]*})*}", "/{}").replaceAll("/\\{\\w+}", "/{}").replaceAll("(?s)(\\?|\\$\\{).*", "");
  }

  private static List<String> sources() {
    try (var files = Files.walk(PAGES)) {
      return files.filter(file -> file.toString().matches(".*\\.(js|html)") && !file.startsWith(PAGES.resolve("vendor"))).map(file -> {
        try {
          return Files.readString(file);
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
