package org.hearth.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.Answer;
import org.hearth.local.hostile.Places.Place;
import org.hearth.local.hostile.TextFields.Field;
import org.junit.jupiter.api.Test;

/**
 * Hostile strings in every text field that the API's description names: each is kept and answered as it was typed, or refused with
 * the field's name. What the pages do with them is another test's: {@link EverySurfaceShowsWordsAsWordsIT}.
 */
class EveryFieldKeepsWordsOrSaysWhyNotIT {
    private static final int OF_EACH = Payloads.all().size() > 1_000 ? 40 : 2;
    /** Taken, and then kept nowhere. */
    private static final Set<String> NOT_KEPT = Set.of("PATCH /api/me/preferences muted", "PATCH /api/me/preferences hidden",
            "POST /api/moderation/checks/{groupId}/preview heldWords", "POST /api/moderation/checks/{groupId}/preview allowedWords");
    /** A link is made by us, an address has no spaces, and a name is no sentence. */
    private static final Set<String> NEVER_TAKEN = Set.of("POST /api/public/invitations link", "POST /api/me/access link",
            "POST /api/moderation/resources url", "PUT /api/moderation/resources/{resourceId} url", "PUT /api/me name");
    private static final Set<Integer> REFUSED = Set.of(400, 422);

    private final Map<String, Integer> kept = new TreeMap<>();
    private final Set<String> wrong = new TreeSet<>();
    private int sent;

    @Test
    void inEveryFieldOfEveryRoute() {
        List<Field> fields = TextFields.all();
        try (RunningHearth hearth = RunningHearth.start(false)) {
            Places places = new Places(hearth);
            for (Field field : fields) {
                for (String value : values(field)) {
                    send(field.words() ? places.of(field.route()) : places.again(field.route()), field, value);
                }
            }
        }
        System.out.println("Hostile words: " + sent + " sent to " + fields.size() + " text fields; kept: " + kept);
        assertThat(wrong).isEmpty();
        assertThat(fields.stream().filter(Field::words).map(EveryFieldKeepsWordsOrSaysWhyNotIT::name)
                .filter(name -> !NOT_KEPT.contains(name) && !NEVER_TAKEN.contains(name)).filter(name -> !kept.containsKey(name))
                .collect(Collectors.toSet())).as("fields of words that took none").isEmpty();
    }

    private static String name(Field field) {
        return field.route() + " " + field.name();
    }

    private void send(Place place, Field field, String value) {
        ObjectNode body = place.body();
        field.set(body, value);
        Answer answer = place.sender().send(field.route().split(" ")[0], place.path(), body.toString(), Map.of());
        sent++;
        String what = name(field) + " with " + value.substring(0, Math.min(value.length(), 60)) + ": " + answer.status() + " ";
        if (answer.isGood()) {
            if (!NOT_KEPT.contains(name(field)) && Stream.concat(Stream.of(answer), place.shown().stream().map(path -> place.reader().get(path)))
                    .filter(one -> !one.text().isEmpty()).noneMatch(one -> texts(one.json()).stream().anyMatch(text -> text.contains(value)))) {
                wrong.add(what + "taken, and shown otherwise or nowhere");
            }
            kept.merge(name(field), 1, Integer::sum);
        } else if (answer.status() >= 500 || REFUSED.contains(answer.status()) && !names(answer, field)
                || !REFUSED.contains(answer.status()) && (field.words() && !NEVER_TAKEN.contains(name(field)) || answer.status() != 404)) {
            wrong.add(what + answer.problem());
        }
    }

    private static boolean names(Answer answer, Field field) {
        return answer.json().path("errors").valueStream().anyMatch(error -> 
                error.path("field").asText().startsWith(field.name()) || error.path("field").asText().equals(field.path().getLast()));
    }

    /** As they are, and without what is refused whoever writes it; as many to a value as a field takes. */
    private static List<String> values(Field field) {
        List<String> raw = packed(Payloads.all(), field);
        List<String> readable = packed(Payloads.all().stream()
                .map(one -> one.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]|\\p{Cs}", "")).toList(), field);
        return Stream.concat(some(raw), field.words() ? some(readable) : Stream.of()).toList();
    }

    private static Stream<String> some(List<String> values) {
        int step = Math.max(1, values.size() / OF_EACH);
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < values.size() && chosen.size() < OF_EACH; i += step) {
            chosen.add(values.get(i));
        }
        return chosen.stream();
    }

    private static List<String> packed(List<String> payloads, Field field) {
        return Payloads.packed(payloads, field.longest()).stream().map(text -> field.longest() > 500 ? text : text.replace('\n', ' '))
                .map(String::strip).filter(text -> text.length() > 1).toList();
    }

    private static List<String> texts(JsonNode node) {
        return node.isTextual() ? List.of(node.asText()) : node.valueStream().flatMap(one -> texts(one).stream()).toList();
    }
}
